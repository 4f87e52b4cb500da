"""What all commands share: the options of their output, and the boundary that no exception passes."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from xbrlgen.cli.output import Output

Function = TypeVar("Function", bound=Callable[..., Any])


class WithExamples(click.Command):
    """A command whose help ends with examples: command lines, and what each does."""

    def __init__(self, *args: Any, examples: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        super().format_epilog(ctx, formatter)
        with formatter.section("Examples"):
            for line, purpose in self.examples.items():
                formatter.write(f"{'':{formatter.current_indent}}{line}  # {purpose}\n")


class Command(WithExamples):
    """A command whose function takes an `Output` first and returns the exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an exception that nothing foresaw becomes a finding and status 2."""
        names = {"form", "quiet", "show_all"} & ctx.params.keys()
        output = ctx.obj = Output(**{name: ctx.params.pop(name) for name in sorted(names)})
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - the last resort: nothing in the input may end in a traceback
            if os.environ.get("XBRLGEN_DEBUG"):
                import traceback

                traceback.print_exc()
            from xbrlgen.internal_error import internal_error

            return output.report([internal_error(error)])


def form_option(*forms: str) -> Callable[[Function], Function]:
    """The option ``--format`` with these choices, the first of them the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How to print; JSON and SARIF leave nothing else on stdout.",
    )


packages_option = click.option(
    "--packages",
    metavar="ZIP",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A taxonomy package to look in before the bundled one; may be given again.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print errors only, and no progress.")
all_option = click.option("--all", "show_all", is_flag=True, help="Print all findings of a code, not the first 20.")


def findings_options(function: Function) -> Function:
    """The options of commands that print findings: ``--format``, ``--all``, ``--quiet``."""
    return form_option("text", "json", "sarif")(all_option(quiet_option(function)))
