"""Each rule of EDGAR, broken by one page: the right code and place, and beside it Arelle where it has the rule."""

import re
from pathlib import Path

import edgar_referee
import esef_filing as small
import pytest
from faults_to_edgar import CIK, FAULTS, STYLE
from filing_fault import END, PNG

import xbrlgen.filing  # before its functions are replaced, which it would keep
import xbrlgen.profiles
from xbrlgen.findings import Finding, Severity
from xbrlgen.findings.catalogue import own_and_base, own_networks, own_schemas
from xbrlgen.pipeline import build
from xbrlgen.profiles import load_profile
from xbrlgen.validation import validate

DATE = "2024-03-27"
HELD_BY_ARELLE = {
    f"EFM.5.02.05.{rule}"
    for rule in (
        "activeContent",
        "disallowedAttribute",
        "disallowedElement",
        "disallowedMetaContent",
        "externalReference",
        "graphicFileType",
        "nestedTable",
        "schemaLocationDisallowed",
        "xmlBaseDisallowed",
    )
}
"""The rules on markup; of events on elements, Arelle's have nothing."""


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.core_package(tmp_path_factory.mktemp("core"), DATE)


def page() -> str:
    found = small.page(DATE)
    for old, new in (
        (small.LEI, CIK),
        ("http://standards.iso.org/iso/17442", "http://www.sec.gov/CIK"),
        ("-esef-ix-hidden", "-sec-ix-hidden"),
        ('xml:lang="en"', 'xml:lang="en-US"'),
        (f"../{small.NAME}", small.NAME),
        (STYLE, ""),
    ):
        found = found.replace(old, new)
    return found


def judged(
    content: str, folder: Path, core: Path, name: str = "lantern-20241231.htm", **extension: str
) -> list[Finding]:
    (folder / "dei.xsd").write_text(DEI)
    for file, written in small.extension(DATE, **extension).items():
        (folder / file).write_text(written)
    (folder / name).write_text(content)
    found = validate([folder / name], profile="edgar", packages=[core]).findings
    own = {each.code for each in (*own_and_base.ENTRIES, *own_schemas.ENTRIES, *own_networks.ENTRIES)}
    return [each for each in found if each.standard.startswith("EFM.") and each.code not in own]


DEI_NAMESPACE = "http://xbrl.sec.gov/dei/2025"
DEI = (
    f'<xs:schema {small._SCHEMA} targetNamespace="{DEI_NAMESPACE}">{small._imports({})}'
    '<xs:element id="dei_EntityCentralIndexKey" name="EntityCentralIndexKey" type="xbrli:stringItemType" '
    'substitutionGroup="xbrli:item" xbrli:periodType="duration" nillable="true"/></xs:schema>'
)
"""A stand-in for the SEC's taxonomy of cover pages."""
IMPORT = f'<xs:import namespace="{DEI_NAMESPACE}" schemaLocation="dei.xsd"/>'


def page_with_dei(number: str) -> str:
    """A page whose cover has the one item of the stand-in."""
    tag = f'<p><ix:nonNumeric id="cik" name="dei:EntityCentralIndexKey" contextRef="d">{number}</ix:nonNumeric></p>'
    return page().replace("xmlns:lantern=", f'xmlns:dei="{DEI_NAMESPACE}" xmlns:lantern=').replace(END, f"{tag}\n{END}")


def test_the_cover_names_the_filer_and_has_all_its_items(core: Path, tmp_path: Path):
    (cover,) = judged(page_with_dei(CIK), tmp_path, core, imports=IMPORT)
    assert (cover.code, cover.standard) == ("XG446", "EFM.6.05.20")
    assert "EntityCentralIndexKey" not in cover.message
    content = page_with_dei("0000000007")
    (other,) = (each for each in judged(content, tmp_path, core, imports=IMPORT) if each.code != "XG446")
    assert (other.code, other.standard) == ("XG499", "EFM.6.05.23")
    assert 'id="cik"' in content.splitlines()[other.locations[0].line - 1]


