"""``xbrlgen validate``."""

from pathlib import Path

import click

from xbrlgen.cli.command import Command, findings_options
from xbrlgen.cli.output import Output
from xbrlgen.profiles import profile_names


@click.command(
    cls=Command,
    name="validate",
    examples={
        "xbrlgen validate build/my-report/*.xbrl": "what a build made",
        "xbrlgen validate build/*/*.xbrl --quiet": "silent unless there is an error",
        "xbrlgen validate filing.xbrl --format json > findings.json": "for scripts",
        "xbrlgen validate report.xhtml --profile esef-2024": "by a regulator's rules, too",
    },
)
@click.argument("files", metavar="FILE...", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option(
    "--profile",
    type=click.Choice(profile_names()),
    default="generic",
    show_default=True,
    help="Whose rules the files have to follow.",
)
@findings_options
@click.pass_obj
def command(output: Output, files: tuple[Path, ...], profile: str) -> int:
    """Judge XBRL files, made by xbrlgen or by others.

    FILE is a page of inline XBRL (.xhtml, .html, .htm), an instance (.xbrl, .xml) or a report as JSON (.json). Its
    taxonomy has to be one of the bundled ones, or an extension of one that lies beside the file. Nothing is ever
    fetched from the network.
    """
    from xbrlgen.cli.progress import stages
    from xbrlgen.inputs import file_problem
    from xbrlgen.validation import validate

    problems = {path: file_problem(path) for path in files}
    findings = [problem for problem in problems.values() if problem]
    readable = [path for path, problem in problems.items() if not problem]
    notes = []
    if readable:
        with stages(quiet=output.quiet) as progress:
            validated = validate(readable, profile=profile, progress=progress)
        findings += validated.findings
        notes.append(f"{validated.facts:,} fact{'s' * (validated.facts != 1)}")
    return output.report(findings, *notes)
