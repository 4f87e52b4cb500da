"""What xbrlgen does grows with the size of a report, and not faster; counted, not timed, so it holds on any machine."""

from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import TypeVar

import pytest
from operations import growth, operations, peak

import xbrlgen
from benchmarks.synthetic import Size
from benchmarks.synthetic.documents import write_document
from benchmarks.synthetic.report_folder import write_report_folder
from benchmarks.synthetic.tables import TABLE
from xbrlgen import rules

STEEPEST = 1.1
"""The largest exponent: sorting costs a little more than its size, anything quadratic has 2."""
STEEPEST_OF_MEMORY = 1.3
"""Tables grow by doubling, and what a process knows from before is not counted: a step up may fall between two sizes."""

SIZES, SMALLER = (200, 400, 1600), (50, 100, 400)
"""The first is what both others are measured from; the smaller ones are for what takes more time."""

GROWTHS: dict[str, Callable[[int], Size]] = {
    "facts": Size,
    "texts": lambda n: Size(n, text_share=50),
    "contexts": lambda n: Size(n, contexts=n),
    "concepts": lambda n: Size(n, contexts=10),
    "dimensions": lambda n: Size(n, contexts=n // 5, dimensions=3),
}
"""What grows: twenty facts in each context; half of them texts; one; all in ten; five in each, on three axes."""

PYTHON_CALLS = {"xbrl": 10, "xhtml": 10, "json": 18, "csv": 18, "folder": 380}
"""How many functions written in Python may be called for each further fact. A build reads what it has written, in each
syntax, so it has more to do.
"""

FAULTS = {
    "values that are none": ("xbrl", "000</s:", ".x</s:", "XG161"),
    "decimals that are none": ("xbrl", 'decimals="-3"', 'decimals="three"', "XG159"),
    "units that are missing": ("xbrl", 'unitRef="eur"', 'unitRef="usd"', "XG155"),
    "contexts that are missing": ("xbrl", 'contextRef="c', 'contextRef="d', "XG154"),
    "totals that do not add up": ("xbrl", "000</s:Concept0>", "001</s:Concept0>", "XG853"),
    "concepts that are missing": ("xbrl", "s:Concept1", "s:Notion1", "XG611"),
    "values that are none, on a page": ("xhtml", "</ix:nonFraction>", "x</ix:nonFraction>", "XG196"),
    "formats that are none": ("xhtml", "ixt:num-dot-decimal", "ixt:num-dot", "XG195"),
    "totals that do not add up, on a page": ("xhtml", "</ix:nonFraction>", "5</ix:nonFraction>", "XG850"),
    "values that are none, in JSON": ("json", '000"', '.x"', "XG161"),
    "values that are none, in tables": ("csv", "000,", ".x,", "XG919"),
}
"""What is replaced in a report, by what, and which code tells so each time (once for each total: every fifth fact)."""

SYNTAXES = ("xbrl", "xhtml", "json", "csv")

Computation = Callable[[], object]
Making = Callable[[Path, int], Computation]
T = TypeVar("T")


def judging(syntax: str, size: Callable[[int], Size]) -> Making:
    """Validate a sound report."""

    def made(folder: Path, facts: int) -> Computation:
        path = write_document(folder, size(facts), syntax)

        def judge() -> None:
            judged = xbrlgen.validate(path)
            assert (judged.findings, judged.facts) == ((), facts)

        return judge

    return made


def building(size: Callable[[int], Size]) -> Making:
    """Build a report folder."""

    def made(folder: Path, facts: int) -> Computation:
        write_report_folder(folder / "report", size(facts))

        def build() -> None:
            built = xbrlgen.build(folder / "report", folder / "built")
            assert (built.findings, built.facts) == ((), facts)

        return build

    return made


def faulty(syntax: str, old: str, new: str, code: str) -> Making:
    """Validate a report with a finding for each fact, or at least for each of its totals."""

    def made(folder: Path, facts: int) -> Computation:
        path = write_document(folder, Size(facts), syntax)
        text = folder / TABLE if syntax == "csv" else path
        text.write_text(text.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

        def judge() -> None:
            found = [each.code for each in xbrlgen.validate(path).findings]
            assert found.count(code) >= facts // 20, found[:3]

        return judge

    return made


def measured(folder: Path, make: Making, measure: Callable[[Computation], T], sizes: Sequence[int]) -> dict[int, T]:
    """What it costs at each size; it runs once before it is measured, for what is imported and kept."""
    make(folder / "before", sizes[0])()
    return {size: measure(make(folder / str(size), size)) for size in sizes}


def calls_at(folder: Path, make: Making, sizes: Sequence[int]) -> dict[int, float]:
    return {size: each.total for size, each in measured(folder, make, operations, sizes).items()}


@pytest.mark.parametrize("grown", [name for name in GROWTHS if name != "facts"])
@pytest.mark.parametrize("syntax", SYNTAXES)
def test_validation_grows_with_the_report(tmp_path: Path, syntax: str, grown: str):
    assert growth(calls_at(tmp_path, judging(syntax, GROWTHS[grown]), SIZES)) < STEEPEST


@pytest.mark.parametrize("grown", ["contexts", "concepts", "dimensions"])
def test_a_build_grows_with_the_report(tmp_path: Path, grown: str):
    assert growth(calls_at(tmp_path, building(GROWTHS[grown]), SMALLER)) < STEEPEST


@pytest.mark.parametrize("syntax", PYTHON_CALLS)
def test_a_fact_costs_few_calls(tmp_path: Path, syntax: str):
    """What is decided once for many facts must not be decided for each again."""
    make, sizes = (judging(syntax, Size), SIZES) if syntax in SYNTAXES else (building(Size), SMALLER)
    counted = measured(tmp_path, make, operations, sizes)
    assert growth({size: each.total for size, each in counted.items()}) < STEEPEST
    assert (counted[sizes[2]].python - counted[sizes[1]].python) / (sizes[2] - sizes[1]) < PYTHON_CALLS[syntax]


@pytest.mark.parametrize("fault", FAULTS)
def test_findings_cost_what_facts_cost(tmp_path: Path, fault: str):
    assert growth(calls_at(tmp_path, faulty(*FAULTS[fault]), SMALLER)) < STEEPEST


@pytest.mark.parametrize("syntax", PYTHON_CALLS)
def test_memory_grows_with_the_report(tmp_path: Path, syntax: str):
    make, sizes = (judging(syntax, Size), SIZES) if syntax in SYNTAXES else (building(Size), SMALLER)
    assert growth(measured(tmp_path, make, peak, sizes)) < STEEPEST_OF_MEMORY


def quadratic(items: int) -> Computation:
    """Compares each of some items with all others."""

    def compute() -> int:
        return sum(abs(one - other) for one, other in combinations(range(items), 2))

    return compute


def linear(items: int) -> Computation:
    """Looks at each of some items once."""

    def compute() -> int:
        return sum(abs(each) for each in range(items))

    return compute


def test_the_guard_tells_quadratic_from_linear():
    assert growth({size: operations(quadratic(size // 10)).total for size in SIZES}) > 1.5
    assert growth({size: operations(linear(size)).total for size in SIZES}) < STEEPEST
    assert growth(dict.fromkeys(SIZES, 1_000)) < STEEPEST


def test_the_guard_sees_a_quadratic_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """One that compares every tenth fact with every other of them."""
    check = rules.check

    def slow(report, *arguments, **options):
        assert not any(one.key == other.key for one, other in combinations(report.facts[::10], 2))
        return check(report, *arguments, **options)

    monkeypatch.setattr(rules, "check", slow)
    assert growth(calls_at(tmp_path, judging("json", Size), SIZES)) > STEEPEST
