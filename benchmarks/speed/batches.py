"""Many reports in one go: over processes, over the workers of a cluster, and with a process for each."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from benchmarks.speed.cases import Case, Environment, Wanted
from benchmarks.speed.cluster import SAME
from benchmarks.speed.commands import PYTHON, XBRLGEN
from benchmarks.speed.examples import IIJ, IIJ_FACTS, VALID
from benchmarks.speed.measuring import Command, Measured, alternating
from benchmarks.synthetic import Size
from benchmarks.synthetic.report_folder import write_report_folder

SMALL = Size(10)
"""A report so small that a process of its own mostly starts up."""

IIJS, SMALL_ONES = "build many reports in one go: IIJ's", "build many reports in one go: small ones"
ON_TWO, ON_ONE = "batch, 2 processes", "batch, 1 process"
ON_A_CLUSTER = "batch, Dask with 2 workers"
ONE_BY_ONE, TWO_AT_ONCE = "a process for each, 1 at once", "a process for each, 2 at once"


def batch_cases(wanted: Wanted) -> Iterator[Case]:
    """Copies of IIJ's half-year report, and as many small reports."""
    copies = wanted.copies
    yield _case(IIJS, IIJ_FACTS, copies, _copy_of_iij, _on_a_cluster)
    yield _case(SMALL_ONES, SMALL.facts, copies, _small_report, _without_a_batch)


def _copy_of_iij(folder: Path) -> None:
    shutil.copytree(IIJ, folder)


def _small_report(folder: Path) -> None:
    write_report_folder(folder, SMALL)


def _batch(out: str, *arguments: str) -> tuple[str, ...]:
    return (*XBRLGEN, "batch", "reports", "--out", out, "--from-the-start", *arguments)


def _without_a_batch() -> dict[str, Command]:
    build = f"{' '.join(XBRLGEN)} build reports/{{}} --out alone/{{}} --quiet"

    def all_of_them(at_once: int) -> Command:
        return Command(("sh", "-c", f"ls reports | xargs -P {at_once} -I {{}} {build} && echo done"), "done")

    return {ONE_BY_ONE: all_of_them(1), TWO_AT_ONCE: all_of_them(2)}


def _on_a_cluster() -> dict[str, Command]:
    """Started and ended with the batch; its outputs have to be those of the batch before."""
    if find_spec("distributed") is None:
        return {}
    return {ON_A_CLUSTER: Command((*PYTHON, "-m", "benchmarks.speed.cluster", "reports", "clustered", "built"), SAME)}


def _case(
    name: str, facts: int, copies: int, write: Callable[[Path], None], others: Callable[[], dict[str, Command]]
) -> Case:
    """A batch over two processes and over one, and what else there is."""

    def measure(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
        for number in range(copies):
            write(folder / "reports" / f"report-{number:04}")
        own = {
            title: Command(_batch("built", "--jobs", str(jobs)), VALID) for title, jobs in ((ON_TWO, 2), (ON_ONE, 1))
        }
        return alternating({**own, **others()}, environment, folder, runs)

    return Case(name, facts * copies, measure, {"copies": copies})
