"""How a command prints its findings, and the exit status that follows from them."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import click

from xbrlgen import __version__
from xbrlgen.findings import Counts, Finding, Severity, ordered

COMMAND_FINDINGS = ("XG18", "XG19", "XG93")
"""How the codes begin which say that a command could not do its work at all: it then ends with status 2."""

WIDTH = 100
"""Columns of an excerpt where stdout is not a terminal."""


class Output(NamedTuple):
    """`form` of the findings (text, json, sarif); `quiet`: errors only; `show_all`: also the many of one code."""

    form: str = "text"
    quiet: bool = False
    show_all: bool = False

    def report(self, findings: Iterable[Finding], *notes: str) -> int:
        """Print the findings, and as text also `notes` and the verdict; return the exit status."""
        each = ordered(findings)
        if self.form == "sarif":
            from xbrlgen.findings.sarif import to_sarif

            write(to_sarif(each, __version__))
        elif self.form == "json":
            from xbrlgen.findings.json_form import to_json

            write(to_json(each))
        else:
            self._print(each, notes)
        return exit_status(each)

    def _print(self, findings: Sequence[Finding], notes: Iterable[str]) -> None:
        from xbrlgen.findings.verdict import verdict_line

        colour, width = _terminal()
        lines: list[str] = []
        if shown := [each for each in findings if each.severity is Severity.ERROR] if self.quiet else findings:
            from xbrlgen.findings.text import TextForm

            lines += TextForm(colour, width, self.show_all).lines(shown)
        if not self.quiet:
            lines += [*notes, verdict_line(Counts.of(findings), colour=colour)]
        if lines:
            click.echo("\n".join(lines), color=colour)


def write(document: bytes) -> None:
    """Write a document to stdout in its own encoding, whatever that of the terminal is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(document)
    sys.stdout.buffer.flush()


def exit_status(findings: Iterable[Finding]) -> int:
    """0 without an error, 2 where a command could not do its work, else 1."""
    errors = [finding.code for finding in findings if finding.severity is Severity.ERROR]
    if any(code.startswith(COMMAND_FINDINGS) for code in errors):
        return 2
    return 1 if errors else 0


def _terminal() -> tuple[bool, int]:
    """Whether to print in colour (https://no-color.org), and how many columns there are."""
    if not sys.stdout.isatty():
        return False, WIDTH
    from shutil import get_terminal_size

    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return colour, max(get_terminal_size((WIDTH, 24)).columns, 40)
