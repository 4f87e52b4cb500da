"""What a conversion would lose, found before anything is written."""

import re
from collections.abc import Iterator
from dataclasses import replace

from xbrlgen.conversion.destination import Syntax
from xbrlgen.conversion.source import Source
from xbrlgen.findings import Finding, Location, Severity, finding
from xbrlgen.model import FACT_FOOTNOTE, NO_ENTITY, PURE, STANDARD_LINK, Entity, Fact, QName, Report, Vocabulary
from xbrlgen.target import obstacles

_LEFT_ASIDE = frozenset({"XG160", "XG164", "XG167", "XG168", "XG830"})
"""Warnings of readers that something of a document is no part of the report; a conversion loses it."""
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_SPACE = re.compile(r"\s")
_NO_XML = frozenset({"XG501", "XG503"})
"""Obstacles to XML, but to no other syntax: characters, and elements of typed members."""


def losses(source: Source, syntax: Syntax, *, lossy: bool) -> Iterator[Finding]:
    """What of `source` would not be in a report in `syntax`: errors, or warnings if that is accepted."""
    found = [*_of_reading(source)]
    if source.report is not None:
        found += _of_writing(source.report, source, syntax)
    for each in found:
        yield replace(each, severity=Severity.WARNING) if lossy and each.severity is Severity.ERROR else each
    yield from _of_taxonomy(source)


def _of_reading(source: Source) -> Iterator[Finding]:
    for each in source.reading.findings:
        yield replace(each, severity=Severity.ERROR) if each.code in _LEFT_ASIDE else each


def _of_taxonomy(source: Source) -> Iterator[Finding]:
    """One finding for all gaps of the taxonomy: what is wrong with it in detail is a matter of validation."""
    gaps = [each for each in source.taxonomy.dts.findings if each.severity is Severity.ERROR]
    if gaps:
        more = f" ({len(gaps)} such findings)" if len(gaps) > 1 else ""
        yield finding("XG934", f"the taxonomy is not whole{more}: {gaps[0].message}", *gaps[0].locations)
    elif source.report is not None and not source.report.schema_refs and not source.is_folder:
        yield finding("XG934", "the report refers to no taxonomy", Location(str(source.path)))


def _of_writing(report: Report, source: Source, syntax: Syntax) -> Iterator[Finding]:
    if syntax.is_xml:
        for each in obstacles(report, source.taxonomy):
            if each.code in _NO_XML:
                yield _at(each.code, each.message, each.subject, source)
        yield from _links_from_notes(report, source)
        if syntax is Syntax.XML:
            yield from undeclared_roles(report, source)
    else:
        yield from _unnameable(report, source)
        yield from _unreadable_numbers(report, source)


def _links_from_notes(report: Report, source: Source) -> Iterator[Finding]:
    notes = {each.id for each in report.footnotes}
    for link in report.links:
        if link.source in notes:
            yield _at("XG940", f"the footnote {link.source!r} links to {link.target!r}", link.source, source)


def undeclared_roles(report: Report, source: Source) -> Iterator[Finding]:
    """Types and groups of links, other than the usual ones, that no schema declares."""
    taxonomy = source.taxonomy
    for kind in sorted({link.type for link in report.links} - {FACT_FOOTNOTE, *taxonomy.arcrole_types}):
        yield finding("XG943", f"no schema declares the link type '{kind}'", Location(str(source.path)))
    for group in sorted({link.group for link in report.links} - {STANDARD_LINK, *taxonomy.role_types}):
        yield finding("XG943", f"no schema declares the link group '{group}'", Location(str(source.path)))


def _unnameable(report: Report, source: Source) -> Iterator[Finding]:
    """Entities and names that have no form with a prefix; each is told once, at the first fact that has it."""
    seen: set[object] = set()
    for fact in report.facts:
        for each in _named(fact):
            if each in seen:
                continue
            seen.add(each)
            if isinstance(each, QName):
                if not each.namespace or not _ABSOLUTE.fullmatch(each.namespace):
                    yield _at("XG941", f"the name {each} is in no namespace that is a URI", fact.id, source)
            elif each != NO_ENTITY and (not _ABSOLUTE.fullmatch(each.scheme) or _SPACE.search(each.identifier)):
                what = f"the entity {each.identifier!r} of the scheme {each.scheme!r} has no form with a prefix"
                yield _at("XG941", what, fact.id, source)


def _named(fact: Fact) -> Iterator[Entity | QName]:
    yield fact.entity
    yield fact.concept
    for dimension in fact.dimensions:
        yield dimension.axis
        if isinstance(dimension.member, QName):
            yield dimension.member


def _unreadable_numbers(report: Report, source: Source) -> Iterator[Finding]:
    for fact in report.facts:
        if seems_text(fact, source.taxonomy):
            what = f"{fact.concept} is exact and has no unit, and no taxonomy says that it is a number"
            yield _at("XG942", what, fact.id, source)


def seems_text(fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether JSON and CSV write a number as they write texts, and no type tells which it is."""
    return fact.unit == PURE and fact.decimals is None and vocabulary.concept(fact.concept) is None


def _at(code: str, message: str, subject: str, source: Source) -> Finding:
    places = (source.reading.locations[subject],) if subject in source.reading.locations else ()
    return finding(code, message, *places, fact=subject)
