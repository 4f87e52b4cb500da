"""Which facts hypercubes allow: the rules of XBRL Dimensions 1.0 section 3.1, and random taxonomies beside Arelle."""

import random
import re
from collections.abc import Iterable
from pathlib import Path

import arelle_referee
import pytest
from dimensional_documents import (
    ITEMS,
    MEMBERS,
    PLAIN,
    ROLES,
    Arc,
    Context,
    arc,
    has,
    instance,
    name,
    taxonomy,
    write_taxonomy,
)

from xbrlgen.findings import Finding
from xbrlgen.loading import load_document
from xbrlgen.model import Dimension, Fact, TypedMember
from xbrlgen.rules import Subject
from xbrlgen.rules.dimensional.validity import dimensional_validity
from xbrlgen.rules.dimensions import dimensions

INVALID = "xbrldie:PrimaryItemDimensionallyInvalidError"


def judged(folder: Path, arcs: Iterable[Arc], *contexts: Context, items: Iterable[str] = ("Sales",)) -> list[Finding]:
    write_taxonomy(folder, arcs)
    path = folder / "instance.xbrl"
    path.write_text(instance(contexts, items), encoding="utf-8")
    return rules(path)


def rules(path: Path) -> list[Finding]:
    loaded = load_document(path, path.read_bytes())
    reading = loaded.reading
    assert reading.report is not None
    assert loaded.taxonomy is not None
    subject = Subject(reading.report, loaded.taxonomy, reading.locations, instance=reading.instance)
    return [*reading.findings, *dimensions(subject), *dimensional_validity(subject)]


def lines(finding: Finding, folder: Path) -> list[str]:
    """The ids of the facts that a finding points at."""
    text = (folder / "instance.xbrl").read_text(encoding="utf-8").splitlines()
    return [re.search(r' id="(\w+)"', text[each.line - 1])[1] for each in finding.locations]


def in_scenario(**members: str) -> Context:
    return Context(scenario=members)


@pytest.mark.parametrize(
    ("context", "clause"),
    [
        (Context(), ""),
        (in_scenario(Region="North"), ""),
        (in_scenario(Region="West"), "Table takes North, South, Whole on Region, not West"),
        (in_scenario(Product="North"), "Table has only Region, not Product"),
        (in_scenario(Region="North", Customer="7"), "Table has only Region, not Customer"),
        (Context(scenario={"Region": "North"}, other=True), "Table allows nothing but dimensions in the scenario"),
        (Context(segment={"Product": "North"}), ""),
    ],
)
def test_a_closed_table(context: Context, clause: str, tmp_path: Path):
    found = judged(tmp_path, PLAIN, context)
    told = [each for each in found if each.code == "XG880"]
    assert [each.standard for each in told] == [INVALID] * bool(clause)
    if clause:
        start = "1 fact of Sales suits no table of the taxonomy; nearest, in 'Statement one': "
        assert told[0].message == f"{start}{clause}."
        assert lines(told[0], tmp_path) == ["Sales1"]
        assert told[0].fact == "Sales1"


def test_an_open_table_lets_other_axes_pass_but_no_other_members(tmp_path: Path):
    arcs = (has("Lines", closed="false"), *PLAIN[1:])
    found = judged(tmp_path, arcs, in_scenario(Product="North"), in_scenario(Region="West", Customer="7"))
    assert [lines(each, tmp_path) for each in found] == [["Sales2"]]


def test_an_axis_without_a_default_is_wanted(tmp_path: Path):
    found = judged(tmp_path, PLAIN[:-1], Context(), in_scenario(Region="North"))
    assert [(each.code, lines(each, tmp_path)) for each in found] == [("XG880", ["Sales1"])]
    assert "wants a member on Region, which they leave out: one of North, South, Whole" in found[0].message


def test_an_axis_in_the_other_container_does_not_count(tmp_path: Path):
    found = judged(tmp_path, PLAIN[:-1], Context(segment={"Region": "North"}))
    assert "wants Region in the scenario, not in the other container" in found[0].message


