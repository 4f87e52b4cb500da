"""Profiles are whole: their data means something to the parts that take it, and says what regulators say."""

import re
from dataclasses import dataclass
from datetime import date

import pytest

from xbrlgen.extension.settings import Settings
from xbrlgen.findings import Finding, Severity, catalogue
from xbrlgen.findings.catalogue import own_and_base, own_schemas, regulators
from xbrlgen.findings.ruling import Ruling, case, ruled
from xbrlgen.model import Entity, Period, Report
from xbrlgen.packaging.settings import Settings as PackageSettings
from xbrlgen.packing import Packing
from xbrlgen.profiles import Profile, load_profile, profile_names
from xbrlgen.profiles.page import meanings, reference
from xbrlgen.rules.extension_taxonomy import Conventions
from xbrlgen.rules.filing import Requirements
from xbrlgen.target.inline import InlineSettings

PARTS = {
    "extension": Settings,
    "inline": InlineSettings,
    "packaging": PackageSettings,
    "conventions": Conventions,
    "filing": Requirements,
}
CALCULATIONS_2003 = "http://www.xbrl.org/2003/arcrole/summation-item"
CALCULATIONS_1_1 = "https://xbrl.org/2023/arcrole/summation-item"
REGISTRIES = {
    3: "http://www.xbrl.org/inlineXBRL/transformation/2015-02-26",
    4: "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12",
    5: "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16",
}


def test_the_profiles_are_those_that_are_promised():
    assert profile_names() == ("generic", "edgar", "esef-2022", "esef-2024", "esef-2025", "uksef")


@pytest.mark.parametrize("name", profile_names())
@pytest.mark.parametrize("part", PARTS)
def test_each_part_takes_its_settings(name: str, part: str):
    assert load_profile(name).compose(PARTS[part], part) is not None


def test_generic_asks_for_nothing():
    generic = load_profile("generic")
    assert (generic.settings, generic.rulings) == ({}, {})
    assert generic.compose(Requirements, "filing") == Requirements()


def test_every_setting_is_explained_and_used():
    profiles = [own for name in profile_names() for own in (load_profile(name), *load_profile(name).targets.values())]
    used = {(part, name) for each in profiles for part, names in each.settings.items() for name in names}
    assert used == {(part, name) for part, names in meanings().items() for name in names}


def test_every_rule_of_regulators_is_on_somewhere():
    own = {each.code for each in regulators.ENTRIES} - {"XG430"}
    own |= {each.code for module in (own_and_base, own_schemas) for each in module.ENTRIES}
    profiles = [own for name in profile_names() for own in (load_profile(name), *load_profile(name).targets.values())]
    on = {key.partition("/")[0] for each in profiles for key, ruling in each.rulings.items() if ruling.severity}
    assert len(own) > 100
    assert sorted(own - on) == []


@pytest.mark.parametrize(
    "facts",
    [
        ("esef-2022", "scenario", {4, 5}, "-esef-ix-hidden", "text-blocks", CALCULATIONS_2003, "embedded"),
        ("esef-2024", "scenario", {4, 5}, "-esef-ix-hidden", "text-blocks", CALCULATIONS_1_1, "embedded"),
        ("esef-2025", "scenario", {5}, "-ix-hidden", "markup", CALCULATIONS_1_1, "embedded"),
        ("uksef", "scenario", {5}, "-ix-hidden", "text-blocks", CALCULATIONS_1_1, "uniform"),
        ("edgar", "segment", {3, 4, 5}, "-sec-ix-hidden", "text-blocks", CALCULATIONS_2003, "files"),
    ],
)
def test_what_regulators_contradict_each_other_in(facts):
    name, container, registries, hidden, escape, calculations, images = facts
    profile = load_profile(name)
    wanted, inline = profile.compose(Requirements, "filing"), profile.compose(InlineSettings, "inline")
    extension = profile.compose(Settings, "extension")
    assert (wanted.container, extension.container) == (container, container)
    assert {REGISTRIES[number] for number in registries} == {
        each for each in wanted.registries if "sec.gov" not in each
    }
    assert inline.registry in registries
    assert (wanted.hidden_style, inline.hidden_style) == (hidden, hidden)
    assert (wanted.escape, inline.escape) == (escape, escape)
    assert extension.calculation_arcrole == calculations
    assert wanted.images == images


@pytest.mark.parametrize("name", [each for each in profile_names() if each.startswith(("esef", "uksef"))])
def test_packages_are_named_as_their_own_rules_want_it(name: str):
    profile = load_profile(name)
    wanted, settings = profile.compose(Requirements, "filing"), profile.compose(PackageSettings, "packaging")
    entity = Entity("http://standards.iso.org/iso/17442", "254900LANTERNTIDE042")
    period = Period.duration(date(2024, 1, 1), date(2024, 12, 31))
    packing = Packing(Report(entity, (), (), {}, "de", period=period), settings, "lantern-2024-12-31")
    assert settings.extension in wanted.package_extensions
    assert not wanted.package_name or re.fullmatch(wanted.package_name, packing.package_name)
    assert not wanted.report_name or re.fullmatch(wanted.report_name, f"{packing.report_name}.xhtml")


