"""Where the taxonomy declares the types and groups of links that instances have to point to."""

from collections.abc import Iterator
from typing import NamedTuple

from xbrlgen.model import FACT_FOOTNOTE, STANDARD_LINK, Report
from xbrlgen.taxonomy import Taxonomy

_ATTRIBUTES = {"roleType": "roleURI", "arcroleType": "arcroleURI"}
_REFERENCES = {"roleType": "roleRef", "arcroleType": "arcroleRef"}


class DeclaredRole(NamedTuple):
    """A role or arcrole, the element that refers to its declaration, the document of that, and its id there."""

    element: str
    uri: str
    url: str
    id: str


def declared_roles(report: Report, taxonomy: Taxonomy) -> Iterator[DeclaredRole]:
    """The declarations of the types and groups of a report's links, but the usual ones (XBRL 2.1 sections 4.3, 4.4)."""
    groups = {link.group for link in report.links} - {STANDARD_LINK}
    types = {link.type for link in report.links} - {FACT_FOOTNOTE}
    for kind, wanted in (("roleType", groups), ("arcroleType", types)):
        found: dict[str, DeclaredRole] = {}
        for url, schema in taxonomy.dts.schemas.items() if wanted else ():
            for element in schema.annotations(kind):
                uri, name = element.get(_ATTRIBUTES[kind], "").strip(), element.get("id", "")
                if uri in wanted and name:
                    found.setdefault(uri, DeclaredRole(_REFERENCES[kind], uri, url, name))
        yield from (found[uri] for uri in sorted(found))
