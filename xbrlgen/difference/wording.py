"""What the text and the page say of changes."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from xbrlgen.difference.difference import Change, Difference, Kind, Side
from xbrlgen.labels import Labels
from xbrlgen.model import Entity, Fact

TITLES: Mapping[Kind, str] = {
    Kind.VALUE: "Other values",
    Kind.RESTATED: "Restated",
    Kind.TEXT: "Other texts",
    Kind.DECIMALS: "Other accuracy only",
    Kind.FOOTNOTES: "Other footnotes or links only",
    Kind.ADDED: "Added",
    Kind.REMOVED: "Removed",
}
COUNTS: Mapping[Kind, str] = {
    Kind.VALUE: "with another value",
    Kind.RESTATED: "restated",
    Kind.TEXT: "with another text",
    Kind.DECIMALS: "with other decimals",
    Kind.FOOTNOTES: "with other footnotes",
    Kind.ADDED: "added",
    Kind.REMOVED: "removed",
}
_MINUS = "\N{MINUS SIGN}"


def value_words(fact: Fact | None) -> str:
    """A value as people read it: numbers with groups of digits, texts as they are."""
    if fact is None:
        return ""
    if fact.value is None:
        return "nil"
    return number_words(fact.value) if isinstance(fact.value, Decimal) else fact.value


def number_words(value: Decimal, *, signed: bool = False) -> str:
    """A number with all its digits, in groups of three, without zeros that end a fraction."""
    text = f"{abs(value):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    sign = _MINUS if value < 0 else "+" * (signed and value > 0)
    return f"{sign}{text}"


def decimals_words(fact: Fact | None) -> str:
    """The accuracy of a number."""
    if fact is None or fact.value is None:
        return "none"
    return "INF" if fact.decimals is None else str(fact.decimals)


def delta_words(change: Change) -> str:
    """By how much a number changed, and by how many percent; empty for anything else."""
    delta, old = change.delta, change.old.value if change.old else None
    if delta is None or not delta or not isinstance(old, Decimal):
        return ""
    words = number_words(delta, signed=True)
    if not old:
        return words
    percent = (delta * 100 / abs(old)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{words} ({number_words(percent, signed=True)} %)"


def aspects_words(fact: Fact, labels: Labels) -> str:
    """Period, members and language of a fact."""
    parts = (labels.period(fact.period), labels.members(fact.dimensions), fact.language or "")
    return ", ".join(each for each in parts if each)


def entity_words(entity: Entity | None) -> str:
    """An entity by identifier and scheme."""
    return "several entities, or none" if entity is None else f"{entity.identifier} ({entity.scheme})"


def side_words(side: Side) -> str:
    """What a report is: how many facts, until when, of whom."""
    end = "" if side.end is None else f", up to {_last_day(side)}"
    return f"{side.facts:,} fact{'s' * (side.facts != 1)}{end}, {entity_words(side.entity)}"


def _last_day(side: Side) -> str:
    from xbrlgen.model import Period

    return "" if side.end is None else str(Period(None, side.end).last_day)


def verdict_words(difference: Difference) -> str:
    """The whole in one line."""
    counted = [f"{count:,} {COUNTS[kind]}" for kind, count in difference.counts.items() if count]
    if difference.old.entity != difference.new.entity:
        counted.insert(0, "another entity")
    return f"{', '.join(counted) or 'no difference'}; {difference.same:,} the same"
