"""ix:nonNumeric: a text, or the markup of a text block (Inline XBRL 1.1 section 11)."""

from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.content import markup_of, text_of
from xbrlgen.readers.inline.continuations import Chains
from xbrlgen.readers.inline.page import Tag
from xbrlgen.readers.inline.transformation import Transformations, transformed

ESCAPES = {None: False, "false": False, "0": False, "true": True, "1": True}


def text_content(tag: Tag, chains: Chains, transformations: Transformations, fact: str) -> str | None:
    """The text that a tag and its continuations report, as in an instance; None, with a finding, if none."""
    escape = tag.get("escape")
    if escape not in ESCAPES:
        tag.fault(rules.ATTRIBUTE, f"{tag} has escape {escape!r}, which is neither true nor false", fact=fact)
        return None
    pieces = (tag, *chains.get(tag.element, ()))
    text = markup_of(pieces) if ESCAPES[escape] else text_of(pieces)
    return transformed(tag, text, transformations, fact)
