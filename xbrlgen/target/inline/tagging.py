"""Which tag each shown value gets: text, format, scale, sign and escape from one decision, proven as it is made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from xbrlgen.model import Cell, Display, QName, is_dash
from xbrlgen.target.document import TargetFact
from xbrlgen.target.inline.language import nil_words
from xbrlgen.target.inline.numbers import DASH, Numbers, whole
from xbrlgen.target.inline.settings import InlineSettings
from xbrlgen.target.inline.shown import Shown, Tag
from xbrlgen.target.inline.words import Words
from xbrlgen.target.obstacles import Obstacle
from xbrlgen.transformations import Unformattable, WholeNumbers


@dataclass(slots=True)
class Tagging:
    """Decides for a document in one language; `labels` give the words for a name.

    `obstacles` collect the facts that no tag can carry, by id.
    """

    language: str
    settings: InlineSettings
    labels: Callable[[QName], str]
    obstacles: dict[str, Obstacle] = field(default_factory=dict)
    _numbers: Numbers = field(init=False)
    _words: Words = field(init=False)

    def __post_init__(self) -> None:
        self._numbers = Numbers(self.language, self.settings)
        self._words = Words(self.language, self.settings, self.labels)

    def cell(self, fact: TargetFact, cell: Cell, *, percent: bool = False) -> Shown:
        """How a fact stands in a cell of the report; `percent` adds the sign."""
        return self.fact(fact, cell.display, cell.printed, percent=percent)

    def fact(
        self, fact: TargetFact, display: Display | None = None, printed: str = "", *, percent: bool = False
    ) -> Shown:
        """How a fact stands anywhere: displayed so (None: with all its digits), its sign as `printed` has it."""
        value = fact.fact.value
        if value is None:
            text = DASH if is_dash(printed) else nil_words(self.language)
            return Shown(text, tag=Tag(fact), is_number=fact.unit is not None)
        if isinstance(value, str):
            return self._words.tagged(fact, value)
        shown = self._numbers.tagged(fact, value, display or whole(value), printed, percent=percent)
        if not isinstance(shown, Unformattable):
            return shown
        message = f"the value of {fact.fact.concept} cannot stand in a tag: {shown.reason}"
        self.obstacles.setdefault(fact.id, Obstacle("XG530", message, fact.fact.id))
        return Shown(str(value), is_number=True)

    def whole_numbers(self, display: Display) -> WholeNumbers | None:
        """What writes the whole numbers above zero that are displayed so, each in a tag with nothing around it.

        None where there is no quicker way than to ask for each of them.
        """
        return self._numbers.whole(display)

    def figure(self, value: Decimal, display: Display, printed: str = "", *, percent: bool = False) -> Shown:
        """A number that is no fact, such as a computed one."""
        return self._numbers.untagged(value, display, printed, percent=percent)
