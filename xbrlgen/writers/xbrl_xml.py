"""xBRL-XML: a target document as an XBRL 2.1 instance, through the templates in templates/xbrl_xml."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import BinaryIO, NamedTuple

from xbrlgen.model import QName, TypedMember
from xbrlgen.target import TargetDocument, TargetFact, TargetFootnote, holds_names, names_in
from xbrlgen.templating import environment, stream
from xbrlgen.writers.fragments import as_fragment, escaped
from xbrlgen.writers.lexical import base_type, end_date, names, number, start_date, xml_name

_IN_ATTRIBUTES = str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def write_xbrl_xml(document: TargetDocument, out: BinaryIO) -> None:
    """Write `document` to `out` as UTF-8; memory stays flat, and the same document gives the same bytes.

    Follows XBRL 2.1 section 4, https://www.xbrl.org/Specification/XBRL-2.1/REC-2003-12-31/
    """
    _prepare()
    stream(
        "xbrl_xml/instance.xml.jinja",
        out,
        document=document,
        namespaces=_namespaces(document),
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
            None if target.unit is None or fact.is_nil else _decimals(fact.decimals),
            target.language,
            fact.is_nil,
            "" if fact.value is None else _text(target, document),
        )


def _decimals(decimals: int | None) -> str:
    return "INF" if decimals is None else str(decimals)


def _text(target: TargetFact, document: TargetDocument) -> str:
    value = target.fact.value
    if isinstance(value, Decimal):
        return number(value, base_type(target))
    written = names(target, xml_name(target, document))
    return str(value) if written is None else written


def _namespaces(document: TargetDocument) -> Mapping[str, str]:
    """The namespaces that the document uses by their prefixes, in order of prefix."""
    standard = {
        "xbrli": "http://www.xbrl.org/2003/instance",
        "link": "http://www.xbrl.org/2003/linkbase",
        "xlink": "http://www.w3.org/1999/xlink",
    }
    if any(context.dimensions for context in document.contexts):
        standard["xbrldi"] = "http://xbrl.org/2006/xbrldi"
    if any(target.fact.is_nil for target in document.facts) or any(_has_nil_member(document)):
        standard["xsi"] = "http://www.w3.org/2001/XMLSchema-instance"
    used = {name.namespace for name in _names(document)} - {""}
    return dict(sorted((standard | {document.prefixes[each]: each for each in used}).items()))


def _has_nil_member(document: TargetDocument) -> Iterator[bool]:
    return (each.member == TypedMember(None) for context in document.contexts for each in context.dimensions)


def _names(document: TargetDocument) -> Iterator[QName]:
    for context in document.contexts:
        for each in context.dimensions:
            yield each.axis
            yield each.member if isinstance(each.member, QName) else document.typed_domains[each.axis]
    for used in document.units:
        yield from used.unit.numerators + used.unit.denominators
    yield from {target.fact.concept for target in document.facts}
    for target in document.facts:
        if holds_names(target) and base_type(target) == "QName":
            yield from names_in(str(target.fact.value))


def _prepare() -> None:
    """Teach the templates how a value stands in content and in an attribute; both escape by themselves."""
    from markupsafe import Markup

    own: dict[str, Callable[..., object]] = {
        "xml": lambda text: Markup(escaped(text)),  # noqa: S704
        "xml_attribute": lambda text: Markup(escaped(text).translate(_IN_ATTRIBUTES)),  # noqa: S704
        "fragment": Markup,
        "start_date": start_date,
        "end_date": end_date,
    }
    environment().filters.update(own)
