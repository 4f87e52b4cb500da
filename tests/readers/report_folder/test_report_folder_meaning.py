"""What a sound folder means: facts, dimensions, values, accuracy and presentation."""

from datetime import date
from decimal import Decimal

import pytest
from small_folder import IFRS, REPORT, TABLE, SmallFolder

from xbrlgen.model import PURE, SHARES, CellKind, Dimension, Fact, Period, QName, RowStyle, Table, Unit
from xbrlgen.readers.report_folder.placed_text import PlacedText

YEAR = Period.duration(date(2023, 4, 1), date(2024, 3, 31))
PRIOR = Period.duration(date(2022, 4, 1), date(2023, 3, 31))
YEN = Unit.currency("JPY")
OWN = "http://example.com/own"


def facts(reading) -> dict[str, Fact]:
    """The facts of the first table by the labels of their rows and columns: ``row/column``."""
    return {
        f"{row.label}/{column.heading}": by_id[cell.fact]
        for by_id in [{fact.id: fact for fact in reading.report.facts}]
        for table in tables(reading)
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if cell.fact
    }


def tables(reading) -> list[Table]:
    return [each for section in reading.report.sections for each in section.content if isinstance(each, Table)]


def cells(reading) -> dict[str, object]:
    table = tables(reading)[0]
    return {
        f"{row.label}/{column.heading}": cell
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    }


def columns(*lines: str) -> str:
    """The report with other columns (and keys of the table after them)."""
    return REPORT.replace("          FY: FY\n          PY: PY\n", "".join(f"          {line}\n" for line in lines))


def one(small: SmallFolder, heading: str, row: str, *column_lines: str) -> Fact:
    """The one fact of a table of one row and one column."""
    reading = small.read_sound(columns(*(column_lines or ("FY: FY",))), f"label,{heading},FY\n{row}\n")
    (fact,) = reading.report.facts
    return fact


def test_the_report_as_a_whole(small: SmallFolder):
    report = small.read_sound(f"{REPORT}highlights: [ProfitLoss, Revenue]\n").report
    assert (report.title, report.language, report.period) == ("Small report", "en", YEAR)
    assert (report.entity.scheme, report.entity.identifier) == ("http://example.com/scheme", "1")
    assert report.schema_refs == ("https://example.com/entry.xsd",)
    assert report.prefixes == {"ifrs-full": IFRS, "own": OWN}
    assert report.highlights == ("income.profitloss.fy", "income.revenue.fy")


def test_facts_have_all_their_dimensions(small: SmallFolder):
    reading = small.read_sound()
    found = facts(reading)
    assert len(reading.report.facts) == 4
    revenue = found["Revenue/FY"]
    assert revenue.concept == QName(IFRS, "Revenue")
    assert (revenue.value, revenue.decimals, revenue.unit) == (Decimal(1200000000), -6, YEN)
    assert (revenue.period, found["Revenue/PY"].period) == (YEAR, PRIOR)
    assert (revenue.language, revenue.dimensions) == (None, ())
    assert found["Profit/FY"].value == -12_000_000


def test_every_id_has_a_place(small: SmallFolder):
    reading = small.read_sound(f"{REPORT}tie_outs: [Revenue = Revenue]\n")
    for table in tables(reading):
        for row in table.rows:
            for cell in row.cells:
                assert reading.locations[cell.id].path.endswith("tables/income.csv")
    assert (reading.locations["income.profitloss.fy"].line, reading.locations["income.profitloss.fy"].column) == (3, 19)
    assert all(fact.id in reading.locations for fact in reading.report.facts)
    (equation,) = reading.report.equations
    assert reading.locations[equation.id].path.endswith("report.yaml")


@pytest.mark.parametrize(
    ("typed", "more", "value", "decimals"),
    [
        ("5", "", 5_000_000, -6),
        ("5.25", "", 5_250_000, -4),
        ("0", "", 0, -6),
        ("(0)", "", 0, -6),
        ("5", "scale: units", 5, 0),
        ("5", "scale: thousands", 5_000, -3),
        ("128.2", "scale: billions", 128_200_000_000, -8),
        ("5", "scale: -1", Decimal("0.5"), 1),
        ("5", "decimals: INF", 5_000_000, None),
        ("5000", "decimals: -9", 5_000_000_000, -9),
        ("(5)", "negated: true", 5_000_000, -6),
        ("5", "negated: yes", -5_000_000, -6),
        ("0", "negated: yes", 0, -6),
        ("-", "dash: zero", 0, -6),
        ("-", "dash: nil", None, None),
        ("nil", "", None, None),
    ],
)
def test_values_and_their_accuracy(small: SmallFolder, typed: str, more: str, value, decimals):
    fact = one(small, "concept", f"Revenue,Revenue,{typed}", f"FY: {{period: FY{', ' if more else ''}{more}}}")
    assert (fact.value, fact.decimals, fact.unit) == (value, decimals, YEN)


