"""The target document: what is written once, in which order, under which ids and prefixes."""

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import kinds
import pytest
from hypothesis import given, settings

from xbrlgen.model import (
    PURE,
    SHARES,
    Cell,
    CellKind,
    Column,
    Entity,
    Footnote,
    Period,
    QName,
    Row,
    Section,
    Table,
    TextDisclosure,
    Unit,
)
from xbrlgen.target import obstacles, target_document

NCNAME = re.compile(r"[^\W\d][\w.-]*")


def document(*facts, **more):
    return target_document(kinds.report(*facts, **more), kinds.taxonomy())


def ids_of(made):
    """The id of what is written for each fact."""
    return {fact: target.id for fact, target in made.by_id().items()}


def test_equal_contexts_and_units_are_written_once_and_only_where_used():
    made = document(kinds.number("Revenue", 1), kinds.text("Name", "a", "en"), kinds.number("Cash", 2))
    assert [(each.id, each.period) for each in made.contexts] == [
        ("d-2023-04-01-2023-09-30", kinds.HALF),
        ("i-2023-09-30", kinds.SEPTEMBER),
    ]
    assert [each.id for each in made.units] == ["JPY"]


def test_contexts_come_in_order_of_end_start_and_dimensions():
    year = Period.duration(date(2022, 4, 1), date(2023, 3, 31))
    quarter = Period.duration(date(2023, 7, 1), date(2023, 9, 30))
    made = document(
        kinds.number("Revenue", 1, dimensions=(kinds.segment("SouthMember"),)),
        kinds.number("Revenue", 2, dimensions=(kinds.segment("NorthMember"),)),
        kinds.number("Cash", 3),
        kinds.number("Revenue", 4, period=quarter),
        kinds.number("Revenue", 5, period=year),
        kinds.number("Revenue", 6, period=None),
    )
    assert [re.sub(r"_[0-9a-f]{6}$", "", each.id) for each in made.contexts] == [
        "forever",
        "d-2022-04-01-2023-03-31",
        "d-2023-04-01-2023-09-30_North",
        "d-2023-04-01-2023-09-30_South",
        "d-2023-07-01-2023-09-30",
        "i-2023-09-30",
    ]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (PURE, "pure"),
        (SHARES, "shares"),
        (kinds.YEN, "JPY"),
        (kinds.YEN.per(SHARES), "JPYPerShares"),
        (
            Unit.of((QName("u", "kWh"), QName("u", "kWh")), (QName("u", "m"), SHARES.numerators[0])),
            "kWhTimeskWhPerSharesTimesM",
        ),
    ],
)
def test_units_are_named_by_their_measures(unit, expected):
    made = document(kinds.number("Ratio", 1, unit))
    assert {each.id for each in made.units} == {expected}


def test_units_of_the_same_name_get_ids_of_their_own():
    own, registry = (Unit.of((QName(namespace, "Gbps"),)) for namespace in ("http://a.example", "http://b.example"))
    made = document(kinds.number("Ratio", 1, own), kinds.number("Measured", 1, registry))
    first, second = sorted((each.id for each in made.units), key=len)
    assert first == "Gbps"
    assert re.fullmatch("Gbps_[0-9a-f]{6}", second)


def test_ids_stay_when_a_row_is_put_in():
    facts = [kinds.number("Revenue", 1, dimensions=(kinds.segment("NorthMember"),)), kinds.number("Cash", 2)]
    before = document(*facts)
    inserted = kinds.number("Revenue", 3, dimensions=(kinds.segment("SouthMember"),), id="new")
    after = document(facts[0], inserted, facts[1])
    assert {each.id for each in before.contexts} < {each.id for each in after.contexts}
    assert {each.id: each.context for each in before.facts}.items() <= {
        each.id: each.context for each in after.facts
    }.items()


