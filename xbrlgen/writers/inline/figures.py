"""What stands in a place of the page: the tag around a value, the marks and footnotes beside it, or a link."""

from functools import cache
from typing import TYPE_CHECKING

from xbrlgen.model import ValueKind
from xbrlgen.target import TargetDocument, TargetFact
from xbrlgen.target.inline import InlineSettings, Shown, Tag
from xbrlgen.writers.inline.places import Places
from xbrlgen.writers.instance import decimals

if TYPE_CHECKING:
    from xbrlgen.writers.inline.markup import FigureMarkup
    from xbrlgen.writers.inline.plain_cells import PlainCells

TRANSFORMATIONS = "ixt"
"""The prefix of the one registry that a document uses."""

_NOTHING = Shown("")
_TEXTS = frozenset({ValueKind.STRING, ValueKind.TEXT_BLOCK})


class Figure:
    """A place with what is shown in it; printing it writes its markup, each time as a new occurrence of its fact."""

    __slots__ = ("_figures", "_has_notes", "_shown", "after", "before", "is_negative", "is_number", "text")

    def __init__(self, shown: Shown, figures: "Figures", *, has_notes: bool) -> None:
        self._shown, self._figures, self._has_notes = shown, figures, has_notes
        self.before, self.text, self.after = shown.before, shown.text, shown.after
        self.is_number, self.is_negative = shown.is_number, shown.is_negative

    @property
    def shown_tag(self) -> Tag | None:
        """The decision behind the tag, for those who write it."""
        return self._shown.tag

    def new_id(self) -> str:
        """The id of one more occurrence of the fact in the tag."""
        tag = self._shown.tag
        return "" if tag is None else self._figures.places.new_id(tag.fact)

    @property
    def tag(self) -> "TagView | None":
        """The tag, None for what is untagged."""
        tag = self._shown.tag
        return None if tag is None else TagView(tag, self._figures)

    @property
    def is_framed(self) -> bool:
        """Whether something stands around or beside the tag, which belongs to the same figure."""
        return bool(self.before or self.after or (self._shown.tag and self._shown.tag.fact.fact.is_nil))

    @property
    def words(self) -> str:
        """All that a reader sees."""
        return f"{self.before}{self.text}{self.after}"

    def style(self) -> str:
        """What links words to a hidden fact; empty but for the first words that do."""
        fact = self._shown.fact
        is_first = fact is not None and self._shown.is_hidden and self._figures.places.first_link(fact)
        return f"{self._figures.settings.hidden_style}:{fact.id}" if fact is not None and is_first else ""

    def href(self) -> str:
        """Where the fact stands that is shown here in fewer digits; empty where nothing is left out."""
        fact = self._shown.fact
        return "" if fact is None or self._shown.is_hidden else self._figures.places.href(fact)

    def notes(self) -> tuple[tuple[int, str], ...]:
        """The numbers and addresses of the footnotes on the fact, which are due after this; none on a cover."""
        if not self._has_notes:
            return ()
        fact = self._shown.tag.fact if self._shown.tag else self._shown.fact
        return () if fact is None else self._figures.places.notes(fact)

    def __html__(self) -> str:
        return self._figures.markup.figure(self)


class TagView:
    """The attributes and the content of a tag as its element has them."""

    __slots__ = ("_figures", "_tag", "escape", "is_nil", "is_number", "language", "scale", "text")

    def __init__(self, tag: Tag, figures: "Figures") -> None:
        self._tag, self._figures = tag, figures
        self.text, self.scale, self.escape = tag.text, tag.scale, tag.escape
        self.is_nil, self.is_number = tag.fact.fact.is_nil, tag.fact.unit is not None
        self.language = _language(tag.fact)

    def new_id(self) -> str:
        """The id of one more occurrence."""
        return self._figures.places.new_id(self._tag.fact)

    @property
    def name(self) -> str:
        """The concept."""
        return self._figures.prefixed(self._tag.fact.fact.concept)

    @property
    def context(self) -> str:
        """The id of the context."""
        return self._tag.fact.context

    @property
    def unit(self) -> str:
        """The id of the unit."""
        return self._tag.fact.unit or ""

    @property
    def decimals(self) -> str:
        """The accuracy; nothing for nil."""
        return "" if self.is_nil else decimals(self._tag.fact.fact.decimals)

    @property
    def sign(self) -> str:
        """``-`` for a negative value."""
        return "-" if self._tag.is_negative else ""

    @property
    def format(self) -> str:
        """The transformation, empty where the text is the value."""
        return f"{TRANSFORMATIONS}:{self._tag.format.local_name}" if self._tag.format else ""


class Figures:
    """Makes figures of one document; `markup` and `plain_cells` write them, once the templates are known."""

    markup: "FigureMarkup"
    plain_cells: "PlainCells"

    def __init__(self, document: TargetDocument, settings: InlineSettings, places: Places) -> None:
        self.settings, self.places = settings, places
        self.prefixed = cache(document.prefixed)

    def figure(self, shown: Shown = _NOTHING, *, has_notes: bool = True) -> Figure:
        """The figure for what is shown."""
        return Figure(shown, self, has_notes=has_notes)


def _language(fact: TargetFact) -> str | None:
    """What xml:lang says on a tag: each text has its own, as not every processor looks further up than its parent."""
    if fact.unit is not None or fact.fact.language is not None:
        return fact.fact.language
    is_text = fact.item_type is None or fact.item_type.kind in _TEXTS
    return "" if is_text else None  # else the language of the page would be the text's