@pytest.mark.parametrize(
    ("concept", "typed", "unit", "value", "decimals"),
    [
        ("NumberOfSharesIssued", "183141100", SHARES, 183_141_100, 0),
        ("BasicEarningsLossPerShare", "47.81", YEN.per(SHARES), Decimal("47.81"), 2),
        ("Ratio", "5.1", PURE, Decimal("0.051"), 3),
        ("Ratio", "5.1%", PURE, Decimal("0.051"), 3),
        ("PlainRatio", "5.1%", PURE, Decimal("0.051"), 3),
        ("PlainRatio", "5.1", PURE, Decimal("5.1"), 1),
        ("NumberOfEmployees", "4820", PURE, 4820, 0),
    ],
)
def test_the_unit_follows_from_the_type(small: SmallFolder, concept, typed, unit, value, decimals):  # noqa: PLR0917
    fact = one(small, "concept", f"x,{concept},{typed}")
    assert (fact.value, fact.decimals, fact.unit) == (value, decimals, unit)


@pytest.mark.parametrize(
    ("unit", "measures"),
    [
        ("USD", Unit.currency("USD")),
        ("iso4217:USD", Unit.currency("USD")),
        ("USD/shares", Unit.currency("USD").per(SHARES)),
        ("pure", PURE),
        ("xbrli:pure", PURE),
        ("utr:sqm", Unit((QName("http://www.xbrl.org/2009/utr", "sqm"),))),
        ("Gbps", Unit((QName(OWN, "Gbps"),))),
        ("own:Lines / Gbps", None),
    ],
)
def test_units_by_name(small: SmallFolder, unit: str, measures: Unit | None):
    if measures is None:
        measures = Unit((QName(OWN, "Lines"),), (QName(OWN, "Gbps"),))
        unit = "own:Lines / own:Gbps"
    assert one(small, "concept,unit", f"x,FloorSpace,{unit},12").unit == measures


def test_percent_is_a_unit_with_a_scale_of_its_own(small: SmallFolder):
    assert one(small, "concept,unit", "x,PlainRatio,percent,5.1").value == Decimal("0.051")
    column = "FY: {period: FY, unit: percent}"
    assert one(small, "concept", "x,PlainRatio,5.1", column).value == Decimal("0.051")
    assert one(small, "concept,unit", "x,NumberOfEmployees,pure,5", column).value == 5
    column = "FY: {period: FY, scale: billions}"
    assert one(small, "concept,unit", "x,PlainRatio,percent,5.1", column).value == Decimal("0.051")


def test_the_scale_of_the_report_is_for_money_that_of_a_row_for_all(small: SmallFolder):
    assert one(small, "concept", "x,NumberOfEmployees,5").value == 5
    assert one(small, "concept,scale", "x,NumberOfEmployees,thousands,5").value == 5000
    assert one(small, "concept,scale", "x,Revenue,units,5").value == 5


def test_row_before_column_before_table(small: SmallFolder):
    table = "label,concept,period,dash,FY,PY\na,Revenue,,,1,-\nb,ProfitLoss,PY,zero,-,-\n"
    report = columns("FY: {dash: nil}", "PY: {period: PY}").replace(
        "        columns:", "        aspects: {period: FY, dash: zero, scale: thousands}\n        columns:"
    )
    found = facts(small.read_sound(report, table))
    assert {key: (fact.period, fact.value) for key, fact in found.items()} == {
        "a/FY": (YEAR, 1000),
        "a/PY": (PRIOR, 0),
        "b/FY": (PRIOR, 0),
        "b/PY": (PRIOR, 0),
    }