def test_contexts_that_differ_in_the_axis_only_have_different_ids():
    north = kinds.segment("NorthMember")._replace(axis=kinds.name("OtherAxis"))
    made = document(
        kinds.number("Revenue", 1, dimensions=(kinds.segment("NorthMember"),)),
        kinds.number("Revenue", 1, dimensions=(north,), id="other"),
    )
    assert len({each.id for each in made.contexts}) == 2


def test_another_entity_has_contexts_of_its_own():
    other = Entity("http://standards.iso.org/iso/17442", "5299000000000000")
    made = document(kinds.number("Revenue", 1), kinds.number("Revenue", 1)._replace(entity=other, id="other"))
    assert [each.id == "d-2023-04-01-2023-09-30" for each in made.contexts] == [False, True]


def test_a_moment_within_a_day_is_part_of_the_id():
    noon = Period(None, datetime(2023, 9, 30, 12))  # noqa: DTZ001 - the model has no time zones
    made = document(kinds.number("Cash", 1, period=noon), kinds.number("Cash", 1, id="day"))
    assert {each.id for each in made.contexts} == {"i-2023-09-30_120000", "i-2023-09-30"}


def test_the_most_accurate_of_consistent_duplicates_stands_for_all():
    facts = [
        kinds.number("Revenue", "42587000000", decimals=-6, id="millions"),
        kinds.number("Revenue", "42586900000", decimals=-5, id="precise"),
        kinds.number("Revenue", "42587000000", decimals=-6, id="again"),
    ]
    made = target_document(
        kinds.report(*facts, footnotes=(Footnote("n", "en", "x", ("millions", "again")),)), kinds.taxonomy()
    )
    assert [each.id for each in made.facts] == ["precise"]
    assert ids_of(made) == {"millions": "precise", "precise": "precise", "again": "precise"}
    assert [each.facts for each in made.footnotes] == [("precise",)]


def test_inconsistent_duplicates_are_left_to_the_issuer():
    made = document(
        kinds.number("Revenue", 1, decimals=0, id="a"),
        kinds.number("Revenue", 3, decimals=0, id="b"),
        kinds.number("Revenue", 3, decimals=0, id="c"),
    )
    assert [each.id for each in made.facts] == ["a", "b"]
    assert ids_of(made) == {"a": "a", "b": "b", "c": "b"}


def test_duplicates_that_overlap_in_pairs_only_are_not_consistent():
    values = (("100", -2, "a"), ("140", -1, "b"), ("60", -1, "c"))
    made = document(*(kinds.number("Revenue", value, decimals=decimals, id=fact) for value, decimals, fact in values))
    assert [each.id for each in made.facts] == ["a", "b", "c"]


def test_equal_texts_are_written_once_and_different_ones_all():
    made = document(
        kinds.text("Name", "a", "en"),
        kinds.text("Name", "a", "en", id="same"),
        kinds.text("Name", "b", "en", id="other"),
    )
    assert [each.id for each in made.facts] == ["t-Name-en", "other"]


def test_default_members_are_not_written_and_the_facts_merge():
    made = document(
        kinds.number("Revenue", 1, id="plain"),
        kinds.number("Revenue", 1, id="group", dimensions=(kinds.segment("GroupMember"),)),
    )
    assert [each.id for each in made.facts] == ["plain"]
    assert [each.dimensions for each in made.contexts] == [()]


def test_facts_come_as_the_tables_and_texts_show_them():
    def cell(fact):
        return Cell(f"cell-{fact}", CellKind.FACT, fact=fact)

    rows = (Row("r1", "Cash", (cell("b"), cell("a"))), Row("r2", "Again", (cell("b"), Cell("e", CellKind.EMPTY))))
    section = Section("s", "S", (TextDisclosure("t", "Name", "d"), Table("t", "T", (Column("c", "C"),), rows)))
    facts = [kinds.text("Name", each, "en", id=each, period=None) for each in "abc"]
    names = [fact._replace(concept=kinds.name(f"Name{fact.id}")) for fact in facts]
    made = document(*names, kinds.text("Name", "d", "en", id="d"), sections=(section,))
    assert [each.id for each in made.facts] == ["d", "b", "a", "c"]


