"""Facts: a value with its dimensions (xBRL-JSON 1.0 sections 5.1 and 5.2)."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType

from xbrlgen.model import NO_ENTITY, PURE, Dimension, Entity, Fact, ItemType, Period, QName, Unit, Vocabulary
from xbrlgen.readers.canonical import (
    INTEGERS,
    UnreadableError,
    canonical_moment,
    has_language,
    is_moment,
)
from xbrlgen.readers.oim.aspects import AspectError, is_language, read_period
from xbrlgen.readers.oim.document_info import DocumentInfo, UnboundPrefixError
from xbrlgen.readers.oim.source import Source
from xbrlgen.readers.oim.values import CORE, FURTHEST, Values

_FLOAT = re.compile(r"-?[0-9]\.(?:0|[0-9]*[1-9])E(?:0|-?[1-9][0-9]*)")
_INTEGER = re.compile("0|-?[1-9][0-9]*")
_CANONICAL = MappingProxyType(
    {
        "decimal": re.compile(r"-?(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])"),
        "boolean": re.compile("true|false"),
        "float": _FLOAT,
        "double": _FLOAT,
        **dict.fromkeys(INTEGERS, _INTEGER),
    }
)
"""The canonical representations of XML Schema Part 2 (1.0), by type; types that are missing have one form only."""

_MOST = 50_000
"""Members that are kept: where few facts have the same, these must not cost more than the facts do."""

NUMBER = "number"
"""The local name of our own extension, by which a fact is a number where nothing else says so."""


class Facts:
    """What reading a fact needs of the rest of the document."""

    def __init__(self, source: Source, info: DocumentInfo, vocabulary: Vocabulary | None) -> None:
        self.source = source
        self._is_canonical = info.is_canonical
        self._values = Values(info, vocabulary, source.syntax.prefix)
        self.name = self._values.name
        self._read_period = cache(read_period)
        self._member = lru_cache(_MOST)(self._read_member)
        self._met: dict[tuple[Dimension, ...], tuple[Dimension, ...]] = {}

    def item_type(self, name: QName) -> ItemType | None:
        """The type of a concept, None where it is not known."""
        concept = self._values.concept(name)
        return None if concept is None else concept.item_type

    def reading(self, item_type: ItemType | None, *, is_numeric: bool) -> Callable[[str], Decimal | str]:
        """What reads values of a type as `value` does, but raises UnreadableError for all that it finds wrong."""
        is_canonical, read = self._canonical(item_type), self._values.reading(item_type, is_numeric=is_numeric)
        if is_canonical is None:
            return read

        def read_canonical(text: str) -> Decimal | str:
            if not is_canonical(text):
                raise UnreadableError
            return read(text)

        return read_canonical

    def _canonical(self, item_type: ItemType | None) -> Callable[[str], object] | None:
        """What tells whether a value is written as this document promises, None where it promises nothing."""
        if not self._is_canonical or item_type is None:
            return None
        if is_moment(item_type):
            return lambda text: canonical_moment(text) == text
        pattern = _CANONICAL.get(item_type.base)
        return None if pattern is None else pattern.fullmatch

    def read(self, fact_id: str, body: dict[str, object], dimensions: dict[str, object]) -> Fact | None:
        """The fact; None, with findings, where it cannot be one."""
        try:
            return self._fact(fact_id, body, dimensions)
        except AspectError as error:
            self._fault(fact_id, "XG174", str(error), "dimensions", standard=error.standard)
        except UnboundPrefixError as error:
            self._fault(fact_id, "XG173", str(error), standard="oimce:unboundPrefix")
        except UnreadableError as error:
            self._fault(fact_id, "XG161", str(error), "value", standard="xbrlje:invalidFactValue")
        return None

    def _fault(self, fact_id: str, code: str, message: str, *steps: object, standard: str) -> None:
        self.source.fault(
            code, f"fact {fact_id!r}: {message}", "facts", fact_id, *steps, standard=standard, fact=fact_id
        )

    def _fact(self, fact_id: str, body: dict[str, object], dimensions: dict[str, object]) -> Fact:
        name = self.name(str(dimensions["concept"]))
        item_type = self.item_type(name)
        seems_numeric = "unit" in dimensions or "decimals" in body or NUMBER in body
        is_numeric = seems_numeric if item_type is None else item_type.kind.is_numeric
        value = self.value(fact_id, body.get("value"), item_type, is_numeric=is_numeric)
        return Fact(
            id=fact_id,
            concept=name,
            entity=self.entity(dimensions),
            period=self.period(fact_id, dimensions),
            value=value,
            unit=self.unit(fact_id, dimensions, is_numeric=is_numeric),
            decimals=self._decimals(fact_id, body, value),
            language=self.language(fact_id, dimensions, item_type, is_numeric=is_numeric),
            dimensions=self.members(fact_id, dimensions),
        )

    def entity(self, dimensions: Mapping[str, object]) -> Entity:
        """The entity that the dimensions of a fact name."""
        return self._values.entity(str(dimensions["entity"])) if "entity" in dimensions else NO_ENTITY

    def period(self, fact_id: str, dimensions: Mapping[str, object]) -> Period | None:
        """The period that they name."""
        if "period" not in dimensions:
            return None
        period, has_zone = self._read_period(str(dimensions["period"]))
        if has_zone:
            what = f"the time zone of the period {dimensions['period']!r} is left aside"
            self._fault(fact_id, "XG168", what, "dimensions", "period", standard="")
        return period

    def unit(self, fact_id: str, dimensions: Mapping[str, object], *, is_numeric: bool) -> Unit | None:
        """The unit that they name, pure for a number without one."""
        if not is_numeric:
            if "unit" in dimensions:
                what = "it is no number but has a unit"
                self._fault(fact_id, "XG174", what, "dimensions", "unit", standard="oime:misplacedUnitDimension")
            return None
        return self._values.unit(str(dimensions["unit"])) if "unit" in dimensions else PURE

    def language(
        self, fact_id: str, dimensions: Mapping[str, object], item_type: ItemType | None, *, is_numeric: bool
    ) -> str | None:
        """The language that they name."""
        if "language" not in dimensions:
            return None
        language, steps = str(dimensions["language"]), ("dimensions", "language")
        if is_numeric or not has_language(item_type):
            what = "it is no text but has a language"
            self._fault(fact_id, "XG174", what, *steps, standard="oime:misplacedLanguageDimension")
            return None
        if not is_language(language):
            self._fault(fact_id, "XG174", f"the language {language!r} is none", *steps, standard="")
            return None
        if language != language.lower():
            what = f"the language {language!r} is not in lower case"
            self._fault(fact_id, "XG174", what, *steps, standard="xbrlje:invalidLanguageCodeCase")
        return language.lower()

    def members(self, fact_id: str, dimensions: Mapping[str, object]) -> tuple[Dimension, ...]:
        """Those of the taxonomy, one and the same tuple wherever they are the same."""
        found: list[Dimension] = []
        for key, member in dimensions.items():
            if key in CORE:
                continue
            text = None if member is None else str(member)
            dimension, is_default = self._member(key, text)
            if is_default:
                what = f"{text!r} is the default member of {dimension.axis}"
                self._fault(fact_id, "XG174", what, "dimensions", key, standard="oime:invalidDimensionValue")
            else:
                found.append(dimension)
        if len(found) > 1:
            found.sort(key=lambda each: each.sort_key)
        members = tuple(found)
        return self._met.setdefault(members, members)

    def _read_member(self, key: str, text: str | None) -> tuple[Dimension, bool]:
        """The member that a text means on an axis, and whether it is the default one."""
        axis = self.name(key)
        member = self._values.member(axis, text)
        return Dimension(axis, member), self._values.is_default(axis, member)

    def value(
        self, fact_id: str, value: object, item_type: ItemType | None, *, is_numeric: bool
    ) -> Decimal | str | None:
        """The value that is written as `value`, None for nil."""
        if value is None:
            return None
        text, base = str(value), "" if item_type is None else item_type.base
        is_canonical = self._canonical(item_type)
        if is_canonical is not None and not is_canonical(text):
            what = f"{text[:40]!r} is not canonical for {base}"
            self._fault(fact_id, "XG176", what, "value", standard="xbrlje:nonCanonicalValue")
        return self._values.value(text, item_type, is_numeric=is_numeric)

    def _decimals(self, fact_id: str, body: dict[str, object], value: Decimal | str | None) -> int | None:
        if "decimals" not in body:
            return None
        text, standard = str(body["decimals"]), "oime:misplacedDecimalsProperty"
        if not isinstance(value, Decimal):
            self._fault(fact_id, "XG159", "it is nil or no number but has decimals", "decimals", standard=standard)
            return None
        if len(text) > len(str(FURTHEST)) + 1 or abs(int(text)) > FURTHEST:
            what = f"its decimals are {text[:20]}, beyond the {FURTHEST} that are reckoned with"
            self._fault(fact_id, "XG159", what, "decimals", standard="")
            return None
        return int(text)
