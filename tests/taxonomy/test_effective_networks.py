"""Which relationships are in effect (XBRL 2.1 section 3.5.3.9.7), and the labels and references of concepts."""

from decimal import Decimal
from pathlib import Path

import pytest
from small_taxonomies import (
    OWN,
    PARENT_CHILD,
    ROLE,
    SUMMATION,
    arc,
    label,
    link,
    linkbase,
    linkbase_reference,
    locator,
    schema,
    written,
)

from xbrlgen.model import QName
from xbrlgen.taxonomy import Taxonomy, load_taxonomy
from xbrlgen.taxonomy.resources import CONCEPT_LABEL, Label, Reference

A, B, C = (QName(OWN, name) for name in "ABC")
ENDS = locator("entry.xsd#A", "a") + locator("entry.xsd#B", "b") + locator("entry.xsd#C", "c")
STANDARD, TOTAL = ("http://www.xbrl.org/2003/role/label", "http://www.xbrl.org/2003/role/totalLabel")


def _loaded(folder: Path, *linkbases: str, extra: str = "") -> Taxonomy:
    """A taxonomy of A, B and C with these linkbases, called l0.xml and so on."""
    files = {f"l{number}.xml": each for number, each in enumerate(linkbases)}
    references = "".join(map(linkbase_reference, files))
    entry = schema("A", "B", "C", appinfo=references + extra)
    taxonomy = load_taxonomy(str(written(folder, {"entry.xsd": entry, **files}) / "entry.xsd"))
    assert taxonomy.findings == ()
    return taxonomy


def _pairs(taxonomy: Taxonomy, arcrole: str = SUMMATION, role: str = ROLE) -> list[tuple[str, str, str]]:
    relationships = taxonomy.networks.network(arcrole, role).relationships
    return [(each.source.local_name, each.target.local_name, str(each.order)) for each in relationships]


def test_a_relationship_has_what_its_arc_says(tmp_path: Path):
    content = ENDS + arc("a", "b", 'weight="-1.0" order=" 2 " priority="3" use="optional" own:note="x"')
    taxonomy = _loaded(tmp_path, linkbase(link("\n" + content)))
    (found,) = taxonomy.networks.network(SUMMATION, ROLE).relationships
    assert (found.source, found.target, found.arcrole, found.role) == (A, B, SUMMATION, ROLE)
    assert (found.weight, found.order, found.priority, found.use) == (Decimal(-1), Decimal(2), 3, "optional")
    assert found.attributes[QName(OWN, "note")] == "x"
    assert (Path(found.place.path).name, found.place.line) == ("l0.xml", 3)


def test_a_network_leads_up_and_down_in_order(tmp_path: Path):
    arcs = arc("a", "c", 'weight="1" order="2"') + arc("a", "b", 'weight="1" order="1.5"') + arc("b", "c", 'weight="1"')
    network = _loaded(tmp_path, linkbase(link(ENDS + arcs))).networks.network(SUMMATION, ROLE)
    assert [each.target for each in network.children(A)] == [B, C]
    assert {each.source for each in network.parents(C)} == {A, B}
    assert network.roots == (A,)
    assert (set(network.sources), set(network.targets)) == ({A, B}, {B, C})
    assert network.children(C) == network.parents(A) == ()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ('weight="1"', 'weight="1" use="prohibited"', []),
        ('weight="1"', 'weight="1" use="prohibited" priority="-1"', [("A", "B", "1")]),
        ('weight="1" priority="2"', 'weight="1" use="prohibited" priority="1"', [("A", "B", "1")]),
        ('weight="1" priority="1"', 'weight="1.0" use="prohibited" priority="1"', []),
        ('weight="1"', 'weight="1" use="prohibited" order="1.00"', []),
        ('weight="1"', 'weight="1" use="prohibited" order="2"', [("A", "B", "1")]),
        ('weight="1"', 'weight="-1" use="prohibited"', [("A", "B", "1")]),
        ('weight="1" own:x="1"', 'weight="1" use="prohibited"', [("A", "B", "1")]),
        ('weight="1" xlink:title="t"', 'weight="1" use="prohibited" xlink:show="new"', []),
        ('weight="1"', 'weight="1"', [("A", "B", "1")]),
        ('weight="1"', 'weight="1" order="3"', [("A", "B", "1"), ("A", "B", "3")]),
    ],
)
def test_equivalent_arcs_prohibit_and_override_each_other(
    tmp_path: Path, first: str, second: str, expected: list[tuple[str, str, str]]
):
    """Sections 3.5.3.9.7.4 and 3.5.3.9.7.5; in whichever order the linkbases come."""
    linkbases = [linkbase(link(ENDS + arc("a", "b", each))) for each in (first, second)]
    assert _pairs(_loaded(tmp_path, *linkbases)) == expected
    assert _pairs(_loaded(tmp_path, *reversed(linkbases))) == expected


