"""The command ``xbrlgen``: finds its subcommands, and ends with the exit status that they promise."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from xbrlgen import __version__
from xbrlgen.cli.command import WithExamples

COMMANDS = ("new", "build", "batch", "validate", "convert", "diff", "concepts", "explain", "completion")

WRONG_USAGE = 2
INTERRUPTED = 130
FEWER_COLLECTIONS = 200_000
"""Objects made between two searches for cycles: what a command makes lives until its end, so that looking through it
again and again finds nothing, and takes a tenth of the time of a small build.
"""
CLOSED_PIPE = 141
"""What shells report for a filter whose reader has gone (128 + SIGPIPE)."""


class LazyGroup(WithExamples, click.Group):
    """A group whose commands are modules of this package, each with its `command`, imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order in which one needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"xbrlgen.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest a command where none has the name; raises click.UsageError."""
        if args[0] not in COMMANDS:
            from difflib import get_close_matches

            if close := get_close_matches(args[0], COMMANDS, 1, 0.5):
                ctx.fail(f"No such command {args[0]!r}. Did you mean {close[0]!r}?")
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    examples={
        "xbrlgen new my-report": "a report folder to begin with",
        "xbrlgen build my-report": "check it and make everything of it",
        "xbrlgen concepts right of use": "find the element for a line",
        "xbrlgen validate build/my-report/*.xbrl": "judge XBRL files",
        "xbrlgen explain XG121": "understand a finding and mend it",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="xbrlgen %(version)s")
def cli() -> None:
    """From one report folder to the XBRL files that a filing needs, provably with the same facts.

    The exit status is 0 when no error was found, 1 when errors were found, 2 for wrong usage or input that cannot be
    read.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (default: those of the process) and return the exit status; never raises."""
    _replace_unencodable()
    gc.set_threshold(FEWER_COLLECTIONS)
    try:
        status = cli.main(arguments, prog_name="xbrlgen", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except (SystemExit, BrokenPipeError) as leaving:
        if getattr(leaving, "code", 1) == 0:  # click leaves so after it completed words for a shell
            return 0
        _discard_stdout()  # and so, with 1, where the reader of stdout has gone
        return CLOSED_PIPE
    except OSError as error:  # of findings nothing but what they are written to can be at fault any more
        _discard_stdout()
        click.echo(f"the output cannot be written: {error.strerror or error}", err=True)
        return WRONG_USAGE
    return status if isinstance(status, int) else 0


def run() -> NoReturn:
    """Run the command line of this process, and end it without taking apart all that the command made.

    That would take a sixth of the time of a small build. Where workers or a profiler wait for the end, it is the usual
    one.
    """
    status = main()
    threading = sys.modules.get("threading")
    has_workers = "multiprocessing" in sys.modules or (threading is not None and threading.active_count() > 1)
    if not (has_workers or sys.getprofile() or sys.gettrace()):
        with suppress(OSError, ValueError):  # a stream that is closed has nothing to lose
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def _replace_unencodable() -> None:
    """Print a character that the terminal's encoding lacks as an escape instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def _discard_stdout() -> None:
    """Let the interpreter's last flush of stdout go nowhere, so that it does not complain."""
    if sys.__stdout__ is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())
