"""The difference as a page for a browser: one file, without script, light and dark."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from markupsafe import Markup

from xbrlgen.difference import wording
from xbrlgen.difference.difference import Change, Difference, Kind
from xbrlgen.difference.reports import Compared
from xbrlgen.difference.words import Part, Piece, changed_words, plain, shortened
from xbrlgen.labels import Labels
from xbrlgen.resources import bundled
from xbrlgen.templating import stream

_AROUND = 240
_LONGEST = 2_000


class Row(NamedTuple):
    """A change as the page shows it; `pieces` are those of a changed text, else empty."""

    label: str
    name: str
    period: str
    members: str
    unit: str
    old: str
    new: str
    delta: str
    is_number: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind: those that a reader compares, and those in periods of one report only."""

    kind: str
    title: str
    changes: tuple[Change, ...]
    of_own_periods: tuple[Change, ...]
    labels: Labels

    @property
    def count(self) -> str:
        """How many changes there are, with those of periods of one report only."""
        return f"{len(self.changes) + len(self.of_own_periods):,}"

    def rows(self, changes: tuple[Change, ...]) -> Iterator[Row]:
        """A row for each of these changes, made as it is written."""
        return (_row(each, self.labels) for each in changes)


def write_page(compared: Compared, difference: Difference, labels: Labels, out: BinaryIO) -> None:
    """Write the page to `out` as UTF-8; the same difference gives the same bytes."""
    folder = bundled("templates")
    sheets = (folder / "summary" / "style" / "tokens.css", folder / "difference" / "page.css")
    groups = (
        Group(str(kind), wording.TITLES[kind], difference.of(kind), difference.of_own_periods(kind), labels)
        for kind in Kind
        if difference.counts[kind]
    )
    stream(
        "difference/page.html.jinja",
        out,
        style=Markup("".join(path.read_text(encoding="utf-8") for path in sheets)),  # noqa: S704 - our own
        old=compared.old.name,
        new=compared.new.name,
        old_words=wording.side_words(difference.old),
        new_words=wording.side_words(difference.new),
        is_other_entity=difference.old.entity != difference.new.entity,
        verdict=wording.verdict_words(difference),
        errors=len(compared.findings),
        periods=tuple(_periods(difference, labels)),
        groups=tuple(groups),
    )


def _periods(difference: Difference, labels: Labels) -> Iterator[tuple[str, str, str]]:
    """The periods that only one report has, with the number of its facts."""
    for name, side in (("old", difference.old), ("new", difference.new)):
        yield from ((labels.period(period), name, f"{facts:,}") for period, facts in side.periods.items())


def _row(change: Change, labels: Labels) -> Row:
    fact = change.fact
    old, new = wording.value_words(change.old), wording.value_words(change.new)
    is_text = change.kind is Kind.TEXT
    if change.kind is Kind.DECIMALS:
        old, new = (f"{new}, decimals {wording.decimals_words(each)}" for each in (change.old, change.new))
    return Row(
        label=labels(fact.concept),
        name=fact.concept.local_name,
        period=labels.period(fact.period),
        members=", ".join(each for each in (labels.members(fact.dimensions), fact.language or "") if each),
        unit=labels.unit(fact.unit),
        old="" if is_text else _excerpt(old),
        new="" if is_text else _excerpt(new),
        delta=wording.delta_words(change),
        is_number=fact.is_numeric,
        pieces=_pieces(old, new) if is_text else (),
    )


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    pieces = shortened(changed_words(old, new), _AROUND)
    is_same = all(each.part is Part.SAME for each in pieces)
    return (Piece(Part.SAME, "The same words in other markup."),) if is_same else pieces


def _excerpt(text: str) -> str:
    words = plain(text)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
