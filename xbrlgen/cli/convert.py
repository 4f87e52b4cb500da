"""``xbrlgen convert``."""

from pathlib import Path

import click

from xbrlgen.cli.command import Command, findings_options, packages_option
from xbrlgen.cli.output import Output


@click.command(
    cls=Command,
    name="convert",
    examples={
        "xbrlgen convert filing.xbrl filing.json": "an instance as xBRL-JSON",
        "xbrlgen convert filing.xbri filing.xbrl": "the report of a package as an instance",
        "xbrlgen convert filing.json filing.xbri --packages IFRSAT-2025.zip": "as a page, packed with its taxonomy",
        "xbrlgen convert filing.xhtml tables/": "as tables, in xBRL-CSV",
        "xbrlgen convert filing.xbrl filing.zip --syntax json": "a package of another syntax",
    },
)
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--syntax",
    type=click.Choice(["xml", "inline", "json", "csv"]),
    help="What to write where the name of OUT leaves it open: into packages, or as .json.",
)
@click.option("--lossy", is_flag=True, help="Leave out what OUT cannot hold, with a warning, and write the rest.")
@click.option("--target", metavar="NAME", help="Which target document of a page to convert; '' is the default one.")
@packages_option
@findings_options
@click.pass_obj
def command(
    output: Output,
    source: Path,
    out: Path,
    syntax: str | None,
    packages: tuple[Path, ...],
    *,
    target: str | None,
    lossy: bool,
) -> int:
    """Write a report in another syntax, with the same facts.

    IN is a file of any syntax, a report package, a report folder, or a folder with the pages of a document set. The
    extension of OUT says what it becomes: an instance (.xbrl, .xml), a page of inline XBRL (.xhtml, .html), xBRL-JSON
    (.json), xBRL-CSV (.csv, or a folder), or a report package (.xbri of a page, .xbr of an instance, .zip).

    What the syntax of OUT cannot hold is an error before anything is written. What was written is read again and
    compared with IN before it replaces an older OUT.
    """
    from xbrlgen.cli.progress import stages
    from xbrlgen.cli.written import written_notes
    from xbrlgen.conversion import convert
    from xbrlgen.inputs import file_problem, file_problems

    problem = None if source.is_dir() else file_problem(source)
    if problems := [*([problem] if problem else []), *file_problems(packages)]:
        return output.report(problems)
    with stages(quiet=output.quiet) as progress:
        converted = convert(
            source, out, packages=packages, syntax=syntax or "", lossy=lossy, target=target, progress=progress
        )
    notes = written_notes(converted.files) or ["nothing was written"]
    facts = f"{converted.facts:,} fact{'s' * (converted.facts != 1)}"
    return output.report(converted.findings, *notes, *([facts] if converted.files else []))
