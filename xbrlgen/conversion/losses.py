"""What a conversion would lose, found before anything is written."""

from collections.abc import Iterator

from xbrlgen.conversion.carrying import Carrying
from xbrlgen.conversion.copying import FACTS_LOST, is_copied
from xbrlgen.conversion.destination import Syntax
from xbrlgen.conversion.source import Source
from xbrlgen.conversion.tuples import has_tuples_to_gather
from xbrlgen.findings import Finding, Location, Severity, finding
from xbrlgen.model import FACT_FOOTNOTE, STANDARD_LINK, Report

_LINKBASE = "xbrlxe:unsupportedLinkbaseReference"


def losses(source: Source, carrying: Carrying, *, lossy: bool) -> Iterator[Finding]:
    """What of `source` would not be in what is written: errors, or warnings if that is accepted."""
    found = [*_of_reading(source, carrying.syntax)]
    if source.report is not None:
        told = carrying.problems(source.report)
        found += (_at(each.code, each.message, each.subject, source) for each in told)
    for each in found:
        is_accepted = lossy and source.report is not None and each.severity is Severity.ERROR
        yield each._replace(severity=Severity.WARNING) if is_accepted else each
    if source.report is not None and carrying.syntax is Syntax.XML:
        yield from _undeclared_roles(source.report, source)
    yield from _of_taxonomy(source)


def _of_reading(source: Source, syntax: Syntax) -> Iterator[Finding]:
    """What readers said; that facts are lost is an error, and a fault that costs none is not.

    XML carries references to linkbases, and an instance all of another one.
    """
    is_whole = _has_all_facts(source)
    loses_facts = not is_copied(source, syntax) and not has_tuples_to_gather(source, syntax)
    for each in source.reading.findings:
        if each.standard == _LINKBASE and syntax.is_xml:
            continue
        if each.code in FACTS_LOST:
            if loses_facts:
                yield each._replace(severity=Severity.ERROR)
        elif is_whole and not each.fact and each.code.startswith("XG1") and each.severity is Severity.ERROR:
            yield each._replace(severity=Severity.WARNING)
        else:
            yield each


def _has_all_facts(source: Source) -> bool:
    """Whether the report has a fact for each that the instance or page has."""
    report, instance = source.report, source.reading.instance
    return report is not None and instance is not None and instance.count == len(report.facts)


def _of_taxonomy(source: Source) -> Iterator[Finding]:
    """One finding for all gaps of the taxonomy: what is wrong with it in detail is a matter of validation."""
    gaps = [each for each in source.taxonomy.dts.findings if each.severity is Severity.ERROR]
    if gaps:
        more = f" ({len(gaps)} such findings)" if len(gaps) > 1 else ""
        yield finding("XG934", f"the taxonomy is not whole{more}: {gaps[0].message}", *gaps[0].locations)
    elif source.report is not None and not source.report.schema_refs and not source.is_folder:
        yield finding("XG934", "the report refers to no taxonomy", Location(str(source.path)))


def _undeclared_roles(report: Report, source: Source) -> Iterator[Finding]:
    """Types and groups of links, other than the usual ones, that no schema declares."""
    taxonomy = source.taxonomy
    for kind in sorted({link.type for link in report.links} - {FACT_FOOTNOTE, *taxonomy.arcrole_types}):
        yield finding("XG943", f"no schema declares the link type '{kind}'", Location(str(source.path)))
    for group in sorted({link.group for link in report.links} - {STANDARD_LINK, *taxonomy.role_types}):
        yield finding("XG943", f"no schema declares the link group '{group}'", Location(str(source.path)))


def _at(code: str, message: str, subject: str, source: Source) -> Finding:
    places = (source.reading.locations[subject],) if subject in source.reading.locations else ()
    return finding(code, message, *places, fact=subject)
