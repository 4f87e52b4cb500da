"""One report of a batch: what is to be done, and what came of it. Both travel between processes and machines."""

from pathlib import Path
from typing import NamedTuple

from xbrlgen.findings import Counts, Finding, Location


class Task(NamedTuple):
    """Build the report folder `report` into the folder `out`; paths are absolute, for workers start elsewhere."""

    name: str
    report: Path
    out: Path
    profile: str
    packages: tuple[Path, ...]


class Outcome(NamedTuple):
    """What came of a task: its name, what was found, how many facts, and whether the output folder was replaced.

    Of a report that an earlier run has built there are the counts of its findings only.
    """

    name: str
    findings: tuple[Finding, ...]
    facts: int
    counts: Counts
    is_written: bool
    is_earlier: bool = False

    @classmethod
    def failed(cls, name: str, problem: Finding) -> "Outcome":
        """That of a report that could not be built at all."""
        return cls(name, (problem,), 0, Counts.of([problem]), is_written=False)


def perform(task: Task) -> Outcome:
    """Build one report; what goes wrong with it, be it a fault of the program, is in the outcome."""
    from xbrlgen.pipeline import build

    try:
        built = build(task.report, task.out, profile=task.profile, packages=task.packages)
    except Exception as error:  # noqa: BLE001 - one report must not take the others with it
        from xbrlgen.internal_error import internal_error

        problem = internal_error(error)._replace(locations=(Location(str(task.report)),))
        return Outcome.failed(task.name, problem)
    counts = Counts.of(built.findings)
    return Outcome(task.name, built.findings, built.facts, counts, is_written=built.folder is not None)
