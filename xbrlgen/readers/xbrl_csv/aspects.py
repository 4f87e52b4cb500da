"""Aspects of facts as cells and metadata write them (xBRL-CSV 1.0, section 4)."""

import re
from functools import cache

from xbrlgen.model import Concept, Dimension, Entity, Period, QName, Unit, ValueKind
from xbrlgen.readers.canonical import UnreadableError
from xbrlgen.readers.oim.aspects import AspectError, is_language
from xbrlgen.readers.oim.document_info import UnboundPrefixError
from xbrlgen.readers.oim.values import FURTHEST, NOTE, Values
from xbrlgen.readers.xbrl_csv.given import Given, Reference, Special, Value
from xbrlgen.readers.xbrl_csv.periods import INVALID, read_csv_period

_INTEGER = re.compile(r"[+-]?[0-9]+")
_SUFFIX = re.compile(r"(.*?[0-9.])[ \t\r\n]*d[ \t\r\n]*(0|-?[1-9][0-9]*|INF)[ \t\r\n]*", re.DOTALL)
_INVALID_DECIMALS = "xbrlce:invalidDecimalsValue"


class Aspects:
    """What reads the aspects of the facts of one report; each method raises AspectError where there is none to read."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self.period = cache(self._period)
        self.concept = cache(self._concept)
        self.dimension = cache(self._dimension)
        self.axis = cache(self._axis)
        self._shared: dict[tuple[Dimension, ...], tuple[Dimension, ...]] = {}

    def shared(self, dimensions: list[Dimension]) -> tuple[Dimension, ...]:
        """The dimensions in order, one and the same tuple wherever they are the same."""
        found = tuple(sorted(dimensions, key=lambda each: each.sort_key))
        return self._shared.setdefault(found, found)

    def check(self, key: str, given: Given) -> None:
        """Raise AspectError for what metadata may not give for the dimension called `key`."""
        if isinstance(given, Reference):
            if given.end and key != "period":
                raise AspectError(f"only a period has a @{given.end}", "xbrlce:invalidPeriodSpecifier")
            if ":" in key:
                self.axis(key)
        elif key == "concept" and given is not Special.NONE:
            self._check_reported(self.concept(given))
        elif ":" in key:
            axis = self.axis(key)
            if given is not Special.NONE:
                self.dimension(axis, given)
        elif given is not Special.NONE:
            self._check_core(key, given)

    def _check_core(self, key: str, given: Value) -> None:
        match key:
            case "entity":
                self.entity(given)
            case "period":
                self.period(given)
            case "unit":
                self.unit(given)
            case "language" if given is Special.NIL:
                raise AspectError("a language cannot be nil", "xbrlce:invalidJSONStructure")
            case "language":
                self.language(given)

    def _check_reported(self, name: QName) -> None:
        concept = self.values.concept(name)
        if name != NOTE and self.values.is_unknown(name):
            raise AspectError(f"the taxonomy has no concept {name}", "oime:unknownConcept")
        if concept is not None and concept.is_abstract:
            raise AspectError(f"the concept {name} is abstract", "oime:valueForAbstractConcept")

    def _concept(self, given: Value) -> QName:
        try:
            name = self.values.name(_text(given))
        except UnboundPrefixError as error:
            raise AspectError(str(error), "oimce:unboundPrefix") from None
        except UnreadableError as error:
            raise AspectError(f"the concept {error}", "xbrlce:invalidConceptQName") from None
        if _is_unsupported(self.values.concept(name)):
            raise AspectError(f"no fact in CSV can be of the type of {name}", "oime:unsupportedConceptDataType")
        return name

    def entity(self, given: Value) -> Entity:
        """The entity that an SQName stands for."""
        return self.values.entity(_text(given))

    def unit(self, given: Value) -> Unit:
        """The unit that a unit string stands for."""
        return self.values.unit(_text(given))

    def language(self, given: Value) -> str:
        """A language in lower case."""
        if given is Special.NIL or not is_language(text := _text(given)):
            raise AspectError(f"{_text(given)!r} is no language", "xbrlce:invalidLanguageCode")
        return text.lower()

    def _period(self, given: Value, end: str = "") -> tuple[Period, bool]:
        if isinstance(given, Special):
            raise AspectError(f"the period is {given.value}", INVALID)
        return read_csv_period(given, end)

    def _axis(self, key: str) -> QName:
        try:
            axis = self.values.name(key)
        except UnboundPrefixError as error:
            raise AspectError(str(error), "oimce:unboundPrefix") from None
        concept = self.values.concept(axis)
        if self.values.is_unknown(axis) or (concept is not None and not concept.is_dimension):
            raise AspectError(f"the taxonomy has no dimension {axis}", "oime:unknownDimension")
        return axis

    def _dimension(self, axis: QName, given: Value) -> Dimension:
        member = self.values.member(axis, None if given is Special.NIL else _text(given))
        if self.values.is_default(axis, member):
            what = f"{_text(given)!r} is the default member of {axis}"
            raise AspectError(what, "xbrlce:invalidDimensionValue")
        return Dimension(axis, member)

    @staticmethod
    def decimals(given: Value | int) -> int | None:
        """Decimals, None for infinite ones."""
        if isinstance(given, int) or given is Special.NONE:
            return given if isinstance(given, int) else None
        text = _text(given)
        if not _INTEGER.fullmatch(text):
            raise AspectError(f"decimals are {text[:20]!r}, no whole number", _INVALID_DECIMALS)
        return _within_reach(text)


def split_decimals(text: str) -> tuple[str, int | None, bool]:
    """A number without its suffix, the decimals of the suffix (None: infinite), and whether it has one.

    Raises AspectError for a broken suffix.
    """
    if "d" not in text:
        return text, None, False
    match = _SUFFIX.fullmatch(text)
    if match is None:
        raise AspectError(f"{text[:40]!r} is no number with decimals as in 1000d-3", "xbrlce:invalidDecimalsSuffix")
    return match[1], None if match[2] == "INF" else _within_reach(match[2]), True


def _within_reach(text: str) -> int:
    if len(text) > len(str(FURTHEST)) + 1 or abs(int(text)) > FURTHEST:
        raise AspectError(f"decimals are {text[:20]}, beyond the {FURTHEST} that are reckoned with", _INVALID_DECIMALS)
    return int(text)


def _text(given: Value) -> str:
    return given if isinstance(given, str) else given.value


def _is_unsupported(concept: Concept | None) -> bool:
    """Whether facts of a concept have no value that is one text (OIM 1.0 section 2.1.4)."""
    if concept is None or concept.is_abstract:
        return False
    item_type = concept.item_type
    return item_type is None or (item_type.kind is ValueKind.OTHER and not item_type.base)
