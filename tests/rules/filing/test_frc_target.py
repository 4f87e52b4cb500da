"""Each rule of the FRC on the target UKFRS, broken by one page: the right code and place, and Arelle's verdict beside it."""

import re
from pathlib import Path

import arelle_referee
import esef_filing as small
import frc_filing as frc
import pytest

from xbrlgen.findings import Finding
from xbrlgen.validation import validate

NAME = f"{small.LEI}-2024-12-31"
END = "<p>End.</p>"
AUDITED = {"AccountsStatusDimension": "Audited", "ScopeAccountsDimension": "ConsolidatedGroupCompanyAccounts"}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("packages")
    return [small.core_package(folder, "2024-03-27"), frc.frc_package(folder)]


def filing(content: str, folder: Path) -> Path:
    return small.write_filing(folder, content, taxonomy=small.extension("2024-03-27"), name=NAME, country="GB")


def judged(content: str, folder: Path, packages: list[Path]) -> tuple[Path, list[Finding]]:
    path = filing(content, folder)
    return path, list(validate([path], profile="uksef", packages=packages).findings)


def verdict(path: Path, packages: list[Path]) -> list[str]:
    """What Arelle says of both targets, as its plug-in for document sets loads them."""
    found = arelle_referee.load(
        path, packages, plugins="validate/ESEF|inlineXbrlDocumentSet", rules="esef-2025", authority="UKFRC"
    )
    return [*found.errors, *found.warnings]


def test_a_sound_filing_is_sound_to_both(packages: list[Path], tmp_path: Path):
    path, found = judged(frc.page(), tmp_path, packages)
    assert [each.message for each in found] == []
    assert [each for each in verdict(path, packages) if "UK" in each] == []


FAULTS = {
    "scheme": (
        "XG431",
        "UKFRC7.invalidIdentifier",
        (("http://www.companieshouse.gov.uk/", "http://lantern.example/"),),
        'id="k-UKCompaniesHouse',
    ),
    "two-numbers": (
        "XG434",
        "UKFRC7.multipleIdentifiers",
        (
            ("<ix:resources>", f"<ix:resources>\n{frc.context('other', '07654321')}"),
            (END, f"{frc.fact('bus:AccountsType', 'other').replace('k-', 'l-')}\n{END}"),
        ),
        'id="k-UKCompaniesHouse',
    ),
    "scenario": (
        "XG435",
        "UKFRC8.scenarioUsed",
        (
            (
                "<ix:resources>",
                f"<ix:resources>\n{frc.context('s', members={'AccountsStatusDimension': 'Audited'}, container='scenario')}",
            ),
            (END, f"{frc.fact('bus:AccountsType', 's').replace('k-', 'l-')}\n{END}"),
        ),
        "<xbrli:scenario>",
    ),
    "no-item": (
        "XG446",
        "UK.missingCompaniesHouseMandatoryItem",
        ((f"{frc.fact('core:ProfitLoss')}\n", ""),),
        "",
    ),
    "no-auditor": (
        "XG446",
        "UK.missingCompaniesHouseMandatoryItem",
        (
            ("<ix:resources>", f"<ix:resources>\n{frc.context('a', members=AUDITED)}"),
            (END, f"{frc.fact('bus:AccountsType', 'a').replace('k-', 'l-')}\n{END}"),
        ),
        "",
    ),
    "entry-point": (
        "XG416",
        "UKFRC1.unsupportedEntryPoint",
        ((frc.ENTRY_POINT, "https://xbrl.frc.org.uk/bus.xsd"), ("xlink:href", "xlink:href")),
        'target="UKFRS"',
    ),
    "entry-points": (
        "XG416",
        "UKFRC1.multipleEntryPoints",
        ((frc.references(frc.ENTRY_POINT), frc.references(frc.ENTRY_POINT, frc.OTHER_ENTRY_POINT)),),
        'target="UKFRS"',
    ),
    "references": (
        "XG416",
        "UKFRC5.multipleEntryPoints",
        (
            (
                frc.references(frc.ENTRY_POINT),
                f"{frc.references(frc.ENTRY_POINT)}\n{frc.references(frc.ENTRY_POINT)}",
            ),
        ),
        'target="UKFRS"',
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_found_in_its_place(name: str, packages: list[Path], tmp_path: Path):
    code, standard, changes, at = FAULTS[name]
    content = frc.page()
    for old, new in changes:
        assert old in content, old
        content = content.replace(old, new, 1) if old == "<ix:resources>" else content.replace(old, new)
    path, found = judged(content, tmp_path, packages)
    told = [each for each in found if each.standard.startswith("ESEF.UK")]
    assert [(each.code, each.standard) for each in told] == [(code, f"ESEF.{standard}")], [
        each.message for each in found
    ]
    if at:
        assert at in content.splitlines()[told[0].locations[0].line - 1]
    assert f"ESEF.{standard}" in verdict(path, packages)


def test_a_page_without_the_default_target_is_told_of(packages: list[Path], tmp_path: Path):
    content = re.sub(r'<ix:references xml:lang="en"><link.*?</ix:references>', "", frc.page())
    own = r"<ix:(nonNumeric|nonFraction)(?=[^>]*>)(?![^>]*target)[^>]*>(.*?)</ix:\1>"
    content = re.sub(own, r"\2", content).replace('<ix:relationship fromRefs="f1" toRefs="n1"/>', "")
    content = re.sub(r"<ix:footnote.*?</ix:footnote>|<ix:hidden>.*?</ix:hidden>", "", content, flags=re.DOTALL)
    path, found = judged(content.replace(' style="-ix-hidden:h1"', ""), tmp_path, packages)
    told = [each for each in found if each.standard == "ESEF.UKFRC5.noESEFData"]
    assert [each.code for each in told] == ["XG416"], [each.message for each in found]
    assert "<ix:references" in content.splitlines()[told[0].locations[0].line - 1]
    assert "ESEF.UKFRC5.noESEFData" in verdict(path, packages)
