"""What the Open Information Model calls faults of facts, and of their taxonomy, in a report that is no XML."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from xbrlgen.findings import Finding
from xbrlgen.model import Report

_VALUE = "{}:invalidFactValue"
_MEMBER = "{}:invalidDimensionValue"
_STANDARDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("XG230", "XG231", "XG232"), _VALUE),
        **dict.fromkeys(("XG368", "XG369"), _MEMBER),
        "XG240": "oime:invalidPeriodDimension",
        **dict.fromkeys(("XG301", "XG305"), "oime:invalidTaxonomy"),
        "XG354": "oime:unsupportedConceptDataType",
        **dict.fromkeys(("XG360", "XG361"), "oime:unknownDimension"),
    }
)
"""The codes of OIM 1.0 and of its syntaxes, by ours."""


def in_terms_of_oim(findings: Iterable[Finding], report: Report, prefix: str) -> Iterator[Finding]:
    """The findings on a report with the codes of its syntax, which begin with `prefix`, where it has any.

    Follows OIM 1.0 sections 2 and 3, https://www.xbrl.org/Specification/oim/, xBRL-JSON 1.0 and xBRL-CSV 1.0.
    """
    forever: frozenset[str] | None = None
    for each in findings:
        if each.code == "XG240" and forever is None:
            forever = frozenset(fact.id for fact in report.facts if fact.period is None)
        lacks_period = forever is not None and each.code == "XG240" and each.fact in forever
        standard = "oime:missingPeriodDimension" if lacks_period else _STANDARDS.get(each.code)
        yield each if standard is None else each._replace(standard=standard.format(prefix))
