"""How roles and arcroles are declared (XBRL 2.1 sections 5.1.3 and 5.1.4)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.taxonomy.documents import LINK
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CYCLES = frozenset({"any", "undirected", "none"})
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^#]+(#[^#]*)?")


class _Kind(NamedTuple):
    """Role types or arcrole types: the element, its attribute with the URI, and the section on them."""

    name: str
    attribute: str
    section: str

    def code(self, fault: str) -> str:
        return f"xbrl.{self.section}:{fault}"


_KINDS = (_Kind("roleType", "roleURI", "5.1.3"), _Kind("arcroleType", "arcroleURI", "5.1.4"))


class _Declaration(NamedTuple):
    schema: Schema
    element: "Element"
    uri: str

    def found(self, code: str, message: str, standard: str) -> Finding:
        return finding(code, message, self.schema.document.place(self.element), standard=standard)


def is_absolute(uri: str) -> bool:
    """Whether a role is an absolute URI (RFC 3986 section 3); spaces are for XML Schema to allow, and it does."""
    return _ABSOLUTE.fullmatch(uri) is not None


def role_declarations(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """Role types and arcrole types in themselves, and beside others of the same URI."""
    for kind in _KINDS:
        by_uri: dict[str, list[_Declaration]] = {}
        for each in _declarations(documents, kind):
            if documents.is_judged(each.schema.document.source):
                yield from _malformed(each, kind)
            by_uri.setdefault(each.uri, []).append(each)
        for alike in by_uri.values():
            if any(documents.is_judged(each.schema.document.source) for each in alike):
                yield from _repeated(alike, kind)


def _declarations(documents: TaxonomyDocuments, kind: _Kind) -> Iterator[_Declaration]:
    for schema in documents.taxonomy.dts.schemas.values():
        for element in schema.annotations(kind.name):
            yield _Declaration(schema, element, element.get(kind.attribute, "").strip())


def _malformed(each: _Declaration, kind: _Kind) -> Iterator[Finding]:
    if not is_absolute(each.uri):
        message = f"the {kind.attribute} '{each.uri}' is no absolute URI"
        yield each.found("XG803", message, kind.code(f"{kind.attribute}Missing"))
    if kind.name == "arcroleType" and (cycles := each.element.get("cyclesAllowed", "")) not in _CYCLES:
        message = f"the arcrole '{each.uri}' says cyclesAllowed='{cycles}', not any, undirected or none"
        yield each.found("XG803", message, kind.code("arcroleTypeCyclesAllowed"))
    uses = _uses(each)
    for use in sorted({each for each in uses if uses.count(each) > 1}):
        message = f"'{each.uri}' names '{use}' twice as an element that it is used on"
        yield each.found("XG804", message, kind.code(f"{kind.name}s-inequality"))


def _repeated(alike: list[_Declaration], kind: _Kind) -> Iterator[Finding]:
    """One of a URI in a schema, and those of several schemas say the same (s-equal, section 4.10)."""
    first, schemas = alike[0], {alike[0].schema.document.url}
    for each in alike[1:]:
        if each.schema.document.url in schemas:
            message = f"'{each.uri}' is declared twice in this schema"
            yield each.found("XG804", message, kind.code(f"{kind.name}Duplicate"))
        schemas.add(each.schema.document.url)
        if _meaning(each) != _meaning(first):
            message = f"'{each.uri}' is declared differently in '{first.schema.document.source}'"
            yield each.found("XG804", message, kind.code(f"{kind.name}s-inequality"))


def _meaning(each: _Declaration) -> tuple[object, ...]:
    """What has to be the same in declarations of one URI: all that they say, in order, ids too."""
    definition = each.element.findtext(f"{{{LINK}}}definition")
    return (each.element.get("id"), each.element.get("cyclesAllowed"), definition, _uses(each))


def _uses(each: _Declaration) -> list[str]:
    used = each.element.iterchildren(f"{{{LINK}}}usedOn")
    return [str(each.schema.resolve(use.text or "", use)) for use in used]
