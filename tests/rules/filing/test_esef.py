"""Each rule of ESEF, broken by one small filing: the right code and place, and Arelle's verdict beside it."""

import re
from pathlib import Path

import arelle_referee
import esef_filing as small
import pytest
from faults_of_facts import CONTEXTS, FACTS
from faults_of_packages import PACKAGES
from faults_of_pages import PAGES
from faults_of_tags import TAGS
from faults_to_the_frc import FRC
from filing_fault import Fault

from xbrlgen.findings import Finding, Severity
from xbrlgen.findings.catalogue import own_and_base, own_networks, own_schemas
from xbrlgen.validation import validate

FAULTS = (*CONTEXTS, *FACTS, *PAGES, *TAGS, *PACKAGES, *FRC)
YEARS = {"2022": "2022-03-24", "2024": "2024-03-27", "2025": "2024-03-27"}
UK = "uk"


@pytest.fixture(scope="module")
def cores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("cores")
    return {date: small.core_package(folder, date) for date in ("2021-03-24", "2022-03-24", "2024-03-27")}


def page(year: str, date: str) -> str:
    found = small.page(date)
    return found.replace("-esef-ix-hidden", "-ix-hidden") if year in {"2025", UK} else found


def profile(year: str) -> str:
    return "uksef" if year == UK else f"esef-{year}"


def judged(path: Path, year: str, packages: list[Path]) -> arelle_referee.Verdict:
    rules, authority = ("esef-2025", "UKFRC") if year == UK else (f"esef-{year}", "")
    return arelle_referee.load(path, packages, plugins="validate/ESEF", rules=rules, authority=authority)


def filing(fault: Fault, folder: Path) -> tuple[Path, str]:
    content = page(fault.year, fault.date)
    for old, new in fault.change:
        assert old in content, old
        content = content.replace(old, new)
    taxonomy = small.extension(fault.date, **fault.extension)
    pages = (content, *fault.further_pages)
    return small.write_filing(folder, *pages, taxonomy=taxonomy, **fault.filing), content


def regulators(findings: tuple[Finding, ...]) -> list[Finding]:
    """What the regulator's rules say, those on the issuer's taxonomy apart: tests/extension breaks these."""
    own = {each.code for each in (*own_and_base.ENTRIES, *own_schemas.ENTRIES, *own_networks.ENTRIES)}
    return [each for each in findings if each.standard.startswith("ESEF.") and each.code not in own]


@pytest.mark.parametrize("year", YEARS)
def test_a_sound_filing_is_sound_to_both(year: str, cores: dict[str, Path], tmp_path: Path):
    date = YEARS[year]
    path = small.write_filing(tmp_path, page(year, date), taxonomy=small.extension(date))
    assert [each.message for each in validate([path], profile=profile(year), packages=[cores[date]]).findings] == []
    verdict = judged(path, year, [cores[date]])
    assert verdict.messages == []
    assert verdict.fact_count == 16


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_one_fault_is_found_in_its_place(fault: Fault, cores: dict[str, Path], tmp_path: Path):
    path, content = filing(fault, tmp_path)
    packages = [cores[fault.date], *([cores["2022-03-24"]] if fault.name == "other-year" else [])]
    found = regulators(validate([path], profile=profile(fault.year), packages=packages).findings)
    told = [each for each in found if each.code == fault.code]
    assert {each.code for each in found} - fault.also == {fault.code}, [each.message for each in found]
    assert {each.standard for each in told} == {fault.standard}, [each.message for each in told]
    if fault.at:
        place = told[0].locations[0]
        text = (
            content
            if place.path.endswith(("html", ".htm"))
            else "\n".join(small.extension(fault.date, **fault.extension).values())
        )
        assert fault.at in text.splitlines()[place.line - 1], place
    assert [each for each in validate([path], packages=packages).findings if "XG430" <= each.code <= "XG499"] == []
    verdict = judged(path, fault.year, packages)
    if fault.arelle is None:
        assert not fault.why
        theirs = verdict.errors if told[0].severity is Severity.ERROR else verdict.warnings
        assert fault.standard in theirs, verdict.messages
    else:
        assert fault.why
        theirs = [*verdict.errors, *verdict.warnings]
        assert fault.arelle in theirs if fault.arelle else fault.standard not in theirs, verdict.messages


def test_a_page_by_itself_is_in_no_package(cores: dict[str, Path], tmp_path: Path):
    for name, content in small.extension("2024-03-27").items():
        (tmp_path / name).write_text(content)
    path = tmp_path / "lantern.xhtml"
    path.write_text(page("2024", "2024-03-27").replace(f"../{small.NAME}", small.NAME))
    (told,) = validate([path], profile="esef-2024", packages=[cores["2024-03-27"]]).findings
    assert (told.code, told.standard) == ("XG405", "ESEF.2.6.1.reportIncorrectlyPlacedInPackage")
    assert told.locations[0].path == str(path)
    # Arelle takes the page for the package, looks at its extension, and goes no further
    assert "ESEF.2.6.3.disallowedReportPackageFileExtension" in judged(path, "2024", [cores["2024-03-27"]]).errors


def test_a_page_that_tags_nothing_is_told_of(cores: dict[str, Path], tmp_path: Path):
    content = re.sub(
        r"<ix:(nonNumeric|nonFraction)[^>]*>|</ix:(nonNumeric|nonFraction)>", "", page("2024", "2024-03-27")
    )
    content = content.replace('<ix:relationship fromRefs="f1" toRefs="n1"/>', "")
    path = small.write_filing(tmp_path, content, taxonomy=small.extension("2024-03-27"))
    found = validate([path], profile="esef-2024", packages=[cores["2024-03-27"]]).findings
    assert "ESEF.RTS.Art.6.a.noInlineXbrlTags" in {each.standard for each in found if each.code == "XG456"}
    assert "ESEF.RTS.Art.6.a.noInlineXbrlTags" in judged(path, "2024", [cores["2024-03-27"]]).errors
