"""Judges whether facts stand where the hypercubes of their concepts allow (XBRL Dimensions 1.0 section 3.1)."""

from collections.abc import Hashable, Iterator, Mapping

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import QName
from xbrlgen.rules.dimensional.hypercubes import BaseSet, Situation
from xbrlgen.rules.dimensional.networks import dimensional_networks
from xbrlgen.rules.dimensional.objections import Kind, Objected, Objection, clause, nearest, similar
from xbrlgen.rules.dimensional.placed_facts import FactsOfInstance, FactsOfReport, PlacedFact, PlacedFacts
from xbrlgen.rules.dimensions import is_sound
from xbrlgen.rules.subject import MOST_SUGGESTIONS, SHOWN_PLACES, Subject
from xbrlgen.rules.wording import counted, quoted


def dimensional_validity(subject: Subject) -> Iterator[Finding]:
    """Facts that suit no hypercube, though their concept has some.

    A report that is being made is spared: its own taxonomy is derived from its facts.
    """
    if not subject.is_own:
        instance = subject.instance
        facts = FactsOfReport(subject) if instance is None else FactsOfInstance(subject, instance)
        yield from _Judgement(subject, facts).findings()


class _Case:
    """Facts of one concept to which the same objections are raised, and to what: members or axes."""

    def __init__(self, concept: QName, objections: tuple[Objection, ...]) -> None:
        self.concept = concept
        self.objections = objections
        self.names: dict[Objection, dict[QName | None, None]] = {}
        self.count = 0
        self.first = ""
        self.places: list[Location] = []

    def add(self, fact: PlacedFact, objected: list[Objected]) -> None:
        """One more fact."""
        for objection, name in objected:
            self.names.setdefault(objection, {})[name] = None
        self.first = self.first if self.count else fact.id
        self.count += 1
        if self.count <= SHOWN_PLACES and (place := fact.place()) is not None:
            self.places.append(place)


class _Verdicts:
    """What some hypercubes allow: places that were judged, and what is wrong; each situation is judged once."""

    def __init__(self) -> None:
        self.judged: set[Hashable] = set()
        self.wrong: dict[Hashable, Situation] = {}
        self._known: dict[int, bool] = {}

    def suits(self, situation: Situation, base_sets: tuple[BaseSet, ...]) -> bool:
        """Whether facts may stand there."""
        if id(situation) not in self._known:
            self._known[id(situation)] = situation.suits(base_sets)
        return self._known[id(situation)]


class _Judgement:
    """The verdicts on all facts: each once for the hypercubes that concepts share, and for what is in a container."""

    def __init__(self, subject: Subject, facts: PlacedFacts) -> None:
        self._subject = subject
        self._facts = facts
        self._networks = dimensional_networks(subject.taxonomy)
        self._situations: dict[Hashable, Situation | None] = {}
        self._alike: dict[object, Situation] = {}
        self._verdicts: dict[int, _Verdicts] = {}
        self._objected: dict[tuple[int, int], list[Objected]] = {}

    def findings(self) -> Iterator[Finding]:
        """One for each concept and what is wrong with its facts."""
        wrong = {concept: found for concept, found in self._wrong() if found}
        cases: dict[tuple[QName, tuple[Objection, ...]], _Case] = {}
        for fact in self._facts.among(wrong) if wrong else ():
            objected = self._objections(fact.concept, wrong[fact.concept][fact.where])
            objections = tuple(dict.fromkeys(each.objection for each in objected))
            key = (fact.concept, objections)
            if key not in cases:
                cases[key] = _Case(*key)
            cases[key].add(fact, objected)
        for number, case in enumerate(cases.values()):
            yield _finding(self._subject, case, suggests=number < MOST_SUGGESTIONS)

    def _wrong(self) -> Iterator[tuple[QName, Mapping[Hashable, Situation]]]:
        """Where there are facts of each concept that its hypercubes do not allow there."""
        for concept, places in self._facts.by_concept().items():
            base_sets = self._networks.base_sets(concept)
            if base_sets:
                wrong = self._ruled_out(base_sets, places)
                yield concept, {where: wrong[where] for where in places if where in wrong} if wrong else {}

    def _ruled_out(
        self, base_sets: tuple[BaseSet, ...], places: Mapping[Hashable, None]
    ) -> Mapping[Hashable, Situation]:
        """The places, among these and others, that the hypercubes do not allow."""
        verdicts = self._verdicts.setdefault(id(base_sets), _Verdicts())
        for where in places.keys() - verdicts.judged:
            situation = self._situation(where)
            if situation is not None and not verdicts.suits(situation, base_sets):
                verdicts.wrong[where] = situation
        verdicts.judged |= places.keys()
        return verdicts.wrong

    def _situation(self, where: Hashable) -> Situation | None:
        """What stands there, None where dimensions are at fault, which is told for itself."""
        if where not in self._situations:
            dimensions = self._facts.dimensions(where)
            if dimensions is None or not all(is_sound(self._subject, each) for each in dimensions):
                self._situations[where] = None
            else:
                situation = self._facts.situation(where)
                self._situations[where] = self._alike.setdefault(situation.key, situation)
        return self._situations[where]

    def _objections(self, concept: QName, situation: Situation) -> list[Objected]:
        base_sets = self._networks.base_sets(concept)
        key = (id(base_sets), id(situation))
        if key not in self._objected:
            self._objected[key] = nearest(base_sets, situation)
        return self._objected[key]


def _finding(subject: Subject, case: _Case, *, suggests: bool) -> Finding:
    name = subject.spelt(case.concept)
    label = subject.taxonomy.label(case.concept, language=subject.report.language)
    clauses = (
        f"{subject.spelt(each.hypercube.name)} {clause(each, case.names[each], subject.spelt)}"
        for each in case.objections
    )
    message = (
        f"{counted(case.count, 'fact')} of {f'{name} ({label})' if label else name} "
        f"{'suits' if case.count == 1 else 'suit'} no table of the taxonomy; "
        f"nearest, in {_role(subject, case.objections[0].hypercube.role)}: {'; '.join(clauses)}."
    )
    hint = _hint(subject, case) if suggests else ""
    return finding("XG880", message, *case.places, hint=hint, fact=case.first)


def _hint(subject: Subject, case: _Case) -> str:
    """A question that names the members that may be meant; empty if none is like those that are wrong."""
    found: list[str] = []
    for objection in case.objections:
        if objection.kind is Kind.MEMBER and objection.axis is not None:
            member = similar(next(iter(case.names[objection])), objection)
            if member is not None:
                found.append(f"{subject.spelt(member)} on {subject.spelt(objection.axis)}")
    return f"Did you mean {' and '.join(found)}?" if found else ""


def _role(subject: Subject, role: str) -> str:
    """A role by its definition, with which people know it, else by its URI."""
    types = subject.taxonomy.role_types.get(role, ())
    definition = next((each.definition for each in types if each.definition), "")
    return quoted(definition) if definition else f"the role {role}"
