"""The stages of a batch: which reports are to be built, building them, and one account of all."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from xbrlgen.batch.engines import Engine
from xbrlgen.batch.journal import Journal, fingerprint
from xbrlgen.batch.task import Outcome, Task
from xbrlgen.findings import Finding

SUMMARY = "batch.json"


class Batch(NamedTuple):
    """The outcomes of all reports, in the order in which they were named."""

    outcomes: tuple[Outcome, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the reports that this run has built."""
        return tuple(each for outcome in self.outcomes for each in outcome.findings)


def run_batch(
    tasks: Sequence[Task],
    out: Path,
    engine: Engine,
    *,
    from_the_start: bool = False,
    progress: Callable[[int, Outcome], None] | None = None,
) -> Batch:
    """Perform `tasks`, but for those that an earlier run on the same inputs has done, unless `from_the_start`.

    `out` keeps the journal of what is done and, at the end, the summary. `progress` is told how many are done, and the
    last of them. Raises OSError where `out` cannot be written.
    """
    journal = Journal(out)
    sources = {task.name: fingerprint(task) for task in tasks}  # before they are built: they may change meanwhile
    done: dict[str, Outcome] = {}
    for task in tasks:
        if not from_the_start and (earlier := journal.earlier(task, sources[task.name])) is not None:
            done[task.name] = earlier
    for outcome in engine.outcomes([task for task in tasks if task.name not in done]):
        done[outcome.name] = outcome
        journal.note(outcome, sources[outcome.name])
        if progress is not None:
            progress(len(done), outcome)
    batch = Batch(tuple(done[task.name] for task in tasks))
    _write_summary(batch, out)
    return batch


def _write_summary(batch: Batch, out: Path) -> None:
    """One object for each report; which run built it is not in it: a batch gives the same bytes in one go or two."""
    from xbrlgen.findings.json_form import encoded

    reports = [
        {
            "report": each.name,
            "verdict": each.counts.verdict,
            "counts": {"error": each.counts.error, "warning": each.counts.warning, "info": each.counts.info},
            "facts": each.facts,
            "written": each.is_written,
        }
        for each in batch.outcomes
    ]
    out.mkdir(parents=True, exist_ok=True)
    (out / SUMMARY).write_bytes(encoded({"reports": reports}))
