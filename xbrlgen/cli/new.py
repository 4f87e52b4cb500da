"""``xbrlgen new``."""

from pathlib import Path

import click

from xbrlgen.cli.command import Command, findings_options
from xbrlgen.cli.output import Output


@click.command(
    cls=Command,
    name="new",
    examples={"xbrlgen new my-report": "a folder to begin with", "xbrlgen build my-report": "builds at once"},
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@findings_options
@click.pass_obj
def command(output: Output, folder: Path) -> int:
    """Start a report folder.

    DIR is made, or must be empty: nothing is ever overwritten. It gets a small report that builds as it is: a
    report.yaml, tables as CSV and a note. Replace its figures by yours, a table at a time, and build often.
    """
    from xbrlgen.new import create

    created = create(folder)
    notes = [f"wrote {path}" for path in created.files]
    if created.files:
        notes.append(f"next: xbrlgen build {folder}")
    return output.report(created.findings, *notes)
