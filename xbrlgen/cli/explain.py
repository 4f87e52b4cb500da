"""``xbrlgen explain``."""

import difflib
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from xbrlgen.cli.command import Command, form_option
from xbrlgen.cli.output import Output, write

if TYPE_CHECKING:
    from xbrlgen.findings import CatalogueEntry


def _complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from xbrlgen.findings import catalogue

    entries = catalogue().values()
    return [
        *(
            CompletionItem(entry.code, help=entry.name)
            for entry in entries
            if entry.code.startswith(incomplete.upper())
        ),
        *(
            CompletionItem(entry.name, help=entry.code)
            for entry in entries
            if entry.name.startswith(incomplete.lower())
        ),
    ]


@click.command(
    cls=Command,
    name="explain",
    examples={
        "xbrlgen explain XG121": "one finding, by its code",
        "xbrlgen explain concept-not-found": "the same, by its name",
        "xbrlgen explain": "the list of all",
    },
)
@click.argument("code", metavar="[CODE]", required=False, shell_complete=_complete)
@form_option("text", "json")
@click.pass_obj
def command(output: Output, code: str | None) -> int:
    """Say what a finding means and how to mend it.

    CODE is the code of a finding or its name. Without CODE, all findings are listed.
    """
    entries = _all() if code is None else (_entry(code),)
    if output.form == "json":
        from xbrlgen.findings.json_form import encoded

        pages = [entry._asdict() for entry in entries]
        write(encoded(pages if code is None else pages[0]))
    elif code is None:
        click.echo(_listed(entries))
    else:
        from xbrlgen.findings.catalogue.page import text_page

        click.echo(text_page(entries[0]))
    return 0


def _all() -> "tuple[CatalogueEntry, ...]":
    from xbrlgen.findings import catalogue

    return tuple(catalogue().values())


def _entry(code: str) -> "CatalogueEntry":
    """The entry of that code or name; raises click.UsageError, with what may have been meant, if there is none."""
    named = {entry.name: entry for entry in _all()}
    known = named | {entry.code.lower(): entry for entry in _all()}
    if found := known.get(code.lower()):
        return found
    close = difflib.get_close_matches(code.lower(), named, 3, 0.6)
    meant = ", ".join(f"{named[name].code} ({name})" for name in close)
    advice = f"Did you mean {meant}?" if meant else "'xbrlgen explain' lists all of them."
    raise click.UsageError(f"There is no finding {code!r}. {advice}")


def _listed(entries: "tuple[CatalogueEntry, ...]") -> str:
    from xbrlgen.findings.catalogue.page import family

    width = max(len(entry.name) for entry in entries)
    lines: list[str] = []
    title = ""
    for entry in entries:
        if family(entry.code) != title:
            title = family(entry.code)
            lines += ["", title] if lines else [title]
        lines.append(f"  {entry.code}  {entry.name:<{width}}  {entry.severity:<7}  {entry.summary}")
    return "\n".join(lines)
