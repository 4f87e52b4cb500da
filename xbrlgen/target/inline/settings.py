"""What regulators want differently of inline XBRL."""

from dataclasses import dataclass
from enum import StrEnum

from xbrlgen.transformations import DateStyle, NumberStyle


class EscapeRule(StrEnum):
    """Which texts keep their markup as their value (`escape` of ix:nonNumeric, Inline XBRL 1.1 section 11.1)."""

    TEXT_BLOCKS = "text-blocks"
    """Text blocks and nothing else: ESEF until 2024, EDGAR."""
    MARKUP = "markup"
    """Text blocks, and any other text with ``<`` or ``&`` that is a fragment of XHTML: ESEF from 2025."""


@dataclass(frozen=True, slots=True)
class InlineSettings:
    """How a document is tagged.

    `registry` is the Transformation Rules Registry, 3, 4 or 5. `hidden_style` is the property that links words to a
    fact in ix:hidden. `numbers` and `dates` are how the document writes them; None: as its language does. `suffix` ends
    the names of the files. `style_sheet` false puts the little style that tables need on their elements instead.
    `metadata` false leaves out what the page says of itself beside its kind. `file_starts` are the ids of more sections
    with which a further file of a document set begins than those that say so themselves; `is_set` false writes one file
    all the same.
    """

    registry: int = 5
    hidden_style: str = "-ix-hidden"
    escape: EscapeRule = EscapeRule.TEXT_BLOCKS
    numbers: NumberStyle | None = None
    dates: DateStyle | None = None
    suffix: str = ".xhtml"
    style_sheet: bool = True
    metadata: bool = True
    file_starts: tuple[str, ...] = ()
    is_set: bool = True
