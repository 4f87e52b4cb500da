"""From a report in any syntax to the same report in another, proven before it is written."""

from xbrlgen.conversion.conversion import Converted, convert
from xbrlgen.conversion.destination import Syntax

__all__ = ["Converted", "Syntax", "convert"]