def test_ids_that_are_no_names_or_given_twice_become_names():
    made = document(
        kinds.number("Cash", 1, id="1 & 1"),
        kinds.number("Revenue", 1, id="JPY"),
        kinds.text("Name", "x", "en", id="é/"),
    )
    ids = [each.id for each in made.facts]
    assert all(NCNAME.fullmatch(each) for each in ids)
    assert len({*ids, *(each.id for each in made.units), *(each.id for each in made.contexts)}) == 6
    assert list(made.by_id()) == ["1 & 1", "JPY", "é/"]


@given(kinds.reports())
@settings(max_examples=50, deadline=None)
def test_every_id_is_a_name_and_used_once(report):
    made = target_document(report, kinds.taxonomy())
    ids = [each.id for each in (*made.contexts, *made.units, *made.facts, *made.footnotes)]
    assert all(NCNAME.fullmatch(each) for each in ids)
    assert len(set(ids)) == len(ids)


def test_prefixes_are_the_sources_own_then_the_taxonomys_then_made_from_the_uri():
    facts = [kinds.number("Revenue", 1), kinds.number("Ratio", 1, Unit.of((QName("http://a.example/own-units", "x"),)))]
    made = document(*facts)
    assert made.prefixes["http://a.example/own-units"] == "own-units"
    assert made.prefixes["http://www.tse.or.jp/sicc"] == "sicc"
    assert made.prefixes[kinds.NAMESPACE] == "k"
    named = target_document(replace(kinds.report(*facts), prefixes={"kinds": kinds.NAMESPACE}), kinds.taxonomy())
    assert named.prefixes[kinds.NAMESPACE] == "kinds"


def test_a_prefix_with_a_meaning_of_its_own_is_given_to_nothing_else():
    report = replace(kinds.report(kinds.number("Revenue", 1)), prefixes={"xbrli": kinds.NAMESPACE, "xml": "http://x"})
    assert target_document(report, kinds.taxonomy()).prefixes[kinds.NAMESPACE] == "k"


def test_the_root_says_the_language_and_only_other_texts_their_own():
    made = document(
        kinds.text("Name", "a", "en"),
        kinds.text("Name", "b", "ja"),
        kinds.text("Name", "c"),
        kinds.text("Approved", "2023-01-01"),
    )
    assert made.language == "en"
    assert [each.language for each in made.facts] == [None, "ja", "", None]


def test_no_language_at_the_root_where_no_text_has_it():
    made = document(kinds.text("Name", "b", "ja"), kinds.number("Cash", 1))
    assert made.language is None
    assert [each.language for each in made.facts] == ["ja", None]


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\ufffe", "\uffff", "\ud800"])
def test_characters_that_xml_cannot_hold_are_obstacles(character):
    report = kinds.report(
        kinds.text("Name", f"a{character}b", "en"),
        kinds.number("Cash", 1, dimensions=(kinds.bond(character),), id="typed"),
        footnotes=(Footnote("n", "en", character, ("typed",)),),
    )
    found = list(obstacles(report, kinds.taxonomy()))
    assert [(each.code, each.subject) for each in found] == [("XG501", "t-Name-en"), ("XG501", "typed"), ("XG501", "n")]
    assert f"U+{ord(character):04X}" in found[0].message


def test_an_identifier_with_a_space_and_a_typed_axis_without_element_are_obstacles():
    unknown = kinds.bond("x")._replace(axis=kinds.name("Unknown"))
    report = kinds.report(
        kinds.number("Cash", 1)._replace(entity=Entity("http://x", "37 740")),
        kinds.number("Revenue", Decimal(1), dimensions=(unknown,)),
    )
    assert [each.code for each in obstacles(report, kinds.taxonomy())] == ["XG502", "XG503"]


def test_a_report_of_every_kind_has_no_obstacles():
    assert list(obstacles(kinds.one_of_each_kind(), kinds.taxonomy())) == []