OWN = {
    "typed-axis": (
        "XG498",
        "EFM.6.07.20",
        (
            '<xs:element id="lantern_Ship" name="Ship" type="xs:string"/>\n'
            '<xs:element id="lantern_ShipAxis" name="ShipAxis" type="xbrli:stringItemType" abstract="true" '
            'substitutionGroup="xbrldt:dimensionItem" xbrli:periodType="duration" nillable="true" '
            'xbrldt:typedDomainRef="#lantern_Ship"/>'
        ),
    ),
    "name": (
        "XG496",
        "EFM.6.08.05",
        (
            '<xs:element id="lantern_price_of_oil" name="price_of_oil" type="xbrli:stringItemType" '
            'substitutionGroup="xbrli:item" xbrli:periodType="duration" nillable="true"/>'
        ),
    ),
}


@pytest.mark.parametrize("name", OWN)
def test_one_fault_of_the_own_taxonomy_is_found(name: str, core: Path, tmp_path: Path):
    code, standard, own = OWN[name]
    (told,) = (each for each in judged(page(), tmp_path, core, own=own) if each.code != "XG446")
    assert (told.code, told.standard) == (code, standard)
    assert told.locations[0].path.endswith(".xsd")


def test_some_fact_is_of_a_period_without_members(core: Path, tmp_path: Path):
    period = "<xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate>"
    content = page().replace(period, "<xbrli:instant>2023-12-31</xbrli:instant>")
    assert "EFM.6.05.19" in {each.standard for each in judged(content, tmp_path, core) if each.code == "XG427"}


def test_the_issuer_has_a_schema_of_its_own(core: Path, tmp_path: Path):
    content = page().replace(f"{small.NAME}.xsd", "https://xbrl.ifrs.org/taxonomy/2024-03-27/stand-in/ifrs.xsd")
    (told,) = (each for each in judged(content, tmp_path, core) if each.code == "XG428")
    assert told.standard == "EFM.6.03.10"
    assert "schemaRef" in content.splitlines()[told.locations[0].line - 1]


def test_locators_point_at_ids(core: Path, tmp_path: Path):
    judged(page(), tmp_path, core)
    linkbase = tmp_path / f"{small.NAME}_cal.xml"
    linkbase.write_text(linkbase.read_text().replace("ifrs.xsd#ifrs-full_CurrentAssets", "ifrs.xsd#element(/1/6)"))
    found = validate([tmp_path / "lantern-20241231.htm"], profile="edgar", packages=[core]).findings
    (told,) = (each for each in found if each.code == "XG429")
    assert (told.standard, told.locations[0].path) == ("EFM.6.03.06", str(linkbase))


def test_a_member_is_no_fact(core: Path, tmp_path: Path):
    member = (
        '<xs:element id="lantern_HarbourMember" name="HarbourMember" type="dtr:domainItemType" '
        'substitutionGroup="xbrli:item" xbrli:periodType="duration" nillable="true"/>'
    )
    tag = '<p><ix:nonNumeric id="m1" name="lantern:HarbourMember" contextRef="d">x</ix:nonNumeric></p>'
    content = page().replace(END, f"{tag}\n{END}")
    told = {each.standard: each for each in judged(content, tmp_path, core, own=member)}
    assert 'id="m1"' in content.splitlines()[told["EFM.6.05.25"].locations[0].line - 1]


@pytest.mark.parametrize(("date", "code"), [("2022-03-24", "XG493"), ("", "XG494")])
def test_the_taxonomy_is_one_that_the_sec_takes(date: str, code: str, core: Path, tmp_path: Path):
    if date:
        core, content = small.core_package(tmp_path, date), page().replace(DATE, date)
        for file, written in small.extension(date).items():
            (tmp_path / file).write_text(written)
        path = tmp_path / "lantern-20241231.htm"
        path.write_text(content)
        found = validate([path], profile="edgar", packages=[core]).findings
    else:
        path = tmp_path / f"{small.NAME}.xsd"
        (tmp_path / "lantern.htm").write_text(re.sub(r"ifrs-full:\w+", "dei:EntityCentralIndexKey", page_with_dei(CIK)))
        (tmp_path / "dei.xsd").write_text(DEI)
        path.write_text(
            f'<xs:schema {small._SCHEMA} targetNamespace="http://lantern.example/xbrl">{small._imports({})}{IMPORT}</xs:schema>'
        )
        found = validate([tmp_path / "lantern.htm"], profile="edgar", packages=[core]).findings
    assert "EFM.6.22.03" in {each.standard for each in found if each.code == code}


