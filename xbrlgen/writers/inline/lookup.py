"""Facts by the names that an issuer gives them: a concept, a period, members."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from xbrlgen.model import Dimension, Fact, Period, QName, TypedMember
from xbrlgen.target import TargetFact
from xbrlgen.writers.inline.subject import Subject


class UnknownNameError(Exception):
    """A name that leads to nothing in the report, or to several things; `hint` says what is there."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Lookup:
    """Finds the facts of a subject; raises UnknownNameError."""

    subject: Subject

    def fact(self, concept: str, period: str | None, members: Mapping[str, str], language: str | None) -> TargetFact:
        """The one fact with this concept, period (None: the report's) and members, no more and no fewer."""
        name, wanted = self.name(concept), self._period(period)
        found = self._by_concept.get(name, ())
        if not found:
            raise UnknownNameError(f"no fact reports '{concept}'", _hint(concept, self._concepts))
        dimensions = {self.name(axis): self._member(member) for axis, member in members.items()}
        fitting = [each for each in found if _fits(each.fact, wanted, dimensions, language)]
        if len(fitting) == 1:
            return fitting[0]
        what = f"'{concept}' for {'the period of the report' if period is None else period}"
        what += "".join(f", {axis}={member}" for axis, member in members.items())
        if fitting:
            raise UnknownNameError(f"{len(fitting)} facts report {what}", "Say which: language='en'.")
        others = sorted({_described(each.fact) for each in found})
        raise UnknownNameError(f"no fact reports {what}", f"It is reported for {'; '.join(others[:5])}.")

    def name(self, text: str) -> QName:
        """A name as a report folder writes it: with a prefix, or of the taxonomy that the report is built on."""
        prefix, colon, local = text.rpartition(":")
        if not colon:
            return QName(self.subject.vocabulary.namespace, text)
        if prefix not in self._namespaces:
            raise UnknownNameError(f"'{prefix}' is no prefix here", _hint(prefix, tuple(self._namespaces)))
        return QName(self._namespaces[prefix], local)

    def _period(self, text: str | None) -> Period | None:
        if text is None:
            return self.subject.report.period
        names = self.subject.report.period_names
        by_dates = {str(each.period): each.period for each in self.subject.document.contexts if each.period}
        if text not in names and text not in by_dates:
            raise UnknownNameError(f"'{text}' is no period of the report", _hint(text, tuple(names)))
        return names.get(text) or by_dates[text]

    def _member(self, text: str) -> QName | TypedMember:
        try:
            name = self.name(text)
        except UnknownNameError:
            return TypedMember(text)
        return name if self.subject.vocabulary.concept(name) is not None else TypedMember(text)

    @cached_property
    def _namespaces(self) -> Mapping[str, str]:
        return {prefix: uri for uri, prefix in self.subject.document.prefixes.items()}

    @cached_property
    def _by_concept(self) -> Mapping[QName, tuple[TargetFact, ...]]:
        found: dict[QName, list[TargetFact]] = {}
        for each in self.subject.document.facts:
            found.setdefault(each.fact.concept, []).append(each)
        return {name: tuple(facts) for name, facts in found.items()}

    @cached_property
    def _concepts(self) -> tuple[str, ...]:
        return tuple(self._written(self._by_concept))

    def _written(self, names: Mapping[QName, object]) -> Iterator[str]:
        for name in names:
            is_usual = name.namespace == self.subject.vocabulary.namespace
            yield name.local_name if is_usual else self.subject.document.prefixed(name)


def _fits(
    fact: Fact, period: Period | None, members: Mapping[QName, QName | TypedMember], language: str | None
) -> bool:
    """Whether a fact is meant; an instant one is meant by a duration that ends with it."""
    in_time = period is None or fact.period in (period, period.closing)
    in_language = language is None or fact.language == language.lower()
    return in_time and in_language and {each.axis: each.member for each in fact.dimensions} == members


def _described(fact: Fact) -> str:
    members = ", ".join(_member(each) for each in fact.dimensions)
    return f"{fact.period}{' with ' if members else ''}{members}"


def _member(dimension: Dimension) -> str:
    member = dimension.member.local_name if isinstance(dimension.member, QName) else dimension.member.value
    return f"{dimension.axis.local_name}={member}"


def _hint(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, 1)
    return f"Did you mean '{close[0]}'?" if close else ""
