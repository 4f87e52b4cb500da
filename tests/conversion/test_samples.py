"""Real filings, from each syntax to each other: the facts stay those that Arelle sees in what was filed."""

import json
from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import arelle_referee
import pytest
from sample_facts import comparable, listed

import xbrlgen
from xbrlgen.comparison import differences
from xbrlgen.findings import Severity
from xbrlgen.model import PURE, Report

SYNTAXES = {"xml": ".xbrl", "inline": ".xhtml", "json": ".json", "csv": "-tables"}
LARGE = {"kr-samsung-2025q3", "mx-walmex_2018-3", "mx-funo-2016", "dk-andco-2017"}
"""Those with many facts or a large taxonomy."""
SMALL = (
    *("dk-gaap-2017-offentliggorelse", "nl-kvk-groot-en-ifrs", "nl-kvk-micro", "za-cipc-2019"),
    *("sec-sample-bst", "uk-ch-account_1", "uk-ch-account_2", "uk-ch-account_6"),
)
RING = ("json", "inline", "csv", "xml")
"""Each syntax once, the last one as the first one would be."""


@pytest.fixture
def samples(shared: Path) -> dict[str, dict[str, Any]]:
    """What is known of each filing, by its name."""
    entries = json.loads((shared / "samples/manifest.json").read_text(encoding="utf-8"))
    for entry in entries:
        entry["path"] = shared / "samples" / entry["file"]
        entry["zips"] = [shared / "samples" / each for each in entry["packages"]]
        entry["known"] = json.loads((shared / "samples" / entry["expected_facts"]).read_text(encoding="utf-8"))
    return {entry["name"]: entry for entry in entries}


def packages(entry: dict[str, Any]) -> list[Path]:
    """What a bare file needs: the taxonomies, and the package that brings the filing's own."""
    return [*entry["zips"], *([entry["path"]] if entry["path"].suffix == ".xbri" else [])]


def converted(source: Path, out: Path, entry: dict[str, Any], syntax: str = "") -> Path:
    """The main file of a conversion that found no error."""
    result = xbrlgen.convert(source, out, packages=packages(entry), syntax=syntax)
    assert [str(each) for each in result.findings if each.severity is Severity.ERROR] == []
    assert result.facts == entry["facts"]
    return result.files[0]


def facts_of(path: Path, entry: dict[str, Any]) -> Counter[tuple[Any, ...]]:
    report = xbrlgen.load(path, packages=packages(entry)).report
    return Counter(map(comparable, report.facts))


@pytest.mark.parametrize("name", SMALL)
def test_a_filing_is_the_same_from_each_syntax_to_each(name: str, samples, tmp_path: Path):
    entry = samples[name]
    expected = Counter(map(listed, entry["known"]))
    given = xbrlgen.load(entry["path"], packages=packages(entry)).report
    files = {each: converted(entry["path"], tmp_path / f"{each}{end}", entry) for each, end in SYNTAXES.items()}
    for start, end in permutations(SYNTAXES, 2):
        out = converted(files[start], tmp_path / f"{start}-{end}{SYNTAXES[end]}", entry)
        if _is_whole(start, end, given, entry):
            assert facts_of(out, entry) == expected, (start, end)
            assert list(differences(given, xbrlgen.load(out, packages=packages(entry)).report)) == []


def _is_whole(start: str, end: str, given: Report, entry: dict[str, Any]) -> bool:
    """Whether all facts keep their kind: CSV tells exact pure numbers from texts by a taxonomy only."""
    is_told = entry["zips"] or not any(each.unit == PURE and each.decimals is None for each in given.facts)
    return bool(is_told) or "csv" not in {start, end}


@pytest.mark.parametrize("name", sorted(LARGE))
def test_a_large_filing_is_the_same_after_all_syntaxes(name: str, samples, tmp_path: Path):
    entry = samples[name]
    expected = Counter(map(listed, entry["known"]))
    path = entry["path"]
    for number, syntax in enumerate(RING):
        path = converted(path, tmp_path / f"{number}{SYNTAXES[syntax]}", entry)
        assert facts_of(path, entry) == expected, syntax


@pytest.mark.parametrize("name", ["dk-gaap-2017-offentliggorelse", "nl-kvk-micro", "za-cipc-2019", "sec-sample-bst"])
@pytest.mark.parametrize(("end", "syntax"), [(".xbri", ""), (".xbr", "json"), (".zip", "csv"), (".zip", "xml")])
def test_a_package_of_each_syntax_holds_the_filing(name: str, end: str, syntax: str, samples, tmp_path: Path):
    entry = samples[name]
    out = converted(entry["path"], tmp_path / f"packed{end}", entry, syntax)
    back = converted(out, tmp_path / "back.xbri", entry)
    assert facts_of(out, entry) == facts_of(back, entry) == Counter(map(listed, entry["known"]))


@pytest.mark.arelle
@pytest.mark.parametrize("name", ["nl-kvk-micro", "za-cipc-2019"])
def test_arelle_sees_the_same_facts_and_faults_in_each_syntax(name: str, samples, tmp_path: Path):
    entry = samples[name]
    filed = arelle_referee.load(entry["path"], packages=entry["zips"], calculations="none")
    for end in (".xbrl", ".xhtml", ".json", "-tables"):
        out = converted(entry["path"], tmp_path / f"out{end}", entry)
        seen = arelle_referee.load(out, packages=packages(entry), calculations="none", plugins="loadFromOIM")
        assert seen.facts == filed.facts, end
        assert seen.fact_count == filed.fact_count
        assert set(seen.errors) <= {*filed.errors, "oime:invalidTaxonomy"}, "which OIM calls a taxonomy with faults"
