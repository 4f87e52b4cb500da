"""The key figures at the head of the page: a value, what it was before, and bars that compare them."""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import NamedTuple

from xbrlgen.model import PERCENT_SCALE, Cell, Display, Fact
from xbrlgen.writers.summary import figures, wording
from xbrlgen.writers.summary.cells import fact_target
from xbrlgen.writers.summary.subject import Spot, Subject

BAR_WIDTH = 1000
"""The width of the drawing that a bar lies in, in its own units."""

_MOST_BARS = 5


class Bar(NamedTuple):
    """One period of a key figure; `x` and `width` are whole units of the drawing, `zero` is where its axis stands."""

    period: str
    text: str
    x: int
    width: int
    zero: int
    is_now: bool


class KeyFigure(NamedTuple):
    """A key figure as it is shown; `rate` and `change` are empty where nothing compares."""

    label: str
    target: str
    text: str
    unit: str
    rate: str
    change: str
    before: str
    bars: tuple[Bar, ...]


def key_figures(subject: Subject) -> Iterator[KeyFigure]:
    """The highlights of the report, those that are not numbers left out."""
    for id_ in subject.report.highlights:
        spot = subject.cells.get(id_)
        fact = subject.facts.get(spot.cell.fact or "") if spot else None
        if spot and fact and isinstance(fact.value, Decimal):
            yield _key_figure(subject, subject.finest_cell(fact) or spot.cell, spot, fact, fact.value)


def _key_figure(subject: Subject, cell: Cell, spot: Spot, fact: Fact, value: Decimal) -> KeyFigure:
    # a key figure stands by itself, so it has the sign that is reported, not the one that its table turns
    display = Display(cell.display.scale, cell.display.fraction_digits)
    percent = display.scale == PERCENT_SCALE
    before = subject.history.before(fact)
    old = before.value if before else None
    compares = isinstance(old, Decimal)
    return KeyFigure(
        label=subject.title(fact, spot),
        target=fact_target(fact.id),
        text=figures.shown(value, display, percent=percent),
        unit="" if percent else wording.scaled_unit_words(fact.unit, display.scale),
        rate=figures.rate(value, old) if isinstance(old, Decimal) and not percent else "",
        change=figures.difference(value, old, display, percent=percent) if isinstance(old, Decimal) else "",
        before=wording.short_period(before.period) if before and compares else "",
        bars=_bars(subject.history.of(fact)[-_MOST_BARS:], display, percent=percent),
    )


def _bars(facts: tuple[Fact, ...], display: Display, *, percent: bool) -> tuple[Bar, ...]:
    """A bar for each fact on one scale that holds zero; none where there is nothing to compare."""
    values = [fact.value for fact in facts if isinstance(fact.value, Decimal)]
    low, high = min((*values, Decimal(0))), max((*values, Decimal(0)))
    if len(values) <= 1 or low == high:
        return ()
    zero = _units(-low, high - low)
    bars = []
    for fact, value in zip(facts, values, strict=True):
        width = _units(abs(value), high - low)
        bars.append(
            Bar(
                period=wording.short_period(fact.period),
                text=figures.shown(value, display, percent=percent),
                x=zero - width if value < 0 else zero,
                width=width,
                zero=zero,
                is_now=fact is facts[-1],
            )
        )
    return tuple(bars)


def _units(part: Decimal, whole: Decimal) -> int:
    with localcontext(prec=28):
        return int((part / whole * BAR_WIDTH).to_integral_value())
