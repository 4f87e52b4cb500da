"""xBRL-XML: a target document as an XBRL 2.1 instance, through the templates in templates/xbrl_xml."""

from collections.abc import Iterator
from functools import cache
from typing import BinaryIO, NamedTuple

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
        footnotes=[_Footnote(each, as_fragment(each.footnote.content)) for each in document.footnotes],
        noted=sorted({fact for each in document.footnotes for fact in each.facts}),
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
    """A footnote and its content as markup."""

    target: TargetFootnote
    content: str


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
