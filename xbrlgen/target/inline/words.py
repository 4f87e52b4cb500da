"""Values that are no numbers, as a document prints them, each with the tag that gives the reported value back."""

from collections.abc import Callable, Iterator
from datetime import date

from xbrlgen.model import QName, ValueKind
from xbrlgen.model.fragment import canonical_fragment
from xbrlgen.target.allocation import NAMES
from xbrlgen.target.document import TargetFact
from xbrlgen.target.inline import language as languages
from xbrlgen.target.inline.settings import EscapeRule, InlineSettings
from xbrlgen.target.inline.shown import Shown, Tag
from xbrlgen.target.prefixes import names_in
from xbrlgen.transformations import FormattedText, Unformattable, format_boolean, format_date

_TRUTH = {"true": True, "1": True, "false": False, "0": False}


class Words:
    """Writes the dates, booleans, names and texts of a document in one language; `labels` are the words for names."""

    def __init__(self, language: str, settings: InlineSettings, labels: Callable[[QName], str]) -> None:
        self._settings = settings
        self._labels = labels
        self._booleans = languages.boolean_words(language)
        self._dates = (settings.dates,) if settings.dates else languages.date_styles(language)

    def tagged(self, fact: TargetFact, value: str) -> Shown:
        """How a fact that is no number stands anywhere; names have no transformation, so their fact is hidden."""
        kind = ValueKind.STRING if fact.item_type is None else fact.item_type.kind
        if kind in NAMES:
            return Shown(", ".join(map(self._labels, names_in(value))), fact=fact, is_hidden=True)
        written = next((each for each in self._written(kind, value) if isinstance(each, FormattedText)), None)
        if written is not None:
            return Shown(written.text, tag=Tag(fact, written.text, written.format))
        return Shown(value, tag=Tag(fact, value, escape=self._keeps_markup(kind, value)))

    def _written(self, kind: ValueKind, value: str) -> Iterator[FormattedText | Unformattable]:
        """The ways to write a value in words, the best first; none for plain text."""
        if kind is ValueKind.BOOLEAN and value in _TRUTH:
            truth = _TRUTH[value]
            yield format_boolean(truth, self._booleans[not truth], self._settings.registry)
        if kind is ValueKind.DATE and (day := _day(value)):
            yield from (format_date(day, style, self._settings.registry) for style in self._dates)

    def _keeps_markup(self, kind: ValueKind, value: str) -> bool:
        """Whether the element's markup is the value: only where that gives the very same characters."""
        by_rule = self._settings.escape is EscapeRule.MARKUP and ("<" in value or "&" in value)
        return (by_rule or kind is ValueKind.TEXT_BLOCK) and canonical_fragment(value) == value


def _day(value: str) -> date | None:
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return None
    return found if found.isoformat() == value else None
