"""Words: labels from names, concepts from words, and the name that was meant."""

import re
import zipfile
from pathlib import Path

import pytest
from cpu_time import within
from lxml import etree

from xbrlgen.packages import given_packages
from xbrlgen.taxonomy import Taxonomy, load_taxonomy
from xbrlgen.taxonomy.labels import readable_label
from xbrlgen.taxonomy.search import find_concepts
from xbrlgen.taxonomy.suggestions import nearest


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("RightofuseAssets", "Right-of-use assets"),
        ("PropertyPlantAndEquipment", "Property, plant and equipment"),
        ("ProfitLossBeforeTax", "Profit (loss) before tax"),
        ("CashFlowsFromUsedInOperatingActivities", "Cash flows from (used in) operating activities"),
        ("IncreaseDecreaseInCashAndCashEquivalents", "Increase (decrease) in cash and cash equivalents"),
        ("NoncurrentAssets", "Non-current assets"),
        ("AdjustmentsForSharebasedPayments", "Adjustments for share-based payments"),
        ("RetainedEarningsMember", "Retained earnings"),
        ("SegmentsAxis", "Segments"),
        ("StatementOfCashFlowsAbstract", "Statement of cash flows"),
        ("DisclosureOfGoingConcernExplanatory", "Disclosure of going concern"),
        ("InAccordanceWithIFRS9Member", "In accordance with IFRS 9"),
        (
            "FinancialEffectOfTransitionFromPreviousGAAPToIFRSsAxis",
            "Financial effect of transition from previous GAAP to IFRSs",
        ),
        ("EntitysTotalForSegmentConsolidationItemsMember", "Entity's total for segment consolidation items"),
        ("Axis", "Axis"),
        ("A", "A"),
        ("売上高", "売上高"),
        ("_", "_"),
    ],
)
def test_a_label_reads_as_english(name: str, label: str):
    assert readable_label(name) == label


def test_most_derived_labels_are_the_official_ones(shared: Path):
    """Commas apart, which names do not keep; the rest are labels that say more than the name."""
    official = _official_labels(shared / "taxonomies" / "IFRSAT-2025.zip")
    assert len(official) == 5512
    same = sum(_plain(readable_label(name)) == _plain(label) for name, label in official.items())
    assert same / len(official) > 0.85


def _official_labels(archive: Path) -> dict[str, str]:
    xlink, link = "{http://www.w3.org/1999/xlink}", "{http://www.xbrl.org/2003/linkbase}"
    labels: dict[str, str] = {}
    with zipfile.ZipFile(archive) as files:
        for name in (each for each in files.namelist() if re.search(r"/lab_[^/]*\.xml$", each)):
            for extended in etree.fromstring(files.read(name)).iter(f"{link}labelLink"):
                names = {each.get(f"{xlink}label"): each.get(f"{xlink}href") for each in extended.iter(f"{link}loc")}
                texts = {each.get(f"{xlink}label"): each for each in extended.iter(f"{link}label")}
                for arc in extended.iter(f"{link}labelArc"):
                    text = texts[arc.get(f"{xlink}to")]
                    concept = names[arc.get(f"{xlink}from")].rpartition("ifrs-full_")
                    if text.get(f"{xlink}role").endswith("/role/label") and concept[1]:
                        labels.setdefault(concept[2], text.text)
    return labels


def _plain(label: str) -> str:
    return re.sub(r"\s*\[[^]]*\]$|,", "", label).replace("’", "'").lower()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("right of use", "RightofuseAssets"),
        ("rights of use asset", "RightofuseAssets"),
        ("rightofuseassets", "RightofuseAssets"),
        ("ifrs-full:RightofuseAssetsMember", "RightofuseAssetsMember"),
        ("revenue", "Revenue"),
        ("trade recievables", "TradeReceivables"),
        ("profit before tax", "ProfitLossBeforeTax"),
        ("proft loss", "ProfitLoss"),
        ("noncurrent liabilities", "NoncurrentLiabilities"),
        ("non-current liability", "NoncurrentLiabilities"),
        ("amortization", "AmortisationExpense"),
        ("earnings per share basic", "BasicEarningsLossPerShare"),
        ("segments axis", "SegmentsAxis"),
        ("cash equivalents", "CashEquivalents"),
        ("inventories", "Inventories"),
        ("depreciation amortisation", "DepreciationAndAmortisationExpense"),
        ("lease liabilities current", "CurrentLeaseLiabilities"),
        ("total assets", "Assets"),
    ],
)
def test_words_find_the_concept_that_is_meant_first(query: str, first: str):
    assert find_concepts(query, load_taxonomy("ifrs-2023"))[0].concept.name.local_name == first


