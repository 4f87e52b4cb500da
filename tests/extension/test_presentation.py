"""The presentation networks: which line stands where, and what heads a section."""

from dataclasses import replace

import pytest
from extended_report import concept, extended_report, fact, own, row

from xbrlgen.extension.derivation import Content, derived_content
from xbrlgen.extension.label_roles import preferred
from xbrlgen.extension.settings import GENERIC
from xbrlgen.extension.subject import Subject
from xbrlgen.model import (
    Dimension,
    Equation,
    EquationKind,
    Fact,
    QName,
    Reference,
    Row,
    RowStyle,
    Section,
    Table,
    TextDisclosure,
)
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.taxonomy import load_taxonomy

IFRS = load_taxonomy("ifrs-2025")
MONEY, TEXT = QName(XBRLI, "monetaryItemType"), QName(XBRLI, "stringItemType")


def ifrs(name: str) -> QName:
    return QName(IFRS.namespace, name)


def content(
    rows: list[Row], facts: list[Fact], *, kind: str = "Disclosure", equations: tuple[Equation, ...] = ()
) -> Content:
    """What comes of one section with one table, and own concepts A to D beside the headings X and Y."""
    base = extended_report(IFRS)
    concepts = [concept(name, MONEY) for name in "ABCD"]
    concepts += [concept(name, TEXT, is_abstract=True) for name in "XY"]
    members = [each for each in base.extension.concepts if each.name.local_name.endswith(("Member", "Axis"))]
    extension = replace(base.extension, concepts=(*concepts, *members))
    section = Section("page", "A page", (Table("t", "", (), tuple(rows)),), kind)
    report = replace(base, facts=tuple(facts), sections=(section,), equations=equations, extension=extension)
    return derived_content(Subject.of(report, IFRS, GENERIC))


def outline(found: Content) -> list[str]:
    """The first network as an indented list, with the ends of the preferred label roles."""
    (network, *_) = found.presentation
    targets = {arc.target for arc in network.arcs}
    (root,) = {arc.source for arc in network.arcs} - targets

    def below(name: QName, depth: int) -> list[str]:
        lines = []
        for arc in network.arcs:
            if arc.source == name:
                role = arc.attributes.get("preferredLabel", "").rpartition("/")[2]
                lines.append(f"{'  ' * depth}{arc.target.local_name} {role}".rstrip())
                lines += below(arc.target, depth + 1)
        return lines

    return [root.local_name, *below(root, 1)]


def heading(number: int, name: QName | None, level: int) -> Row:
    return row(number, name, style=RowStyle.HEADING, level=level)


def test_lines_stand_below_the_nearest_line_that_is_indented_less():
    a, b, c, d = (fact(number, own(name)) for number, name in enumerate("ABCD", 1))
    rows = [
        heading(1, own("X"), 0),
        row(2, own("A"), a, level=1),
        row(3, own("B"), b, level=2),
        heading(4, own("Y"), 0),
        row(5, own("C"), c, level=2),
        row(6, own("D"), d, level=0),
    ]
    assert outline(content(rows, [a, b, c, d])) == ["PageAbstract", "  X", "    A", "      B", "  Y", "    C", "  D"]


def test_a_heading_without_a_concept_ends_what_is_above_it():
    a, b = fact(1, own("A")), fact(2, own("B"))
    rows = [heading(1, own("X"), 0), row(2, own("A"), a, level=1), heading(3, None, 0), row(4, own("B"), b, level=1)]
    assert outline(content(rows, [a, b])) == ["PageAbstract", "  X", "    A", "  B"]


def test_a_heading_at_the_top_heads_the_section_itself_also_without_indents():
    a = fact(1, own("A"))
    assert outline(content([heading(1, own("X"), 0), row(2, own("A"), a)], [a])) == ["X", "  A"]


def test_a_concept_comes_back_under_another_label_only():
    a, b = fact(1, own("A")), fact(2, own("B"))
    rows = [
        row(1, own("A"), a),
        row(2, own("B"), b),
        row(3, own("A"), a, style=RowStyle.TOTAL),
        row(4, own("A"), a, style=RowStyle.SUBTOTAL),
        row(5, own("A"), a),
    ]
    assert outline(content(rows, [a, b])) == ["PageAbstract", "  A", "  B", "  A totalLabel"]


def test_no_circle_closes():
    a, b = fact(1, own("A")), fact(2, own("B"))
    rows = [
        row(1, own("A"), a),
        row(2, own("B"), b, level=1),
        row(3, own("B"), b),
        row(4, own("A"), a, level=1),
        row(5, own("A"), a, level=2),
    ]
    assert outline(content(rows, [a, b])) == ["PageAbstract", "  A", "    B", "  B"]


def test_rows_that_break_a_figure_down_by_members_are_members_and_no_lines():
    parts = [fact(1, own("A"), Dimension(own("ForecastAxis"), own("TargetMember"))), fact(2, own("A"))]
    rows = [row(1, own("A"), parts[0], level=1), row(2, own("A"), parts[1], style=RowStyle.TOTAL)]
    assert outline(content(rows, parts)) == [
        "PageAbstract",
        "  PageTable",
        "    ForecastAxis",
        "      ResultMember",
        "        TargetMember",
        "    PageLineItems",
        "      A totalLabel",
    ]
    assert outline(content(rows[:1], parts[:1]))[-1] == "      A"


