"""The inverse of the transformations, for writers: the text, format and scale that show a number and give it back.

Every answer has been transformed back and compared before it is given. Dates and booleans are in date_formatting.py.
"""

from collections.abc import Callable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.transformations.numbers import NO_BREAK_SPACE
from xbrlgen.transformations.registries import NAMESPACES, transform, transformation
from xbrlgen.transformations.transformation import TransformationError

_MOST_DIGITS = 400
"""More are no figure that anybody prints, and would take long to write."""

_USUAL = 40
"""Powers of ten within which figures are usually: these may be shifted without a thought of how long they get."""

_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""In it a number that is shifted keeps its digits, however many."""


class NumberStyle(StrEnum):
    """How a document groups digits and marks decimals."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SWISS = "ch"
    JAPANESE = "ja"
    PLAIN = "plain"


class Formatted(NamedTuple):
    """What a tag says of a number: `text` times 10 to the `scale`, negative if so, is the value.

    `format` is None where the text is itself the lexical value. The attributes are those of ix:nonFraction (Inline
    XBRL 1.1 section 10.1.1); a minus or brackets, which belong outside the tag, are not in `text`.
    """

    format: QName | None
    text: str
    scale: int
    is_negative: bool


class Unformattable(NamedTuple):
    """A value that cannot be shown as asked without reporting something else; `reason` is one sentence."""

    reason: str


class WholeNumbers(NamedTuple):
    """How whole numbers above zero are shown at one scale: the format, and what gives the text of a value.

    `text` gives None for a value that `format_number` has to look at.
    """

    format: QName
    text: Callable[[Decimal], str | None]


class _Marks(NamedTuple):
    group: str
    decimal: str
    formats: dict[int, str]


_DOT = {1: "numcommadot", 2: "numdotdecimal", 3: "numdotdecimal", 4: "num-dot-decimal", 5: "num-dot-decimal"}
_COMMA = {1: "numdotcomma", 2: "numcommadecimal", 3: "numcommadecimal", 4: "num-comma-decimal", 5: "num-comma-decimal"}

_MARKS = {
    NumberStyle.ENGLISH: _Marks(",", ".", _DOT),
    NumberStyle.JAPANESE: _Marks(",", ".", _DOT),
    NumberStyle.GERMAN: _Marks(".", ",", _COMMA),
    NumberStyle.FRENCH: _Marks(NO_BREAK_SPACE, ",", _COMMA | {1: "numspacecomma"}),
    NumberStyle.SWISS: _Marks("'", ".", {5: "num-dot-decimal-apos"}),
}
_ZERO = {1: "numdash", 2: "zerodash", 3: "zerodash", 4: "fixed-zero", 5: "fixed-zero"}


def format_number(
    value: Decimal,
    *,
    scale: int = 0,
    fraction_digits: int = 0,
    style: NumberStyle = NumberStyle.ENGLISH,
    registry: int = 5,
    zero_text: str | None = None,
) -> Formatted | Unformattable:
    """Show `value` (as reported, not scaled) in units of 10 to the `scale` with so many `fraction_digits`.

    Nothing is rounded: a value with digits beyond those shown is unformattable. `registry` is 1 to 5. `zero_text`, a
    dash for instance, is shown where the value is zero; registries before 4 take only dashes.
    """
    if not value.is_finite():
        return Unformattable(f"{value} is no finite number")
    if not value and zero_text is not None:
        return _proven(value, Formatted(_name(registry, _ZERO[registry]), zero_text, scale, is_negative=False))
    digits = _digits(value, scale, fraction_digits)
    if isinstance(digits, Unformattable):
        return digits
    if style is NumberStyle.PLAIN:
        text, name = _written(*digits, "", "."), None
    else:
        marks = _MARKS[style]
        if registry not in marks.formats:
            return Unformattable(f"registry {registry} has no transformation for numbers in the style “{style}”")
        text, name = _written(*digits, marks.group, marks.decimal), _name(registry, marks.formats[registry])
    return _proven(value, Formatted(name, text, scale, is_negative=value < 0))


@cache
def whole_numbers(scale: int, style: NumberStyle, registry: int) -> WholeNumbers | None:
    """What shows values as `format_number` does without fraction digits, in less time; None where there is no such way.

    Each text has been transformed back and compared as well.
    """
    marks = _MARKS.get(style)
    if marks is None or registry not in marks.formats or not 0 <= scale < _USUAL:
        return None
    name = _name(registry, marks.formats[registry])
    group, read = marks.group, _whole_number(name, scale, is_negative=False)

    def text(value: Decimal) -> str | None:
        if not (value.is_finite() and value > 0 and value.adjusted() < _USUAL):
            return None
        shifted = _EXACT.scaleb(value, -scale)
        units = int(shifted)
        written = f"{units:,}".replace(",", group)
        return written if units == shifted and read(written) == value else None

    return WholeNumbers(name, text)


def number_of(shown: Formatted) -> Decimal:
    """The value that a reader gets; raises TransformationError if the text does not fit its format."""
    lexical = transform(shown.format, shown.text) if shown.format else shown.text
    number = _EXACT.scaleb(Decimal(lexical), shown.scale)
    return number.copy_negate() if shown.is_negative else number


@cache
def _name(registry: int, local_name: str) -> QName:
    return QName(NAMESPACES[registry], local_name)


def _digits(value: Decimal, scale: int, fraction_digits: int) -> tuple[str, str] | Unformattable:
    """The digits before and after the decimal mark, exactly; no context of the decimal module can round them."""
    if -_USUAL < value.adjusted() < _USUAL and -_USUAL < scale - fraction_digits < _USUAL:
        shifted = _EXACT.scaleb(value, fraction_digits - scale)
        if (units := int(shifted)) == shifted:
            written = str(abs(units)).rjust(fraction_digits + 1, "0")
            return written[: len(written) - fraction_digits], written[len(written) - fraction_digits :]
    _, digits, exponent = value.as_tuple()
    last = int(exponent) - scale + fraction_digits
    written = "".join(map(str, digits))
    if value and max(last, -last, len(written)) > _MOST_DIGITS:
        return Unformattable(f"{value} at scale {scale} has more than {_MOST_DIGITS} digits")
    if not value:
        written = ""
    elif last >= 0:
        written += "0" * last
    else:
        written, cut = written[:last], written[last:]
        if cut.strip("0"):
            return Unformattable(f"{value} has more than {fraction_digits} fraction digits at scale {scale}")
    written = written.rjust(fraction_digits + 1, "0")
    whole, fraction = written[: len(written) - fraction_digits], written[len(written) - fraction_digits :]
    return whole.lstrip("0") or "0", fraction


def _written(whole: str, fraction: str, group: str, decimal: str) -> str:
    grouped = f"{int(whole):,}".replace(",", group) if group else whole
    return f"{grouped}{decimal}{fraction}" if fraction else grouped


@cache
def _whole_number(name: QName, scale: int, *, is_negative: bool) -> Callable[[str], Decimal | None]:
    """What gives the values of texts in this format where they are whole numbers, None where they are not."""
    found = transformation(name)
    return (lambda _text: None) if found is None else found.whole_numbers("-" * is_negative, "0" * scale)


def _proven(value: Decimal, shown: Formatted) -> Formatted | Unformattable:
    name, text, scale, is_negative = shown
    if name and 0 <= scale < _USUAL and _whole_number(name, scale, is_negative=is_negative)(text) == value:
        return shown
    try:
        read = number_of(shown)
    except TransformationError as error:
        return Unformattable(str(error))
    return shown if read == value else Unformattable(f"“{shown.text}” would be read as {read}, not as {value}")