def test_dimensions_are_merged_by_axis_and_defaults_dropped(small: SmallFolder):
    report = columns(
        "FY: {period: FY, dimensions: {SegmentsAxis: ReportableSegmentsMember, ComponentsOfEquityAxis: IssuedCapitalMember}}"
    )
    rows = [
        "a,Revenue,,1",
        "b,Revenue,SegmentsAxis=own:CloudMember,1",
        "c,Revenue,SegmentsAxis=none; ComponentsOfEquityAxis=EquityMember,2",
        "d,Revenue,own:CaseAxis=own:TargetMember; SegmentsAxis=none,3",
        "e,Revenue,own:CaseAxis=own:ResultMember; SegmentsAxis=none,4",
    ]
    found = facts(small.read_sound(report, "label,concept,dimensions,FY\n" + "\n".join(rows) + "\n"))
    segments, components = QName(IFRS, "SegmentsAxis"), QName(IFRS, "ComponentsOfEquityAxis")
    capital = Dimension(components, QName(IFRS, "IssuedCapitalMember"))
    assert found["a/FY"].dimensions == (capital, Dimension(segments, QName(IFRS, "ReportableSegmentsMember")))
    assert found["b/FY"].dimensions == (capital, Dimension(segments, QName(OWN, "CloudMember")))
    assert found["c/FY"].dimensions == ()
    assert found["d/FY"].dimensions == (Dimension(QName(OWN, "CaseAxis"), QName(OWN, "TargetMember")), capital)
    assert found["e/FY"].dimensions == (capital,)


def test_balances_are_taken_at_the_start_or_end_of_a_duration(small: SmallFolder):
    table = "label,concept,period,FY,PY\nopening,Equity,start,1,2\nflow,ProfitLoss,,3,4\nclosing,Equity,end,5,1\nalso,Equity,,5,1\n"
    reading = small.read_sound(table=table)
    found = {key: fact.period for key, fact in facts(reading).items()}
    march_2024, march_2023 = Period.instant(date(2024, 3, 31)), Period.instant(date(2023, 3, 31))
    assert (found["opening/FY"], found["closing/FY"], found["also/FY"]) == (march_2023, march_2024, march_2024)
    assert found["closing/PY"] == march_2023
    assert facts(reading)["opening/FY"] is facts(reading)["closing/PY"]
    assert [row.moment for row in tables(reading)[0].rows] == ["start", "", "end", ""]


def test_the_most_precise_of_equal_facts_is_reported(small: SmallFolder):
    report = columns("Billions: {period: FY, scale: billions}", "Millions: FY", "Again: {period: FY, scale: billions}")
    reading = small.read_sound(report, "label,concept,Billions,Millions,Again\nRevenue,Revenue,128.2,128198,128\n")
    (fact,) = reading.report.facts
    assert (fact.value, fact.decimals) == (128_198_000_000, -6)
    assert {cell.fact for cell in cells(reading).values()} == {fact.id}
    assert reading.locations[fact.id].column == len("Revenue,Revenue,128.2,") + 1


@pytest.mark.parametrize(("first", "second"), [("128.2", "128,301"), ("128.2", "128,200.5")])
def test_figures_that_cannot_both_be_true_stay_two_facts(small: SmallFolder, first: str, second: str):
    report = columns("A: {period: FY, scale: billions}", "B: FY")
    reading = small.read_sound(report, f'label,concept,A,B\nRevenue,Revenue,{first},"{second}"\n')
    assert len(reading.report.facts) == (2 if second == "128,301" else 1)
    assert len({fact.key for fact in reading.report.facts}) == 1
    assert len({fact.id for fact in reading.report.facts}) == len(reading.report.facts)


def test_different_figures_of_one_accuracy_contradict_each_other(small: SmallFolder):
    reading = small.read_sound(columns("A: FY", "B: FY"), "label,concept,A,B\nRevenue,Revenue,128,129\n")
    assert [fact.value for fact in reading.report.facts] == [128_000_000, 129_000_000]
    assert [reading.locations[fact.id].column for fact in reading.report.facts] == [17, 21]


@pytest.mark.parametrize(
    ("concept", "typed", "value", "language"),
    [
        ("NameOfReportingEntity", "Small, Inc.", "Small, Inc.", "en"),
        ("DisclosureOfGoingConcern", "a < b", "<p>a &lt; b</p>", "en"),
        ("IsAudited", "Yes", "true", None),
        ("IsAudited", "false", "false", None),
        ("DateOfRelease", "2023-11-06", "2023-11-06", None),
        ("MomentOfRelease", "2023-11-06", "2023-11-06T00:00:00", None),
        ("MomentOfRelease", "2023-11-06T15:00", "2023-11-06T15:00:00", None),
        ("Homepage", "https://example.com/", "https://example.com/", None),
        ("Basis", "EquityMember", f"{{{IFRS}}}EquityMember", None),
        ("Bases", "own:CloudMember, EquityMember", f"{{{OWN}}}CloudMember {{{IFRS}}}EquityMember", None),
        ("NameOfReportingEntity", "nil", None, "en"),
    ],
)
def test_values_that_are_no_numbers(small: SmallFolder, concept: str, typed: str, value: str | None, language):
    fact = one(small, "concept", f'x,{concept},"{typed}"')
    assert (fact.value, fact.language, fact.unit, fact.decimals) == (value, language, None, None)


