"""The difference as lines for a terminal."""

from collections.abc import Iterator, Sequence

from xbrlgen.difference import wording
from xbrlgen.difference.difference import Change, Difference, Kind
from xbrlgen.difference.reports import Compared
from xbrlgen.difference.words import Part, changed_words, plain, shortened
from xbrlgen.labels import Labels

_SHOWN = 20
_LONGEST_TEXT = 400
_LONGEST_VALUE = 100
_AROUND = 30
_MARKS = {Part.SAME: "{}", Part.REMOVED: "[-{}-]", Part.ADDED: "{{+{}+}}"}


def text_lines(compared: Compared, difference: Difference, labels: Labels, *, show_all: bool = False) -> Iterator[str]:
    """A line for each report, what is told of whole periods, the changes by kind, and the verdict."""
    yield f"old: {compared.old}: {wording.side_words(difference.old)}"
    yield f"new: {compared.new}: {wording.side_words(difference.new)}"
    if compared.findings:
        yield f"{len(compared.findings)} errors keep facts from being compared: xbrlgen validate tells them"
    for name, side in (("old", difference.old), ("new", difference.new)):
        for period, facts in side.periods.items():
            yield f"only in {name}: {labels.period(period)}, {facts:,} fact{'s' * (facts != 1)}"
    for kind in Kind:
        changes = difference.of(kind) + (difference.of_own_periods(kind) if show_all else ())
        yield from _changes(wording.TITLES[kind], changes, labels, show_all=show_all)
    yield ""
    yield wording.verdict_words(difference)


def _changes(title: str, changes: Sequence[Change], labels: Labels, *, show_all: bool) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield f"{title} ({len(changes):,})"
    shown = changes if show_all else changes[:_SHOWN]
    for change in shown:
        yield from _change(change, labels)
    if len(shown) < len(changes):
        yield f"  ... and {len(changes) - len(shown):,} more: --all"


def _change(change: Change, labels: Labels) -> Iterator[str]:
    fact = change.fact
    unit = labels.unit(fact.unit)
    yield f"  {labels(fact.concept)} ({wording.aspects_words(fact, labels)})"
    old, new = wording.value_words(change.old), wording.value_words(change.new)
    match change.kind:
        case Kind.TEXT:
            yield f"    {_text(old, new)}"
        case Kind.DECIMALS:
            was, is_now = wording.decimals_words(change.old), wording.decimals_words(change.new)
            yield f"    {f'{_short(new)} {unit}'.rstrip()}: decimals {was} -> {is_now}"
        case Kind.ADDED | Kind.REMOVED | Kind.FOOTNOTES:
            yield f"    {_short(new or old)} {unit}".rstrip()
        case _:
            delta = wording.delta_words(change)
            yield f"    {_short(old)} -> {_short(new)} {unit}{'  ' if delta else ''}{delta}".rstrip()


def _text(old: str, new: str) -> str:
    """The changed words in their surroundings, on one line."""
    pieces = shortened(changed_words(old, new), _AROUND)
    if all(each.part is Part.SAME for each in pieces):
        return "the same words in other markup"
    words = " ".join("".join(_MARKS[each.part].format(each.text) for each in pieces).split())
    return words if len(words) <= _LONGEST_TEXT else f"{words[: _LONGEST_TEXT - 1]}…"


def _short(text: str) -> str:
    words = " ".join(plain(text).split())
    return words if len(words) <= _LONGEST_VALUE else f"{words[: _LONGEST_VALUE - 1]}…"
