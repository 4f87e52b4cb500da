"""The catalogue: every code complete, used, reached by a test, and documented."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from xbrlgen.findings import CatalogueEntry, catalogue, finding
from xbrlgen.findings.catalogue import FAMILIES
from xbrlgen.findings.catalogue.page import family, markdown_page, reference, text_page

ENTRIES = tuple(catalogue().values())
CODE = re.compile(r"\bXG[1-9]\d\d\b")


def _codes(files) -> set[str]:
    return {code for path in files for code in CODE.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_an_entry_is_complete(entry: CatalogueEntry):
    assert re.fullmatch(r"XG[1-9]\d\d", entry.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.name), "the name is in kebab case"
    for text in (entry.summary, entry.reason, entry.example, entry.fix):
        assert text.strip(), "summary, reason, example and fix are written"
    assert "\n" not in entry.summary.strip(), "the summary is one line"
    assert entry.summary.strip().endswith("."), "the summary is a sentence"
    assert entry.since


def test_codes_and_names_are_given_once():
    entries = [entry for key in FAMILIES for entry in import_module(f"xbrlgen.findings.catalogue.{key}").ENTRIES]
    for given in ([entry.code for entry in entries], [entry.name for entry in entries]):
        assert [each for each, times in Counter(given).items() if times > 1] == []


@pytest.mark.parametrize("key", FAMILIES)
def test_codes_stand_in_their_family(key: str):
    entries = import_module(f"xbrlgen.findings.catalogue.{key}").ENTRIES
    assert [entry.code for entry in entries if not entry.code.lower().startswith(key)] == []


def test_the_source_uses_each_code_and_no_other(root: Path):
    package = root / "xbrlgen"
    files = [path for path in package.rglob("*.py") if not path.is_relative_to(package / "findings" / "catalogue")]
    used = _codes(files)
    assert sorted(catalogue().keys() - used) == [], "in the catalogue, never reported"
    assert sorted(used - catalogue().keys()) == [], "reported, not in the catalogue"


def test_a_test_reaches_each_code(root: Path):
    tests = [path for path in (root / "tests").rglob("*") if path.suffix in {".py", ".yaml", ".json", ".csv", ".txt"}]
    reaching = [path for path in tests if not path.is_relative_to(root / "tests" / "findings")]
    assert sorted(catalogue().keys() - _codes(reaching)) == []


def test_a_finding_takes_from_the_catalogue_what_is_not_said_otherwise():
    entry = catalogue()["XG180"]
    plain = finding("XG180", "x")
    assert (plain.name, plain.severity, plain.hint, plain.standard) == (
        *(entry.name, entry.severity, entry.fix, entry.standard),
    )
    assert finding("XG180", "x", hint="y").hint == "y"
    with pytest.raises(KeyError):
        finding("XG000", "x")


def test_every_family_has_a_title():
    assert family("XG180") == "Sources and reading"


ENTRY = CatalogueEntry(
    code="XG399",
    name="an-example",
    severity=catalogue()["XG180"].severity,
    summary="A concept is used that no taxonomy declares.",
    reason="Nobody can know what the figure means. " * 3,
    example="""
        concept,1H23
          Revenu,"1,234"
    """,
    fix="Look for the element:\n\nxbrlgen concepts revenue",
    reference="OIM 1.0 section 5.1",
    standard="oime:unknownConcept",
)


def test_the_page_of_a_code_as_text():
    assert text_page(ENTRY) == (
        "XG399 an-example (error, since 0.1.0)\n"
        "\n"
        "A concept is used that no taxonomy declares.\n"
        "\n"
        "Why it matters\n"
        "  Nobody can know what the figure means. Nobody can know what the figure means. Nobody\n"
        "  can know what the figure means.\n"
        "\n"
        "Example\n"
        "    concept,1H23\n"
        '      Revenu,"1,234"\n'
        "\n"
        "How to mend it\n"
        "  Look for the element:\n"
        "\n"
        "  xbrlgen concepts revenue\n"
        "\n"
        "Reference\n"
        "  OIM 1.0 section 5.1\n"
        "\n"
        "Standard code\n"
        "  oime:unknownConcept"
    )


def test_the_page_of_a_code_as_markdown():
    assert markdown_page(ENTRY) == (
        "A concept is used that no taxonomy declares.\n"
        "\n"
        "**Why it matters.** Nobody can know what the figure means. Nobody can know what the figure means. "
        "Nobody can know what the figure means.\n"
        "\n"
        "**Example**\n"
        "\n"
        "```text\n"
        "concept,1H23\n"
        '  Revenu,"1,234"\n'
        "```\n"
        "\n"
        "**How to mend it.** Look for the element:\n\nxbrlgen concepts revenue\n"
        "\n"
        "**Reference.** OIM 1.0 section 5.1\n"
        "\n"
        "**Standard code.** oime:unknownConcept"
    )


def test_the_generated_reference_is_current(root: Path, pytestconfig: pytest.Config):
    page = root / "docs" / "reference" / "findings.md"
    if pytestconfig.getoption("--regenerate"):
        page.write_text(reference(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == reference(), (
        "renew it: python -m xbrlgen.findings.catalogue.page > docs/reference/findings.md"
    )
