"""When two parts of an instance say the same: s-equal, c-equal, u-equal (XBRL 2.1 section 4.10).

Each part has a key; parts with equal keys are equal, so that no pairs need be compared.
"""

import re
from collections.abc import Hashable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from xbrlgen.instance import Container, InstanceContext, InstanceDocument
from xbrlgen.rules.instance.schema_types import ElementType, SchemaTypes

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

XBRLI = "{http://www.xbrl.org/2003/instance}"
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_IGNORED = frozenset({f"{_XSI}schemaLocation", f"{_XSI}noNamespaceSchemaLocation"})
_WHITE_SPACE = "\t\n\r "
_SPACES = str.maketrans(dict.fromkeys(_WHITE_SPACE, " "))
_RUN = re.compile(f"[{_WHITE_SPACE}]+")
_NUMBERS = frozenset(
    {
        *("decimal", "float", "double", "integer", "nonPositiveInteger", "negativeInteger", "nonNegativeInteger"),
        *("positiveInteger", "long", "int", "short", "byte"),
        *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    }
)
_TEXTS = frozenset({"string", "normalizedString", ""})
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
_DATE_TIME = re.compile(
    r"(?P<date>-?[0-9]{4,}-[0-9]{2}-[0-9]{2})(?:T(?P<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?P<fraction>\.[0-9]+)?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"
)
_DAY = timedelta(days=1)


class Equality:
    """The keys of contexts and units of one instance."""

    def __init__(self, document: InstanceDocument, types: SchemaTypes) -> None:
        self._document = document
        self._types = types
        self._contexts: dict[str, int] = {}
        self._units: dict[str, int] = {}
        self._numbers: dict[Hashable, int] = {}

    def context(self, identifier: str) -> int | None:
        """A number that c-equal contexts share; None where there is no such context."""
        if identifier not in self._contexts:
            found = self._document.contexts.get(identifier)
            if found is None:
                return None
            self._contexts[identifier] = self._number(("context", self._context_key(found)))
        return self._contexts[identifier]

    def unit(self, identifier: str) -> int | None:
        """A number that u-equal units share; None where there is no such unit."""
        if identifier not in self._units:
            found = self._document.units.get(identifier)
            if found is None:
                return None
            self._units[identifier] = self._number(("unit", _unit_key(found)))
        return self._units[identifier]

    def _number(self, key: Hashable) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def _context_key(self, context: InstanceContext) -> Hashable:
        return (
            _entity_key(context.entity),
            period_key(context.period),
            self._container_key(context.segment),
            self._container_key(context.scenario),
        )

    def _container_key(self, container: Container) -> Hashable:
        """Dimensions by what they mean, whatever prefixes they use; all else as it is written."""
        if container.element is None:
            return ()
        if container.other or len(container.dimensions) != len(container.members):
            return tuple(element_key(each, self._types) for each in container.element.iterchildren("*"))
        return container.dimensions


def element_key(element: "Element", types: SchemaTypes, parent: ElementType | None = None) -> Hashable:
    """What an element says: two with equal keys are s-equal.

    Their order counts for elements and not for attributes; values count by type, with defaults that nobody wrote.
    """
    declared = types.of(str(element.tag), parent)
    children = tuple(element_key(each, types, declared) for each in element.iterchildren("*"))
    text = "" if children else (element.text or "")
    if declared is not None and declared.default is not None and not text and not children:
        text = declared.default
    value = typed(text, "" if declared is None else declared.base)
    return (str(element.tag), _attributes_key(element, declared), value, children)


def _attributes_key(element: "Element", declared: ElementType | None) -> Hashable:
    known: Mapping[str, object] = {} if declared is None else declared.attributes
    values = {name: each.default for name, each in declared.attributes.items()} if declared is not None else {}
    written = {str(name): str(value) for name, value in element.attrib.items() if str(name) not in _IGNORED}
    bases = {name: declared.attributes[name].base for name in known} if declared is not None else {}
    found = {name: value for name, value in values.items() if value is not None} | written
    return frozenset((name, typed(value, bases.get(name, ""))) for name, value in found.items())


def typed(text: str, base: str) -> Hashable:
    """A value of the built-in type `base` (empty: not known) in a form in which equal values are equal."""
    if base in _TEXTS:
        return text if base != "normalizedString" else text.translate(_SPACES)
    text = text.strip(_WHITE_SPACE)
    if base in _NUMBERS:
        try:
            number = Decimal(text)
        except InvalidOperation:
            return text
        return number if number.is_finite() else text
    if base == "boolean":
        return ("boolean", _TRUTHS.get(text, text))
    return _RUN.sub(" ", text)


def _entity_key(entity: "Element | None") -> Hashable:
    identifier = None if entity is None else entity.find(f"{XBRLI}identifier")
    if identifier is None:
        return ()
    return (identifier.get("scheme", "").strip(_WHITE_SPACE), (identifier.text or "").strip(_WHITE_SPACE))


def period_key(period: "Element | None") -> Hashable:
    """What a period means: the same moments have the same key, however they are written (section 4.7.2)."""
    if period is None:
        return ()
    parts = period.iterchildren("*")
    return tuple((str(part.tag), moment(part.text or "", is_end=part.tag != f"{XBRLI}startDate")) for part in parts)


def moment(text: str, *, is_end: bool) -> Hashable:
    """The moment that a date means, and whether it has a time zone; a date alone is midnight at its start or end.

    With a zone it is the moment in UTC: it is never equal to one without, which could be anywhere (XML Schema Part 2
    section 3.2.7.3). A text that is no date is itself.
    """
    text = text.strip(_WHITE_SPACE)
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return text
    time, has_zone = match["time"] or "00:00:00", match["zone"] is not None
    later = _DAY if (match["time"] is None and is_end) or time == "24:00:00" else timedelta()
    time = "00:00:00" if time == "24:00:00" else time
    try:
        zone = (match["zone"] or "").replace("Z", "+00:00")
        when = datetime.fromisoformat(f"{match['date']}T{time}{zone}") + later
        return (when.astimezone(UTC) if has_zone else when, (match["fraction"] or "").rstrip("0"), has_zone)
    except (ValueError, OverflowError):
        return text


def _unit_key(unit: "Element") -> Hashable:
    """Measures above and below the line, whatever their order."""
    divide = unit.find(f"{XBRLI}divide")
    if divide is None:
        return _measures(unit), ()
    above, below = (divide.find(f"{XBRLI}{part}") for part in ("unitNumerator", "unitDenominator"))
    return _measures(above), _measures(below)


def _measures(parent: "Element | None") -> tuple[str, ...]:
    if parent is None:
        return ()
    return tuple(sorted(_expanded((each.text or "").strip(), each) for each in parent.iterchildren(f"{XBRLI}measure")))


def _expanded(text: str, element: "Element") -> str:
    prefix, colon, local = text.rpartition(":")
    return f"{{{element.nsmap.get(prefix if colon else None, '')}}}{local}"
