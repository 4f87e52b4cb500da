"""The published conformance suites: each verdict is ours, but for the misses that are known."""

from collections import Counter
from pathlib import Path

import pytest
from known_misses import KNOWN_MISSES

from benchmarks.conformance.judging import Outcome, judge
from benchmarks.conformance.variations import variations

SUITES = ("xbrl21-2025", "xdt-2025", "utr-registry", "utr-structure")


@pytest.fixture(scope="module", params=SUITES)
def suite(request: pytest.FixtureRequest, shared: Path) -> tuple[str, list[Outcome]]:
    """The name of a suite, and what came of each of its variations."""
    given = [each for each in variations(shared / "conformance") if each.suite == request.param]
    assert given
    return request.param, [judge(each) for each in given]


def test_our_verdict_is_that_of_the_suite(suite: tuple[str, list[Outcome]]):
    name, outcomes = suite
    known = {key for listed, key in KNOWN_MISSES if listed == name}
    missed = {each.variation.key: each for each in outcomes if not each.agrees}
    new = {key: (each.note, each.found) for key, each in missed.items() if key not in known}
    assert new == {}, "a verdict that is not that of the suite"
    assert known - missed.keys() == set(), "listed as a miss, but it agrees: take it out of the list"


def test_names_of_variations_are_told_apart(suite: tuple[str, list[Outcome]]):
    _, outcomes = suite
    assert [key for key, times in Counter(each.variation.key for each in outcomes).items() if times > 1] == []
