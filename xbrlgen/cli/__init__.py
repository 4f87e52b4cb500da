"""The commands: one file each, imported when it is used."""

from xbrlgen.cli.group import main

__all__ = ["main"]
