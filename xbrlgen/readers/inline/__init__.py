"""Inline XBRL: tags in pages of XHTML as a report."""

from xbrlgen.readers.inline.reader import InlineDocument, InlineDocumentSet, read_inline_xbrl
from xbrlgen.readers.inline.transformation import Transformation, Transformations

__all__ = ["InlineDocument", "InlineDocumentSet", "Transformation", "Transformations", "read_inline_xbrl"]
