"""What is wanted of the figures: each mark beside what was measured, from the results alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.speed import batches, cases, examples
from benchmarks.speed.results import Row

Figure = Callable[[Sequence[Row]], float | None]
"""From the results to a figure; None where it was not measured, or where a run has failed."""

OWN, ARELLE = "xbrlgen", "Arelle"
HUNDRED_THOUSAND = {"facts": 100_000, "contexts": 5_000, "dimensions": 1}
MILLION = {"facts": 1_000_000, "contexts": 50_000, "dimensions": 1}
FEW, MANY = ({"facts": 10_000, "contexts": contexts, "dimensions": 1} for contexts in (100, 10_000))
COPIES = {"copies": 200}
NAMES = {"cpu": "CPU", "wall": "time", "memory": "memory"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure by its name, the most or the least that it may be, and in what it is counted."""

    name: str
    figure: Figure
    limit: float
    unit: str = ""
    is_least: bool = False

    @property
    def wanted(self) -> str:
        """The limit in words."""
        return f"{'at least' if self.is_least else 'at most'} {self.limit:g}{self.unit}"

    def is_met(self, figure: float) -> bool:
        """Whether a figure is within the limit."""
        return figure >= self.limit if self.is_least else figure <= self.limit


@dataclass(frozen=True, slots=True)
class Judged:
    """A mark as a line of text has it: what is wanted, what was measured, and whether it is met."""

    name: str
    wanted: str
    measured: str
    verdict: str


def judged(rows: Sequence[Row]) -> Iterator[Judged]:
    """Each mark, by the results."""
    for mark in MARKS:
        figure = mark.figure(rows)
        if figure is None:
            yield Judged(mark.name, mark.wanted, "", "not measured")
        else:
            verdict = "yes" if mark.is_met(figure) else "no"
            yield Judged(mark.name, mark.wanted, f"{figure:.4g}{mark.unit}", verdict)


def _found(rows: Sequence[Row], case: str, who: str, size: Row | None) -> Row | None:
    """What one of the competitors took."""
    for each in rows:
        known = {"facts": each["facts"], **each["parameters"]}
        if each["case"] == case and who in each["results"] and (size or {}).items() <= known.items():
            taken: Row = each["results"][who]
            return taken
    return None


def _figure(case: str, what: str, size: Row | None = None, who: str = OWN) -> Figure:
    """Seconds or megabytes that somebody takes, where no run has failed."""

    def figure(rows: Sequence[Row]) -> float | None:
        taken = _found(rows, case, who, size)
        return None if taken is None or any(taken["statuses"]) else float(taken[what])

    return figure


def _times(one: Figure, other: Figure) -> Figure:
    """How often one figure has the other in it."""

    def figure(rows: Sequence[Row]) -> float | None:
        more, less = one(rows), other(rows)
        return None if more is None or not less else more / less

    return figure


def _beside_arelle(case: str, what: str, least: float, size: Row | None = None) -> Mark:
    named = f"{case}{_in_words(size)}: {NAMES[what]} of Arelle"
    figure = _times(_figure(case, what, size, ARELLE), _figure(case, what, size))
    return Mark(named, figure, least, " times ours", is_least=True)


def _alone(case: str, what: str, most: float, size: Row | None = None, who: str = OWN) -> Mark:
    unit = " MB" if what == "memory" else " s"
    return Mark(f"{case}{_in_words(size)}: {NAMES[what]}", _figure(case, what, size, who), most, unit)


def _grown(case: str, most: float, small: Row, large: Row, way: str) -> Mark:
    """How CPU grows from one size to another."""
    return Mark(f"{case}: CPU {way}", _times(_figure(case, "cpu", large), _figure(case, "cpu", small)), most, " times")


def _throughput(case: str, slower: str, least: float) -> Mark:
    """How many times the throughput of another way a batch on two processes has."""
    figure = _times(_figure(case, "wall", COPIES, slower), _figure(case, "wall", COPIES, batches.ON_TWO))
    return Mark(f"{case}: throughput on 2 processes, to that of {slower}", figure, least, " times", is_least=True)


def _in_words(size: Row | None) -> str:
    return f", {size['facts']:,} facts" if size else ""


def _of_synthetic_reports() -> Iterator[Mark]:
    for task in (cases.VALIDATE_XML, cases.VALIDATE_INLINE, cases.VALIDATE_JSON):
        yield _beside_arelle(task.name, "cpu", 12, HUNDRED_THOUSAND)
    yield _beside_arelle(cases.VALIDATE_XML.name, "memory", 3, HUNDRED_THOUSAND)
    yield _alone(cases.BUILD.name, "cpu", 12, HUNDRED_THOUSAND)
    yield _alone(cases.BUILD.name, "memory", 500, HUNDRED_THOUSAND)
    for task, seconds in ((cases.WRITE_XML, 25), (cases.WRITE_XML_FROM_CSV, 25), (cases.VALIDATE_XML, 30)):
        yield _alone(task.name, "wall", seconds, MILLION)
        yield _alone(task.name, "memory", 600, MILLION)
        yield _grown(task.name, 12, HUNDRED_THOUSAND, MILLION, "from 100,000 facts to 1,000,000")
    for task in cases.IN_MORE_CONTEXTS:
        yield _grown(cases.in_more_contexts(task), 1.5, FEW, MANY, "from 100 contexts to 10,000")


def _of_examples() -> Iterator[Mark]:
    yield _alone(examples.BUILD_IIJ, "wall", 1)
    yield _beside_arelle(examples.VALIDATE_IIJ, "wall", 15)
    yield _beside_arelle(examples.VALIDATE_OFFICIAL, "wall", 15)
    yield _alone(examples.REBUILD_IIJ, "wall", 0.3)
    yield _alone(examples.HELP, "wall", 0.1, who=examples.HELP_COMMAND)
    yield _throughput(batches.IIJS, batches.ON_ONE, 1.7)
    yield _throughput(batches.SMALL_ONES, batches.ONE_BY_ONE, 10)
    yield Mark(f"{batches.IIJS}: failures on a Dask cluster, or other files than without", _failures, 0, " runs")


def _failures(rows: Sequence[Row]) -> float | None:
    """How many runs on a cluster ended badly, or with other files."""
    taken = _found(rows, batches.IIJS, batches.ON_A_CLUSTER, COPIES)
    return None if taken is None else sum(map(bool, taken["statuses"]))


MARKS = (*_of_synthetic_reports(), *_of_examples())
