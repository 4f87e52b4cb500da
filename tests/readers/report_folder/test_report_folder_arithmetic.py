"""Expressions, equations and computed figures of a report folder."""

from decimal import Decimal

import pytest
from small_folder import IFRS, REPORT, SmallFolder, SmallVocabulary

from xbrlgen.findings import Location
from xbrlgen.model import (
    CellKind,
    Dimension,
    EquationKind,
    Moment,
    Number,
    Operation,
    Period,
    QName,
    Reference,
)
from xbrlgen.readers.report_folder import settings
from xbrlgen.readers.report_folder.expressions import Parser
from xbrlgen.readers.report_folder.names import Names
from xbrlgen.readers.report_folder.periods import Periods
from xbrlgen.readers.report_folder.placed_text import PlacedText

YEAR: Period = settings.period("2023-04-01/2024-03-31")
REVENUE, COSTS, PROFIT, EQUITY = (QName(IFRS, name) for name in ("Revenue", "CostOfSales", "ProfitLoss", "Equity"))
SEGMENTS, CLOUD = QName(IFRS, "SegmentsAxis"), QName(IFRS, "ReportableSegmentsMember")
COMPONENTS = QName(IFRS, "ComponentsOfEquityAxis")
HERE = Reference(None)


def text(content: str) -> PlacedText:
    return PlacedText(content, Location("r.yaml", 1, 1, length=len(content)))


@pytest.fixture
def parser() -> Parser:
    findings = []
    periods = Periods({text("FY"): YEAR, text("1H-24"): YEAR}, findings, frozenset())
    return Parser(Names(SmallVocabulary(), findings, frozenset()), periods)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fact", HERE),
        ("Revenue", Reference(REVENUE)),
        ("ifrs-full:Revenue", Reference(REVENUE)),
        ("2.50", Number(Decimal("2.50"))),
        ("fact@FY", Reference(None, at=YEAR)),
        ("fact @ 1H-24", Reference(None, at=YEAR)),
        ("Equity@start", Reference(EQUITY, at=Moment.START)),
        ("fact - 1", Operation("-", HERE, Number(Decimal(1)))),
        ("fact−1", Operation("-", HERE, Number(Decimal(1)))),
        ("-fact", Operation("-", Number(Decimal(0)), HERE)),
        ("fact@FY/fact", Operation("/", Reference(None, at=YEAR), HERE)),
        (
            "Revenue[SegmentsAxis=ReportableSegmentsMember]@FY",
            Reference(REVENUE, (Dimension(SEGMENTS, CLOUD),), YEAR),
        ),
        ("fact[SegmentsAxis = none]", Reference(None, without=(SEGMENTS,))),
        (
            "fact[SegmentsAxis=none, ComponentsOfEquityAxis=EquityMember]",
            Reference(None, without=(COMPONENTS, SEGMENTS)),
        ),
        (
            "Revenue - CostOfSales * 2",
            Operation("-", Reference(REVENUE), Operation("*", Reference(COSTS), Number(Decimal(2)))),
        ),
        (
            "(Revenue - CostOfSales) / fact / 2",
            Operation(
                "/",
                Operation("/", Operation("-", Reference(REVENUE), Reference(COSTS)), HERE),
                Number(Decimal(2)),
            ),
        ),
    ],
)
def test_expressions(parser: Parser, written: str, meant):
    assert parser.expression(text(written)) == meant
    assert parser.names.findings == []


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("", 1),
        ("fact fact", 6),
        ("fact +", 7),
        ("(fact", 6),
        ("fact)", 5),
        ("fact @", 6),
        ("fact[SegmentsAxis]", 18),
        ("fact[=none]", 6),
        ("fact[SegmentsAxis=none", 23),
        ("1.", 1),
        ("1.2.3", 1),
        ("fact % 2", 6),
        ("2Revenue", 1),
    ],
)
def test_what_is_no_expression_is_refused_at_its_place(parser: Parser, written: str, column: int):
    assert parser.expression(text(written)) is None
    (found,) = parser.names.findings
    assert (found.code, found.locations[0].column) == ("XG140", column)


def test_each_wrong_name_of_an_expression_is_found(parser: Parser):
    assert parser.expression(text("Revenu / Zebra[SegmentAxis=none] + fact@YF")) is None
    assert [(each.code, each.locations[0].column) for each in parser.names.findings] == [
        ("XG121", 1),
        ("XG121", 10),
        ("XG122", 16),
        ("XG126", 41),
    ]