def test_members_stand_below_the_one_that_they_add_up_to():
    members = [own(name) for name in ("TargetMember", "NetworkMember", "IdleMember")]
    facts = [fact(number, own("A"), Dimension(own("ForecastAxis"), each)) for number, each in enumerate(members)]
    terms = tuple((1, Reference(None, (Dimension(own("ForecastAxis"), each),))) for each in members[1:])
    whole = Reference(None, (Dimension(own("ForecastAxis"), members[0]),))
    sums = Equation("t.aggregation", EquationKind.AGGREGATION, whole, terms, "", (own("A"),), "t")
    rows = [row(number, own("A"), each) for number, each in enumerate(facts)]
    found = content(rows, facts, equations=(sums,))
    assert outline(found)[2:7] == [
        "    ForecastAxis",
        "      ResultMember",
        "        TargetMember",
        "          NetworkMember",
        "          IdleMember",
    ]
    (cube, _) = found.definition
    assert [(arc.source, arc.target) for arc in cube.arcs if arc.source in members] == [
        (members[0], members[1]),
        (members[0], members[2]),
    ]
    in_a_circle = sums._replace(id="u", total=terms[0][1], terms=((1, whole),))
    assert outline(content(rows, facts, equations=(sums, in_a_circle)))[4:7] == [
        "        TargetMember",
        "          IdleMember",
        "        NetworkMember",
    ]


def test_a_column_of_its_own_concept_and_a_text_are_lines_too():
    a, b = fact(1, own("A")), fact(2, own("B"))
    base = extended_report(IFRS)
    text = TextDisclosure("p", "A text", "f2")
    sections = (Section("page", "A page", (Table("t", "", (), (row(1, None, a),)), text)),)
    report = replace(base, facts=(a, b), sections=sections, equations=())
    found = derived_content(Subject.of(report, IFRS, GENERIC))
    assert outline(found) == ["PageAbstract", "  A", "  B"]


@pytest.mark.parametrize(
    ("names", "head"),
    [
        (["Assets", "Equity", "EquityAndLiabilities"], "StatementOfFinancialPositionAbstract"),
        (["Revenue", "ProfitLoss"], "IncomeStatementAbstract"),
        (["ProfitLoss", "ComprehensiveIncome"], "StatementOfComprehensiveIncomeAbstract"),
        (
            ["Revenue", "ProfitLoss", "ComprehensiveIncome"],
            "StatementOfProfitOrLossAndOtherComprehensiveIncomeAbstract",
        ),
        (["ProfitLoss", "CashFlowsFromUsedInOperatingActivities"], "StatementOfCashFlowsAbstract"),
        (["Revenue", "ProfitLoss", "Assets", "EquityAndLiabilities"], "IncomeStatementAbstract"),
        (["Goodwill"], "PageAbstract"),
    ],
)
def test_a_statement_is_headed_by_the_element_that_stands_for_it(names: list[str], head: str):
    facts = [fact(number, ifrs(name)) for number, name in enumerate(names)]
    rows = [row(number, each.concept, each) for number, each in enumerate(facts)]
    assert outline(content(rows, facts, kind="Statement"))[0] == head
    assert outline(content(rows, facts))[0] == "PageAbstract"


def test_changes_in_equity_use_the_table_of_the_taxonomy():
    facts = [fact(1, ifrs("ProfitLoss"), Dimension(ifrs("ComponentsOfEquityAxis"), ifrs("RetainedEarningsMember")))]
    lines = outline(content([row(1, facts[0].concept, facts[0])], facts, kind="Statement"))
    assert lines[:2] == ["StatementOfChangesInEquityAbstract", "  StatementOfChangesInEquityTable"]
    assert "    StatementOfChangesInEquityLineItems" in lines


@pytest.mark.parametrize(
    ("moment", "is_total", "is_negated", "role"),
    [
        ("", False, False, ""),
        ("", True, False, "http://www.xbrl.org/2003/role/totalLabel"),
        ("", False, True, "http://www.xbrl.org/2009/role/negatedLabel"),
        ("", True, True, "http://www.xbrl.org/2009/role/negatedTotalLabel"),
        ("start", True, False, "http://www.xbrl.org/2003/role/periodStartLabel"),
        ("end", True, False, "http://www.xbrl.org/2003/role/periodEndLabel"),
        ("start", False, True, "http://www.xbrl.org/2009/role/negatedPeriodStartLabel"),
        ("end", False, True, "http://www.xbrl.org/2009/role/negatedPeriodEndLabel"),
    ],
)
def test_style_sign_and_moment_choose_the_label(moment: str, is_total: bool, is_negated: bool, role: str):
    assert preferred(moment=moment, is_total=is_total, is_negated=is_negated) == role


def test_own_names_are_unlike_those_of_the_issuer_and_of_the_taxonomy():
    a = fact(1, own("A"))
    base = extended_report(IFRS)
    sections = [
        Section(name, "T", (Table("t", "", (), (row(1, own("A"), a),)),)) for name in ("equity", "1h23", "X-Y", "x.y")
    ]
    concepts = (*base.extension.concepts, concept("A", MONEY), concept("XYAbstract", TEXT))
    extension = replace(base.extension, concepts=concepts)
    report = replace(base, facts=(a,), sections=tuple(sections), equations=(), extension=extension)
    found = derived_content(Subject.of(report, IFRS, GENERIC))
    assert [network.arcs[0].source.local_name for network in found.presentation] == [
        "EquitySectionAbstract",
        "Section1h23Abstract",
        "XYSectionAbstract",
        "XYSection2Abstract",
    ]
