"""Reads again what was written, as anybody would who gets it, and compares it with the source."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from xbrlgen.comparison import differences
from xbrlgen.conversion.carrying import seems_text
from xbrlgen.conversion.copying import is_copied
from xbrlgen.conversion.destination import Destination, Syntax
from xbrlgen.conversion.source import Source
from xbrlgen.conversion.tuples import has_tuples_to_gather, tuples_of_instance, tuples_of_page
from xbrlgen.document_validation import parse_page, schema_findings
from xbrlgen.findings import Counts, Finding, Severity, finding
from xbrlgen.loading import Loaded, load_files, load_large
from xbrlgen.model import Fact, Report
from xbrlgen.packages import packaged_catalog
from xbrlgen.packaging.checking import check_package
from xbrlgen.sources import load_report
from xbrlgen.taxonomy import Catalog
from xbrlgen.writers.lexical import number


def proof(source: Source, destination: Destination, written: Sequence[Path], base: Path) -> Iterator[Finding]:
    """What is wrong with the files that were written for `source`, the main one first; nothing if they are the same.

    Relative references in them start from `base`.
    """
    report = source.report
    if report is None:
        return
    is_csv = destination.syntax is Syntax.CSV
    expected = replace(report, facts=tuple(_as_read(source, report))) if is_csv else report
    package: Sequence[Finding] = ()
    if destination.kind is None:
        loaded = _loaded(written[0], source.catalog, str(base), expected.facts)
    else:
        checked = check_package(written[0])
        package = checked.findings
        loaded = load_report(checked.reports[0], packaged_catalog(checked, source.catalog), expected.facts)
    yield from _named(package, written, destination)
    known = {each.code for each in source.reading.findings}
    new = [each for each in loaded.reading.findings if each.code not in known]
    yield from _named(new, written, destination)
    yield from _taxonomy(source, loaded)
    if destination.syntax is Syntax.INLINE and destination.kind is None:
        on_page = schema_findings(written[0], written[0].read_bytes(), loaded, None)
        yield from _named(on_page, written, destination)
    if loaded.reading.report is not None:
        yield from differences(expected, loaded.reading.report, source.reading.locations)
        yield from _other_number(report, loaded.reading.report)
        if is_copied(source, destination.syntax) or has_tuples_to_gather(source, destination.syntax):
            yield from _beyond_reports(source, loaded)


def _loaded(path: Path, catalog: Catalog, url: str, known: Sequence[Fact]) -> Loaded:
    large = load_large(path, catalog=catalog, url=url, known=known)
    if large is not None:
        return large
    return load_files({path: path.read_bytes()}, catalog=catalog, url=url, parse=parse_page, known=known)[0]


def _named(found: Sequence[Finding], written: Sequence[Path], destination: Destination) -> Iterator[Finding]:
    """Findings on files by the names that they would have; what is no error was in the source as well."""
    folder = str(written[0].parent)
    for each in found:
        if each.severity is Severity.ERROR:
            places = (
                place._replace(path=place.path.replace(folder, str(destination.path.parent)))
                for place in each.locations
            )
            yield each._replace(locations=tuple(places))


def _taxonomy(source: Source, loaded: Loaded) -> Iterator[Finding]:
    """What the taxonomy lacks from the new place that it had from the old one."""
    if loaded.taxonomy is None:
        return
    known = {each.message for each in source.taxonomy.dts.findings}
    if not Counts.of(source.taxonomy.dts.findings).error:
        yield from (each for each in loaded.taxonomy.dts.findings if each.message not in known)


def _beyond_reports(source: Source, loaded: Loaded) -> Iterator[Finding]:
    """Differences between the facts of two instances that no report holds."""
    instance, written, report = source.reading.instance, loaded.reading.instance, source.report
    if instance is None or written is None or report is None:
        return
    expected = replace(report, facts=instance.unreported, footnotes=(), links=())
    yield from differences(expected, replace(expected, facts=written.unreported), source.reading.locations)
    if instance.count != written.count:
        yield finding("XG650", f"{written.count:,} items and tuples were written of {instance.count:,}")
    tuples = tuples_of_page(instance) if instance.is_inline else tuples_of_instance(instance)
    if tuples != tuples_of_instance(written):
        yield finding("XG650", "the tuples that were written are not those of the report")


def _as_read(source: Source, report: Report) -> Iterator[Fact]:
    """The facts as CSV gives them back: numbers that only a type tells from texts are texts without one."""
    for fact in report.facts:
        if seems_text(fact, source.taxonomy):
            value = None if fact.value is None else number(Decimal(fact.value), "")
            yield fact._replace(value=value, unit=None)
        else:
            yield fact


def _other_number(report: Report, read: Report) -> Iterator[Finding]:
    """Duplicates that got lost or were added, which a comparison of sets passes over.

    A page shows a fact wherever its issuer's own sections have it.
    """
    expected, found = len(report.facts), len(read.facts)
    if found < expected or (found > expected and not report.sections):
        yield finding("XG650", f"{found:,} facts were written of {expected:,}")