def table_keys(*lines: str) -> str:
    return REPORT + "".join(f"        {line}\n" for line in lines)


def test_equations(small: SmallFolder):
    report = table_keys(
        "calculations: ['GrossProfit = Revenue - CostOfSales', 'ProfitLoss = - CostOfSales + Revenue']",
        "aggregations: ['fact[SegmentsAxis=none] = fact[SegmentsAxis=own:CloudMember]']",
        "roll_forwards: [Equity@end = Equity@start + ProfitLoss]",
    )
    table = "label,concept,FY,PY\nHeading,IncomeStatementAbstract,,\nRevenue,Revenue,1,1\nAgain,Revenue,1,1\nName,NameOfReportingEntity,x,\n"
    reading = small.read_sound(f"{report}tie_outs: [Assets = Equity]\n", table)
    gross, profit, over_segments, equity, assets = reading.report.equations
    assert gross.kind is EquationKind.CALCULATION
    assert gross.total == Reference(QName(IFRS, "GrossProfit"))
    assert gross.terms == ((Decimal(1), Reference(REVENUE)), (Decimal(-1), Reference(COSTS)))
    assert gross.text == "GrossProfit = Revenue - CostOfSales"
    assert profit.terms == ((Decimal(-1), Reference(COSTS)), (Decimal(1), Reference(REVENUE)))
    assert (over_segments.kind, over_segments.concepts) == (EquationKind.AGGREGATION, (REVENUE,))
    assert over_segments.total == Reference(None, without=(SEGMENTS,))
    assert (equity.kind, equity.total) == (EquationKind.ROLL_FORWARD, Reference(EQUITY, at=Moment.END))
    assert (assets.kind, assets.concepts) == (EquationKind.TIE_OUT, ())
    ids = [each.id for each in reading.report.equations]
    assert len(set(ids)) == 5
    assert all(isinstance(reading.locations[each], Location) for each in ids)


CHANGE = "          FY: FY\n          PY: PY\n          Change: {computed: fact@FY / fact@PY - 1, unit: percent}\n"


def read_with_change(small: SmallFolder, table: str, change: str = CHANGE):
    reading = small.read_sound(REPORT.replace("          FY: FY\n          PY: PY\n", change), table)
    (section,) = reading.report.sections
    return reading, {row.id: row.cells[-1] for row in section.content[0].rows}


def test_a_computed_column_reports_nothing_and_keeps_the_print(small: SmallFolder):
    table = "label,concept,unit,scale,negated,FY,PY,Change\nCosts,CostOfSales,USD,units,yes,(12),(10),20.0\n"
    reading, cells = read_with_change(small, table)
    cell = cells["costofsales"]
    assert len(reading.report.facts) == 2
    assert (cell.kind, cell.fact, cell.printed) == (CellKind.COMPUTED, None, "20.0")
    assert cell.computation.printed == Decimal("0.200")
    assert (cell.display.scale, cell.display.fraction_digits, cell.display.negated) == (-2, 1, False)
    assert cell.computation.percent
    assert cell.computation.text == "fact@FY / fact@PY - 1"
    assert cell.computation.context.concept == COSTS


def test_a_computed_column_without_a_unit_is_shown_as_the_row_is(small: SmallFolder):
    change = CHANGE.replace("fact@FY / fact@PY - 1, unit: percent", "fact@FY - fact@PY")
    _, cells = read_with_change(
        small, "label,concept,negated,FY,PY,Change\nCosts,CostOfSales,yes,(12),(10),(2)\n", change
    )
    cell = cells["costofsales"]
    assert cell.computation.printed == 2_000_000
    assert (cell.display.scale, cell.display.negated) == (6, True)
    assert cell.computation.context.unit.numerators[0].local_name == "JPY"