def test_arcs_of_other_base_sets_are_left_alone(tmp_path: Path):
    """Section 3.5.3.9.7.3: roles, arcroles and the names of arcs and links tell base sets apart."""
    other = link(ENDS + arc("a", "b", 'weight="1" use="prohibited"'), role=f"{ROLE}/2")
    taxonomy = _loaded(tmp_path, linkbase(link(ENDS + arc("a", "b", 'weight="1"')), other))
    assert _pairs(taxonomy) == [("A", "B", "1")]
    assert _pairs(taxonomy, role=f"{ROLE}/2") == []
    assert taxonomy.networks.roles(SUMMATION) == (ROLE, f"{ROLE}/2")
    assert [(each.role, each.arc.local_name) for each in taxonomy.networks.base_sets()] == [
        (ROLE, "calculationArc"),
        (f"{ROLE}/2", "calculationArc"),
    ]
    assert _pairs(taxonomy, PARENT_CHILD) == []
    assert taxonomy.networks.network("urn:none").relationships == ()


def test_an_arc_joins_all_that_have_its_labels(tmp_path: Path):
    """Section 3.5.3.9: one arc, several locators of a label."""
    ends = locator("entry.xsd#A", "x") + locator("entry.xsd#B", "x") + locator("entry.xsd#element(/1/5)", "y")
    taxonomy = _loaded(tmp_path, linkbase(link(ends + arc("x", "y", 'weight="1"'))))
    assert _pairs(taxonomy) == [("A", "C", "1"), ("B", "C", "1")]


def test_a_concept_has_its_labels_in_each_role_and_language(tmp_path: Path):
    labels = (
        label("l1", " Sum of\n <!-- --> all")
        + label("l2", "Summe", language="de-AT")
        + label("l3", "Total", TOTAL, "EN")
        + arc("a", "l1", "", "label", CONCEPT_LABEL)
        + arc("a", "l2", "", "label", CONCEPT_LABEL)
        + arc("a", "l3", "", "label", CONCEPT_LABEL)
    )
    taxonomy = _loaded(tmp_path, linkbase(link(ENDS + labels, "label")))
    assert taxonomy.labels(A) == (
        Label(STANDARD, "en", " Sum of\n  all"),
        Label(STANDARD, "de-AT", "Summe"),
        Label(TOTAL, "EN", "Total"),
    )
    assert taxonomy.label(A) == taxonomy.label(A, STANDARD, "en-GB") == "Sum of all"
    assert taxonomy.label(A, STANDARD, "de") == "Summe"
    assert taxonomy.label(A, TOTAL, "en") == "Total"
    assert taxonomy.label(A, STANDARD, "fr") is None
    assert taxonomy.labels(B) == ()
    assert taxonomy.has_label(A, TOTAL)
    assert not taxonomy.has_label(A, TOTAL, "de")


def test_another_linkbase_can_take_a_label_away(tmp_path: Path):
    """Section 3.5.3.9.7.2: its locator points at the resource, by id or by position."""
    given = linkbase(
        link(
            ENDS
            + label("l1", "old")
            + label("l2", "older")
            + label("l3", "kept")
            + "".join(arc("a", each, "", "label", CONCEPT_LABEL) for each in ("l1", "l2", "l3")),
            "label",
        )
    )
    ends = locator("entry.xsd#A", "a") + locator("l0.xml#l1", "x") + locator("l0.xml#element(/1/1/5)", "y")
    prohibited = "".join(arc("a", each, 'use="prohibited"', "label", CONCEPT_LABEL) for each in "xy")
    taxonomy = _loaded(tmp_path, given, linkbase(link(ends + prohibited, "label")))
    assert [each.text for each in taxonomy.labels(A)] == ["kept"]
    second = taxonomy.dts.linkbases[str(tmp_path / "l1.xml")]
    written_there = list(taxonomy.resources.written(second, CONCEPT_LABEL))
    assert [(each.concept, each.text, each.use) for each in written_there] == [
        (A, "old", "prohibited"),
        (A, "older", "prohibited"),
    ]


