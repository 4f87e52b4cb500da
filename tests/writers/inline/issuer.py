"""An invented issuer's report folder with one of everything that a page has to show, in any language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xbrlgen.comparison import differences
from xbrlgen.findings import Finding
from xbrlgen.loading import load_document
from xbrlgen.model import Report
from xbrlgen.report_folders import load_folder
from xbrlgen.target import TargetDocument, target_document
from xbrlgen.target.inline import InlineSettings
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.labels import readable_label
from xbrlgen.writers.inline import Problem, read_own_templates, write_inline_xbrl

REPORT = """\
title: Annual report 2024 of Larch & Sons
entity: {name: Larch & Sons plc, scheme: "http://standards.iso.org/iso/17442", identifier: 2138000000000000LA24}
language: LANGUAGE
taxonomy: ifrs-2025
period: FY24
currency: EUR
scale: thousands
dash: zero
periods:
  FY24: 2024-01-01/2024-12-31
  FY23: 2023-01-01/2023-12-31
  Dec24: 2024-12-31
  Dec23: 2023-12-31
highlights: [Revenue, ProfitLoss]
footnotes:
  restated: Restated for the sale of the mill <2023>.
  leases: Leases & rents are in other expenses.
extension:
  prefix: larch
  namespace: http://example.com/larch/2024
  concepts:
    GrowthOfRevenue: {type: percent, period: duration, label: Growth of revenue}
    IsAudited: {type: boolean, period: duration, label: Audited}
    DateOfApproval: {type: date, period: duration, label: Date of approval}
    KindOfOpinion: {type: "xbrli:QNameItemType", period: duration, label: Kind of opinion}
sections:
  - id: about
    title: About the report
    kind: Disclosure
    content:
      - facts:
          - {concept: NameOfReportingEntityOrOtherMeansOfIdentification, value: Larch & Sons plc, label: Name}
          - {concept: "larch:IsAudited", value: "yes", label: Audited}
          - {concept: "larch:DateOfApproval", value: 2025-03-01, label: Approved on}
          - {concept: "larch:KindOfOpinion", value: Revenue, label: Opinion on}
          - {concept: DescriptionOfPresentationCurrency, value: Euro "€" < 2 signs, label: Currency}
  - id: income
    title: Income statement
    content:
      - table: tables/income.csv
        caption: Thousands of euros
        columns:
          "2024": {period: FY24, group: Year, footnotes: [leases]}
          "2023": {period: FY23, group: Year}
          Change: {computed: "fact@FY24 / fact@FY23 - 1", unit: percent}
        notes: [Amounts are rounded.]
      - table: tables/summary.csv
        title: In millions
        columns:
          "2024": {period: FY24, scale: millions}
          "2023": {period: FY23, scale: millions}
  - id: policies
    title: Policies
    kind: Disclosure
    content:
      - {text: notes/policies.md, concept: DisclosureOfMaterialAccountingPolicyInformationExplanatory, label: Policies}
      - {text: notes/business.txt, concept: DescriptionOfNatureOfEntitysOperationsAndPrincipalActivities, label: Business}
  - id: ratios
    title: Ratios
    kind: Disclosure
    content:
      - table: tables/ratios.csv
        columns:
          "2024": {period: FY24}
          "2023": {period: FY23}
"""

TABLES = {
    "income": """\
label,concept,id,style,level,negated,footnotes,2024,2023
Revenue,Revenue,revenue,,,,restated,"1,234,567","1,000,000"
Cost of sales,CostOfSales,cost,,1,yes,,"(812,000)","(700,000)"
Gross profit,GrossProfit,gross,subtotal,,,,"422,567","300,000"
Other income,OtherIncome,other,,,,,-,nil
Income from associates,ShareOfProfitLossOfAssociatesAndJointVenturesAccountedForUsingEquityMethod,associates,,,,,(78),△78
Owners,,owners,heading,,,,,
Profit for the year,ProfitLoss,profit,total,,,,"345,678","-12,345"
""",
    "summary": """\
label,concept,2024,2023
Revenue,Revenue,"1,234.6","1,000.0"
""",
    "ratios": """\
label,concept,2024,2023
Growth of revenue,larch:GrowthOfRevenue,23.5%,(1.5)%
Basic earnings per share,BasicEarningsLossPerShare,1.23,(0.05)
""",
}

POLICIES = """\
Revenue is recognised when "control" passes & not before.

- goods: on delivery,
- services: over time.

| Class | Years |
|---|---|
| Mills | 20 |
"""

BUSINESS = "Larch & Sons\nmakes planks.\n"


@dataclass(frozen=True)
class Made:
    """A report, its document, and the pages that were written for it."""

    report: Report
    taxonomy: Taxonomy
    document: TargetDocument
    pages: tuple[Path, ...]
    problems: tuple[Problem, ...]

    @property
    def page(self) -> str:
        """The only page."""
        (path,) = self.pages
        return path.read_text(encoding="utf-8")

    def differences(self) -> list[Finding]:
        """How the facts that our own reader finds differ from those of the report."""
        (path,) = self.pages
        reading = load_document(path, path.read_bytes(), self.taxonomy).reading
        assert reading.report is not None, reading.findings
        return [*reading.findings, *differences(self.report, reading.report, {})]


def folder(place: Path, language: str = "en", templates: Mapping[str, str] | None = None, report: str = REPORT) -> Path:
    """Write the report folder, with templates if any are given."""
    files = {f"tables/{name}.csv": text for name, text in TABLES.items()}
    files |= {"report.yaml": report.replace("LANGUAGE", language), "notes/policies.md": POLICIES}
    files |= {"notes/business.txt": BUSINESS}
    files |= {f"templates/{name}": text for name, text in (templates or {}).items()}
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place


def made(source: Path, out: Path, settings: InlineSettings | None = None, **options: object) -> Made:
    """Read a report folder and write its pages and, beside them, its taxonomy."""
    from xbrlgen.extension import extension_taxonomy

    loaded = load_folder(source)
    report, taxonomy = loaded.reading.report, loaded.taxonomy
    assert report is not None
    assert taxonomy is not None
    assert not loaded.reading.findings, loaded.reading.findings
    (out / "taxonomy").mkdir(parents=True, exist_ok=True)
    own = extension_taxonomy(report, taxonomy)
    for name, content in own.files.items():
        (out / "taxonomy" / name).write_bytes(content)
    document = target_document(report, taxonomy, schema_refs=(f"taxonomy/{own.schema}",), **options)
    written = write_inline_xbrl(
        document,
        report,
        out / "larch",
        vocabulary=taxonomy,
        labels=lambda name: readable_label(name.local_name),
        settings=settings or InlineSettings(),
        own=read_own_templates(source / "templates", "templates"),
    )
    return Made(report, taxonomy, document, written.pages, written.problems)
