"""Declared sums over the facts of filings: verdicts reckoned by hand, and the numbers that findings tell."""

from decimal import Decimal
from pathlib import Path

import pytest
from sums import CURRENT, context, instance, item, taxonomy

from xbrlgen.findings import Finding
from xbrlgen.rules.calculation_networks.ranges import Range
from xbrlgen.validation import validate

ARCS = (("Total", "A", "1"), ("Total", "B", "1"), ("Total", "C", "-1"))
TUPLE = """<xs:element name="Row" substitutionGroup="xbrli:tuple" nillable="true"><xs:complexType><xs:complexContent>
<xs:restriction base="xs:anyType"><xs:sequence><xs:element ref="s:Total" minOccurs="0"/>
<xs:element ref="s:A" minOccurs="0"/><xs:element ref="s:B" minOccurs="0"/></xs:sequence></xs:restriction>
</xs:complexContent></xs:complexType></xs:element>"""
EXACT = 'decimals="INF"'
ROUND = ["calc11e:inconsistentCalculationUsingRounding"]
TRUNCATE = ["calc11e:inconsistentCalculationUsingTruncation"]
AS_2_1 = ["xbrl.5.2.5.2:calcInconsistency"]


def found(path: Path, method: str = "round") -> list[Finding]:
    """What is found about sums; nothing else may be wrong with an instance."""
    findings = validate([path], calculations=method).findings
    assert [each for each in findings if each.severity == "error"] == []
    return [each for each in findings if each.code.startswith("XG85")]


def in_one_context(folder: Path, *items: str, method: str = "round") -> list[Finding]:
    taxonomy(folder, ARCS)
    return found(instance(folder, "\n".join(items)), method)


def standards(folder: Path, *items: str) -> list[list[str]]:
    """The codes of the specifications by each method."""
    return [
        [each.standard for each in in_one_context(folder, *items, method=method)]
        for method in ("round", "truncate", "1.0")
    ]


def test_rounding_explains_what_2_1_calls_inconsistent(tmp_path: Path):
    """[100.5; 101.5] meets [99; 101], and [101; 102) meets [100; 102)."""
    assert standards(tmp_path, item("Total", "101"), item("A", "40"), item("B", "60")) == [[], [], AS_2_1]


def test_nothing_explains_a_larger_difference(tmp_path: Path):
    """[101.5; 102.5] and [99; 101], [102; 103) and [100; 102)."""
    assert standards(tmp_path, item("Total", "102"), item("A", "40"), item("B", "60")) == [ROUND, TRUNCATE, AS_2_1]


def test_the_ends_of_ranges_belong_to_them_by_rounding_only(tmp_path: Path):
    """[100.5; 101.5] meets [99.5; 100.5] in one point, [101; 102) does not meet [100; 101)."""
    parts = item("A", "40", EXACT), item("B", "60")
    assert standards(tmp_path, item("Total", "101"), *parts) == [[], TRUNCATE, AS_2_1]


def test_weights_turn_ranges_round(tmp_path: Path):
    """By truncation 60 - 40 is what lies between 19 and 21, without either."""
    parts = item("A", "60"), item("C", "40")
    assert standards(tmp_path, item("Total", "21", EXACT), *parts) == [[], TRUNCATE, AS_2_1]
    assert standards(tmp_path, item("Total", "20.9", EXACT), *parts) == [[], [], AS_2_1]


@pytest.mark.parametrize(
    "items",
    [
        (item("Total", "5"),),
        (item("A", "5"), item("B", "6")),
        (item("Total", "nil"), item("A", "5")),
        (item("Total", "5"), item("A", "nil")),
    ],
)
def test_a_sum_needs_a_total_and_an_item_that_have_values(items, tmp_path: Path):
    assert standards(tmp_path, *items) == [[], [], []]


def test_what_is_not_reported_counts_as_nothing(tmp_path: Path):
    assert standards(tmp_path, item("Total", "5"), item("A", "5"), item("B", "nil")) == [[], [], []]


def test_sums_are_made_within_one_context_and_unit_whatever_they_are_called(tmp_path: Path):
    taxonomy(tmp_path, ARCS)
    contexts = context("c") + context("same", "2025-01-01T00:00:00") + context("other", "2025-01-01")
    body = item("Total", "5") + item("A", "3", where="same") + item("B", "2", where="other")
    path = instance(tmp_path, body, contexts)
    assert [each.code for each in found(path)] == ["XG850"]
    assert [each.code for each in found(path, "1.0")] == ["XG851"]
    body = item("Total", "5") + item("A", "5", where="same") + item("B", "1", where="other")
    assert found(instance(tmp_path, body, contexts)) == found(tmp_path / "report.xbrl", "1.0") == []


def test_duplicates_count_once_with_what_all_of_them_allow(tmp_path: Path):
    """100 to tens is [95; 105], 98 is [97.5; 98.5]: the latter holds, and 2.1 does not check duplicates at all."""
    rough, fine = item("A", "100", 'decimals="-1"'), item("A", "98")
    assert standards(tmp_path, item("Total", "98"), rough, fine) == [
        [],
        ["calc11e:disallowedDuplicateFactsUsingTruncation"],
        [],
    ]
    assert standards(tmp_path, item("Total", "100", EXACT), rough, fine)[0] == ROUND


def test_contradicting_duplicates_stop_a_sum(tmp_path: Path):
    (told,) = in_one_context(tmp_path, item("Total", "5"), item("A", "5"), item("A", "6"))
    assert (told.code, told.standard, told.severity) == ("XG852", "oime:disallowedDuplicateFacts", "warning")
    assert told.message == "A (2024-12-31) is reported as 5 (decimals 0), 6 (decimals 0); no sum with it is checked."
    assert len(told.locations) == 2
    (told,) = in_one_context(tmp_path, item("Total", "5"), item("A", "5"), item("A", "nil"))
    assert told.code == "XG852"


