"""The invented European issuer: its figures hold by arithmetic of our own, and it builds on the bundled declarations."""

import csv
from decimal import Decimal
from pathlib import Path

import arelle_referee
import pytest

from xbrlgen.model import CellKind, Fact, QName, Report, Table
from xbrlgen.pipeline import Built, build
from xbrlgen.readers.report_folder import read_report_folder
from xbrlgen.taxonomy import load_taxonomy
from xbrlgen.validation import validate

Figures = dict[str, Decimal]

ANNEX_II = (
    "NameOfReportingEntityOrOtherMeansOfIdentification",
    "ExplanationOfChangeInNameOfReportingEntityOrOtherMeansOfIdentificationFromEndOfPrecedingReportingPeriod",
    "DomicileOfEntity",
    "LegalFormOfEntity",
    "CountryOfIncorporation",
    "AddressOfRegisteredOfficeOfEntity",
    "PrincipalPlaceOfBusiness",
    "DescriptionOfNatureOfEntitysOperationsAndPrincipalActivities",
    "NameOfParentEntity",
    "NameOfUltimateParentOfGroup",
)
"""What Annex II of the ESEF regulation asks of every issuer (table 1)."""


@pytest.fixture(scope="module")
def example(root: Path) -> Path:
    """The report folder."""
    return root / "examples" / "halmbrueck-2024"


@pytest.fixture(scope="module")
def report(example: Path) -> Report:
    """What the reader makes of it."""
    reading = read_report_folder(example, load_taxonomy)
    assert reading.findings == ()
    assert reading.report is not None
    return reading.report


