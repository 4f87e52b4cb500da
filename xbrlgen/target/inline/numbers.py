"""Numbers as a document prints them, each with the tag that gives the reported value back."""

from decimal import Decimal

from xbrlgen.model import Display, is_dash
from xbrlgen.model.evaluation import rounded
from xbrlgen.target.document import TargetFact
from xbrlgen.target.inline import language as languages
from xbrlgen.target.inline.language import Negative
from xbrlgen.target.inline.settings import InlineSettings
from xbrlgen.target.inline.shown import Shown, Tag
from xbrlgen.transformations import Formatted, Unformattable, WholeNumbers, format_number, whole_numbers

DASH = "\N{EN DASH}"
"""All dashes are printed as one kind."""


class Numbers:
    """Writes the numbers of a document in one language."""

    def __init__(self, language: str, settings: InlineSettings) -> None:
        self._registry = settings.registry
        self._style = settings.numbers or languages.number_style(language, settings.registry)
        self._percent = languages.percent_sign(language)
        self._negative = languages.negative(language)

    def tagged(
        self, fact: TargetFact, value: Decimal, display: Display, printed: str = "", *, percent: bool = False
    ) -> Shown | Unformattable:
        """How the fact stands where it is displayed so; `printed` is what the issuer typed there.

        Where that has fewer digits than `value`, the number is untagged, for it would be read as another value.
        Unformattable only if the value cannot stand in any tag.
        """
        is_zero_dash = not value and is_dash(printed)
        written = self._written(value, display, DASH if is_zero_dash else None)
        if isinstance(written, Formatted):
            scale = 0 if is_zero_dash else written.scale
            tag = Tag(fact, written.text, written.format, scale, written.is_negative)
            is_negative = bool(value) and (value < 0) != display.negated
            return self._framed(
                Shown(written.text, tag=tag), printed, is_negative=is_negative, percent=percent and not is_zero_dash
            )
        if whole(value, display.scale).fraction_digits <= display.fraction_digits:
            return written
        return self.untagged(value, display, printed, percent=percent)._replace(fact=fact)

    def whole(self, display: Display) -> WholeNumbers | None:
        """What writes whole numbers above zero that have nothing around their tags; None where such a thing is not."""
        if display.negated or display.fraction_digits:
            return None
        return whole_numbers(display.scale, self._style, self._registry)

    def untagged(self, value: Decimal, display: Display, printed: str = "", *, percent: bool = False) -> Shown:
        """A number that is no fact, rounded half up to the digits that are displayed."""
        figure = rounded(value.copy_negate() if display.negated else value, display)
        written = self._written(figure, display)
        text = written.text if isinstance(written, Formatted) else f"{abs(figure)}"
        return self._framed(Shown(text), printed, is_negative=figure < 0, percent=percent)

    def _written(self, value: Decimal, display: Display, zero: str | None = None) -> Formatted | Unformattable:
        return format_number(
            value,
            scale=display.scale,
            fraction_digits=display.fraction_digits,
            style=self._style,
            registry=self._registry,
            zero_text=zero,
        )

    def _framed(self, shown: Shown, printed: str, *, is_negative: bool, percent: bool) -> Shown:
        """With the marks that belong outside of a tag: ``(``, a minus, ``%)``."""
        before, after = "", self._percent if percent else ""
        if is_negative:
            marks = Negative.printed(printed) or self._negative
            before, after = marks.value[0], after + marks.value[1]
        text, _, _, tag, *_ = shown
        return Shown(text, before, after, tag, is_number=True, is_negative=is_negative)


def whole(value: Decimal, scale: int = 0) -> Display:
    """The display that shows every digit of `value`."""
    exponent = value.as_tuple().exponent
    return Display(scale, max(0, scale - exponent) if isinstance(exponent, int) else 0)
