"""``xbrlgen validate``."""

from pathlib import Path

import click

from xbrlgen.cli.command import Command, findings_options
from xbrlgen.cli.output import Output


@click.command(
    cls=Command,
    name="validate",
    examples={
        "xbrlgen validate build/my-report/*.xbrl": "what a build made",
        "xbrlgen validate build/*/*.xbrl --quiet": "silent unless there is an error",
        "xbrlgen validate filing.xbrl --format json > findings.json": "for scripts",
    },
)
@click.argument("files", metavar="FILE...", type=click.Path(path_type=Path), nargs=-1, required=True)
@findings_options
@click.pass_obj
def command(output: Output, files: tuple[Path, ...]) -> int:
    """Judge XBRL files, made by xbrlgen or by others.

    FILE is an instance (.xbrl, .xml) or a report as JSON (.json). Its taxonomy has to be one of the bundled ones, or an
    extension of one that lies beside the file. Nothing is ever fetched from the network.
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
            validated = validate(readable, progress=progress)
        findings += validated.findings
        notes.append(f"{validated.facts:,} fact{'s' * (validated.facts != 1)}")
    return output.report(findings, *notes)
