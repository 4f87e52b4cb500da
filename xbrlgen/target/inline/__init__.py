"""What inline XBRL needs beyond a target document: how each fact is shown and tagged, decided once."""

from xbrlgen.target.inline.language import Negative
from xbrlgen.target.inline.settings import EscapeRule, InlineSettings
from xbrlgen.target.inline.shown import Shown, Tag
from xbrlgen.target.inline.tagging import Tagging

__all__ = ["EscapeRule", "InlineSettings", "Negative", "Shown", "Tag", "Tagging"]
