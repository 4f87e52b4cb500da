"""Values and units as a regulator wants them, and the items that have to be there."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, localcontext

from xbrlgen.findings import Finding
from xbrlgen.findings.ruling import case
from xbrlgen.model import Fact, QName, ValueKind
from xbrlgen.model.exact import EXACT
from xbrlgen.model.namespaces import ISO4217
from xbrlgen.rules.filing.document import is_nil
from xbrlgen.rules.filing.filing import Filing, listed, text_of
from xbrlgen.rules.wording import counted, number
from xbrlgen.taxonomy.units import MEASURES

_REGISTERED = frozenset(measure for measures in MEASURES.values() for measure in measures)
_MOST_DECIMALS = 1000
_MARKUP = re.compile(r"<[^>]*>")


def precision(filing: Filing) -> Iterator[Finding]:
    """Numbers say how exact they are by decimals, never by precision (XBRL 2.1 section 4.6.4)."""
    for document in filing.documents:
        precise = [each for each in document.notable if each.get("precision") is not None]
        if precise:
            names = listed(filing.spelt(each) for each in precise)
            told = f"{counted(len(precise), 'fact')} with the attribute precision: {names}."
            yield filing.found("XG442", told, document, *precise)


def percentages_above_one(filing: Filing) -> Iterator[Finding]:
    """Percentages of more than 100 %, most of them a value that was not divided by 100."""
    subject = filing.subject
    for concept, facts in subject.items():
        if concept.kind is not ValueKind.PERCENT:
            continue
        for fact in facts:
            if isinstance(fact.value, Decimal) and fact.value > 1:
                yield subject.finding("XG443", f"{subject.told(fact)} is {number(fact.value * 100)} %.", fact)


def values_below_their_scale(filing: Filing) -> Iterator[Finding]:
    """Values that are less than half of their last digit, so that the page shows a zero."""
    for fact in filing.subject.report.facts:
        value, decimals = fact.value, fact.decimals
        if not isinstance(value, Decimal) or decimals is None or abs(decimals) > _MOST_DECIMALS or not value:
            continue
        if not value.is_finite() or value.adjusted() + decimals >= 0:  # a digit of it is left
            continue
        with localcontext(EXACT):
            shown = value.quantize(Decimal((0, (1,), -decimals)), ROUND_HALF_UP)
        if not shown:
            told = f"{filing.subject.told(fact)} is {number(value)}, which its decimals {decimals} round to zero."
            yield filing.subject.finding("XG444", told, fact)


def custom_units(filing: Filing) -> Iterator[Finding]:
    """Measures of the issuer's own with the name of one of the Units Registry."""
    found: dict[QName, list[Fact]] = {}
    for fact in filing.subject.report.facts:
        measures = (*fact.unit.numerators, *fact.unit.denominators) if fact.unit else ()
        for measure in measures:
            is_own = measure.namespace != ISO4217 and not measure.namespace.startswith("http://www.xbrl.org/")
            if is_own and measure.local_name in _REGISTERED:
                found.setdefault(measure, []).append(fact)
    for measure, facts in sorted(found.items()):
        told = f"The unit {filing.subject.spelt(measure)} of {counted(len(facts), 'fact')}"
        message = f"{told} is the issuer's own, though the Units Registry has utr:{measure.local_name}."
        yield filing.subject.finding("XG445", message, *facts)


def mandatory_items(filing: Filing) -> Iterator[Finding]:
    """The items that every report has, or has if they apply."""
    wanted = filing.requirements
    names = {fact.concept for fact in filing.subject.report.facts}
    reported = {each.local_name for each in names if re.fullmatch(wanted.mandatory_namespace, each.namespace)}
    names_wanted = (*wanted.mandatory_items, *_mandatory_by_member(filing))
    missing = [name.replace("|", " or ") for name in names_wanted if reported.isdisjoint(name.split("|"))]
    if missing:
        message = f"{counted(len(missing), 'mandatory item')} not reported: {', '.join(missing)}."
        is_known = any(re.fullmatch(wanted.mandatory_namespace, each) for each in filing.subject.taxonomy.prefixes)
        source, standard = ("", "") if is_known else (wanted.mandatory_source, case("unknown"))
        yield filing.about_the_whole("XG446", message, hint=source, standard=standard)


def _mandatory_by_member(filing: Filing) -> Iterator[str]:
    """Items that have to be there as some fact has a member: of an audited report the auditor's name."""
    facts = filing.subject.report.facts
    members = {
        str(each.member.local_name) for fact in facts for each in fact.dimensions if isinstance(each.member, QName)
    }
    for name, pattern in filing.requirements.mandatory_if.items():
        if all(any(re.fullmatch(each, member) for member in members) for each in pattern.split()):
            yield name


def empty_text_blocks(filing: Filing) -> Iterator[Finding]:
    """Text blocks without a text (ESEF Reporting Manual 1.3.3)."""
    for concept, facts in filing.subject.items():
        for fact in facts if concept.kind is ValueKind.TEXT_BLOCK else ():
            if not fact.is_nil and not _MARKUP.sub("", str(fact.value or "")).strip():
                yield filing.subject.finding("XG404", f"{filing.subject.told(fact)} has no text.", fact)


def tagged_empty_cells(filing: Filing) -> Iterator[Finding]:
    """Tags around nothing: an empty cell reports nothing, so it has no tag, be it nil."""
    for document in filing.documents:
        hidden = set(document.hidden)
        shown = (each for each in document.facts_in("nonFraction") if each not in hidden)
        empty = [each for each in shown if is_nil(each) and not text_of(each).strip()]
        if empty:
            names = listed(filing.spelt(each) for each in empty)
            told = f"{counted(len(empty), 'empty cell')} tagged: {names}."
            yield filing.found("XG487", told, document, *empty)
