"""``xbrlgen completion``."""

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

from xbrlgen.cli.command import Command

SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(
    cls=Command,
    name="completion",
    examples={
        "xbrlgen completion bash >> ~/.bashrc": "bash 4.4 or later",
        "xbrlgen completion zsh >> ~/.zshrc": "zsh",
        "xbrlgen completion fish > ~/.config/fish/completions/xbrlgen.fish": "fish",
    },
)
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print what makes a shell complete xbrlgen.

    With it, the Tab key completes commands, options, the codes of findings and file names.
    """
    completion = SHELLS[shell](ctx.find_root().command, {}, "xbrlgen", "_XBRLGEN_COMPLETE")
    # Not by `source()`, which starts bash to learn its version.
    click.echo(completion.source_template % completion.source_vars())
    return 0