def test_files_of_taxonomies_are_named_as_their_own_rules_want_it():
    for name in profile_names()[1:]:
        profile = load_profile(name)
        settings, conventions = profile.compose(Settings, "extension"), profile.compose(Conventions, "conventions")
        base = settings.file_name.format(prefix="lantern", date=date(2024, 12, 31))
        patterns = (settings.schema_file, settings.presentation_file, settings.calculation_file, settings.label_file)
        for pattern in (*patterns, settings.definition_file):
            assert re.fullmatch(conventions.file_name, pattern.format(name=base, language="en")), (name, pattern)
        definition = settings.role_definition.format(number=100100, kind="Statement", title="Position")
        assert not conventions.role_definition or re.fullmatch(conventions.role_definition, definition)
        assert conventions.calculation_arcrole in {"", settings.calculation_arcrole}


def test_a_year_changes_what_it_changes_and_keeps_the_rest():
    before, after = load_profile("esef-2024"), load_profile("esef-2025")
    codes = {entry.name: code for code, entry in catalogue().items()}
    assert codes["report-file-name"] not in before.rulings
    assert after.rulings[codes["report-file-name"]].severity is Severity.WARNING
    assert after.rulings[codes["executable-code"]] == before.rulings[codes["executable-code"]]
    assert load_profile("uksef").rulings[codes["image-not-embedded"]].severity is None


def test_there_is_no_other_profile():
    with pytest.raises(ValueError, match="there is no profile 'esef-2042'"):
        load_profile("esef-2042")


@dataclass(frozen=True)
class Sample:
    text: str = ""
    number: int = 0
    limit: int | None = None
    flag: bool = False
    several: tuple[str, ...] = ()


def _profile(**settings: object) -> Profile:
    return Profile("sample", "", "", (), {"shared": {"text": "a", "other": "b"}, "part": settings}, {})


def test_texts_take_the_types_of_the_fields():
    made = _profile(number="3", limit="4", flag="true", several=["x", "y"]).compose(Sample, "part")
    assert made == Sample("a", 3, 4, flag=True, several=("x", "y"))


def test_a_target_document_has_rules_of_its_own_and_no_others():
    profile = load_profile("uksef")
    assert profile.for_target(None) is profile
    own = profile.for_target("UKFRS")
    assert own.compose(Requirements, "filing").scheme == "http://www.companieshouse.gov.uk/"
    assert {each.standard.split(".")[1][:5] for each in own.rulings.values()} == {"UKFRC", "UK"}
    other = profile.for_target("other")
    assert (other.settings, other.rulings) == ({}, {})


def test_a_case_has_its_own_ruling_before_that_of_its_code():
    rulings = {"XG1": Ruling(Severity.ERROR, "R.1"), "XG1/a": Ruling(Severity.WARNING, "R.1a"), "XG2/b": Ruling(None)}
    found = [
        Finding(code, code, Severity.WARNING, "m", standard=case(name))
        for code, name in (("XG1", "a"), ("XG1", "b"), ("XG2", "b"))
    ]
    assert [(each.code, each.severity, each.standard) for each in ruled(found, rulings)] == [
        ("XG1", Severity.WARNING, "R.1a"),
        ("XG1", Severity.ERROR, "R.1"),
    ]


@pytest.mark.parametrize("wrong", [{"unknown": "x"}, {"several": "x"}, {"text": ["x"]}, {"number": "x"}])
def test_a_setting_that_no_part_takes_is_a_bug(wrong: dict[str, object]):
    with pytest.raises(ValueError, match=r"unknown|wanted|invalid"):
        _profile(**wrong).compose(Sample, "part")


def test_a_ruling_gives_the_code_and_never_spares():
    found = [Finding(code, code, Severity.WARNING, "m", standard="xbrl.1") for code in ("XG1", "XG2", "XG3", "XG4")]
    rulings = {
        "XG1": Ruling(Severity.ERROR, "R.1"),
        "XG2": Ruling(Severity.INFO, "R.2"),
        "XG3": Ruling(None),
    }
    told = [(each.code, each.severity, each.standard) for each in ruled(found, rulings)]
    assert told == [
        ("XG1", Severity.ERROR, "R.1"),
        ("XG2", Severity.WARNING, "R.2"),
        ("XG4", Severity.WARNING, "xbrl.1"),
    ]


def test_the_generated_reference_is_current(root, pytestconfig: pytest.Config):
    page = root / "docs" / "reference" / "profiles.md"
    if pytestconfig.getoption("--regenerate"):
        page.write_text(reference(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == reference(), (
        "renew it: python -m xbrlgen.profiles.page > docs/reference/profiles.md"
    )
