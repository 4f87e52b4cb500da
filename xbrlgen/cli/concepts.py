"""x"""

from xbrlgen.cli.command import Command

command = Command("concepts", examples={}, help="Find elements.")
