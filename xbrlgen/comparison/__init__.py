"""The comparison of two reports, fact by fact: the proof that what was written is what was meant."""

from xbrlgen.comparison.differences import differences, said
from xbrlgen.comparison.notes import Tie, ties

__all__ = ["Tie", "differences", "said", "ties"]