def test_digits_beyond_the_decimals_stop_a_sum(tmp_path: Path):
    (told,) = in_one_context(tmp_path, item("Total", "5"), item("A", "9.5"))
    assert (told.code, told.standard) == ("XG853", "calc11e:excessDigits")


def test_a_finding_tells_the_numbers_behind_it(tmp_path: Path):
    facts = item("Total", "1000", 'decimals="-2"', identifier="t"), item("A", "500"), item("C", "20", EXACT)
    (told,) = in_one_context(tmp_path, *facts)
    assert (told.code, told.severity, told.fact) == ("XG850", "warning", "t")
    assert told.message == (
        "Total (2024-12-31) is 1,000, but its items come to 480, a difference of 520,"
        " in the link role 'http://www.xbrl.org/2003/role/link'."
    )
    assert told.hint == (
        "The total stands for [950; 1,050], its items together for [479.5; 480.5]. Its items: A 500 (decimals 0) within"
        " [499.5; 500.5]; less C 20 (exact) within 20. Not reported there: B."
    )
    assert [each.path for each in told.locations] == [str(tmp_path / "report.xbrl")] * 3
    (told,) = in_one_context(tmp_path, *facts, method="1.0")
    assert (told.code, told.severity, told.fact) == ("XG851", "warning", "t")
    assert told.message == (
        "Total in context 'c' is 1,000 (decimals -2), but its items come to 480, rounded alike 500, a difference of 500,"
        " in the link role 'http://www.xbrl.org/2003/role/link'"
    )
    assert told.hint == "Its items: A 500 (decimals 0); less C 20 (exact). Not reported there: B."


@pytest.mark.parametrize(
    ("total", "part", "holds"),
    [
        ('precision="3">1234', "1226", True),  # to tens: 1230 both
        ('precision="3">1234', "1235.1", False),  # half to even: 1240
        ('precision="3">1234', "1225", False),  # half to even: 1220
        ('precision="INF">1234', "1234", True),
        ('precision="0">1234', "1234", False),  # nothing is known of it
        ('precision="3">0', "0", True),
    ],
)
def test_decimals_follow_from_precision(total, part, holds, tmp_path: Path):
    accuracy, _, value = total.partition(">")
    told = in_one_context(tmp_path, item("Total", value, accuracy), item("A", part, EXACT), method="1.0")
    assert [each.code for each in told] == ([] if holds else ["XG851"])


def test_2_1_leaves_the_arcs_of_calculations_1_1_alone(tmp_path: Path):
    taxonomy(tmp_path, ARCS, CURRENT)
    path = instance(tmp_path, item("Total", "5") + item("A", "9"))
    assert [each.standard for each in found(path)] == ROUND
    assert found(path, "1.0") == []


def test_calculations_1_1_wants_each_item_once_and_exact_types(tmp_path: Path):
    taxonomy(tmp_path, (*ARCS, ("Total", "A", "1")), CURRENT, types="xbrli:doubleItemType")
    findings = validate([instance(tmp_path, item("Total", "5"))]).findings
    told = [each for each in findings if each.code == "XG854"]
    assert sorted((each.standard, each.severity) for each in told) == [
        ("calc11e:duplicateCalculationRelationships", "error"),
        *([("calc11e:nonDecimalItemNode", "error")] * 4),
    ]
    assert told[0].locations[0].path.endswith("sums.xml")


@pytest.mark.parametrize(("accuracy", "inside"), [('decimals="0"', '<n xmlns="http://n"/>'), ('precision="0"', "")])
def test_facts_that_no_report_holds_keep_calculations_1_1_from_checking_sums(accuracy, inside, tmp_path: Path):
    taxonomy(tmp_path, ARCS)
    body = item("Total", "5") + item("A", "4") + item("B", "2", accuracy)
    path = instance(tmp_path, body, context("c", inside=inside))
    told = [(each.code, each.severity, each.standard) for each in found(path)]
    assert told == [("XG855", "info", "calc11e:oimIncompatibleReportWarning")]
    assert [each.code for each in found(path, "1.0")] == ["XG851"]


def test_facts_in_tuples_take_no_part_in_sums_by_calculations_1_1(tmp_path: Path):
    taxonomy(tmp_path, ARCS, extra=TUPLE)
    path = instance(tmp_path, item("Total", "5") + f"<s:Row>{item('Total', '5')}{item('A', '9')}</s:Row>")
    assert [(each.code, each.standard) for each in found(path)] == [("XG855", "calc11e:tuplesInReportWarning")]
    (told,) = found(path, "1.0")
    assert len(told.locations) == 1
    assert told.code == "XG851"


def test_2_1_sums_up_what_is_beside_a_total_and_in_tuples_beside_it(tmp_path: Path):
    taxonomy(tmp_path, ARCS, extra=TUPLE)
    inner = f"<s:Row>{item('B', '2')}</s:Row>"
    assert found(instance(tmp_path, item("Total", "5") + item("A", "3") + inner), "1.0") == []
    assert (
        found(instance(tmp_path, f"{item('A', '3')}<s:Row>{item('Total', '2')}{item('B', '2')}</s:Row>"), "1.0") == []
    )


def test_ranges_without_their_ends():
    low, high = Range(Decimal(1), Decimal(2), is_high_closed=False), Range(Decimal(2), Decimal(3))
    assert low.common(high) is None
    assert Range(Decimal(1), Decimal(2)).common(high) == Range(Decimal(2), Decimal(2))
    assert low.times(Decimal(-2)) == Range(Decimal(-4), Decimal(-2), is_low_closed=False)
    assert str(low.plus(high)) == "[3; 5)"
