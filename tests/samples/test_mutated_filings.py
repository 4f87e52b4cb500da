"""Damaged filings: no traceback, and the verdict of an independent validator or the reason why not.

`python -m benchmarks.mutations` judges any number of them; here are some of each small filing.
"""

from pathlib import Path

import pytest

from benchmarks.mutations.explained import explanation
from benchmarks.mutations.filings import Filing, filings
from benchmarks.mutations.judging import TRACEBACK, Outcome, judge, judge_undamaged
from benchmarks.mutations.mutation import mutated

MUTANTS = {"nl-kvk-micro": 12, "nl-kvk-groot-en-ifrs": 2, "za-cipc-2019": 2}
DOCUMENT = b'<a x="1"><b y="2">text</b><c>more</c><d><e/></d></a>'

pytestmark = pytest.mark.arelle


@pytest.fixture(scope="module")
def by_name(shared: Path) -> dict[str, Filing]:
    return {each.name: each for each in filings(shared)}


@pytest.mark.parametrize("name", MUTANTS)
def test_verdicts_on_damaged_filings_are_those_of_arelle(name: str, by_name: dict[str, Filing], tmp_path: Path):
    filing = by_name[name]
    undamaged = judge_undamaged(filing, tmp_path)
    outcomes = [judge(filing, seed, tmp_path, undamaged=undamaged) for seed in range(MUTANTS[name])]
    judged = [each for each in outcomes if each is not None]
    assert judged
    assert [each for each in judged if not each.agrees and not explanation(each)] == []
    assert (filing.write(tmp_path).read_bytes() == filing.file.read_bytes()) is not filing.is_package


def test_a_seed_always_makes_the_same_fault():
    kinds = set()
    for seed in range(200):
        first, second = mutated(DOCUMENT, str(seed)), mutated(DOCUMENT, str(seed))
        assert first == second
        if first is not None:
            kinds.add(first.kind)
    assert len(kinds) == 11


def test_a_difference_is_explained_only_if_each_of_its_codes_is():
    def outcome(*ours: str, others: tuple[str, ...] = ()) -> Outcome:
        return Outcome("f", "a/own_cal.xml", 1, "attribute set", "b", ours, others, (0, 0))

    assert outcome("XG616 x").agrees is False
    assert "section 3.5.2" in explanation(outcome("XG616 x"))
    assert explanation(outcome("XG616 x", "XG312 y")) == ""
    assert explanation(outcome(others=("xbrl.4.6.3",))) == ""
    assert outcome(TRACEBACK, others=("a",)).agrees is False
    assert explanation(outcome(TRACEBACK, others=("a",))) == ""
    assert outcome("XG616", others=("other",)).agrees
