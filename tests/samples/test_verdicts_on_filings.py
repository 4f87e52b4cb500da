"""Real filings as they were filed: our errors are Arelle's, by the codes of the specifications, or the reason is here."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from xbrlgen.findings import Severity
from xbrlgen.validation import validate

OURS_ALONE = {
    # XML Schema 1.0 Part 1, section 4.2.3, constraint src-import, clause 3.1: an import names the targetNamespace of the
    # schema that it leads to. The packages stand in for real ones, and two of their schemas have namespaces of their
    # own. Arelle compares the two only where an import is what first leads to a schema; here a linkbase is.
    "nl-kvk-groot-en-ifrs": {"XG307": 1},
    "nl-kvk-micro": {"XG307": 1},
    # XBRL 2.1 section 3.2: the entry point of the taxonomy is not there. Arelle says IOerror, and of each fact that its
    # target document has no references: consequences, which we do not list.
    "sec-sample-bst": {"XG301": 2},
    "uk-ch-account_1": {"XG301": 1},
    "uk-ch-account_2": {"XG301": 1},
    "uk-ch-account_6": {"XG301": 1},
}
"""Our errors without a code of XBRL's, and how many."""

OF_MISSING_TAXONOMY = {"IOerror", "ix10.11.1.2:missingReferences", "ix11.12.1.2:missingReferences"}
OF_FACTS = {"XG256", "XG880"}
"""Findings that name all facts of a kind, which Arelle lists one by one."""

JUDGED_ALIKE = ("xbrl", "ix", "utre:", "calc11e:inconsistent")
"""Families of codes; a warning of one of these counts, as Arelle calls sums and units errors, too."""

NO_RULE_OF_ARELLES = {"ix10.7.1.2:headerDisplayNone"}
"""Inline XBRL 1.0 section 7.1.2: a header *should* be hidden."""


@pytest.fixture(scope="module")
def samples(shared: Path) -> dict[str, dict[str, Any]]:
    entries = json.loads((shared / "samples" / "manifest.json").read_text(encoding="utf-8"))
    return {each["name"]: each for each in entries}


NAMES = (
    *("kr-samsung-2025q3", "mx-walmex_2018-3", "mx-funo-2016", "dk-andco-2017", "dk-gaap-2017-offentliggorelse"),
    *("nl-kvk-groot-en-ifrs", "nl-kvk-micro", "za-cipc-2019"),
    *("sec-sample-bst", "uk-ch-account_1", "uk-ch-account_2", "uk-ch-account_6"),
)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_wrong_with_a_filing(name: str, samples: dict[str, dict[str, Any]], shared: Path):
    entry, folder = samples[name], shared / "samples"
    result = validate([folder / entry["file"]], packages=[folder / each for each in entry["packages"]])
    alike: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    for found in result.findings:
        if found.standard.startswith(JUDGED_ALIKE) and found.standard not in NO_RULE_OF_ARELLES:
            alike[found.standard] += len(found.locations) if found.code in OF_FACTS else 1
        elif found.severity is Severity.ERROR:
            ours[found.code] += 1
    expected = {code: times for code, times in entry["arelle_codes"].items() if code not in OF_MISSING_TAXONOMY}
    assert (alike, ours) == (expected, OURS_ALONE.get(name, {}))
    assert result.facts == entry["facts"]


def test_all_filings_are_judged(samples: dict[str, dict[str, Any]]):
    assert set(NAMES) == set(samples)


def test_the_copy_that_its_filer_calls_invalid(samples: dict[str, dict[str, Any]], shared: Path):
    """It breaks rules of the filer's regulator, none of XBRL's: Arelle finds no error in it either."""
    entry, folder = samples["za-cipc-2019"], shared / "samples"
    path = folder / entry["file"].replace("cipc-valid", "cipc-invalid")
    found = validate([path], packages=[folder / each for each in entry["packages"]]).findings
    assert [str(each) for each in found if each.severity is Severity.ERROR] == []
