"""What a finding is to whoever takes the report: how grave, and under which code of theirs."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xbrlgen.findings.finding import Finding, Severity

_ORDER = tuple(Severity)
_CASE = "/"


class Ruling(NamedTuple):
    """How grave a finding is to a regulator (None: of no concern), and the regulator's own code for it."""

    severity: Severity | None
    standard: str = ""

    def apply(self, finding: Finding) -> Finding:
        """The finding as the regulator tells it."""
        own = "" if finding.standard.startswith(_CASE) else finding.standard
        return finding._replace(severity=self.severity or finding.severity, standard=self.standard or own)


def case(name: str) -> str:
    """What stands for the code of a finding of which regulators tell several cases apart, until it is ruled on."""
    return f"{_CASE}{name}"


def ruling_on(finding: Finding, rulings: Mapping[str, Ruling]) -> Ruling | None:
    """The ruling on a finding's case (``XG324/table``), else on its code; None where there is neither."""
    own = rulings.get(finding.code + finding.standard) if finding.standard.startswith(_CASE) else None
    return own or rulings.get(finding.code)


def ruled(findings: Iterable[Finding], rulings: Mapping[str, Ruling]) -> Iterator[Finding]:
    """`findings` with the codes of a regulator, by the codes of the catalogue; none becomes less grave than it was."""
    for each in findings:
        ruling = ruling_on(each, rulings)
        if ruling is None:
            yield each
        elif ruling.severity is not None:
            graver = min(each.severity, ruling.severity, key=_ORDER.index)
            yield ruling.apply(each)._replace(severity=graver)
