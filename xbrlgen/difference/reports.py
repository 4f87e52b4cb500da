"""Reads the two reports that are to be compared, and the words for what is in them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from xbrlgen.conversion.source import Source, read_source
from xbrlgen.difference.difference import Difference, compared
from xbrlgen.findings import Counts, Finding
from xbrlgen.labels import Labels
from xbrlgen.packages import given_packages


class Compared(NamedTuple):
    """Two reports as they were read; `difference` is None, and `findings` say why, where one of them cannot be read.

    Otherwise the findings are those that keep facts of either report from being compared. `labels` are the words of
    both taxonomies, those of the new report first.
    """

    old: Path
    new: Path
    difference: Difference | None
    findings: tuple[Finding, ...]
    labels: Labels | None = None


def diff(old: Path, new: Path, packages: Sequence[Path] = ()) -> Compared:
    """Compare the reports in `old` and `new`, each in any syntax, package or report folder.

    `packages` are taxonomy packages to look in before the bundled one. Raises OSError for what cannot be read.
    """
    given = given_packages(packages)
    sources = [read_source(each, given.catalog) for each in (old, new)]
    findings = (*given.findings, *(each for source in sources for each in source.reading.findings))
    errors = tuple(each for each in findings if Counts.of([each]).error)
    reports = [source.report for source in sources]
    if reports[0] is None or reports[1] is None:
        return Compared(old, new, None, findings)
    return Compared(old, new, compared(reports[0], reports[1]), errors, _labels(sources))


def _labels(sources: Sequence[Source]) -> Labels:
    """The words of the new report, then those of the old one."""
    old, new = sources
    others = () if old.report is None else (Labels(old.taxonomy, old.report),)
    if new.report is None:
        raise ValueError("a report without facts has no words")
    return Labels(new.taxonomy, new.report, *others)
