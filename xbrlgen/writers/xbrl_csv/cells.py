"""Aspects and values as cells of CSV (xBRL-CSV 1.0, sections 2 and 4)."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal

from xbrlgen.model import Period, QName, TypedMember
from xbrlgen.target import Context, TargetDocument, TargetFact
from xbrlgen.writers.lexical import base_type, moment, names, number
from xbrlgen.writers.oim import entity_text, unit_text

CONCEPT, ENTITY, PERIOD, UNIT, DECIMALS, LANGUAGE = "concept", "entity", "period", "unit", "decimals", "language"


class Cells:
    """The cells of one document; what many facts share is written once."""

    def __init__(self, document: TargetDocument) -> None:
        self._document = document
        self._contexts = {context.id: dict(self._aspects(context)) for context in document.contexts}
        self._concepts: dict[QName, str] = {}
        self._aspects_of: dict[tuple[str, str | None, int | None, bool, str | None], Mapping[str, str]] = {}
        self._units = {each.id: unit_text(each.unit, document) for each in document.units}
        self.axes = tuple(sorted({axis for each in self._contexts.values() for axis in each} - {ENTITY, PERIOD}))
        """The names of the axes in use."""

    def context(self, target: TargetFact) -> dict[str, str]:
        """Entity, period and members of a fact, as far as it has any."""
        return self._contexts[target.context]

    def unit(self, target: TargetFact) -> str:
        """The unit of a number; empty for pure ones and for texts."""
        return "" if target.unit is None else self._units[target.unit]

    def concept(self, target: TargetFact) -> str:
        """The concept of a fact."""
        name = target.fact.concept
        if name not in self._concepts:
            self._concepts[name] = self._document.prefixed(name)
        return self._concepts[name]

    def aspects(self, target: TargetFact) -> Mapping[str, str]:
        """All dimensions of a fact but the concept, and its decimals, as far as it has any; in the order of columns.

        Facts that have these alike share the mapping.
        """
        fact = target.fact
        kind = (target.context, target.unit, fact.decimals, fact.value is None, fact.language)
        if kind not in self._aspects_of:
            said = {UNIT: self.unit(target), DECIMALS: decimals(target), LANGUAGE: fact.language or ""}
            found = self.context(target) | said
            self._aspects_of[kind] = {key: text for key, text in found.items() if text}
        return self._aspects_of[kind]

    def value(self, target: TargetFact) -> str:
        """The value of a fact."""
        value = target.fact.value
        if isinstance(value, Decimal):
            return number(value, base_type(target))
        written = names(target, self._document.prefixed)
        return cell(value if written is None else written)

    def _aspects(self, context: Context) -> Iterator[tuple[str, str]]:
        if entity := entity_text(context.entity, self._document):
            yield ENTITY, entity
        if context.period is not None:
            yield PERIOD, period_text(context.period)
        for each in context.dimensions:
            member = each.member
            written = cell(member.value) if isinstance(member, TypedMember) else self._document.prefixed(member)
            yield self._document.prefixed(each.axis), written


def cell(text: str | None) -> str:
    """A text, told from special values; None is nil."""
    if text is None:
        return "#nil"
    return f"#{text}" if text.startswith("#") else text or "#empty"


def decimals(target: TargetFact) -> str:
    """The decimals of a number; empty for exact numbers, nil facts and texts."""
    fact = target.fact
    return "" if fact.decimals is None or not fact.is_numeric or fact.is_nil else str(fact.decimals)


def period_text(period: Period) -> str:
    """A period by its days where it begins and ends with one, which people read more easily."""
    moments = [each for each in (period.start, period.end) if each is not None]
    if all(each.time() == time() for each in moments) and period.end.date() > date.min:
        return f"{period.last_day}@end" if period.is_instant else f"{period.first_day}..{period.last_day}"
    return "/".join(map(moment, moments))
