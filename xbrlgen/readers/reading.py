"""What every reader gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from xbrlgen.findings import Finding, Location
from xbrlgen.instance import InstanceDocument
from xbrlgen.model import Report, Vocabulary

AnyVocabulary = Vocabulary | Callable[[tuple[str, ...]], Vocabulary | None] | None
"""A vocabulary, what finds one for the addresses that a document's taxonomy is discovered from, or none.

These are of its schema references, then of its references to linkbases, roles and arcroles.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and where each part of it came from; `report` is None where the source was too broken to make one.

    `locations` map ids of facts, cells, equations and footnotes to their places in the source. `instance` is the source
    as XBRL 2.1 knows it, where it is an instance or makes one; None for JSON, CSV and report folders.
    """

    report: Report | None
    locations: Mapping[str, Location]
    findings: tuple[Finding, ...]
    instance: InstanceDocument | None = field(default=None, compare=False)