def test_a_sound_page_lacks_only_the_cover(core: Path, tmp_path: Path):
    (cover,) = judged(page(), tmp_path, core)
    assert (cover.code, cover.standard, cover.severity) == ("XG446", "EFM.6.05.20.deiFactsMissing", Severity.ERROR)
    assert "DocumentType, DocumentPeriodEndDate" in cover.message


@pytest.mark.parametrize("fault", FAULTS, ids=[each[0] for each in FAULTS])
def test_one_fault_is_found_in_its_place(fault, core: Path, tmp_path: Path):
    name, code, standard, change, at = fault
    content = page()
    assert change[0] in content
    content = (
        content.replace(*change).replace("xmlns:ifrs-full=", "xmlns:ifrs=")
        if code == "XG486"
        else content.replace(*change)
    )
    told = [each for each in judged(content, tmp_path, core) if each.code != "XG446"]
    also = {("XG440", "EFM.6.05.08")} if code in {"XG423", "XG425"} else set()  # a context without facts, too
    also |= {("XG427", "EFM.6.05.19")} if code == "XG242" else set()  # no other period is left
    assert {(each.code, each.standard) for each in told} - also == {(code, standard)}
    told = [each for each in told if each.code == code]
    assert at in content.splitlines()[told[0].locations[0].line - 1]
    if standard in HELD_BY_ARELLE and name != "event":
        assert edgar_referee.objections(content) == {standard}


def test_a_sound_page_is_sound_to_arelle():
    assert edgar_referee.objections(page()) == set()


def test_links_may_lead_to_other_filings(core: Path, tmp_path: Path):
    link = '<p><a href="https://www.sec.gov/Archives/edgar/data/1/x.htm">x</a></p>'
    content = page().replace(END, f"{link}{END}")
    assert {each.code for each in judged(content, tmp_path, core)} == {"XG446"}
    assert edgar_referee.objections(content) == set()


def test_facts_of_the_cover_may_be_hidden():
    from xbrlgen.rules.filing import Requirements

    pattern = load_profile("edgar").compose(Requirements, "filing").hideable
    assert re.fullmatch(pattern, "http://xbrl.sec.gov/dei/2025")
    assert not re.fullmatch(pattern, small.ifrs(DATE))


def test_without_dei_the_cover_cannot_be_tagged_and_the_hint_says_what_to_pass(core: Path, tmp_path: Path):
    (cover,) = judged(page(), tmp_path, core)
    assert "dei" in cover.hint
    assert "--packages" in cover.hint


@pytest.mark.parametrize("example", ["halmbrueck-2024", "iij-1h23"])
def test_the_pages_that_we_write_for_edgar_hold_nothing_that_it_refuses(example: str, root: Path, tmp_path: Path):
    profile = load_profile("edgar")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xbrlgen.profiles, "load_profile", {"edgar": profile._replace(rulings={})}.__getitem__)
        built = build(root / "examples" / example, tmp_path / "out", profile="edgar")
    (path,) = (each for each in built.files if each.suffix == ".htm")
    assert edgar_referee.objections(path.read_text(encoding="utf-8")) == set()
    told = {each.standard for each in validate([path], profile="edgar").findings}
    assert {each for each in told if each.startswith("EFM.5.")} == set()
    assert '<td class="number" style="text-align: right' in path.read_text(encoding="utf-8")


def test_images_are_files(core: Path, tmp_path: Path):
    content = page().replace(END, f'<p><img alt="x" src="data:image/png;base64,{PNG}"/></p>{END}')
    told = {(each.code, each.standard) for each in judged(content, tmp_path, core)}
    assert told >= {("XG463", "EFM.5.02.05.graphicDataUrl"), ("XG464", "EFM.5.02.05.graphicFileType")}


@pytest.mark.parametrize(
    ("name", "code"), [("Lantern.htm", "XG488"), ("l" * 29 + ".htm", "XG488"), ("lantern.xhtml", "XG489")]
)
def test_files_have_names_that_the_portal_takes(name, code, core: Path, tmp_path: Path):
    assert code in {each.code for each in judged(page(), tmp_path, core, name)}
