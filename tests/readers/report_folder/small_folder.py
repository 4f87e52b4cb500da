"""A small vocabulary, and a small folder that a test may change and read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from xbrlgen.model import Concept, ItemType, QName, ValueKind
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.report_folder import read_report_folder

IFRS = "https://example.com/ifrs-full"
XBRLI = "http://www.xbrl.org/2003/instance"
XBRLDT = "http://xbrl.org/2005/xbrldt"
DTR = "http://www.xbrl.org/dtr/type/2022-03-31"

KINDS = {
    "monetary": (XBRLI, ValueKind.MONETARY, "decimal"),
    "shares": (XBRLI, ValueKind.SHARES, "decimal"),
    "pure": (XBRLI, ValueKind.PURE, "decimal"),
    "decimal": (XBRLI, ValueKind.NUMERIC, "decimal"),
    "integer": (XBRLI, ValueKind.NUMERIC, "integer"),
    "string": (XBRLI, ValueKind.STRING, "string"),
    "boolean": (XBRLI, ValueKind.BOOLEAN, "boolean"),
    "date": (XBRLI, ValueKind.DATE, "date"),
    "dateTime": (XBRLI, ValueKind.DATE_TIME, "dateTime"),
    "anyURI": (XBRLI, ValueKind.OTHER, "anyURI"),
    "perShare": (DTR, ValueKind.PER_SHARE, "decimal"),
    "percent": (DTR, ValueKind.PERCENT, "decimal"),
    "area": (DTR, ValueKind.NUMERIC, "decimal"),
    "textBlock": (DTR, ValueKind.TEXT_BLOCK, "string"),
    "domain": (DTR, ValueKind.DOMAIN, "string"),
    "enumeration": (DTR, ValueKind.NAME, "QName"),
    "enumerationSet": (DTR, ValueKind.NAME_SET, "string"),
}
CONCEPTS = """
    Revenue monetary duration credit, CostOfSales monetary duration debit, GrossProfit monetary duration credit,
    ProfitLoss monetary duration credit, Equity monetary instant credit, Assets monetary instant debit,
    DividendsPaid monetary duration debit, NumberOfEmployees integer instant, NumberOfSharesIssued shares instant,
    BasicEarningsLossPerShare perShare duration, Ratio percent duration, PlainRatio pure duration,
    FloorSpace area instant, NameOfReportingEntity string duration, IsAudited boolean duration,
    DateOfRelease date duration, MomentOfRelease dateTime duration, Homepage anyURI duration,
    DisclosureOfGoingConcern textBlock duration, Basis enumeration duration, Bases enumerationSet duration,
    IncomeStatementAbstract string duration abstract, SegmentsAxis string duration axis,
    ComponentsOfEquityAxis string duration axis, EquityMember domain duration abstract,
    IssuedCapitalMember domain duration abstract, RetainedEarningsMember domain duration abstract,
    ReportableSegmentsMember domain duration abstract
"""


def _item_type(short: str) -> ItemType:
    namespace, kind, base = KINDS[short]
    return ItemType(QName(namespace, f"{short}ItemType"), kind, base, MappingProxyType({}))


def _concept(text: str) -> Concept:
    name, short, period, *more = text.split()
    group = QName(XBRLDT, "dimensionItem") if "axis" in more else QName(XBRLI, "item")
    balance = next((each for each in more if each in {"debit", "credit"}), "")
    is_abstract = bool({"axis", "abstract"} & set(more))
    return Concept(QName(IFRS, name), _item_type(short), group, period, balance, is_abstract)


@dataclass
class SmallVocabulary:
    """A few elements of a taxonomy; `searches` counts how often all names were asked for."""

    namespace: str = IFRS
    entry_point: str = "https://example.com/entry.xsd"
    searches: int = 0
    prefixes: Mapping[str, str] = field(default_factory=lambda: {IFRS: "ifrs-full"})
    _concepts: Mapping[QName, Concept] = field(
        default_factory=lambda: {each.name: each for each in map(_concept, CONCEPTS.split(","))}
    )

    def concept(self, name: QName) -> Concept | None:
        return self._concepts.get(name)

    def item_type(self, name: QName) -> ItemType | None:
        return next((each for each in map(_item_type, KINDS) if each.name == name), None)

    def default_member(self, axis: QName) -> QName | None:
        return QName(IFRS, "EquityMember") if axis.local_name == "ComponentsOfEquityAxis" else None

    def names(self) -> Iterable[QName]:
        self.searches += 1
        return sorted(self._concepts)


REPORT = """\
title: Small report
entity: {name: Small, scheme: "http://example.com/scheme", identifier: "1"}
taxonomy: small
period: FY
currency: JPY
scale: millions
periods:
  FY: 2023-04-01/2024-03-31
  PY: 2022-04-01/2023-03-31
  End: 2024-03-31
  Mar23: 2023-03-31
units: {Gbps: "own:Gbps"}
extension:
  prefix: own
  namespace: http://example.com/own
  concepts:
    Orders: {type: monetary, period: duration, label: Orders received}
  axes:
    CaseAxis:
      label: Result or target
      default: ResultMember
      members: {ResultMember: Result, TargetMember: Target}
    SegmentsAxis:
      members: {CloudMember: Cloud}
sections:
  - id: income
    title: Income
    content:
      - table: tables/income.csv
        columns:
          FY: FY
          PY: PY
"""
TABLE = """\
label,concept,FY,PY
Revenue,Revenue,"1,200","1,100"
Profit,ProfitLoss,(12),3
"""
BASE = {"report.yaml": REPORT, "tables/income.csv": TABLE}


@dataclass
class SmallFolder:
    """Writes a folder and reads it: `read(report=..., table=..., **files)`; None leaves a file out."""

    root: Path
    vocabulary: SmallVocabulary = field(default_factory=SmallVocabulary)

    def read(
        self, report: str | bytes = REPORT, table: str | bytes | None = TABLE, files: Mapping[str, str | bytes] = {}
    ) -> Reading:
        for name, content in {"report.yaml": report, "tables/income.csv": table, **files}.items():
            if content is not None:
                path = self.root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_report_folder(self.root, lambda name: self.vocabulary if name == "small" else None)

    def read_sound(self, *args, **kwargs) -> Reading:
        """Read a folder that has no fault."""
        reading = self.read(*args, **kwargs)
        assert reading.findings == ()
        assert reading.report is not None
        return reading
