"""Inline XBRL 1.1: a report that people read, with its facts tagged where they stand."""

from xbrlgen.target.inline import InlineSettings
from xbrlgen.writers.inline.own_templates import OwnTemplates, read_own_templates
from xbrlgen.writers.inline.problem import Problem
from xbrlgen.writers.inline.writer import Written, write_inline_xbrl

__all__ = [
    "InlineSettings",
    "OwnTemplates",
    "Problem",
    "Written",
    "read_own_templates",
    "write_inline_xbrl",
]