def test_values_suit_a_typed_axis(tmp_path: Path):
    arcs = (*PLAIN[:4], arc("hypercube-dimension", "Table", "Customer"), *PLAIN[4:])
    found = judged(tmp_path, arcs, in_scenario(Customer="7"), Context())
    assert [lines(each, tmp_path) for each in found] == [["Sales2"]]
    assert "wants a member on Customer, which they leave out: a value" in found[0].message


def test_what_is_ruled_out(tmp_path: Path):
    north = (
        arc("notAll", "Lines", "OtherTable", contextElement="scenario", closed="false"),
        arc("hypercube-dimension", "OtherTable", "Region", to_role="two"),
        arc("dimension-domain", "Region", "North", "two"),
    )
    found = judged(tmp_path, (*PLAIN, *north), in_scenario(Region="North"), in_scenario(Region="South"))
    assert [lines(each, tmp_path) for each in found] == [["Sales1"]]
    assert "OtherTable rules out what they have on its axes" in found[0].message


def test_the_tables_of_one_role_are_enough(tmp_path: Path):
    other = (has("Sales", "OtherTable", "two"),)
    found = judged(tmp_path, (*PLAIN, *other), in_scenario(Region="West"), Context(), items=("Sales", "Costs"))
    assert [lines(each, tmp_path) for each in found] == [["Sales1"], ["Costs1"]]


def test_a_misspelt_member_is_guessed(tmp_path: Path):
    arcs = (*PLAIN, arc("domain-member", "Whole", "West"))
    found = judged(tmp_path, arcs, in_scenario(Region="Rest"))
    assert found[0].hint == "Did you mean West on Region?"


def test_many_facts_make_one_finding_for_each_concept(tmp_path: Path):
    contexts = [in_scenario(Region="West")] * 3
    found = judged(tmp_path, PLAIN, *contexts, items=("Sales", "Costs"))
    assert [lines(each, tmp_path) for each in found] == [["Sales1", "Sales2", "Sales3"], ["Costs1", "Costs2", "Costs3"]]
    assert found[0].message.startswith("3 facts of Sales suit no table")


def test_members_at_fault_are_not_told_twice(tmp_path: Path):
    """An axis that is none and a member that is none are told for themselves, at their places in the contexts."""
    contexts = in_scenario(Sales="North"), in_scenario(Region="Nowhere"), in_scenario(Region="7")
    found = judged(tmp_path, PLAIN, *contexts)
    assert [(each.code, each.standard) for each in found] == [
        ("XG361", "xbrldie:ExplicitMemberNotExplicitDimensionError"),
        ("XG362", "xbrldie:ExplicitMemberUndefinedQNameError"),
        ("XG368", "xbrldie:TypedMemberNotTypedDimensionError"),
    ]
    text = (tmp_path / "instance.xbrl").read_text(encoding="utf-8").splitlines()
    assert ["context id=" in text[each.locations[0].line - 1] for each in found] == [True] * 3


def test_a_context_that_no_fact_has_is_judged(tmp_path: Path):
    found = judged(tmp_path, PLAIN, in_scenario(Sales="North"), items=())
    assert [each.code for each in found] == ["XG361"]


def test_a_global_element_that_is_no_concept_is_known(tmp_path: Path):
    """What it says is not allowed by the table, but its name is defined (section 3.1.4.3)."""
    found = judged(tmp_path, PLAIN, in_scenario(Region="note"))
    assert [each.code for each in found] == ["XG880"]


TWO_CONTAINERS = (
    has("Lines", "OtherTable", contextElement="segment"),
    arc("hypercube-dimension", "OtherTable", "Customer"),
)


@pytest.mark.parametrize(
    ("further", "members", "is_valid"),
    [
        ((), {}, True),
        ((), {"Region": "North"}, True),
        ((), {"Region": "West"}, False),
        ((), {"Customer": "7"}, False),
        (TWO_CONTAINERS, {"Customer": "7"}, True),
        (TWO_CONTAINERS, {"Region": "North", "Customer": "7"}, True),
        (TWO_CONTAINERS, {"Region": "North"}, False),
        (TWO_CONTAINERS, {"Region": "North", "Customer": "7", "Product": "North"}, False),
    ],
)
def test_without_containers_each_axis_stands_where_its_table_wants_it(
    further: tuple[Arc, ...], members: dict[str, str], is_valid: bool, tmp_path: Path
):
    """A report in JSON has to suit two tables of one role that are about different containers, both of them closed."""
    subject = _report(taxonomy(tmp_path, (*PLAIN, *further)), members)
    assert [each.code for each in dimensional_validity(subject)] == ["XG880"] * (not is_valid)


