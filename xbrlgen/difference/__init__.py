"""What differs between two reports, for people: added, removed, changed and restated facts, texts word by word."""

from xbrlgen.difference.difference import Change, Difference, Kind, Side, compared
from xbrlgen.difference.reports import Compared, diff

__all__ = ["Change", "Compared", "Difference", "Kind", "Side", "compared", "diff"]
