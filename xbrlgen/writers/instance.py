"""What both XML syntaxes of a report say alike: namespaces, values in their lexical form, and text in a template."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from xbrlgen.model import QName, TypedMember
from xbrlgen.target import TargetDocument, TargetFact, concepts_of, names_in, with_names
from xbrlgen.writers.fragments import escaped
from xbrlgen.writers.lexical import base_type, end_date, names, number, start_date, xml_name

_IN_ATTRIBUTES = str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def decimals(accuracy: int | None) -> str:
    """The decimals of a numeric fact as an attribute says them; None is infinite."""
    return "INF" if accuracy is None else str(accuracy)


def lexical_value(target: TargetFact, document: TargetDocument) -> str:
    """The value of a fact that is not nil as its element holds it."""
    value = target.fact.value
    if isinstance(value, Decimal):
        return number(value, base_type(target))
    written = names(target, xml_name(target, document))
    return str(value) if written is None else written


def namespaces(document: TargetDocument) -> Mapping[str, str]:
    """The namespaces that the document uses by their prefixes, in order of prefix."""
    standard = {
        "xbrli": "http://www.xbrl.org/2003/instance",
        "link": "http://www.xbrl.org/2003/linkbase",
        "xlink": "http://www.w3.org/1999/xlink",
    }
    if any(context.dimensions for context in document.contexts):
        standard["xbrldi"] = "http://xbrl.org/2006/xbrldi"
    if any(target.fact.value is None for target in document.facts) or any(_has_nil_member(document)):
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
    yield from concepts_of(document.facts)
    for target in with_names(document.facts):
        if base_type(target) == "QName":
            yield from names_in(str(target.fact.value))


def filters() -> Mapping[str, Callable[..., object]]:
    """How a value stands in content and in an attribute of a template; both escape by themselves."""
    from markupsafe import Markup

    return {
        "xml": lambda text: Markup(escaped(text)),  # noqa: S704
        "xml_attribute": lambda text: Markup(escaped(text).translate(_IN_ATTRIBUTES)),  # noqa: S704
        "fragment": Markup,
        "start_date": start_date,
        "end_date": end_date,
    }
