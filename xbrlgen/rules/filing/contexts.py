"""Contexts as they are written: their dates, and what holds their dimensions."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.rules.filing.document import XBRLI, local_name
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.wording import counted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.model import Fact, Period

_CONTEXT = f"{XBRLI}context"
_CONTAINERS = (f"{XBRLI}segment", f"{XBRLI}scenario")
_DATES = (f"{XBRLI}startDate", f"{XBRLI}endDate", f"{XBRLI}instant")
_MEMBERS = ("{http://xbrl.org/2006/xbrldi}explicitMember", "{http://xbrl.org/2006/xbrldi}typedMember")
_ZONE = re.compile(r"(Z|[+-]\d\d:\d\d)$")


def containers(filing: Filing) -> Iterator[Finding]:
    """Dimensions stand in the container that the regulator reads, and nothing else does (XBRL 2.1 section 4.7.4)."""
    for document in filing.documents:
        found = [each for context in filing.contexts(document) for each in context.iter(*_CONTAINERS)]
        wanted = filing.requirements.container
        wrong = [each for each in found if wanted and local_name(each) != wanted]
        if wrong:
            told = f"{_contexts(wrong)} has its dimensions in xbrli:{local_name(wrong[0])}, not in xbrli:{wanted}."
            yield filing.found("XG435", told, document, *wrong)
        for container in found:
            others = [child for child in container.iterchildren("*") if child.tag not in _MEMBERS]
            if others:
                what = listed(local_name(each) for each in others)
                told = f"{_contexts([container])} has {what} in its {local_name(container)}, which is no dimension."
                yield filing.found("XG436", told, document, *others)


def written_dates(filing: Filing) -> Iterator[Finding]:
    """Dates are whole days: without a time, without a time zone."""
    for document in filing.documents:
        dates = [each for context in filing.contexts(document) for each in context.iter(*_DATES)]
        timed = [each for each in dates if "T" in (each.text or "")]
        if timed:
            told = f"{_contexts(timed)} says a time of the day: {listed(_text(each) for each in timed)}."
            yield filing.found("XG437", told, document, *timed)
        zoned = [each for each in dates if _ZONE.search(_text(each))]
        if zoned:
            told = f"{_contexts(zoned)} says a time zone: {listed(_text(each) for each in zoned)}."
            yield filing.found("XG438", told, document, *zoned)


def instants_on_new_years_day(filing: Filing) -> Iterator[Finding]:
    """Balances at the end of 1 January, where the end of the year before is meant."""
    by_period: dict[Period, list[Fact]] = {}
    for fact in filing.subject.report.facts:
        period = fact.period
        if period is not None and period.is_instant and (period.last_day.month, period.last_day.day) == (1, 1):
            by_period.setdefault(period, []).append(fact)
    for period, facts in by_period.items():
        message = f"{counted(len(facts), 'fact')} at {period}: the end of 1 January is no opening balance."
        hint = f"Report the balance at the end of {period.last_day.year - 1}-12-31."
        yield filing.subject.finding("XG439", message, *facts, hint=hint)


def required_contexts(filing: Filing) -> Iterator[Finding]:
    """A period without members, which the facts of the cover page are of (EFM 6.5.19)."""
    facts = filing.subject.report.facts
    if not any(fact.period is not None and not fact.period.is_instant and not fact.dimensions for fact in facts):
        yield filing.about_the_whole("XG427", "No fact is of a period without members.")


def unused_contexts(filing: Filing) -> Iterator[Finding]:
    """Contexts that no fact refers to."""
    used = {each.get("contextRef") for document in filing.documents for each in document.root.iter("*")}
    for document in filing.documents:
        unused = [each for each in document.root.iter(_CONTEXT) if each.get("id") not in used]
        if unused:
            yield filing.found("XG440", f"{_contexts(unused)} has no facts.", document, *unused)


def _contexts(parts: "list[Element]") -> str:
    """The contexts that hold these elements, in words."""
    contexts = (next(each.iterancestors(_CONTEXT), each) for each in parts)
    return f"Context {listed(context.get('id', '') for context in contexts)}"


def _text(element: "Element") -> str:
    return (element.text or "").strip()
