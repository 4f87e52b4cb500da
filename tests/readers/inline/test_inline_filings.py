"""Real filings as Arelle sees them, and small reports with one fault each."""

import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from sample_facts import SampleFact, TypesOnly, comparable, listed, sample

from xbrlgen.findings import Severity
from xbrlgen.readers.inline import InlineDocument, read_inline_xbrl
from xbrlgen.transformations import transformation
from xbrlgen.validation import validate

FILINGS = {
    "uk-ch-account_1": {"XG198"},
    "uk-ch-account_2": {"XG198"},
    "uk-ch-account_6": set(),
    "sec-sample-bst": set(),
    "za-cipc-2019": set(),
    "nl-kvk-groot-en-ifrs": set(),
    "nl-kvk-micro": set(),
}
"""Each filing with its findings: two hide the header by a style sheet, which the specification advises against."""


@pytest.mark.parametrize("filing", FILINGS)
def test_the_facts_of_real_filings_are_those_that_arelle_sees(shared: Path, filing: str):
    path, expected = sample(shared, filing)
    known = TypesOnly(expected)
    reading = read_inline_xbrl(_documents(path), known, transformation)
    assert {each.code for each in reading.findings} == FILINGS[filing]
    typed = {each["concept"] for each in expected if each["type"] != "unknown"}

    def told(fact: SampleFact) -> SampleFact:
        """The fact; where its type is not known, nobody can say whether it has a language."""
        return fact if fact.concept in typed else fact._replace(language=None)

    ours = Counter(told(comparable(fact)) for fact in reading.report.facts)
    assert ours == Counter(told(listed(fact)) for fact in expected)
    assert all(reading.locations[fact.id].line > 0 for fact in reading.report.facts)
    named = {each["id"] for each in expected if each["id"]}
    assert named <= {fact.id for fact in reading.report.facts}


def _documents(path: Path) -> list[Path | InlineDocument]:
    if path.suffix != ".xbri":
        return [path]
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if "/reports/" in name and name.endswith("html")]
        return [InlineDocument(name, package.read(name)) for name in names]


def test_a_footnote_of_a_real_filing_is_read(shared: Path):
    path = shared / "samples/za-cipc-2019/cipc-valid-1982-008520-07-2019.xhtml"
    (footnote,) = read_inline_xbrl([path], None, transformation).report.footnotes
    assert footnote.language
    assert footnote.facts
    assert "<ix:" not in footnote.content


def test_a_real_filing_is_valid_under_its_own_taxonomy_as_arelle_says(shared: Path):
    path = shared / "samples/za-cipc-2019/cipc-valid-1982-008520-07-2019.xhtml"
    judged = validate([path], packages=[shared / "taxonomies/za-cipc-stub.zip"])
    assert judged.facts == 192
    assert [each for each in judged.findings if each.severity is Severity.ERROR] == []


# --- one fault each ---------------------------------------------------------------------------------------------------

SAME = {
    "xml.3.3.1:idMustBeUnique": "cvc-id.2",
    "xmlSchema:nilElementHasContent": "cvc-elt.3.2.1",
    "xbrl.4.6.3:extraneousPrecisionDecimals": "xbrl.4.6.3",
    "xbrl.4.6.3:missingPrecisionDecimals": "xbrl.4.6.3",
    "xbrl.4.6.2:numericUnit": "xbrl.4.6.2",
}
"""Arelle's codes that have a name where ours have the section alone, or are those of another specification."""

EXPLAINED = {
    "dangling-unitRef": {
        "xbrl.4.6.2:numericUnit": "a unit that is referred to and missing is one fault: unitReference"
    },
    "duplicate-html-id": {
        "ix11.13.1.2:relationshipFromRef": "Arelle takes the id for the paragraph's; the tag has it too"
    },
    "missing-name": {
        "lxml.SCHEMAV_CVC_COMPLEX_TYPE_4": "found by the reader as well: the constraints of ix11.10.1.1",
        "ix11.12.1.2:missingReferences": "Arelle's consequence of the same",
    },
    "name-unknown-concept": {
        "ix11.12.1.2:missingReferences": "oime:unknownConcept: the references are there, the concept is not"
    },
    "nil-with-value": {"lxml.SCHEMAV_CVC_ELT_3_2_1": "the rule cvc-elt.3.2.1, twice"},
    "nonFraction-on-text-concept": {"xmlSchema:attributesExtraneous": "xbrl.4.6.2: a unit on what is no number"},
    "nonNumeric-on-numeric-concept": {"xmlSchema:attributesRequired": "xbrl.4.6.2 and 4.6.3"},
    "format-unbound-prefix": {},
}
"""What Arelle says that we say otherwise, or not; and where we alone see a fault: a format without its namespace names no
rule of a registry (Inline XBRL 1.1 section 10.1.2)."""

SEEN_BY_US_ALONE = {"format-unbound-prefix"}
NOT_OF_THE_READER = ("calc11e:",)


def _mutants() -> list[str]:
    folder = Path(__file__).resolve().parents[4] / "shared/conformance/mutants/ix"
    return sorted(path.stem for path in folder.glob("*.xhtml")) or ["none"]


@pytest.mark.parametrize("name", _mutants())
def test_a_report_with_one_fault_is_judged_as_arelle_judges_it(shared: Path, name: str):
    folder = shared / "conformance/mutants"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))[f"ix/{name}.xhtml"]["codes"]
    wanted = {code for code in expected if not code.startswith(NOT_OF_THE_READER)}
    findings = validate([folder / f"ix/{name}.xhtml"]).findings
    errors = {each.standard for each in findings if each.severity is Severity.ERROR}
    assert bool(errors) == bool(wanted) or name in SEEN_BY_US_ALONE
    explained = EXPLAINED.get(name, {})
    unseen = {code for code in wanted if code not in errors and SAME.get(code, code) not in errors}
    assert unseen == explained.keys() & wanted
    assert unseen == explained.keys()
