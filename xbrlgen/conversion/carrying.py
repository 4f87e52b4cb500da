"""What of a report a syntax can carry."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.conversion.destination import Syntax
from xbrlgen.model import NO_ENTITY, PURE, Dimension, Entity, Fact, Link, QName, Report, TypedMember, Unit, Vocabulary
from xbrlgen.target.obstacles import illegal_characters, illegal_in

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_SPACE = re.compile(r"\s")


class Problem(NamedTuple):
    """Why something cannot be carried: `subject` is the id of the fact or footnote, which is lost unless it `stays`.

    Problems of one `cause` are told once.
    """

    code: str
    message: str
    subject: str
    cause: object
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Carrying:
    """Judges for one syntax; `typed_domains` are the elements of typed members that the source has."""

    syntax: Syntax
    vocabulary: Vocabulary
    typed_domains: Mapping[QName, QName] = field(default_factory=lambda: MappingProxyType({}))

    def problems(self, report: Report) -> Iterator[Problem]:
        """All that cannot be carried, each cause once; numbers that read as texts are told of, and carried."""
        told: set[object] = set()
        for each in self._found(report):
            if each.cause not in told:
                told.add(each.cause)
                yield each
        if self.syntax is Syntax.CSV:
            yield from (_text(fact) for fact in report.facts if seems_text(fact, self.vocabulary))

    def carried(self, report: Report) -> Report:
        """The report without what cannot be carried."""
        problems = tuple(self._found(report))
        if not problems:
            return report
        lost = {each.subject for each in problems if not each.stays}
        kept = {fact.id for fact in report.facts if fact.id not in lost}
        notes = {note.id for note in report.footnotes if note.id not in lost}
        return replace(
            report,
            facts=tuple(fact for fact in report.facts if fact.id in kept),
            footnotes=tuple(
                note._replace(facts=tuple(fact for fact in note.facts if fact in kept))
                for note in report.footnotes
                if note.id in notes
            ),
            links=tuple(link for link in report.links if self._is_kept(link, kept, notes)),
        )

    def _is_kept(self, link: Link, facts: set[str], notes: set[str]) -> bool:
        sources = facts if self.syntax.is_xml else facts | notes
        return link.source in sources and link.target in facts | notes

    def _found(self, report: Report) -> Iterator[Problem]:
        if not self.syntax.is_xml:
            yield from _name_problems(report.facts)
        else:
            yield from self._xml_problems(report.facts)
            notes = {note.id for note in report.footnotes}
            for note in report.footnotes:
                if what := illegal_in("the footnote", note.content):
                    yield Problem("XG501", what, note.id, note.id)
            for link in report.links:
                if link.source in notes:
                    what = f"the footnote {link.source!r} links to {link.target!r}"
                    yield Problem("XG940", what, link.source, link, stays=True)

    def _xml_problems(self, facts: Iterable[Fact]) -> Iterator[Problem]:
        """What is wrong with texts and with members, which are looked at once where facts share them."""
        sound: set[int] = set()
        for fact in facts:
            if isinstance(fact.value, str) or id(fact.dimensions) not in sound:
                problems = tuple(self._xml_problems_of(fact))
                if not problems:
                    sound.add(id(fact.dimensions))
                yield from problems

    def _xml_problems_of(self, fact: Fact) -> Iterator[Problem]:
        yield from (Problem("XG501", what, fact.id, (fact.id, what)) for what in illegal_characters(fact))
        for axis in (each.axis for each in fact.dimensions if isinstance(each.member, TypedMember)):
            if not self._has_domain(axis):
                what = f"the taxonomy has no element for the members of the typed axis {axis}"
                yield Problem("XG503", what, fact.id, axis)

    def _has_domain(self, axis: QName) -> bool:
        concept = self.vocabulary.concept(axis)
        return axis in self.typed_domains or (concept is not None and concept.typed_domain is not None)


def seems_text(fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether CSV writes a number as it writes texts, and no type tells which it is."""
    return fact.unit == PURE and fact.decimals is None and vocabulary.concept(fact.concept) is None


def _text(fact: Fact) -> Problem:
    what = f"{fact.concept} is exact and has no unit, and no taxonomy says that it is a number"
    return Problem("XG942", what, fact.id, fact.id)


def _name_problems(facts: Iterable[Fact]) -> Iterator[Problem]:
    """Entities and names that have no form with a prefix; what is sound is looked at once, as facts share it."""
    sound: set[int] = set()
    for fact in facts:
        for aspect in (fact.entity, fact.concept, fact.unit, fact.dimensions):
            if id(aspect) not in sound:
                problems = list(_name_problems_of(aspect, fact))
                if not problems:
                    sound.add(id(aspect))
                yield from problems


def _name_problems_of(aspect: Entity | QName | Unit | tuple[Dimension, ...] | None, fact: Fact) -> Iterator[Problem]:
    for each in _named(aspect):
        if isinstance(each, QName):
            if not each.namespace or not _ABSOLUTE.fullmatch(each.namespace):
                yield Problem("XG941", f"the name {each} is in no namespace that is a URI", fact.id, each)
        elif each != NO_ENTITY and (not _ABSOLUTE.fullmatch(each.scheme) or _SPACE.search(each.identifier)):
            what = f"the entity {each.identifier!r} of the scheme {each.scheme!r} has no form with a prefix"
            yield Problem("XG941", what, fact.id, each)


def _named(aspect: Entity | QName | Unit | tuple[Dimension, ...] | None) -> Iterator[Entity | QName]:
    if isinstance(aspect, Entity | QName):
        yield aspect
    elif isinstance(aspect, Unit):
        yield from () if aspect == PURE else aspect.numerators + aspect.denominators
    else:
        for dimension in aspect or ():
            yield dimension.axis
            if isinstance(dimension.member, QName):
                yield dimension.member
