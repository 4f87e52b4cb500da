"""``xbrlgen build``."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from xbrlgen.cli.command import Command, findings_options, packages_option
from xbrlgen.cli.output import Output
from xbrlgen.profiles import profile_names


@click.command(
    cls=Command,
    name="build",
    examples={
        "xbrlgen build my-report": "writes build/my-report/",
        "xbrlgen build my-report --out filings/1h23": "writes another folder",
        "xbrlgen build my-report --profile esef-2024": "for a European regulator",
        "xbrlgen build my-report --packages IFRSAT-2025.zip": "with the official taxonomy",
        "xbrlgen build my-report --viewer": "with an interactive page",
        "xbrlgen build my-report --watch": "again whenever a file changes",
        "xbrlgen build my-report --format sarif > findings.sarif": "for code scanning",
    },
)
@click.argument("report", metavar="REPORT", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder to write.  [default: build/<name of REPORT>]",
)
@click.option(
    "--profile",
    type=click.Choice(profile_names()),
    help="Whose rules the report has to follow.  [default: what report.yaml says, else generic]",
)
@packages_option
@click.option("--viewer", is_flag=True, help="Make viewer.html as well, the report with its facts to click on.")
@click.option("--watch", is_flag=True, help="Build again whenever a file of REPORT changes, until Ctrl-C.")
@findings_options
@click.pass_obj
def command(
    output: Output,
    report: Path,
    out: Path | None,
    *,
    profile: str | None,
    packages: tuple[Path, ...],
    viewer: bool,
    watch: bool,
) -> int:
    """Check a report folder and make everything of it.

    REPORT is a folder with a report.yaml ('xbrlgen new' makes one). The output folder gets the report as a page
    (.xhtml), the report package to file (.xbri), the instance (.xbrl), the same facts as JSON and as CSV (csv/), the
    issuer's taxonomy, a summary to look at (summary.html) and findings.json. What was written is read again and
    compared with the report before the build is called done.

    All or nothing: the output folder is replaced in one step, and only when no error was found.
    """
    from xbrlgen.inputs import file_problems, folder_problem

    if problem := folder_problem(report):
        return output.report([problem])
    if problems := file_problems(packages):
        return output.report(problems)

    def build_once() -> int:
        return _build_once(output, report, out, profile=profile or "", packages=packages, viewer=viewer)

    if not watch:
        return build_once()
    from xbrlgen.pipeline import default_folder

    return _build_on_change(report, out or default_folder(report), output, build_once)


def _build_once(output: Output, report: Path, out: Path | None, **settings: Any) -> int:
    from xbrlgen.cli.progress import stages
    from xbrlgen.cli.written import written_notes
    from xbrlgen.pipeline import build

    with ExitStack() as afterwards:
        with stages(quiet=output.quiet) as progress:
            built = build(report, out, progress=progress, afterwards=afterwards, **settings)
        notes = written_notes(built.files)
        notes += [f"{built.facts:,} fact{'s' * (built.facts != 1)}"] if built.folder else ["nothing was written"]
        return output.report(built.findings, *notes)


def _build_on_change(report: Path, out: Path, output: Output, build_once: Callable[[], int]) -> int:
    """Build, and again at each change; returns the status of the last build when the folder is gone."""
    import gc

    from xbrlgen.taxonomy.loading import remember_taxonomies
    from xbrlgen.watching import changes

    remember_taxonomies()
    changed = changes(report, without=out)
    gc.disable()  # garbage is looked for when nobody waits for a verdict
    status = build_once()
    gc.collect()
    gc.freeze()  # what the builds to come share is no garbage, and need not be looked through again and again
    for names in changed:
        if output.form == "text" and not output.quiet:
            click.echo(f"\nchanged: {', '.join(names)}")
        status = build_once()
        gc.collect()
    gc.enable()
    return status
