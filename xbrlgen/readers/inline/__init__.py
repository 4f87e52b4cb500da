"""Inline XBRL: tags in pages of XHTML as a report."""

from xbrlgen.readers.inline.reader import InlineDocument, read_inline_xbrl, target_names
from xbrlgen.readers.inline.transformation import Transformation, Transformations

__all__ = ["InlineDocument", "Transformation", "Transformations", "read_inline_xbrl", "target_names"]
