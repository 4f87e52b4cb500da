"""What is wanted of the figures, beside what was measured: by results that are made up."""

from dataclasses import replace

import pytest

from benchmarks.speed import batches, cases, examples
from benchmarks.speed.cases import Case, Wanted, synthetic_cases
from benchmarks.speed.marks import MARKS, Judged, judged
from benchmarks.speed.measuring import Measured
from benchmarks.speed.page import marks, pages
from benchmarks.speed.results import Row, row

SOUND = (0, 0, 0)
ONE = Measured(1, 1, 1, SOUND)


def measured(name: str, facts: int = 0, *, parameters: dict | None = None, **taken: Measured) -> Row:
    case = Case(name, facts, lambda *_: {}, parameters or {})
    return row(case, {names.get(who, who): each for who, each in taken.items()}, 3)


names = {"two": batches.ON_TWO, "one": batches.ON_ONE, "dask": batches.ON_A_CLUSTER, "each": batches.ONE_BY_ONE}
SIZE = {"contexts": 5_000, "dimensions": 1, "text share": 5}


def validation(arelle: float, *, parameters: dict = SIZE, statuses: tuple[int, ...] = SOUND) -> Row:
    other = Measured(arelle, 1, 4, statuses)
    return measured(cases.VALIDATE_XML.name, 100_000, parameters=parameters, xbrlgen=ONE, Arelle=other)


def found(rows: list[Row], words: str) -> list[Judged]:
    return [each for each in judged(rows) if words in each.name]


CPU = "validate xBRL-XML, 100,000 facts: CPU of Arelle"


@pytest.mark.parametrize(
    ("rows", "measured", "verdict"),
    [
        ([validation(12.3)], "12.3 times ours", "yes"),
        ([validation(11.9)], "11.9 times ours", "no"),
        ([validation(99, statuses=(0, 1, 0))], "", "not measured"),
        ([validation(99, parameters=SIZE | {"contexts": 50})], "", "not measured"),
        ([validation(99, parameters=SIZE | {"dimensions": 3})], "", "not measured"),
        ([], "", "not measured"),
    ],
)
def test_a_mark_is_met_by_what_was_measured_of_its_size(rows: list[Row], measured: str, verdict: str):
    assert found(rows, CPU) == [Judged(CPU, "at least 12 times ours", measured, verdict)]


def test_growth_is_from_one_size_to_another():
    small, large = (
        measured(cases.VALIDATE_XML.name, facts, parameters=SIZE | {"contexts": facts // 20}, xbrlgen=taken)
        for facts, taken in ((100_000, ONE), (1_000_000, Measured(12.5, 29, 599, SOUND)))
    )
    verdicts = [(each.measured, each.verdict) for each in found([large, small], "validate xBRL-XML") if each.measured]
    assert verdicts == [("29 s", "yes"), ("599 MB", "yes"), ("12.5 times", "no")]


def test_a_batch_is_beside_the_other_ways():
    copies = {"copies": 200}
    two, one = Measured(20, 10, 1, SOUND), Measured(17, 18, 1, SOUND)
    rows = [
        measured(batches.IIJS, 1, parameters=copies, two=two, one=one, dask=replace(two, statuses=(0, 1, 1))),
        measured(batches.SMALL_ONES, 1, parameters=copies, two=two, each=Measured(90, 99, 1, SOUND)),
    ]
    verdicts = [(each.measured, each.verdict) for each in found(rows, "one go")]
    assert verdicts == [("1.8 times", "yes"), ("9.9 times", "no"), ("2 runs", "no")]
    assert {each.verdict for each in found([rows[0] | {"parameters": {"copies": 6}}], "one go")} == {"not measured"}


def test_each_mark_is_of_a_case_that_the_command_measures(tmp_path):
    """All of them get a figure from rows of the cases that are measured if nothing else is asked for."""
    package = tmp_path / "package.zip"
    package.touch()
    wanted = Wanted((), 0, 1, 5, 100_000, 200, package)
    every = [*synthetic_cases(wanted), *examples.example_cases(wanted), *batches.batch_cases(wanted)]
    competitors = ("xbrlgen", "Arelle", examples.HELP_COMMAND, *names.values())
    rows = [row(case, dict.fromkeys(competitors, ONE), 3) for case in every]
    assert [each.name for each in judged(rows) if each.verdict == "not measured"] == []
    assert len({mark.name for mark in MARKS}) == len(MARKS)


def test_the_page_and_the_terminal_have_the_marks():
    rows = [validation(11.9)]
    assert f"| {CPU} | at least 12 times ours | 11.9 times ours | no |" in pages(rows)["benchmarks.md"]
    assert f"{'no':12}  11.9 times ours  at least 12 times ours  {CPU}" in marks(rows)
