"""Judges whether facts stand where the hypercubes of their concepts allow (XBRL Dimensions 1.0 section 3.1)."""

from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName
from xbrlgen.rules.dimensional.hypercubes import BaseSet, Situation
from xbrlgen.rules.dimensional.networks import DimensionalNetworks, dimensional_networks
from xbrlgen.rules.dimensional.objections import Objection, nearest
from xbrlgen.rules.dimensional.placed_facts import FactsOfInstance, FactsOfReport, Pair, Place, PlacedFacts
from xbrlgen.rules.dimensions import is_sound
from xbrlgen.rules.subject import SHOWN_PLACES, Subject
from xbrlgen.rules.wording import counted, quoted


def dimensional_validity(subject: Subject) -> Iterator[Finding]:
    """Facts that suit no hypercube, though their concept has some.

    A report that is being made is spared: its own taxonomy is derived from its facts.
    """
    if subject.is_own:
        return
    networks = dimensional_networks(subject.taxonomy)
    facts: PlacedFacts = FactsOfReport(subject) if subject.instance is None else FactsOfInstance(subject.instance)
    judged = _Judged(subject, networks, facts)
    invalid = {pair: situation for pair in facts.pairs() if (situation := judged.unsuitable(pair)) is not None}
    if invalid:
        yield from _told(subject, networks, invalid, facts.places(invalid))


class _Judged:
    """Verdicts, each given once: by the hypercubes that concepts share, and by what stands in a container."""

    def __init__(self, subject: Subject, networks: DimensionalNetworks, facts: PlacedFacts) -> None:
        self._subject = subject
        self._networks = networks
        self._facts = facts
        self._situations: dict[Hashable, Situation | None] = {}
        self._alike: dict[object, Situation] = {}
        self._verdicts: dict[tuple[int, int], bool] = {}

    def unsuitable(self, pair: Pair) -> Situation | None:
        """Where the facts of a pair stand, if their concept may not stand there."""
        base_sets = self._networks.base_sets(pair.concept)
        if not base_sets:
            return None
        if pair.where not in self._situations:
            self._situations[pair.where] = self._situation(pair.where)
        situation = self._situations[pair.where]
        if situation is None:
            return None
        key = (id(base_sets), id(situation))
        if key not in self._verdicts:
            self._verdicts[key] = situation.suits(base_sets)
        return None if self._verdicts[key] else situation

    def _situation(self, where: Hashable) -> Situation | None:
        """What stands there, None where dimensions are at fault, which is told for itself."""
        dimensions = self._facts.dimensions(where)
        if dimensions is None or not all(is_sound(self._subject, each) for each in dimensions):
            return None
        situation = self._facts.situation(where)
        return self._alike.setdefault(situation.key, situation)


class _Case(NamedTuple):
    """What one finding is about: a concept, and what its nearest hypercubes have against its facts."""

    concept: QName
    objections: tuple[Objection, ...]


def _told(
    subject: Subject,
    networks: DimensionalNetworks,
    invalid: Mapping[Pair, Situation],
    places: Mapping[Pair, list[Place]],
) -> Iterator[Finding]:
    cases: dict[_Case, list[Place]] = {}
    objections: dict[tuple[int, int], tuple[Objection, ...]] = {}
    for pair, situation in invalid.items():
        base_sets = networks.base_sets(pair.concept)
        key = (id(base_sets), id(situation))
        if key not in objections:
            objections[key] = tuple(nearest(base_sets, situation, subject.spelt))
        cases.setdefault(_Case(pair.concept, objections[key]), []).extend(places[pair])
    for case, facts in cases.items():
        yield _finding(subject, case, facts)


def _finding(subject: Subject, case: _Case, facts: list[Place]) -> Finding:
    table = case.objections[0].hypercube
    name, label = subject.spelt(case.concept), subject.taxonomy.label(case.concept, language=subject.report.language)
    named = f"{name} ({label})" if label else name
    clauses = "; ".join(f"{subject.spelt(each.hypercube.name)} {each.clause}" for each in case.objections)
    message = (
        f"{counted(len(facts), 'fact')} of {named} {'suits' if len(facts) == 1 else 'suit'} no table of the taxonomy; "
        f"nearest, in {_role(subject, table.role)}: {clauses}."
    )
    instead = [each.instead for each in case.objections if each.instead]
    hint = f"Did you mean {' and '.join(instead)}?" if instead else ""
    shown = (each.location for each in facts[:SHOWN_PLACES])
    return finding("XG880", message, *(each for each in shown if each is not None), hint=hint, fact=facts[0].fact)


def _role(subject: Subject, role: str) -> str:
    """A role by its definition, with which people know it, else by its URI."""
    types = subject.taxonomy.role_types.get(role, ())
    definition = next((each.definition for each in types if each.definition), "")
    return quoted(definition) if definition else f"the role {role}"
