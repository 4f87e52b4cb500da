"""What a finding is."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from xbrlgen.findings.location import Location


class Severity(StrEnum):
    """How grave a finding is: an error makes the report invalid."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(NamedTuple):
    """One problem of the input or the output, for its user.

    `code` is an entry of the catalogue and `name` its kebab-case name; `standard` is the specification's or regulator's
    own code, empty where there is none; `fact` is the id of the fact concerned, empty where none is. `follows` is the
    finding whose fault is the cause of this one, and that follows from none: what is to be mended is that one alone.
    """

    code: str
    name: str
    severity: Severity
    message: str
    hint: str = ""
    standard: str = ""
    locations: tuple[Location, ...] = ()
    fact: str = ""
    follows: "Finding | None" = None

    @property
    def sort_key(self) -> tuple[tuple[Location, ...], str, str]:
        """Order by place, then by code and message."""
        return (self.locations, self.code, self.message)

    @property
    def is_error(self) -> bool:
        """Whether it makes a report invalid."""
        return self.severity is Severity.ERROR


def with_dependents(findings: Iterable[Finding]) -> Mapping[Finding, Sequence[Finding]]:
    """Each finding that follows from none of the others, in their order, with all that follow from it."""
    known = dict.fromkeys(findings)
    found: dict[Finding, list[Finding]] = {each: [] for each in known if each.follows not in known}
    for each in known:
        root = each
        while root.follows is not None and root.follows in known:
            root = root.follows
        if root is not each:
            found[root].append(each)
    return found


class Counts(NamedTuple):
    """How many findings there are of each severity, without those that follow from another."""

    error: int = 0
    warning: int = 0
    info: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Counts":
        """Count `findings`."""
        each = tuple(findings)
        known = frozenset(each)
        severities = [finding.severity for finding in each if finding.follows not in known]
        return cls(*(severities.count(severity) for severity in Severity))

    @property
    def verdict(self) -> str:
        """``valid`` where there is no error, else ``invalid``."""
        return "invalid" if self.error else "valid"


class CatalogueEntry(NamedTuple):
    """What is known of a finding before it happens: one page of ``xbrlgen explain``.

    The name states the offence. `summary` is one sentence; `reason` says why it matters; `example` shows a failing
    input; `fix` says how to mend it; `reference` names the specification's section; `standard` is the code that the
    specification or regulator gives it, where it is always the same one.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    reason: str
    example: str
    fix: str
    reference: str = ""
    standard: str = ""
    since: str = "0.1.0"
