"""xBRL-XML: a target document as an XBRL 2.1 instance, through the templates in templates/xbrl_xml."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from xbrlgen.model import Link, QName
from xbrlgen.target import TargetDocument, TargetFact, TargetFootnote
from xbrlgen.templating import HOLE, batches, environment, pattern, stream
from xbrlgen.writers.contexts import context_lines
from xbrlgen.writers.fragments import as_fragment, escaped
from xbrlgen.writers.instance import decimals, filters, lexical_value, namespaces


def write_xbrl_xml(document: TargetDocument, out: BinaryIO) -> None:
    """Write `document` to `out` as UTF-8; memory stays flat, and the same document gives the same bytes.

    Follows XBRL 2.1 section 4, https://www.xbrl.org/Specification/XBRL-2.1/REC-2003-12-31/
    """
    environment().filters.update(filters())
    stream(
        "xbrl_xml/instance.xml.jinja",
        out,
        document=document,
        namespaces=namespaces(document),
        contexts=context_lines(document, environment().get_template("xbrl_xml/elements.xml.jinja").module),
        facts=batches(map(_FactMarkup(document).fact, document.facts)),
        footnote_links=tuple(_footnote_links(document)),
    )


class _Element(NamedTuple):
    """Facts of one kind as their elements show them."""

    name: str
    id: str
    context: str
    unit: str | None
    decimals: str | None
    language: str | None
    is_nil: bool
    text: str


class _Footnote(NamedTuple):
    """A footnote, the id of its element (None where another link has it already), its content as markup, its arcs."""

    target: TargetFootnote
    id: str | None
    content: str
    arcs: Sequence[Link]


class _FootnoteLink(NamedTuple):
    """An extended link: its role, the facts that it starts from or goes to, its footnotes, and the arcs to facts."""

    role: str
    located: Sequence[str]
    footnotes: Sequence[_Footnote]
    arcs: Sequence[Link]


def _footnote_links(document: TargetDocument) -> Iterator[_FootnoteLink]:
    """An extended link for each group; a footnote of two groups has its id in the first (ids are given once)."""
    notes = {each.id for each in document.footnotes}
    groups: dict[str, dict[str, list[Link]]] = {}
    for link in document.links:
        groups.setdefault(link.group, {}).setdefault(link.target, []).append(link)
    written: set[str] = set()
    for role, arcs in groups.items():
        footnotes = [
            _Footnote(each, None if each.id in written else each.id, as_fragment(each.footnote.content), arcs[each.id])
            for each in document.footnotes
            if each.id in arcs
        ]
        written |= notes & arcs.keys()
        between = [link for target in arcs if target not in notes for link in arcs[target]]
        located = {link.source for links in arcs.values() for link in links} | {link.target for link in between}
        yield _FootnoteLink(role, sorted(located), footnotes, between)


class _FactMarkup:
    """Writes the elements of facts; those of a concept, unit and accuracy are one pattern."""

    def __init__(self, document: TargetDocument) -> None:
        self._document = document
        self._macro = environment().get_template("xbrl_xml/elements.xml.jinja").module.fact  # type: ignore[attr-defined]
        self._patterns: dict[tuple[QName, str | None, int | None, str | None, bool], str] = {}

    def fact(self, target: TargetFact) -> str:
        """The element of a fact, on a line of its own."""
        fact = target.fact
        kind = (fact.concept, target.unit, fact.decimals, target.language, fact.value is None)
        written = self._patterns.get(kind)
        if written is None:
            written = self._patterns[kind] = pattern(f"{self._macro(self._element(target))}\n")
        if fact.value is None:
            return written % (target.id, target.context)
        return written % (target.id, target.context, escaped(lexical_value(target, self._document)))

    def _element(self, target: TargetFact) -> _Element:
        fact = target.fact
        return _Element(
            self._document.prefixed(fact.concept),
            HOLE,
            HOLE,
            target.unit,
            None if target.unit is None or fact.is_nil else decimals(fact.decimals),
            target.language,
            fact.is_nil,
            HOLE,
        )
