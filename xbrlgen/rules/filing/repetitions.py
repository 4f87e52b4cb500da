"""Contexts and units that are written twice, and periods that meet in a day (EDGAR Filer Manual II, 6.5)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.rules.filing.document import XBRLI, Document, local_name
from xbrlgen.rules.filing.filing import Filing

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

LONGEST_MEASURE = 200
"""In bytes."""

_MEASURE = f"{XBRLI}measure"
_DAY = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(T00:00:00)?\s*")


def repeated_contexts(filing: Filing) -> Iterator[Finding]:
    """Contexts that say the same (EFM 6.5.7)."""
    return _repeated(filing, "XG423", "context", _meaning_of_context)


def repeated_units(filing: Filing) -> Iterator[Finding]:
    """Units that say the same (EFM 6.5.11)."""
    return _repeated(filing, "XG424", "unit", _meaning_of_unit)


def periods_that_meet(filing: Filing) -> Iterator[Finding]:
    """Periods of which one ends on the day on which another begins (EFM 6.5.9); periods of one day may."""
    longer = list(_longer_periods(filing))
    by_first: dict[date, list[tuple[Element, date]]] = {}
    for _, context, first, last in longer:
        by_first.setdefault(first, []).append((context, last))
    for document, context, _, last in longer:
        others = [other for other, end in by_first.get(last, ()) if end != last]
        if others:
            told = f"Context {context.get('id')} ends on {last}, on which context {others[0].get('id')} begins."
            yield filing.found("XG425", told, document, context)


def long_measures(filing: Filing) -> Iterator[Finding]:
    """Measures whose names are too long (EFM 6.5.36)."""
    for document in filing.documents:
        for measure in document.root.iter(_MEASURE):
            name = (measure.text or "").strip().rpartition(":")[2]
            if len(name.encode()) > LONGEST_MEASURE:
                told = f"The measure {name[:40]}... has {len(name.encode())} bytes, more than {LONGEST_MEASURE}."
                yield filing.found("XG426", told, document, measure)


def _repeated(filing: Filing, code: str, what: str, meaning: "Callable[[Element], object]") -> Iterator[Finding]:
    first: dict[object, tuple[Document, Element]] = {}
    for document in filing.documents:
        for each in document.root.iter(f"{XBRLI}{what}"):
            _, other = first.setdefault(meaning(each), (document, each))
            if other is not each:
                told = f"The {what} {each.get('id')} says the same as {other.get('id')}."
                yield filing.found(code, told, document, each)


def _meaning_of_context(context: "Element") -> object:
    entity, period = (context.find(f"{XBRLI}{name}") for name in ("entity", "period"))
    identifier = None if entity is None else entity.find(f"{XBRLI}identifier")
    parts = [] if identifier is None else [identifier.get("scheme", ""), (identifier.text or "").strip()]
    days = tuple((local_name(each), (each.text or "").strip()) for each in ([] if period is None else period))
    containers = list(context.iter(f"{XBRLI}segment", f"{XBRLI}scenario"))
    members = frozenset(_canonical(member) for container in containers for member in container.iterchildren("*"))
    return (*parts, days, tuple(local_name(each) for each in containers), members)


def _meaning_of_unit(unit: "Element") -> object:
    def measures(above: "Element | None") -> tuple[str, ...]:
        found = () if above is None else above.iterchildren(_MEASURE)
        return tuple(sorted(_named(each, (each.text or "").strip()) for each in found))

    divided = unit.find(f"{XBRLI}divide")
    if divided is None:
        return measures(unit), ()
    return measures(divided.find(f"{XBRLI}unitNumerator")), measures(divided.find(f"{XBRLI}unitDenominator"))


def _canonical(member: "Element") -> tuple[str, str, str]:
    text = "".join(map(str, member.itertext())).strip()
    explicit = _named(member, text) if local_name(member) == "explicitMember" else text
    return str(member.tag), _named(member, member.get("dimension", "")), explicit


def _named(element: "Element", name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{element.nsmap.get(prefix or None, '')}}}{local}"


def _longer_periods(filing: Filing) -> "Iterator[tuple[Document, Element, date, date]]":
    """The contexts of more than a day, with its first and last one."""
    for document in filing.documents:
        for context in filing.contexts(document):
            first, last = _span(context)
            if first and last and first < last:
                yield document, context, first, last


def _span(context: "Element") -> tuple[date | None, date | None]:
    """The first and the last day of a period, None where it has none or they are no days."""
    first, last = (context.findtext(f"{XBRLI}period/{XBRLI}{name}", "") for name in ("startDate", "endDate"))
    return _day(first), _day(last, is_end=True)


def _day(text: str, *, is_end: bool = False) -> date | None:
    match = _DAY.fullmatch(text)
    try:
        found = date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
    is_midnight = match is not None and match[2] is not None
    return found - timedelta(days=1) if found and is_end and is_midnight else found
