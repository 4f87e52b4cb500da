"""Reads what the definition networks of a DTS say about dimensions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xbrlgen.findings import Finding
from xbrlgen.model import QName
from xbrlgen.taxonomy.documents import LINK, XLINK, Document, read_document
from xbrlgen.taxonomy.dts import Dts, absolute, unanswered
from xbrlgen.taxonomy.schema import Schema

_DEFAULT = "http://xbrl.org/int/dim/arcrole/dimension-default"
_LABEL, _HREF = f"{{{XLINK}}}label", f"{{{XLINK}}}href"
_FROM, _TO, _ARCROLE = f"{{{XLINK}}}from", f"{{{XLINK}}}to", f"{{{XLINK}}}arcrole"


@dataclass(frozen=True, slots=True)
class DefaultMembers:
    """The default member of each axis, and what was wrong with the linkbases that give them."""

    members: Mapping[QName, QName]
    findings: tuple[Finding, ...]


def default_members(dts: Dts) -> DefaultMembers:
    """The default members that the linkbases of `dts` give, in whichever role (XBRL Dimensions 1.0 section 2.6.4)."""
    names: dict[str, Mapping[str, str]] = {}
    defaults: dict[QName, QName] = {}
    findings: list[Finding] = []
    for document in _linkbases(dts):
        if isinstance(document, Finding):
            findings.append(document)
            continue
        for axis, member in _pairs(document):
            source, target = (_name(each, document, dts, names) for each in (axis, member))
            if source is not None and target is not None:
                defaults.setdefault(source, target)
    return DefaultMembers(defaults, tuple(findings))


def _linkbases(dts: Dts) -> Iterator[Document | Finding]:
    """The linkbases that schemas refer to and that may hold definitions, or why one cannot be read."""
    seen: set[str] = set()
    for schema in dts.schemas.values():
        for href, element in schema.definition_linkbases():
            url = absolute(href, schema.document.url)
            if url not in seen:
                seen.add(url)
                source = dts.locate(url)
                place = schema.document.place(element)
                yield unanswered(url, place) if source is None else read_document(url, source)


def _pairs(document: Document) -> Iterator[tuple[str, str]]:
    """The references to the two ends of each arc that gives a default."""
    for link in document.root.iter(f"{{{LINK}}}definitionLink"):
        arcs = [arc for arc in link.iterchildren(f"{{{LINK}}}definitionArc") if arc.get(_ARCROLE) == _DEFAULT]
        if not arcs:
            continue
        located = {loc.get(_LABEL, ""): loc.get(_HREF, "") for loc in link.iterchildren(f"{{{LINK}}}loc")}
        for arc in arcs:
            yield located.get(arc.get(_FROM, ""), ""), located.get(arc.get(_TO, ""), "")


def _name(reference: str, document: Document, dts: Dts, names: dict[str, Mapping[str, str]]) -> QName | None:
    """The element that ``url#id`` points at."""
    location, _, identifier = reference.partition("#")
    url = absolute(location, document.url)
    schema = dts.schema(url)
    if schema is None:
        return None
    if url not in names:
        names[url] = _ids(schema)
    local_name = names[url].get(identifier)
    return None if local_name is None else QName(schema.namespace, local_name)


def _ids(schema: Schema) -> Mapping[str, str]:
    return {element.get("id", ""): name for name, element in schema.elements.items()}
