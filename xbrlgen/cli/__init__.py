"""The commands: one file each, imported when it is used."""

from xbrlgen.cli.group import main, run

__all__ = ["main", "run"]
