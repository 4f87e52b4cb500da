"""Which labels the base taxonomy has, by the linkbases that its schemas refer to."""

from collections.abc import Iterator
from functools import lru_cache

from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.documents import LINK, XLINK, XS, Document, read_document
from xbrlgen.taxonomy.dts import absolute

_REFERENCES = f"{{{XS}}}annotation/{{{XS}}}appinfo/{{{LINK}}}linkbaseRef"
_LABELS = {"", "http://www.xbrl.org/2003/role/labelLinkbaseRef"}
_HREF, _ROLE, _LABEL = f"{{{XLINK}}}href", f"{{{XLINK}}}role", f"{{{XLINK}}}label"
_FROM, _TO = f"{{{XLINK}}}from", f"{{{XLINK}}}to"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def has_label(address: str, role: str, language: str, base: Taxonomy) -> bool:
    """Whether the base taxonomy has a label of that role for the concept that is declared at `address`.

    Languages are the same if their first subtags are.
    """
    return (address, role, _first_subtag(language)) in _labels(base)


@lru_cache(maxsize=4)
def _labels(base: Taxonomy) -> frozenset[tuple[str, str, str]]:
    return frozenset(label for document in _linkbases(base) for label in _in(document, base))


def _linkbases(base: Taxonomy) -> Iterator[Document]:
    for schema in base.dts.schemas.values():
        for reference in schema.document.root.iterfind(_REFERENCES):
            url = absolute(reference.get(_HREF, ""), schema.document.url)
            path = base.dts.locate(url) if reference.get(_ROLE, "") in _LABELS else None
            document = None if path is None else read_document(url, path)
            if isinstance(document, Document):
                yield document


def _in(document: Document, base: Taxonomy) -> Iterator[tuple[str, str, str]]:
    schemas: dict[str, str] = {}
    for link in document.root.iterchildren(f"{{{LINK}}}labelLink"):
        located = {each.get(_LABEL): each.get(_HREF, "") for each in link.iterchildren(f"{{{LINK}}}loc")}
        sources: dict[str | None, list[str]] = {}
        for arc in link.iterchildren(f"{{{LINK}}}labelArc"):
            sources.setdefault(arc.get(_TO), []).append(located.get(arc.get(_FROM), ""))
        for label in link.iterchildren(f"{{{LINK}}}label"):
            role, language = label.get(_ROLE, ""), _first_subtag(label.get(_LANGUAGE, ""))
            for reference in sources.get(label.get(_LABEL), ()):
                yield _address(reference, document, base, schemas), role, language


def _address(reference: str, document: Document, base: Taxonomy, schemas: dict[str, str]) -> str:
    """What a locator points at, by the URL that the schema is known under."""
    location, _, fragment = reference.partition("#")
    if location not in schemas:
        schema = base.dts.schema(absolute(location, document.url))
        schemas[location] = "" if schema is None else schema.document.url
    return f"{schemas[location]}#{fragment}"


def _first_subtag(language: str) -> str:
    return language.partition("-")[0].lower()
