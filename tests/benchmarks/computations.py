"""What is counted: what a user asks for, on synthetic reports of any size. Each holds its result to be as it should."""

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from operations import operations

import xbrlgen
from benchmarks.synthetic import Size
from benchmarks.synthetic.documents import write_document
from benchmarks.synthetic.report_folder import write_report_folder
from benchmarks.synthetic.tables import TABLE
from xbrlgen.batch import Outcome, Task, run_batch
from xbrlgen.batch.task import perform
from xbrlgen.findings import Counts

Computation = Callable[[], object]
Making = Callable[[Path, int], Computation]
"""Prepares something of a size in a folder, and returns what is to be counted."""

T = TypeVar("T")


def judging(syntax: str, size: Callable[[int], Size] = Size) -> Making:
    """Validate a sound report."""

    def made(folder: Path, facts: int) -> Computation:
        path = write_document(folder, size(facts), syntax)

        def judge() -> None:
            judged = xbrlgen.validate(path)
            assert (judged.findings, judged.facts) == ((), facts)

        return judge

    return made


def faulty(syntax: str, old: str, new: str, code: str, size: Callable[[int], Size] = Size) -> Making:
    """Validate a report with a finding for each fact, or at least for each of its totals."""

    def made(folder: Path, facts: int) -> Computation:
        path = write_document(folder, size(facts), syntax)
        text = folder / TABLE if syntax == "csv" else path
        text.write_text(text.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

        def judge() -> None:
            found = [each.code for each in xbrlgen.validate(path).findings]
            assert found.count(code) >= facts // 20, found[:3]

        return judge

    return made


def converting(syntax: str, out: str, size: Callable[[int], Size] = Size) -> Making:
    """Write a report in another syntax, read it again, and compare it."""

    def made(folder: Path, facts: int) -> Computation:
        path = write_document(folder, size(facts), syntax)

        def convert() -> None:
            converted = xbrlgen.convert(path, folder / out)
            assert (converted.findings, converted.facts) == ((), facts)

        return convert

    return made


def building(size: Callable[[int], Size] = Size) -> Making:
    """Build a report folder."""
    return lambda folder, facts: _build_of(write_report_folder(folder / "report", size(facts)), facts)


def building_pages(folder: Path, pages: int) -> Computation:
    """Build a report folder of so many pages, each with a table of two rows."""
    size = Size(20 * pages, contexts=10)
    return _build_of(write_report_folder(folder / "report", size, rows=2, has_pages=True), size.facts)


def _build_of(report: Path, facts: int) -> Computation:
    def build() -> None:
        built = xbrlgen.build(report, report.with_name("built"))
        assert (built.findings, built.facts) == ((), facts)

    return build


def judging_pages(folder: Path, pages: int) -> Computation:
    """Validate a document set of so many pages with ten facts each; the first has the contexts of all."""
    page = write_document(folder, Size(10 * pages), "xhtml")
    before, end, facts = page.read_text(encoding="utf-8").partition("</ix:header></div>")
    root, _, _ = before.partition("<body>")
    page.unlink()
    lines = facts.removesuffix("</body></html>\n").splitlines()
    for number in range(pages):
        start = before + end if number == 0 else f"{root}<body>"
        content = "\n".join(lines[1:][10 * number : 10 * number + 10])
        (folder / f"page-{number:04}.xhtml").write_text(f"{start}{content}</body></html>", encoding="utf-8")
    paths = sorted(folder.glob("*.xhtml"))

    def judge() -> None:
        judged = xbrlgen.validate(*paths)
        assert (judged.findings, judged.facts, len(paths)) == ((), 10 * pages, pages)

    return judge


class Here:
    """Does the work of a batch in this process, where it can be counted."""

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        for task in tasks:
            gc.collect()  # what a report has taken is free then; a process waits until it is worth the while
            yield perform(task)


class Idle:
    """Says that all is done, so that only the account of it costs anything."""

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        return (Outcome(task.name, (), 10, Counts(), is_written=True) for task in tasks)


def batching(*, is_idle: bool = False) -> Making:
    """Build so many reports in one go; or only keep account of them."""

    def made(folder: Path, reports: int) -> Computation:
        out = folder / "built"
        tasks = [
            Task(name, write_report_folder(folder / name, Size(10)), out / name, "", ())
            for name in map("report-{}".format, range(reports))
        ]

        def build() -> None:
            batch = run_batch(tasks, out, Idle() if is_idle else Here())
            assert [each.is_written for each in batch.outcomes] == [True] * reports

        return build

    return made


def measured(folder: Path, make: Making, measure: Callable[[Computation], T], sizes: Sequence[int]) -> dict[int, T]:
    """What it costs at each size; it runs once before it is measured, for what is imported and kept."""
    make(folder / "before", sizes[0])()
    return {size: measure(make(folder / str(size), size)) for size in sizes}


def calls_at(folder: Path, make: Making, sizes: Sequence[int]) -> dict[int, float]:
    """How many functions are called at each size."""
    return {size: each.total for size, each in measured(folder, make, operations, sizes).items()}
