"""xBRL-XML: a target document as an XBRL 2.1 instance, through the templates in templates/xbrl_xml."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import BinaryIO, NamedTuple

from xbrlgen.model import Link
from xbrlgen.target import TargetDocument, TargetFootnote
from xbrlgen.templating import environment, stream
from xbrlgen.writers.fragments import as_fragment
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
        facts=_facts(document),
        footnote_links=tuple(_footnote_links(document)),
    )


class _Element(NamedTuple):
    """A fact as its element shows it."""

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


def _facts(document: TargetDocument) -> Iterator[_Element]:
    prefixed = cache(document.prefixed)
    for target in document.facts:
        fact = target.fact
        yield _Element(
            prefixed(fact.concept),
            target.id,
            target.context,
            target.unit,
            None if target.unit is None or fact.is_nil else decimals(fact.decimals),
            target.language,
            fact.is_nil,
            "" if fact.value is None else lexical_value(target, document),
        )
