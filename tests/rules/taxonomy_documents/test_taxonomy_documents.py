"""Each rule on the documents of a taxonomy finds the one fault, at its place; Arelle objects to the same."""

from pathlib import Path

import arelle_referee
import pytest
from faults_of_documents import FAULTS, Fault
from sound_taxonomy import FILES, XBRL, arc, write

from xbrlgen.findings import Severity
from xbrlgen.findings.catalogue.taxonomy_documents import ENTRIES
from xbrlgen.rules.taxonomy_documents.checking import check_taxonomy_documents
from xbrlgen.taxonomy import load_taxonomy
from xbrlgen.validation import validate

LINK = f"{XBRL}/linkbase"
_TYPES = {"Arc": "xl:arcType", "Link": "xl:extendedType"}


def test_a_sound_taxonomy_is_sound(tmp_path: Path):
    assert validate([write(tmp_path)]).findings == ()


@pytest.mark.parametrize("name", [each for each in FILES if each.endswith(".xml")])
def test_a_linkbase_is_judged_with_what_it_leads_to(name: str, tmp_path: Path):
    write(tmp_path)
    assert validate([tmp_path / name]).findings == ()


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_one_fault_is_found_at_its_place(fault: Fault, tmp_path: Path):
    schema = write(tmp_path, {fault.file: fault.damaged()})
    found = validate([schema]).findings
    told = [each for each in found if (each.code, each.standard) == (fault.code, fault.standard)]
    assert told, [(each.code, each.standard, each.message) for each in found]
    assert {each.code for each in found} - {fault.code, *fault.also} == set(), [each.message for each in found]
    assert all(each.severity is Severity.ERROR for each in told)
    places = [place for each in told for place in each.locations]
    assert any(Path(place.path).name == fault.file and abs(place.line - fault.line()) <= 5 for place in places), places


@pytest.mark.arelle
@pytest.mark.filterwarnings("ignore::FutureWarning")  # of lxml, about Arelle
@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_arelle_objects_to_the_same(fault: Fault, tmp_path: Path, root: Path):
    if fault.arelle == "none":
        pytest.skip("Arelle does not ask for this")
    schema = write(tmp_path, {fault.file: fault.damaged()})
    verdict = arelle_referee.load(schema, packages=[root / "taxonomy"])
    assert (fault.arelle or fault.standard) in verdict.errors, verdict.messages


@pytest.mark.arelle
def test_arelle_finds_nothing_in_the_sound_taxonomy(tmp_path: Path, root: Path):
    assert arelle_referee.load(write(tmp_path), packages=[root / "taxonomy"]).messages == []


def test_a_linkbase_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path)
    (tmp_path / "calculation").write_text(FILES["calculation.xml"].replace('weight="-1"', 'weight="1"'))
    monkeypatch.chdir(tmp_path)
    assert [each.code for each in validate([Path("calculation")]).findings] == ["XG313"]


def test_a_pointer_may_be_written_in_percent_signs(tmp_path: Path):
    content = FILES["calculation.xml"].replace("t.xsd#Cash", "t.xsd#%43ash")
    schema = write(tmp_path, {"calculation.xml": content.replace('weight="-1"', 'weight="1"')})
    assert {each.code for each in validate([schema]).findings} == {"XG313"}


def test_a_tuple_may_derive_through_thousands_of_types(tmp_path: Path):
    types = "".join(
        f'<xs:complexType name="k{number}" mixed="{str(number == 0).lower()}"><xs:complexContent><xs:extension'
        f' base="{f"t:k{number - 1}" if number else "xs:anyType"}"/></xs:complexContent></xs:complexType>\n'
        for number in range(2000)
    )
    declared = f'{types}<xs:element name="Deep" type="t:k1999" substitutionGroup="xbrli:tuple"/></xs:schema>'
    assert "XG806" in _codes(tmp_path, {"t.xsd": FILES["t.xsd"].replace("</xs:schema>", declared)})


def test_a_role_may_have_a_space(tmp_path: Path):
    role = '<link:roleType roleURI="http://example.com/my role" id="my"><link:usedOn>link:label</link:usedOn></link:roleType>'
    assert _codes(tmp_path, {"more.xsd": FILES["more.xsd"].replace("</xs:appinfo>", f"{role}</xs:appinfo>")}) == set()


@pytest.mark.parametrize("kind", ["Arc", "Link"])
def test_links_and_arcs_of_ones_own_may_go_around_in_circles(kind: str, tmp_path: Path):
    """Only standard arcs in standard links are bound by the arcroles of XBRL itself (as its suite has it)."""
    own = f'<xs:element name="own{kind}" substitutionGroup="link:definition{kind}" type="{_TYPES[kind]}"\n  xmlns:xl="{XBRL}/XLink"/>'
    schema = (
        FILES["t.xsd"]
        .replace("</xs:schema>", f"{own}</xs:schema>")
        .replace(
            "<xs:include",
            f'<xs:import namespace="{LINK}" schemaLocation="{XBRL}/xbrl-linkbase-2003-12-31.xsd"/><xs:include',
        )
    )
    ends = (("Cash", "Name"), ("Name", "Cash"))
    circle = "".join(arc("definition", "general-special", *each) for each in ends)
    content = FILES["definition.xml"].replace("</link:definitionLink>", f"{circle}</link:definitionLink>")
    assert _codes(tmp_path, {"definition.xml": content}) == {"XG819"}
    strange = content.replace(f"link:definition{kind}", f"t:own{kind}")
    assert "XG819" not in _codes(tmp_path, {"t.xsd": schema, "definition.xml": strange})


def _codes(folder: Path, changes: dict[str, str]) -> set[str]:
    return {each.code for each in validate([write(folder, changes)]).findings}


def test_every_code_has_a_fault():
    assert {each.code for each in ENTRIES} <= {each.code for each in FAULTS}


def test_what_comes_with_the_product_is_not_judged():
    assert list(check_taxonomy_documents(load_taxonomy("ifrs-2023"))) == []
