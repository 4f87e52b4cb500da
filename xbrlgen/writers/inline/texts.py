"""Texts that other things stand in: parts that continue each other, and what is left out of the value."""

from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from xbrlgen.model.fragment import fragment_parts
from xbrlgen.target.inline import Tag
from xbrlgen.writers.inline.figures import Figures, TagView
from xbrlgen.writers.inline.lookup import UnknownNameError


class TextPart(NamedTuple):
    """One element of a chain of ix:nonNumeric and ix:continuation (Inline XBRL 1.1 section 4.1).

    `tag` is set for the first part of a text; `id` is that of a continuation; `continued_at` is empty at the end.
    `before` and `after` are the markup around what is left out of the value (section 5.1), if anything is.
    """

    tag: TagView | None
    id: str
    continued_at: str
    before: Markup
    excluded: Markup | None
    after: Markup


@dataclass(slots=True)
class SplitTexts:
    """The texts of a document that are written in parts; `open` are those that lack their last one, by fact."""

    figures: Figures
    open: dict[str, tuple[int, str]] = field(default_factory=dict)
    """How many blocks of each text are written, and the id that its next part must have."""

    def part(self, tag: Tag, first: int, last: int | None, after: int | None, excluded: str | None) -> TextPart:
        """The blocks `first` to `last` (from 1; None: to the end) of a text, with `excluded` behind the block `after`.

        Raises UnknownNameError where they do not continue what is written so far.
        """
        blocks = fragment_parts(tag.text) if tag.escape else None
        blocks = blocks or (tag.text,)
        last = len(blocks) if last is None else last
        written, name = self.open.get(tag.fact.id, (0, ""))
        if first != written + 1 or not first <= last <= len(blocks):
            what = f"its blocks {first} to {last}" if last > first else f"its block {first}"
            message = f"the text '{tag.fact.fact.concept.local_name}' has {len(blocks)} blocks, {written} are written"
            raise UnknownNameError(f"{message}: {what} cannot follow here")
        self.open.pop(tag.fact.id, None)
        view = None if written else TagView(tag, self.figures)
        continued_at = ""
        if last < len(blocks):
            continued_at = self.figures.places.another_id(f"{tag.fact.id}-part-{last + 1}")
            self.open[tag.fact.id] = (last, continued_at)
        cut = last if after is None else after
        left_out = None if excluded is None else Markup(excluded)  # noqa: S704 - rendered by a template
        before, behind = (self._markup(tag, blocks[one:other]) for one, other in ((first - 1, cut), (cut, last)))
        return TextPart(view, name, continued_at, before, left_out, behind)

    def _markup(self, tag: Tag, blocks: tuple[str, ...]) -> Markup:
        text = "".join(blocks)
        return Markup(text) if tag.escape else Markup.escape(text)  # noqa: S704 - a fragment in canonical form
