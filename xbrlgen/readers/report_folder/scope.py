"""What the names and settings of one report mean: handed to everything that reads a part of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import Dimension, Entity, Period, Unit
from xbrlgen.readers.report_folder.expressions import Parser
from xbrlgen.readers.report_folder.facts import Facts
from xbrlgen.readers.report_folder.footnotes import Footnotes
from xbrlgen.readers.report_folder.identifiers import Identifiers
from xbrlgen.readers.report_folder.names import Names
from xbrlgen.readers.report_folder.periods import Periods
from xbrlgen.readers.report_folder.settings import Dash
from xbrlgen.readers.report_folder.source_files import SourceFolder
from xbrlgen.readers.report_folder.units import Units


@dataclass(slots=True)
class Scope:
    """One report while it is read: where names are looked up, and where facts, places and findings are gathered."""

    folder: SourceFolder
    findings: list[Finding]
    names: Names
    periods: Periods
    units: Units
    entity: Entity
    language: str
    period: Period | None
    currency: Unit | None
    scale: int
    dash: Dash
    footnotes: Footnotes
    markup: Callable[[str, str], Iterable[Finding]]
    facts: Facts = field(default_factory=Facts)
    ids: Identifiers = field(default_factory=Identifiers)
    locations: dict[str, Location] = field(default_factory=dict)
    members: dict[tuple[Dimension, ...], tuple[Dimension, ...]] = field(default_factory=dict)
    """Dimensions of facts by themselves: facts with equal ones share them."""

    @property
    def parser(self) -> Parser:
        """A parser of expressions over the names of the report."""
        return Parser(self.names, self.periods)

    def find(self, code: str, message: str, *places: Location, hint: str = "") -> None:
        """Record a finding."""
        self.findings.append(finding(code, message, *places, hint=hint))