def test_words_in_order_come_before_words_in_any_order():
    found = find_concepts("tax income", load_taxonomy("ifrs-2023"), 1000)
    labels = [each.label.lower() for each in found]
    assert all(re.search(r"\btax", each) and re.search(r"\bincome", each) for each in labels)
    in_order = [bool(re.search(r"\btax.*\bincome", each)) for each in labels]
    assert in_order == sorted(in_order, reverse=True)
    assert set(in_order) == {True, False}


def test_a_match_says_what_a_search_result_shows():
    (match,) = find_concepts("RightofuseAssets", load_taxonomy("ifrs-2023"), 1)
    assert match.label == "Right-of-use assets"
    assert (match.concept.kind, match.concept.period_type, match.concept.balance) == ("monetary", "instant", "debit")
    assert not match.concept.is_abstract


@pytest.mark.parametrize("query", ["", "  ", "xyzzy", "()", ":", "%$", "a" * 10_000])
def test_nothing_is_found_for_what_means_nothing(query: str):
    assert find_concepts(query, load_taxonomy("ifrs-2023")) == ()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Asets", "Assets"),
        ("RightOfUseAssets", "RightofuseAssets"),
        ("CashAndCashEquivalent", "CashAndCashEquivalents"),
        ("ifrs-full:ProfitLossBeforTax", "ProfitLossBeforeTax"),
        ("NonCurrentAssets", "NoncurrentAssets"),
        ("Revenu", "Revenue"),
    ],
)
def test_the_nearest_name_is_the_one_meant(name: str, meant: str):
    assert nearest(name, load_taxonomy("ifrs-2023"))[0].local_name == meant


@pytest.mark.parametrize("name", ["", "xq", "Zzzzzzzzzz"])
def test_nothing_is_offered_for_a_name_like_no_other(name: str):
    assert nearest(name, load_taxonomy("ifrs-2023")) == ()


def test_a_suggestion_does_not_keep_anyone_waiting():
    """Five thousand names: 12 ms where this was written, five times that allowed for a busy machine."""
    taxonomy = load_taxonomy("ifrs-2023")
    list(taxonomy.names())
    with within(0.06):
        nearest("CashAndCashEquivalent", taxonomy)


@pytest.fixture(scope="module")
def official(shared: Path) -> Taxonomy:
    """The official IFRS taxonomy, with labels, documentation and references."""
    catalog = given_packages([shared / "taxonomies" / "IFRSAT-2025.zip"]).catalog
    return load_taxonomy(
        "https://xbrl.ifrs.org/taxonomy/2025-03-27/full_ifrs_entry_point_2025-03-27.xsd", catalog=catalog
    )


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("current borrowings", "ShorttermBorrowings"),  # by its standard label
        ("right of use", "RightofuseAssets"),
        ("IAS 2 36 b", "Inventories"),  # by a reference
        ("benefits from assets not individually identified and separately recognised", "Goodwill"),  # by documentation
        ("borowings", "Borrowings"),
    ],
)
def test_official_labels_documentation_and_references_are_searched(official: Taxonomy, query: str, first: str):
    assert find_concepts(query, official)[0].concept.name.local_name == first


def test_documentation_comes_behind_names_and_labels(official: Taxonomy):
    found = [each.concept.name.local_name for each in find_concepts("treasury shares", official, 50)]
    with_both = [name for name in found if re.search("TreasuryShares", name)]
    assert found[0] == "TreasuryShares"
    assert found[: len(with_both)] == with_both
    assert len(found) > len(with_both)


def test_the_official_label_is_shown(official: Taxonomy):
    (match, *_) = find_concepts("ShorttermBorrowings", official)
    assert match.label == "Current borrowings"
    assert match.concept.name.local_name == "ShorttermBorrowings"
