"""The invented European issuer before its regulator: on the real ESEF core, by our rules and by Arelle's."""

from dataclasses import dataclass
from pathlib import Path

import arelle_referee
import pytest

import xbrlgen.filing  # before its functions are replaced, which it would keep
import xbrlgen.profiles
from xbrlgen.findings.ruling import Ruling
from xbrlgen.model import Report
from xbrlgen.pipeline import Built, build
from xbrlgen.profiles import load_profile
from xbrlgen.readers.report_folder import read_report_folder
from xbrlgen.taxonomy import load_taxonomy
from xbrlgen.validation import validate

CORE = "https://www.esma.europa.eu/taxonomy/2022-03-24/esef_cor.xsd"
KINDS = {"2022": ".zip", "2024": ".xbri", "2025": ".xbri"}
OUTDATED = "ESEF.3.1.2.incorrectEsefTaxonomyVersionUsed"
LACKING = {"2022": [], "2024": [], "2025": [OUTDATED]}
"""What both say for want of a core taxonomy of 2024 or 2025, which are not at hand: that the one of 2022 is outdated."""


@dataclass(frozen=True)
class Filing:
    """What a build for one year's manual made."""

    year: str
    built: Built
    core: Path

    @property
    def package(self) -> Path:
        """The report package."""
        (found,) = (path for path in self.built.files if path.suffix == KINDS[self.year])
        return found


@pytest.fixture(scope="module")
def core(shared: Path) -> Path:
    """The package with the real ESEF core taxonomy of 2022."""
    return shared / "taxonomies" / "ifrs-esef-2019-2022.zip"


@pytest.fixture(scope="module", params=KINDS)
def filing(request: pytest.FixtureRequest, root: Path, core: Path, tmp_path_factory: pytest.TempPathFactory) -> Filing:
    """A build for each year; that for 2025 as if the core taxonomy of 2022 were not outdated."""
    out = tmp_path_factory.mktemp("filing") / "halmbrueck-2024"
    name = f"esef-{request.param}"
    profile = load_profile(name)
    lenient = profile._replace(rulings={**profile.rulings, "XG493": Ruling(None)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xbrlgen.profiles, "load_profile", {name: lenient}.__getitem__)
        built = build(root / "examples" / "halmbrueck-2024", out, profile=name, packages=[core])
    return Filing(request.param, built, core)


@pytest.fixture(scope="module")
def report(root: Path) -> Report:
    """The report as its folder says it."""
    found = read_report_folder(root / "examples" / "halmbrueck-2024", load_taxonomy).report
    assert found is not None
    return found


def test_a_build_finds_nothing(filing: Filing):
    assert filing.built.findings == ()


def test_the_schema_imports_the_core_taxonomy_instead_of_the_bundled_one(filing: Filing):
    (schema,) = (path for path in filing.built.files if path.suffix == ".xsd")
    text = schema.read_text(encoding="utf-8")
    assert CORE.removeprefix("https://") in text
    assert "full_ifrs_entry_point" not in text


def test_our_own_validation_of_the_package_finds_nothing(filing: Filing):
    verdict = validate([filing.package], profile=f"esef-{filing.year}", packages=[filing.core])
    assert [each.standard for each in verdict.findings] == LACKING[filing.year]


def test_a_build_for_2025_wants_a_newer_core_taxonomy(root: Path, core: Path, tmp_path: Path):
    example = root / "examples" / "halmbrueck-2024"
    (told,) = build(example, tmp_path / "out", profile="esef-2025", packages=[core]).findings
    line = (example / "report.yaml").read_text(encoding="utf-8").splitlines()[told.locations[0].line - 1]
    assert (told.code, told.standard, line) == ("XG493", OUTDATED, "taxonomy: ifrs-2022")


@pytest.mark.arelle
def test_arelle_finds_no_error_and_the_same_facts(filing: Filing, report: Report):
    pytest.importorskip("tinycss2", reason="Arelle's rules of ESEF need tinycss2")
    plugins = "validate/ESEF|inlineXbrlDocumentSet"
    verdict = arelle_referee.load(filing.package, [filing.core], plugins=plugins, rules=f"esef-{filing.year}")
    assert verdict.errors == LACKING[filing.year], verdict.messages
    assert verdict.warnings == [], verdict.messages
    assert verdict.facts == arelle_referee.comparable(report)


@pytest.mark.arelle
def test_as_uksef_it_lacks_the_target_of_the_frc_and_nothing_else(root: Path, core: Path, tmp_path: Path):
    pytest.importorskip("tinycss2", reason="Arelle's rules of ESEF need tinycss2")
    built = build(root / "examples" / "halmbrueck-2024", tmp_path / "out", profile="uksef", packages=[core])
    assert [(each.code, each.standard) for each in built.findings] == [("XG482", "ESEF.UKFRC5.noUKFRSData")]
    (package,) = (path for path in built.files if path.suffix == ".xbri")
    plugins = "validate/ESEF|inlineXbrlDocumentSet"
    verdict = arelle_referee.load(package, [core], plugins=plugins, rules="esef-2025", authority="UKFRC")
    # the FRC takes the core of 2022 and wants its own names (UKFRC2 and 18), where the plug-in asks ESMA's rules as well
    assert sorted(verdict.errors) == [OUTDATED, "ESEF.UKFRC1.incorrectTarget", "ESEF.UKFRC5.noUKFRSData"]
    assert verdict.warnings == ["ESEF.2.6.3.incorrectNamingConventionReportPackageReportFile"]
