"""The comparison of two reports, fact by fact: the proof that what was written is what was meant."""

from xbrlgen.comparison.differences import differences

__all__ = ["differences"]
