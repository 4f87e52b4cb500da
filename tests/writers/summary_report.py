"""A small report with one of everything that the summary page has to show."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

from xbrlgen.findings import Finding, Location, Severity
from xbrlgen.model import (
    SHARES,
    Cell,
    CellKind,
    Column,
    Computation,
    Concept,
    Dimension,
    Display,
    Entity,
    Equation,
    EquationKind,
    Extension,
    ExtensionConcept,
    Fact,
    Footnote,
    ItemType,
    Moment,
    Number,
    Operation,
    Period,
    QName,
    Reference,
    Report,
    Row,
    RowStyle,
    Section,
    Table,
    TextDisclosure,
    Unit,
    ValueKind,
)
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.report_folder import read_report_folder
from xbrlgen.taxonomy import Taxonomy, load_taxonomy
from xbrlgen.taxonomy.labels import readable_label
from xbrlgen.writers.summary import write_summary

STANDARD = "https://example.org/taxonomy"
OWN = "http://example.com/own"
ENTITY = Entity("http://example.org/id", "4711")
THIS = Period.duration(date(2023, 4, 1), date(2023, 9, 30))
LAST = Period.duration(date(2022, 4, 1), date(2022, 9, 30))
YEN = Unit.currency("JPY")
MILLIONS = Display(6)
PERCENT = Display(-2, 1)
ONE = Decimal(1)


def name(local: str) -> QName:
    return QName(OWN if local.startswith("Own") else STANDARD, local)


def member(local: str) -> tuple[Dimension, ...]:
    return (Dimension(name("SegmentsAxis"), name(local)),)


class StubVocabulary:
    namespace = STANDARD
    prefixes: ClassVar = {STANDARD: "std"}
    entry_point = "https://example.org/entry.xsd"
    _kinds: ClassVar = {
        "Note": ValueKind.TEXT_BLOCK,
        "ReleaseDate": ValueKind.DATE,
        "NameOfReportingEntityOrOtherMeansOfIdentification": ValueKind.STRING,
    }

    def concept(self, of: QName) -> Concept | None:
        kind = self._kinds.get(of.local_name, ValueKind.MONETARY)
        period = "instant" if of.local_name == "Cash" else "duration"
        balance = "debit" if of.local_name in {"Costs", "Cash"} else "credit"
        return Concept(of, ItemType(name("t"), kind, "decimal", {}), name("item"), period, balance)

    def item_type(self, of: QName) -> ItemType | None:
        return None

    def default_member(self, axis: QName) -> QName | None:
        return None

    def names(self) -> tuple[QName, ...]:
        return ()


class Builder:
    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.locations: dict[str, Location] = {}

    def fact(  # noqa: PLR0917
        self,
        local: str,
        period: Period,
        value: Decimal | str | None,
        unit: Unit | None = YEN,
        decimals: int | None = -6,
        dimensions: tuple[Dimension, ...] = (),
    ) -> str:
        is_number = isinstance(value, Decimal)
        fact = Fact(
            f"f{len(self.facts) + 1}",
            name(local),
            ENTITY,
            period,
            value,
            unit,
            decimals if is_number else None,
            None if unit else "en",
            dimensions,
        )
        self.facts.append(fact)
        self.locations[fact.id] = Location("report/tables/income.csv", len(self.facts) + 1, 9)
        return fact.id

    def cell(self, id_: str, fact: str, printed: str, display: Display = MILLIONS) -> Cell:
        self.locations.setdefault(id_, self.locations[fact])
        return Cell(id_, CellKind.FACT, printed, fact, display)


def _income(build: Builder) -> Table:
    columns = (Column("c0", "1H22", period=LAST), Column("c1", "1H23", period=THIS), Column("c2", "YoY", percent=True))
    formula = Operation("-", Operation("/", Reference(None, (), THIS), Reference(None, (), LAST)), Number(ONE))

    def change(id_: str, concept: str, printed: str) -> Cell:
        key = Fact("x", name(concept), ENTITY, THIS, ONE, YEN).key
        computation = Computation(formula, "fact@1H23 / fact@1H22 - 1", key, PERCENT, Decimal("0.051"), True)
        return Cell(id_, CellKind.COMPUTED, printed, None, PERCENT, computation)

    def row(  # noqa: PLR0917
        id_: str,
        label: str,
        local: str,
        values: tuple[int, int],
        style: RowStyle,
        display: Display = MILLIONS,
        level: int = 1,
    ) -> Row:
        cells = []
        for index, (period, value) in enumerate(zip((LAST, THIS), values, strict=True)):
            fact = build.fact(local, period, Decimal(value) * 1_000_000)
            cells.append(build.cell(f"{id_}.{index}", fact, str(value), display))
        return Row(id_, label, (*cells, change(f"{id_}.2", local, "5.1")), name(local), style, level)

    negated = Display(6, 0, True)
    empty = Cell("o.0", CellKind.EMPTY)
    zero = build.fact("OwnFees", THIS, Decimal(0))
    nil = build.fact("OwnFees", LAST, None)
    return Table(
        "income",
        "Six months",
        columns,
        (
            Row(
                "h",
                "Operations",
                (Cell("h.0", CellKind.EMPTY), Cell("h.1", CellKind.EMPTY), Cell("h.2", CellKind.EMPTY)),
                None,
                RowStyle.HEADING,
            ),
            row("r", "Revenue", "Revenue", (121962, 128198), RowStyle.LINE),
            row("c", "Costs", "Costs", (95471, 99009), RowStyle.LINE, negated),
            row("g", "Gross profit", "GrossProfit", (26491, 29190), RowStyle.TOTAL, level=0),
            Row(
                "o",
                "Fees <own>",
                (build.cell("o.0", nil, "nil"), build.cell("o.1", zero, "—"), Cell("o.2", CellKind.DASH, "-")),
                name("OwnFees"),
            ),
            Row("e", "Other", (empty, Cell("e.1", CellKind.TEXT, "see note"), Cell("e.2", CellKind.EMPTY))),
        ),
        "Millions of yen",
        ("Amounts are rounded & unaudited.",),
    )


def _cash(build: Builder) -> Table:
    columns = (
        Column("s0", "Segment A", "Segments", THIS),
        Column("s1", "Segment B", "Segments", THIS),
        Column("s2", "Total", "", THIS),
    )
    splits = (member("MemberA"), member("MemberB"), ())
    rows = []
    for id_, label, local, period, values in (
        ("open", "Opening", "Cash", THIS.opening, (10, 20, 30)),
        ("flow", "Flow", "CashFlow", THIS, (1, 2, 3)),
        ("close", "Closing", "Cash", THIS.closing, (11, 22, 33)),
    ):
        cells = tuple(
            build.cell(
                f"{id_}.{index}", build.fact(local, period, Decimal(value) * 1_000_000, dimensions=split), str(value)
            )
            for index, (value, split) in enumerate(zip(values, splits, strict=True))
        )
        rows.append(Row(id_, label, cells, name(local)))
    return Table("cash", "Cash", columns, tuple(rows))


def _equations() -> tuple[Equation, ...]:
    def refer(local: str | None, dimensions: tuple[Dimension, ...] = (), at: Moment | None = None) -> Reference:
        return Reference(name(local) if local else None, dimensions, at)

    return (
        Equation(
            "e1",
            EquationKind.CALCULATION,
            refer("GrossProfit"),
            ((ONE, refer("Revenue")), (-ONE, refer("Costs"))),
            "GrossProfit = Revenue - Costs",
        ),
        Equation(
            "e2",
            EquationKind.ROLL_FORWARD,
            refer("Cash", at=Moment.END),
            ((ONE, refer("Cash", at=Moment.START)), (ONE, refer("CashFlow"))),
            "Cash@end = Cash@start + CashFlow",
        ),
        Equation(
            "e3",
            EquationKind.AGGREGATION,
            refer(None),
            ((ONE, refer(None, member("MemberA"))), (ONE, refer(None, member("MemberB")))),
            "fact = fact[A] + fact[B]",
            (name("CashFlow"), name("Cash")),
        ),
    )


def make() -> tuple[Report, tuple[Finding, ...], dict[str, Location]]:
    """The report, its findings and its locations."""
    build = Builder()
    company = build.fact("NameOfReportingEntityOrOtherMeansOfIdentification", THIS, "Example & Sons", None)
    note = build.fact(
        "Note",
        THIS,
        "<p>A <b>text</b><script>alert(1)</script> with <a href='http://elsewhere.example/'>a link</a>.</p>",
        None,
    )
    income, cash = _income(build), _cash(build)
    build.fact("Dividend", THIS, Decimal("17.18"), YEN.per(SHARES), 2)
    sections = (
        Section("income", "Income", (income,)),
        Section("cash flows", "Cash", (cash,)),
        Section("note", "A note", (TextDisclosure("t", "A note", note, True),), "Disclosure"),
    )
    label = {"en": "Fees of its own"}
    own = ExtensionConcept(
        name("OwnFees"), name("monetary"), "duration", name("item"), label, documentation={"en": "What they are."}
    )
    report = Report(
        entity=ENTITY,
        facts=tuple(build.facts),
        schema_refs=("own.xsd",),
        prefixes={"std": STANDARD, "own": OWN},
        title="Results </script> for six months",
        period=THIS,
        footnotes=(Footnote("n1", "en", "<p>Restated.</p>", ("f3",)),),
        sections=sections,
        equations=_equations(),
        extension=Extension("own", OWN, (own,)),
        highlights=("r.1", "g.1", company),
    )
    findings = (
        Finding(
            "XG401",
            "total-differs",
            Severity.ERROR,
            "Gross profit differs by 1.",
            "Correct the cell.",
            "calc11e:inconsistent",
            (Location("report/tables/income.csv", 9, 9),),
            "f8",
        ),
        Finding("XG402", "rounded", Severity.WARNING, "The <change> looks odd.", locations=(build.locations["f3"],)),
    )
    return report, findings, build.locations


def read_example(folder: Path) -> tuple[Reading, Taxonomy]:
    """A report folder of the examples, and the taxonomy with its own concepts."""
    reading = read_report_folder(folder, load_taxonomy)
    assert reading.report is not None
    assert reading.report.extension is not None
    return reading, load_taxonomy("ifrs-2023").extended(reading.report.extension)


def example_page(folder: Path) -> bytes:
    """The summary of a report folder of the examples."""
    reading, taxonomy = read_example(folder)
    out = io.BytesIO()
    write_summary(
        reading.report,
        out,
        findings=reading.findings,
        locations=reading.locations,
        labels=lambda of: readable_label(of.local_name),
        vocabulary=taxonomy,
    )
    return out.getvalue()


def labels(of: QName) -> str:
    return f"{of.local_name} (label)"


def page(report: Report, findings: tuple[Finding, ...], locations: dict[str, Location]) -> bytes:
    """The bytes of the summary."""
    out = io.BytesIO()
    write_summary(report, out, findings=findings, locations=locations, labels=labels, vocabulary=StubVocabulary())
    return out.getvalue()
