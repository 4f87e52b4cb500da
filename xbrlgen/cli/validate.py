"""``xbrlgen validate``."""

from pathlib import Path

import click

from xbrlgen.cli.command import Command, findings_options, packages_option
from xbrlgen.cli.output import Output
from xbrlgen.profiles import profile_names


@click.command(
    cls=Command,
    name="validate",
    examples={
        "xbrlgen validate build/my-report/*.xbrl": "what a build made",
        "xbrlgen validate build/*/*.xbrl --quiet": "silent unless there is an error",
        "xbrlgen validate filing.xbrl --format json > findings.json": "for scripts",
        "xbrlgen validate filing.xbri --packages IFRSAT-2025.zip": "a package, with the official taxonomy",
        "xbrlgen validate report.xhtml --profile esef-2024": "by a regulator's rules, too",
        "xbrlgen validate my-taxonomy.xsd": "a taxonomy on its own",
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
@click.option(
    "--calculations",
    type=click.Choice(("round", "truncate", "1.0", "off")),
    default="round",
    show_default=True,
    help="How the sums of the taxonomy are checked: by Calculations 1.1, with figures as rounded or truncated, or as"
    " XBRL 2.1 does.",
)
@click.option(
    "--units",
    metavar="UTR.xml",
    type=click.Path(path_type=Path),
    help="A registry of units to judge by, in place of the public one of 2021 that is built in.",
)
@packages_option
@findings_options
@click.pass_obj
def command(
    output: Output,
    *,
    files: tuple[Path, ...],
    profile: str,
    calculations: str,
    units: Path | None,
    packages: tuple[Path, ...],
) -> int:
    """Judge XBRL files, made by xbrlgen or by others.

    FILE is a page of inline XBRL (.xhtml, .html, .htm), an instance (.xbrl, .xml), a report as JSON or the
    metadata of one as CSV (.json), a report package (.xbri, .xbr, .zip), a taxonomy package (.zip), or a schema (.xsd)
    or linkbase (.xml) with the taxonomy that it starts. Pages in one folder that refer to each other's contexts, texts
    or notes are judged together as one report; of every report each target document is. The taxonomy of a report is
    judged along with it; it has to be bundled, in a package that is given, or lie in the package or beside the file.
    Nothing is ever fetched from the network.
    """
    from xbrlgen.cli.progress import stages
    from xbrlgen.inputs import file_problem, file_problems
    from xbrlgen.validation import validate

    if unreadable := file_problems((*packages, *([units] if units else []))):
        return output.report(unreadable)
    problems = {path: file_problem(path) for path in files}
    findings = [problem for problem in problems.values() if problem]
    readable = [path for path, problem in problems.items() if not problem]
    notes = []
    if readable:
        with stages(quiet=output.quiet) as progress:
            validated = validate(
                readable,
                profile=profile,
                packages=packages,
                calculations=calculations,
                units=units,
                progress=progress,
            )
        findings += validated.findings
        notes.append(f"{validated.facts:,} fact{'s' * (validated.facts != 1)}")
    return output.report(findings, *notes)