def test_single_facts(small: SmallFolder):
    report = REPORT.replace(
        "    content:\n",
        "    content:\n"
        "      - title: At a glance\n"
        "        facts:\n"
        "          - {concept: NameOfReportingEntity, value: 小, label: Name, language: JA}\n"
        "          - {concept: NumberOfSharesIssued, value: '183,141', scale: thousands, period: Mar23, label: Shares}\n"
        "          - {concept: Equity, nil: true, label: Equity}\n"
        "          - {concept: Ratio, computed: ProfitLoss / Revenue, label: Margin}\n",
    )
    reading = small.read_sound(report)
    glance, income = tables(reading)
    assert (glance.title, income.title, [column.heading for column in glance.columns]) == (
        "At a glance",
        "Income",
        [""],
    )
    found = {fact.concept.local_name: fact for fact in reading.report.facts}
    assert (found["NameOfReportingEntity"].value, found["NameOfReportingEntity"].language) == ("小", "ja")
    assert found["NameOfReportingEntity"].period == YEAR
    assert (found["NumberOfSharesIssued"].value, found["NumberOfSharesIssued"].decimals) == (183_141_000, -3)
    assert found["Equity"].is_nil
    assert (found["Ratio"].value, found["Ratio"].decimals) == (Decimal("-0.010"), 3)


def test_rows_as_they_are_printed(small: SmallFolder):
    table = (
        "label,concept,id,style,level,negated,note,FY,PY\n"
        "Income,IncomeStatementAbstract,,heading,,,,,\n"
        '"Revenue, net",Revenue,top,subtotal,2,,After rebates.,1,2\n'
        "Costs,CostOfSales,,,1,yes,,(3),-\n"
        "of which: see note 3,,,,,,,see note 3,\n"
    )
    report = columns(
        "FY: {period: FY, heading: This year, group: Years}",
        "PY: PY",
    ).replace("        columns:", "        caption: Millions\n        notes: [First.]\n        columns:")
    (table,) = tables(small.read_sound(report, table))
    assert (table.id, table.title, table.caption, table.notes) == (
        "income",
        "Income",
        "Millions",
        ("First.", "After rebates."),
    )
    assert [(each.id, each.heading, each.group, each.period) for each in table.columns] == [
        ("fy", "This year", "Years", YEAR),
        ("py", "PY", "", PRIOR),
    ]
    assert [(row.id, row.style, row.level, row.negated) for row in table.rows] == [
        ("incomestatementabstract", RowStyle.HEADING, 0, False),
        ("top", RowStyle.SUBTOTAL, 2, False),
        ("costofsales", RowStyle.LINE, 1, True),
        ("of-which-see-note-3", RowStyle.LINE, 0, False),
    ]
    assert [[cell.kind for cell in row.cells] for row in table.rows] == [
        [CellKind.EMPTY, CellKind.EMPTY],
        [CellKind.FACT, CellKind.FACT],
        [CellKind.FACT, CellKind.DASH],
        [CellKind.TEXT, CellKind.EMPTY],
    ]
    assert table.rows[2].cells[0].display.negated
    assert [cell.printed for cell in table.rows[2].cells] == ["(3)", "-"]


def test_ids_outlive_changes_elsewhere(small: SmallFolder, tmp_path):
    before = {fact.id for fact in small.read_sound().report.facts}
    longer = TABLE.replace("Profit,", 'Costs,CostOfSales,"5",6\nProfit,')
    after = {fact.id for fact in SmallFolder(tmp_path / "again").read_sound(table=longer).report.facts}
    assert before < after
    assert all(each.startswith("f-") and each.isascii() for each in after)


def test_nothing_in_the_report_drags_its_source_along(small: SmallFolder):
    """All text is plain text, so that a report pickles, compares and hashes like any other."""
    report = REPORT.replace(
        "    content:\n", "    content:\n      - {text: a.md, concept: DisclosureOfGoingConcern, label: x}\n"
    )
    reading = small.read_sound(f"{report}tie_outs: [Revenue = Revenue]\n", files={"a.md": "Nothing."})
    stack, seen = [reading.report], 0
    while stack:
        each = stack.pop()
        if isinstance(each, str):
            seen += 1
            assert not isinstance(each, PlacedText), each
        elif hasattr(each, "__dataclass_fields__"):
            stack += [getattr(each, name) for name in each.__dataclass_fields__]
        elif hasattr(each, "items"):
            stack += [part for pair in each.items() for part in pair]
        elif isinstance(each, tuple):
            stack += each
    assert seen > 100
