"""Inline XBRL documents, judged by the bundled schema of version 1.1."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xbrlgen.findings import Finding, Location, finding, ordered
from xbrlgen.schema_validation import fast
from xbrlgen.schema_validation.documents import parse
from xbrlgen.schema_validation.inline_schemas import documents, schema_for, whole
from xbrlgen.schema_validation.inline_vocabulary import Vocabulary
from xbrlgen.schema_validation.names import (
    INLINE_1_0,
    INLINE_1_1,
    XHTML,
    XML_ID,
    namespace,
    xhtml,
)
from xbrlgen.schema_validation.reporting import Document, Source, limit_reached, report
from xbrlgen.schema_validation.violation import LIMIT, Offence, Violation

if TYPE_CHECKING:
    from lxml import etree
    from lxml.etree import _Element as Element

Watch = Callable[["Iterable[tuple[str, Element]]"], None]
"""Is shown tags that have ended."""
_IDENTIFIERS = ("id", XML_ID, xhtml("id"))
_REFERENCES = ("headers", "for", "usemap")
_PIECE = 16_384
"""Bytes that are parsed at a time: so few that the elements made of them are still at hand when they are watched."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HINT = b"chemaLocation"
"""In the name of what libxml2 would go and read schemas from."""
_UNUSUAL = (b"\0", b":id=", b":id ", b"headers", b"usemap", b"<label", b":label")
"""In a document without them there are no other ids than attributes called so, and no references to ids."""
_MOST_NAMES = 8
_HINTS = {
    "lang": "Write xml:lang instead.",
    "name": "Write id instead.",
    "start": "Begin the list with 1, or print its numbers as words of a text.",
    "target": "Remove it: XHTML 1.1 leaves to the reader where a link opens.",
    **dict.fromkeys(
        ("align", "valign", "bgcolor", "background", "color", "border", "height", "width", "nowrap", "size", "face"),
        "Say it in the attribute style, or in a style sheet.",
    ),
}


def parse_valid(content: bytes, watch: Watch | None = None) -> "Element | None":
    """The root of a document that the schema takes, judged while it was parsed, without comments; None for any other.

    One parse instead of two takes half of the time and of the memory. Ids are for `validate_inline` to judge. `watch`
    is shown the tags of inline XBRL as they end, those of unusual documents not at all; it may take from them what it
    does not want to be held.
    """
    from lxml import etree

    if _HINT in content.replace(b"\0", b""):
        return None
    is_usual = b"<!DOCTYPE" not in content and b"\0" not in content[:4] and not content.startswith(_UTF_16)
    try:
        return _root(content) if watch is None or not is_usual else _watched_root(content, watch)
    except etree.XMLSyntaxError:
        return None


def _root(content: bytes) -> "Element":
    from lxml import etree

    root: Element = etree.fromstring(content, etree.XMLParser(resolve_entities=False, **_options(content)))
    return root


def _watched_root(content: bytes, watch: Watch) -> "Element | None":
    from lxml import etree

    # With a schema, lxml overlooks missing end tags if it leaves entities alone; there are none without a DOCTYPE.
    parser = etree.XMLPullParser(
        events=("end",), tag=f"{{{INLINE_1_1}}}*", resolve_entities="internal", **_options(content)
    )
    for start in range(0, len(content), _PIECE):
        parser.feed(content[start : start + _PIECE])
        if len(parser.feed_error_log.filter_from_errors()):
            return None
        watch(parser.read_events())
    root: Element = parser.close()
    return None if len(parser.feed_error_log.filter_from_errors()) else root


def _options(content: bytes) -> dict[str, Any]:
    return {
        "schema": schema_for(content),
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
        "remove_comments": True,
        "remove_pis": True,
        "collect_ids": False,  # a table that nobody asks takes a fifth of the time
    }


def validate_inline(
    document: bytes | Path,
    name: str,
    source: Source | None = None,
    *,
    root: "Element | None" = None,
    is_taken: bool = False,
    has_unique_ids: bool = False,
) -> tuple[Finding, ...]:
    """What keeps a document from being valid inline XBRL; nothing if it is valid (Inline XBRL 1.1 Part 1, section 3).

    `name` is what locations call the document. `source` answers a fact's id with the place where the user wrote it;
    that place then comes first. `root` is that of the document where somebody has parsed and accepted it already; it is
    left as it is; `is_taken` says that `parse_valid` gave it, `has_unique_ids` that no two attributes called id are the
    same, be they of inline XBRL or not. A document of version 1.0 is not judged, which is said.
    Raises OSError for a path that cannot be read.
    """
    content = document if isinstance(document, bytes) else document.read_bytes()
    if root is None or _HINT in content.replace(b"\0", b""):
        parsed = parse(content, name, takes_doctype=True)
        if isinstance(parsed, Finding):
            return (parsed,)
        root = parsed
    first = next(root.iter(f"{{{INLINE_1_0}}}*", f"{{{INLINE_1_1}}}*"), None)
    if first is not None and namespace(str(first.tag)) == INLINE_1_0:
        return (finding("XG626", f"{name} is inline XBRL 1.0, which no schema here is for.", Location(name)),)
    found = list(islice(_violations(root, content, is_taken=is_taken, has_unique_ids=has_unique_ids), LIMIT))
    told = report(found, Document(root, content, name), source)
    hinted = [_hinted(each, violation) for each, violation in zip(told, found, strict=True)]
    return ordered(hinted if len(found) < LIMIT else (*hinted, limit_reached(name)))


