"""``xbrlgen batch``."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xbrlgen.cli.command import Command, findings_options, packages_option
from xbrlgen.cli.output import Output
from xbrlgen.profiles import profile_names

if TYPE_CHECKING:
    from xbrlgen.batch import Batch, Outcome
    from xbrlgen.batch.engines import Engine
    from xbrlgen.findings import Finding


@click.command(
    cls=Command,
    name="batch",
    examples={
        "xbrlgen batch reports": "every report folder in reports/",
        "xbrlgen batch reports.txt --out filings": "those that a list names, one on each line",
        "xbrlgen batch reports --jobs 8": "in eight processes",
        "xbrlgen batch reports --scheduler tcp://10.0.0.5:8786": "on a cluster, by Dask",
    },
)
@click.argument("sources", metavar="SOURCE...", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option(
    "-o",
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="The folder that gets a folder for each report.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes to use.  [default: one for each core]")
@click.option("--scheduler", metavar="ADDRESS", help="Hand the work to the workers of this Dask scheduler instead.")
@click.option("--from-the-start", is_flag=True, help="Build again what an earlier run has built.")
@click.option(
    "--profile",
    type=click.Choice(profile_names()),
    help="Whose rules the reports have to follow.  [default: what each report.yaml says, else generic]",
)
@packages_option
@findings_options
@click.pass_obj
def command(
    output: Output,
    *,
    sources: tuple[Path, ...],
    out: Path,
    jobs: int | None,
    scheduler: str | None,
    profile: str | None,
    packages: tuple[Path, ...],
    from_the_start: bool,
) -> int:
    """Build many reports in one go.

    SOURCE is a report folder, a folder that holds report folders, or a text file with the path of one on each line. A
    report with errors does not stop the others. An interrupted batch goes on where it was when it is started again:
    what was built from the same input is not built twice (batch.jsonl in the output folder keeps account, batch.json
    has the verdict of each report).
    """
    from xbrlgen.batch import Task, named_reports, run_batch
    from xbrlgen.cli.progress import stages
    from xbrlgen.findings import Finding
    from xbrlgen.inputs import file_problems

    reports, findings = named_reports(sources)
    if problems := [*file_problems(packages), *findings]:
        return output.report(problems)
    engine = _engine(jobs, scheduler)
    if isinstance(engine, Finding):
        return output.report([engine])
    given = tuple(path.resolve() for path in packages)
    tasks = [Task(name, path.resolve(), out.resolve() / name, profile or "", given) for name, path in reports.items()]
    with stages(quiet=output.quiet) as announce:

        def progress(done: int, last: "Outcome") -> None:
            if announce is not None:
                announce(f"{done:,} of {len(tasks):,} done, last {last.name}")

        batch = run_batch(tasks, out, engine, from_the_start=from_the_start, progress=progress)
    return output.report(batch.findings, *_notes(batch))


def _engine(jobs: int | None, scheduler: str | None) -> "Engine | Finding":
    from xbrlgen.batch.engines import Processes, cluster

    return cluster(scheduler) if scheduler else Processes(jobs or _cores())


def _cores() -> int:
    """The processors that this process may use; not every system says."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _notes(batch: "Batch") -> Iterator[str]:
    """The reports that could not be written, and how many there are of each kind."""
    failed = [each.name for each in batch.outcomes if not each.is_written]
    earlier = sum(each.is_earlier for each in batch.outcomes)
    yield from (f"not written: {name}" for name in failed)
    yield (
        f"{len(batch.outcomes):,} report{'s' * (len(batch.outcomes) != 1)}: "
        f"{len(batch.outcomes) - len(failed) - earlier:,} built, {earlier:,} built earlier, {len(failed):,} with errors"
    )
