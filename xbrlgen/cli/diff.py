"""``xbrlgen diff``."""

from pathlib import Path

import click

from xbrlgen.cli.command import Command, all_option, form_option, packages_option
from xbrlgen.cli.output import Output, write

UNREADABLE = 2


@click.command(
    cls=Command,
    name="diff",
    examples={
        "xbrlgen diff 2024.xbri 2025.xbri": "what a year changed, and what was restated",
        "xbrlgen diff draft.xbrl final.json": "between any two syntaxes",
        "xbrlgen diff old.xbri new.xbri --format html > diff.html": "as a page, texts word by word",
        "xbrlgen diff old/ new/ --packages IFRSAT-2025.zip": "report folders, with official labels",
    },
)
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@packages_option
@form_option("text", "json", "html")
@all_option
@click.pass_obj
def command(output: Output, old: Path, new: Path, packages: tuple[Path, ...]) -> int:
    """Tell what differs between two reports, fact by fact.

    OLD and NEW are files of any syntax, report packages or report folders. Facts with the same concept, period, unit
    and members are compared: which were added, removed or changed, which have other decimals only, which values of
    earlier periods a later report has restated, and which words of a text are others.

    The exit status is 0 if the reports say the same, 1 if they differ, 2 if one of them cannot be read.
    """
    from xbrlgen.difference import diff
    from xbrlgen.inputs import file_problem, file_problems

    problems = [problem for each in (old, new) if not each.is_dir() and (problem := file_problem(each))]
    findings = Output(form="json" if output.form == "json" else "text")
    if problems := [*problems, *file_problems(packages)]:
        findings.report(problems)
        return UNREADABLE
    compared = diff(old, new, packages)
    difference, labels = compared.difference, compared.labels
    if difference is None or labels is None:
        findings.report(compared.findings)
        return UNREADABLE
    if output.form == "json":
        from xbrlgen.difference.json_form import to_json

        write(to_json(compared, difference, labels))
    elif output.form == "html":
        from io import BytesIO

        from xbrlgen.difference.page import write_page

        page = BytesIO()
        write_page(compared, difference, labels, page)
        write(page.getvalue())
    else:
        from xbrlgen.difference.text_form import text_lines

        click.echo("\n".join(text_lines(compared, difference, labels, show_all=output.show_all)))
    return 0 if difference.is_same else 1