def _violations(root: "etree._Element", content: bytes, *, is_taken: bool, has_unique_ids: bool) -> Iterator[Violation]:
    if root.tag != xhtml("html"):
        yield Violation(Offence.ROOT, root, "", (xhtml("html"),))
        return
    yield from _identifier_violations(root, content, has_unique_ids=has_unique_ids)
    if not is_taken and not _takes(content):
        yield from _judged(root)


def _takes(content: bytes) -> bool:
    """Whether the schema takes a document, ids apart."""
    reduced = schema_for(content)
    return not fast.faults(content, reduced) or (reduced is not whole() and not fast.faults(content, whole()))


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(documents())


def _judged(element: "etree._Element") -> Iterator[Violation]:
    """What is wrong with `element` and below; where nobody declares it, with what it holds."""
    vocabulary = _vocabulary()
    if element.tag not in vocabulary:
        is_html = namespace(str(element.tag)) == XHTML
        yield Violation(Offence.UNKNOWN_TO_XHTML if is_html else Offence.UNDECLARED_ELEMENT, element)
        for child in element.iterchildren("*"):
            yield from _judged(child)
        return
    for each in fast.violations(element, vocabulary.schema, vocabulary):
        if each.offence is Offence.MISPLACED_ELEMENT:
            yield from _misplaced(each)
        elif each.offence is Offence.UNDECLARED_ELEMENT:
            yield from _judged(each.element)
        elif each.offence is not Offence.DUPLICATE_ID:
            yield each


def _misplaced(violation: Violation) -> Iterator[Violation]:
    """A misplaced element, and what is wrong in it and after it, where libxml2 does not look any more."""
    vocabulary = _vocabulary()
    parent = violation.element.getparent()
    taken = vocabulary.children(str(parent.tag)) if parent is not None else None
    for each in (violation.element, *violation.element.itersiblings("*")):
        is_first = each is violation.element
        if is_first and each.tag in (taken or ()):
            yield violation
        elif each.tag in vocabulary and (is_first or (taken is not None and each.tag not in taken)):
            yield violation._replace(element=each, expected=_summary(taken or ()))
        if each.tag in vocabulary or is_first or taken is not None:
            yield from _judged(each)


def _summary(names: tuple[str, ...]) -> tuple[str, ...]:
    """The elements that might have stood there, or of which kind they are if they are many."""
    if len(names) <= _MOST_NAMES:
        return names
    block = "a block such as p, div or table"
    line = "a part of a line such as span, b or a"
    return tuple(phrase for name, phrase in (("p", block), ("span", line)) if xhtml(name) in names)


def _identifier_violations(root: "etree._Element", content: bytes, *, has_unique_ids: bool) -> Iterator[Violation]:
    """Ids that are given twice, and references to ids that nothing has (XML Schema Part 1, section 3.15.4).

    Those of inline XBRL's own elements are no ids in this sense; they follow rules that a schema cannot say.
    """
    if not any(each in content for each in _UNUSUAL) and (has_unique_ids or _are_unique(root)):
        return
    seen: set[str] = set()
    for attribute in _IDENTIFIERS:
        for element in root.iterfind(f".//*[@{attribute}]"):
            identifier = element.get(attribute, "").strip()
            if element.tag not in _vocabulary() or (attribute == "id" and namespace(str(element.tag)) == INLINE_1_1):
                continue
            if identifier in seen:
                yield Violation(Offence.DUPLICATE_ID, element, attribute, (), "cvc-id.2")
            seen.add(identifier)
    for attribute in _REFERENCES:
        for element in root.iterfind(f".//{xhtml('*')}[@{attribute}]"):
            if not seen.issuperset(element.get(attribute, "").split()):
                yield Violation(Offence.DANGLING_REFERENCE, element, attribute, (), "cvc-id.1")


def _are_unique(root: "etree._Element") -> bool:
    """Whether no attribute id but those of inline XBRL is there twice, as it nearly always is."""
    found = root.xpath("/*//@id[not(parent::ix:*)]", namespaces={"ix": INLINE_1_1}, smart_strings=False)
    return isinstance(found, list) and len({str(each).strip() for each in found}) == len(found)


def _hinted(told: Finding, violation: Violation) -> Finding:
    """What is told of a violation, with what to write instead where that is known."""
    hint = _HINTS.get(violation.attribute, "") if violation.offence is Offence.ATTRIBUTE_NOT_ALLOWED else ""
    return told._replace(hint=hint) if hint else told