@pytest.fixture(scope="module")
def built(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The outputs of a build without any package."""
    return build(example, tmp_path_factory.mktemp("built") / "halmbrueck-2024")


def facts(report: Report, name: str) -> list[Fact]:
    return [fact for fact in report.facts if fact.concept.local_name == name]


def figures(example: Path, table: str, column: str) -> Figures:
    """The printed figures of a column by the names of their concepts, a dash as zero."""
    with (example / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row[column]]
    return {f"{row['concept'].rpartition(':')[2]}{row.get('period') or ''}": number(row[column]) for row in rows}


def number(text: str) -> Decimal:
    digits = text.strip("()%").replace(",", "").replace("—", "0")
    return -Decimal(digits) if text.startswith("(") else Decimal(digits)


def columns(example: Path, table: str) -> tuple[str, ...]:
    """The value columns of a table that has one for each class or component, its total last."""
    with (example / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        (*names,) = next(csv.reader(lines))
    return tuple(name for name in names if name[0].isupper())


def test_the_identifier_has_the_check_digits_of_iso_7064(report: Report):
    assert report.entity is not None
    lei = report.entity.identifier
    assert len(lei) == 20
    assert int("".join(str(int(character, 36)) for character in lei)) % 97 == 1


@pytest.mark.parametrize("year", ["2024", "2023"])
def test_the_statements_add_up_as_printed(example: Path, year: str):
    position = figures(example, "financial-position", year)
    assert position["Assets"] == position["NoncurrentAssets"] + position["CurrentAssets"]
    assert position["Assets"] == position["EquityAndLiabilities"] == position["Equity"] + position["Liabilities"]
    names = list(position)
    for total, first in (("NoncurrentAssets", 0), ("CurrentAssets", names.index("Inventories"))):
        assert sum(position[name] for name in names[first : names.index(total)]) == position[total]
    income = figures(example, "profit-or-loss", year)
    until = list(income).index
    assert income["ProfitLossFromOperatingActivities"] == sum(
        income[name] for name in list(income)[: until("ProfitLossFromOperatingActivities")] if name != "GrossProfit"
    )
    assert income["ProfitLoss"] == income["ProfitLossBeforeTax"] + income["IncomeTaxExpenseContinuingOperations"]
    shares = figures(example, "earnings-per-share", year)
    for per_share, average in (
        ("BasicEarningsLossPerShare", "WeightedAverageShares"),
        ("DilutedEarningsLossPerShare", "AdjustedWeightedAverageShares"),
    ):
        exact = shares["ProfitLossAttributableToOwnersOfParent"] * 1000 / shares[average]
        assert abs(exact - income[per_share]) <= Decimal("0.005")


@pytest.mark.parametrize("year", ["2024", "2023"])
def test_what_opens_and_moves_closes(example: Path, year: str):
    for table, balance in (("changes-in-equity", "Equity"), ("property", "PropertyPlantAndEquipment")):
        for column in columns(example, f"{table}-{year}"):
            moved = figures(example, f"{table}-{year}", column)
            moves = sum(
                amount
                for name, amount in moved.items()
                if not name.startswith(balance) and name != "ComprehensiveIncome"
            )
            assert moved[f"{balance}start"] + moves == moved[f"{balance}end"], (table, column)
    flows = figures(example, "cash-flows", year)
    change = flows["IncreaseDecreaseInCashAndCashEquivalents"]
    activities = sum(flows[f"CashFlowsFromUsedIn{each}Activities"] for each in ("Operating", "Investing", "Financing"))
    assert activities + flows["EffectOfExchangeRateChangesOnCashAndCashEquivalents"] == change
    assert flows["CashAndCashEquivalentsstart"] + change == flows["CashAndCashEquivalentsend"]


def test_it_builds_out_of_the_box_without_findings(built: Built):
    assert built.findings == ()
    suffixes = {path.suffix for path in built.files if path.parent == built.folder}
    assert suffixes == {".xbrl", ".xhtml", ".json", ".xbri", ".html"}
    assert {path.name for path in built.files if path.parent.name == "taxonomy"} == {
        f"halmbrueck-2024-12-31{end}"
        for end in (".xsd", "_pre.xml", "_cal.xml", "_def.xml", "_lab-en.xml", "_lab-de.xml")
    }


def test_under_esef_it_wants_the_core_taxonomy(example: Path, tmp_path: Path):
    (found,) = build(example, tmp_path / "out", profile="esef-2024").findings
    assert (found.code, found.standard) == ("XG494", "ESEF.3.1.2.requiredEntryPointNotImported")
    assert "pass its package" in found.hint


def test_our_own_validation_finds_nothing(built: Built):
    carrying = [
        path for path in built.files if path.suffix in {".xbrl", ".xhtml", ".xbri"} or path.stem == "halmbrueck"
    ]
    assert validate(carrying).findings == ()


@pytest.mark.arelle
@pytest.mark.parametrize("name", [".xbrl", ".xhtml", ".json", ".xbri", "csv/.json"])
def test_arelle_finds_the_same_facts_in_every_output(built: Built, report: Report, root: Path, name: str):
    path = built.folder / name.replace(".", "halmbrueck-2024-12-31.")
    verdict = arelle_referee.load(path, [root / "taxonomy"])
    assert verdict.messages == []
    assert verdict.facts == arelle_referee.comparable(report)


@pytest.mark.parametrize("version", ["ifrs-2023", "ifrs-2025"])
def test_other_versions_have_the_same_elements(report: Report, version: str):
    used, other = load_taxonomy("ifrs-2022"), load_taxonomy(version)
    names = {fact.concept for fact in report.facts}
    names |= {
        each for fact in report.facts for dimension in fact.dimensions for each in (dimension.axis, dimension.member)
    }
    names |= {row.concept for table in tables(report) for row in table.rows if row.concept is not None}
    standard = sorted(each.local_name for each in names if each.namespace == used.namespace)
    assert len(standard) > 150
    for name in standard:
        ours, theirs = (each.concept(QName(each.namespace, name)) for each in (used, other))
        assert ours is not None
        assert theirs is not None, name
        for what in ("period_type", "balance", "is_abstract", "kind"):
            assert getattr(ours, what) == getattr(theirs, what), name


def tables(report: Report) -> list[Table]:
    return [part for section in report.sections for part in section.content if isinstance(part, Table)]


def test_it_shows_what_its_readme_says(report: Report):
    cells = [cell for table in tables(report) for row in table.rows for cell in row.cells]
    by_id = {fact.id: fact for fact in report.facts}
    shown = [(cell, by_id[cell.fact]) for cell in cells if cell.kind is CellKind.FACT and cell.fact]
    assert sum(cell.printed == "—" and fact.value == 0 for cell, fact in shown) > 50, "dashes that mean zero"
    assert [fact.concept.local_name for _, fact in shown if fact.is_nil] == ["LengthOfLifeOfLimitedLifeEntity"]
    assert any(isinstance(fact.value, Decimal) and fact.value < 0 for _, fact in shown)
    assert any(cell.display.negated for cell, _ in shown)
    assert all(facts(report, name) for name in ANNEX_II)
    texts = {fact.concept.local_name for fact in report.facts if fact.language == "de"}
    assert texts == {
        "NameOfReportingEntityOrOtherMeansOfIdentification",
        "LegalFormOfEntity",
        "AddressOfRegisteredOfficeOfEntity",
        "NameOfParentEntity",
        "NameOfUltimateParentOfGroup",
    }
    for name in texts:
        english, german = sorted(facts(report, name), key=lambda fact: fact.language != "en")
        assert (english.language, german.language, german.value) == ("en", "de", english.value)
    assert sum("<table" in str(fact.value) for fact in report.facts) == 4


def test_own_concepts_are_anchored_to_their_like_and_named_in_two_languages(report: Report):
    assert report.extension is not None
    taxonomy = load_taxonomy("ifrs-2022")
    items = [each for each in report.extension.concepts if not each.is_abstract]
    assert len({each.item_type for each in items}) == 4
    for each in report.extension.concepts:
        assert set(each.labels) == {"en", "de"}
    for each in items:
        anchors = (*each.anchors.wider, *each.anchors.narrower)
        assert bool(anchors) == (each.name.local_name != "DisclosureOfProductRecallExplanatory")
        for anchor in map(taxonomy.concept, anchors):
            assert anchor is not None
            assert (anchor.item_type and anchor.item_type.name, anchor.period_type) == (
                each.item_type,
                each.period_type,
            )
            assert anchor.balance == each.balance


def test_footnotes_explain_rows_columns_and_single_values(report: Report):
    noted = {note.id: note for note in report.footnotes}
    assert {name: len(note.facts) for name, note in noted.items()} == {
        "footnote-goodwill": 2,
        "footnote-buyback": 4,
        "footnote-recall": 8,
        "footnote-recall-de": 8,
        "footnote-reconciliation": 4,
        "footnote-proposed": 2,
    }
    assert noted["footnote-recall"].facts == noted["footnote-recall-de"].facts
    assert [note.id for note in report.footnotes if note.language == "de"] == ["footnote-recall-de"]
