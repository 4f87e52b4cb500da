"""What xbrlgen does grows with the size of a report, and not faster; counted, not timed, so it holds on any machine."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from computations import (
    Computation,
    Making,
    batching,
    building,
    building_pages,
    calls_at,
    converting,
    faulty,
    judging,
    judging_pages,
    measured,
)
from operations import growth, operations, peak

from benchmarks.synthetic import Size
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

PYTHON_CALLS = {"xbrl": 10, "xhtml": 10, "json": 18, "csv": 18, "folder": 330}
"""How many functions written in Python may be called for each further fact. A build reads what it has written, in each
syntax, so it has more to do.
"""

CONVERSIONS = {
    ("json", "out.xbrl"): 48,
    ("csv", "out.xbrl"): 50,
    ("xbrl", "out.xhtml"): 145,
    ("xhtml", "out.json"): 50,
    ("xbrl", "tables"): 72,
}
"""From which syntax to which, and how many functions written in Python may be called for each further fact."""

PAGES, REPORTS = (4, 8, 32), (1, 2, 6)
"""The sizes of document sets and of batches."""
BYTES_OF_A_REPORT = 50_000
"""What a batch may hold of each report that it has built: what was found, and the like."""

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

FAULTS_ON_CONTEXTS = {
    "contexts that are missing": FAULTS["contexts that are missing"],
    "contexts that are there twice": ("xbrl", 'context id="c', 'context id="c1" xml:base="', "XG153"),
    "contexts whose dates are none": ("xbrl", "xbrli:startDate", "xbrli:firstDate", "XG156"),
    "units that are missing": FAULTS["units that are missing"],
}
"""The same, where many contexts are looked for in vain."""

SYNTAXES = ("xbrl", "xhtml", "json", "csv")


@pytest.fixture(autouse=True)
def forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of taxonomies from other tests, so that each counts the same in any order."""
    monkeypatch.setenv("XBRLGEN_CACHE", str(tmp_path / "cache"))


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
    make, sizes = (judging(syntax), SIZES) if syntax in SYNTAXES else (building(), SMALLER)
    counted = measured(tmp_path, make, operations, sizes)
    assert growth({size: each.total for size, each in counted.items()}) < STEEPEST
    assert (counted[sizes[2]].python - counted[sizes[1]].python) / (sizes[2] - sizes[1]) < PYTHON_CALLS[syntax]


@pytest.mark.parametrize("fault", FAULTS)
def test_findings_cost_what_facts_cost(tmp_path: Path, fault: str):
    assert growth(calls_at(tmp_path, faulty(*FAULTS[fault]), SMALLER)) < STEEPEST


@pytest.mark.parametrize("fault", FAULTS_ON_CONTEXTS)
def test_findings_cost_what_contexts_cost(tmp_path: Path, fault: str):
    assert growth(calls_at(tmp_path, faulty(*FAULTS_ON_CONTEXTS[fault], GROWTHS["contexts"]), SMALLER)) < STEEPEST


@pytest.mark.parametrize("syntax", PYTHON_CALLS)
def test_memory_grows_with_the_report(tmp_path: Path, syntax: str):
    make, sizes = (judging(syntax), SIZES) if syntax in SYNTAXES else (building(), SMALLER)
    assert growth(measured(tmp_path, make, peak, sizes)) < STEEPEST_OF_MEMORY


@pytest.mark.parametrize(("syntax", "out"), CONVERSIONS)
def test_a_conversion_with_its_proof_grows_with_the_report(tmp_path: Path, syntax: str, out: str):
    counted = measured(tmp_path / "calls", converting(syntax, out), operations, SMALLER)
    assert growth({size: each.total for size, each in counted.items()}) < STEEPEST
    assert (counted[400].python - counted[100].python) / 300 < CONVERSIONS[syntax, out]
    assert growth(measured(tmp_path / "bytes", converting(syntax, out), peak, SMALLER)) < STEEPEST_OF_MEMORY


@pytest.mark.parametrize(("syntax", "out"), CONVERSIONS)
def test_a_conversion_grows_with_contexts(tmp_path: Path, syntax: str, out: str):
    assert growth(calls_at(tmp_path, converting(syntax, out, GROWTHS["contexts"]), SMALLER)) < STEEPEST


@pytest.mark.parametrize("make", [judging_pages, building_pages])
def test_a_document_set_costs_what_its_pages_cost(tmp_path: Path, make: Making):
    assert growth(calls_at(tmp_path / "calls", make, PAGES)) < STEEPEST
    assert growth(measured(tmp_path / "bytes", make, peak, PAGES)) < STEEPEST_OF_MEMORY


def test_a_batch_costs_what_its_reports_cost(tmp_path: Path):
    assert growth(calls_at(tmp_path, batching(), REPORTS)) < STEEPEST


def test_the_account_of_a_batch_grows_with_its_reports(tmp_path: Path):
    assert growth(calls_at(tmp_path, batching(is_idle=True), SMALLER)) < STEEPEST


def test_a_batch_holds_no_report_that_is_done(tmp_path: Path):
    """From the eighth on: by then all is there that a process keeps of the latest few."""
    few, many = measured(tmp_path, batching(), peak, (8, 12)).values()
    assert (many - few) / 4 < BYTES_OF_A_REPORT


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
    """One that compares every fourth fact with every other of them."""
    check = rules.check

    def slow(report, *arguments, **options):
        assert not any(one.key == other.key for one, other in combinations(report.facts[::4], 2))
        return check(report, *arguments, **options)

    monkeypatch.setattr(rules, "check", slow)
    assert growth(calls_at(tmp_path, judging("json"), SIZES)) > STEEPEST