def test_a_concept_has_its_references(tmp_path: Path):
    parts = "<own:Name>IAS</own:Name><own:Number>1</own:Number>"
    reference = (
        f'<link:reference xlink:type="resource" xlink:label="r" xlink:role="{STANDARD}">{parts}</link:reference>'
    )
    arcs = arc("b", "r", "", "reference", "http://www.xbrl.org/2003/arcrole/concept-reference")
    taxonomy = _loaded(tmp_path, linkbase(link(ENDS + reference + arcs, "reference")))
    name, number = QName(OWN, "Name"), QName(OWN, "Number")
    assert taxonomy.references(B) == (Reference(STANDARD, ((name, "IAS"), (number, "1"))),)
    assert taxonomy.references(A) == ()


def test_a_default_member_that_is_prohibited_is_none(tmp_path: Path):
    default = "http://xbrl.org/int/dim/arcrole/dimension-default"
    given = linkbase(link(ENDS + arc("a", "b", "", "definition", default), "definition"))
    taken = linkbase(link(ENDS + arc("a", "b", 'use="prohibited"', "definition", default), "definition"))
    assert _loaded(tmp_path, given).default_member(A) == B
    assert _loaded(tmp_path, given, taken).default_member(A) is None


def test_roles_and_arcroles_are_declared_by_schemas(tmp_path: Path):
    declared = (
        '<link:roleType roleURI="urn:r" id="r"><link:definition> A role </link:definition>'
        "<link:usedOn>link:calculationLink</link:usedOn><link:usedOn>own:Link</link:usedOn></link:roleType>"
        '<link:arcroleType arcroleURI="urn:a" id="a" cyclesAllowed="undirected"><link:usedOn>link:definitionArc</link:usedOn>'
        "</link:arcroleType>"
    )
    taxonomy = _loaded(tmp_path, extra=declared)
    (role,), (arcrole,) = taxonomy.role_types["urn:r"], taxonomy.arcrole_types["urn:a"]
    linkbase_names = "http://www.xbrl.org/2003/linkbase"
    assert (role.id, role.definition) == ("r", "A role")
    assert role.used_on == (QName(linkbase_names, "calculationLink"), QName(OWN, "Link"))
    assert (arcrole.cycles_allowed, arcrole.used_on) == ("undirected", (QName(linkbase_names, "definitionArc"),))
    assert Path(role.place.path).name == "entry.xsd"


def test_a_label_in_a_schema_can_be_taken_away(tmp_path: Path):
    given = linkbase(
        link(locator("#A", "a") + label("l1", "old") + arc("a", "l1", "", "label", CONCEPT_LABEL), "label")
    )
    ends = locator("entry.xsd#A", "a") + locator("entry.xsd#l1", "x")
    taken = linkbase(link(ends + arc("a", "x", 'use="prohibited"', "label", CONCEPT_LABEL), "label"))
    (tmp_path / "1").mkdir()
    assert [each.text for each in _loaded(tmp_path, extra=given).labels(A)] == ["old"]
    assert _loaded(tmp_path / "1", taken, extra=given).labels(A) == ()


def test_the_first_sequence_that_leads_anywhere_counts(tmp_path: Path):
    ends = locator("entry.xsd#element(/1/99)element(/1/3)", "x") + locator("entry.xsd#element(C)element(/1/3)", "y")
    taxonomy = _loaded(tmp_path, linkbase(link(ends + arc("x", "y", 'weight="1"'))))
    assert _pairs(taxonomy) == [("A", "C", "1")]


def test_labels_in_other_languages_are_not_read(tmp_path: Path):
    """And yet a linkbase in another language may take one away."""
    languages = ("en", "de", "fr")
    given = [
        linkbase(link(ENDS + label("l", each, language=each) + arc("a", "l", "", "label", CONCEPT_LABEL), "label"))
        for each in languages
    ]
    ends = locator("entry.xsd#A", "a") + locator("l0.xml#l", "x") + label("y", "spät", language="de")
    taken = arc("a", "x", 'use="prohibited"', "label", CONCEPT_LABEL) + arc("b", "y", "", "label", CONCEPT_LABEL)
    taxonomy = _loaded(tmp_path, *given, linkbase(link(ends + ENDS + taken, "label")))
    assert taxonomy.label(A, language="de-DE") == "de"
    assert taxonomy.labels(A, "en") == ()
    read = [Path(each.url).name for each in taxonomy.dts.linkbases.values() if "resources" in vars(each)]
    assert "l2.xml" not in read
    assert [each.text for each in taxonomy.labels(A)] == ["de", "fr"]
    assert taxonomy.label(B, language="de") == "spät"