def test_a_unit_of_the_table_is_no_unit_of_its_computed_column(small: SmallFolder):
    change = CHANGE.replace("fact@FY / fact@PY - 1, unit: percent", "fact@FY - fact@PY")
    change += "        aspects: {unit: USD, scale: units}\n"
    table = (
        "label,concept,unit,scale,FY,PY,Change\nCosts,CostOfSales,EUR,thousands,12,10,2\nRevenue,Revenue,,,12,10,2\n"
    )
    _, cells = read_with_change(small, table, change)
    units = {name: cell.computation.context.unit.numerators[0].local_name for name, cell in cells.items()}
    assert units == {"costofsales": "EUR", "revenue": "USD"}
    assert [cell.computation.printed for cell in cells.values()] == [2000, 2]


def test_a_computed_column_may_be_absent_and_leaves_headings_empty(small: SmallFolder):
    table = "label,concept,FY,PY\nHeading,IncomeStatementAbstract,,\nWords,,,\nRevenue,Revenue,12,10\n"
    _, cells = read_with_change(small, table)
    assert [cell.kind for cell in cells.values()] == [CellKind.EMPTY, CellKind.EMPTY, CellKind.COMPUTED]
    assert cells["revenue"].computation.printed is None
    assert cells["revenue"].display.fraction_digits == 1


def test_a_dash_in_a_computed_column_stays_a_dash(small: SmallFolder):
    _, cells = read_with_change(
        small, "label,concept,dash,FY,PY,Change\nRevenue,Revenue,,12,10,—\nCosts,CostOfSales,zero,1,1,—\n"
    )
    assert cells["revenue"].kind is CellKind.DASH
    assert cells["costofsales"].computation.printed == 0


def test_a_computed_row_or_column_with_a_concept_reports_a_fact(small: SmallFolder):
    table = (
        "label,concept,computed,FY,PY\n"
        "Revenue,Revenue,,12,10\nCosts,CostOfSales,,7,6\n"
        "Gross profit,GrossProfit,Revenue - CostOfSales,5,\n"
        "Half of it,ProfitLoss,GrossProfit / 2,,\n"
    )
    reading = small.read_sound(table=table)
    found = {(fact.concept.local_name, fact.period == YEAR): fact for fact in reading.report.facts}
    typed, worked_out = found["GrossProfit", True], found["GrossProfit", False]
    assert (typed.value, worked_out.value, worked_out.decimals) == (5_000_000, 4_000_000, -6)
    assert found["ProfitLoss", True].value == 3_000_000, "half up, from a fact"
    assert found["ProfitLoss", False].value == 2_000_000, "from a fact that was worked out itself"
    rows = {row.id: row.cells for row in reading.report.sections[0].content[0].rows}
    cell = rows["grossprofit"][1]
    assert (cell.kind, cell.fact, cell.printed) == (CellKind.FACT, worked_out.id, "")
    assert rows["grossprofit"][0].computation.printed == 5_000_000
    assert worked_out.id in reading.locations


def test_what_cannot_be_worked_out_reports_nothing(small: SmallFolder):
    reading = small.read_sound(
        table="label,concept,computed,FY,PY\nGross,GrossProfit,Revenue / CostOfSales,,\nProfit,ProfitLoss,,1,1\n"
    )
    assert {fact.concept for fact in reading.report.facts} == {PROFIT}


def test_a_row_may_go_without_the_expression_of_its_column(small: SmallFolder):
    change = (
        "          Revenue: {concept: Revenue}\n"
        "          Growth: {concept: Ratio, computed: Revenue@FY / Revenue@PY - 1}\n"
    )
    table = "label,period,computed,Revenue,Growth\nThis year,FY,,12,20.0\nLast year,PY,none,10,11.8\n"
    reading, cells = read_with_change(small, table, change)
    assert cells["this-year"].computation is not None
    assert cells["last-year"].computation is None
    values = {fact.value for fact in reading.report.facts if fact.concept.local_name == "Ratio"}
    assert values == {Decimal("0.200"), Decimal("0.118")}


def test_where_row_and_column_are_computed_only_a_typed_figure_counts(small: SmallFolder):
    table = (
        "label,concept,computed,unit,FY,PY,Change\nRevenue,Revenue,,,12,10,\nCosts,CostOfSales,,,6,4,\n"
        "Cost ratio,,CostOfSales / Revenue,percent,50.0,40.0,{}\n"
    )
    _, cells = read_with_change(small, table.format(""))
    assert cells["cost-ratio"].kind is CellKind.EMPTY
    _, cells = read_with_change(small, table.format("50.0"))
    assert cells["cost-ratio"].computation.text == "CostOfSales / Revenue"