def _report(over, members: dict[str, str]) -> Subject:
    from small_report import ENTITY, H1, report

    written = tuple(
        Dimension(name(axis), TypedMember(member) if member.isdecimal() else name(member))
        for axis, member in sorted(members.items())
    )
    return Subject(report(Fact("f", name("Sales"), ENTITY, H1, None, dimensions=written)), over, {})


def _random_arcs(chance: random.Random) -> list[Arc]:
    """Tables, domains and line items in roles that lead to each other; members never stand above themselves."""
    roles = list(ROLES)
    some_role = lambda: chance.choice(roles)  # noqa: E731
    to_role = lambda: chance.choice(["", "", *roles])  # noqa: E731
    arcs = [
        arc(
            chance.choice(["all", "all", "notAll"]),
            chance.choice(ITEMS),
            chance.choice(["Table", "OtherTable"]),
            some_role(),
            to_role(),
            contextElement=chance.choice(["scenario", "scenario", "segment"]),
            closed=chance.choice(["true", "false"]),
        )
        for _ in range(chance.randint(1, 4))
    ]
    arcs += [
        arc("hypercube-dimension", chance.choice(["Table", "OtherTable"]), each, some_role(), to_role())
        for each in ("Region", "Region", "Product", "Customer")
        if chance.random() < 0.7
    ]
    arcs += [
        arc(
            "dimension-domain", chance.choice(["Region", "Product"]), chance.choice(MEMBERS[:3]), some_role(), to_role()
        )
        for _ in range(5)
    ]
    for names, count in ((MEMBERS, 6), (ITEMS, 5)):
        for _ in range(count):
            above, below = sorted(chance.sample(range(len(names)), 2))
            usable = {"usable": "false"} if chance.random() < 0.2 and names is MEMBERS else {}
            arcs.append(arc("domain-member", names[above], names[below], some_role(), to_role(), **usable))
    if chance.random() < 0.6:
        arcs.append(arc("dimension-default", "Region", chance.choice(MEMBERS), some_role()))
    return arcs


def _random_context(chance: random.Random, default: str) -> Context:
    def members() -> dict[str, str]:
        found = {axis: chance.choice([each for each in MEMBERS if each != default]) for axis in ("Region", "Product")}
        found["Customer"] = "7"
        return {axis: found[axis] for axis in found if chance.random() < 0.4}

    scenario, segment = members(), members() if chance.random() < 0.5 else {}
    return Context(
        scenario, {axis: each for axis, each in segment.items() if axis not in scenario}, chance.random() < 0.1
    )


@pytest.mark.arelle
@pytest.mark.parametrize("seed", range(12))
def test_random_taxonomies_allow_what_arelle_allows(seed: int, tmp_path: Path):
    chance = random.Random(seed)
    arcs = _random_arcs(chance)
    default = next((each.target for each in arcs if each.kind == "dimension-default"), "")
    contexts = [_random_context(chance, default) for _ in range(25)]
    found = judged(tmp_path, arcs, *contexts, items=ITEMS)
    mine = {identifier for each in found if each.code == "XG880" for identifier in lines(each, tmp_path)}
    verdict = arelle_referee.load(tmp_path / "instance.xbrl")
    texts = (tmp_path / "instance.xbrl").read_text(encoding="utf-8")
    theirs = {
        f"{match[1]}{match[2]}"
        for each in verdict.messages
        if (match := re.search(r"Fact d:(\w+) context c(\d+) dimensionally not valid", each))
    }
    assert texts.count("contextRef") == len(contexts) * len(ITEMS)
    assert mine == theirs
