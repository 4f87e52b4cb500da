"""What a finding is to whoever takes the report: how grave, and under which code of theirs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from xbrlgen.findings.finding import Finding, Severity

_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Ruling:
    """How grave a finding is to a regulator (None: of no concern), and the regulator's own code for it."""

    severity: Severity | None
    standard: str = ""

    def apply(self, finding: Finding) -> Finding:
        """The finding as the regulator tells it."""
        return replace(finding, severity=self.severity or finding.severity, standard=self.standard or finding.standard)


def ruled(findings: Iterable[Finding], rulings: Mapping[str, Ruling]) -> Iterator[Finding]:
    """`findings` with the codes of a regulator, by the codes of the catalogue; none becomes less grave than it was."""
    for each in findings:
        ruling = rulings.get(each.code)
        if ruling is None:
            yield each
        elif ruling.severity is not None:
            graver = min(each.severity, ruling.severity, key=_ORDER.index)
            yield replace(ruling.apply(each), severity=graver)
