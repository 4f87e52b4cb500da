"""Faults of xBRL-JSON: each one is a finding, and so are the published mutants."""

import json
from copy import deepcopy
from pathlib import Path

import kinds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from json_documents import DOCUMENT, NOTHING, UTR, changed, fact, read

from xbrlgen.findings import Severity
from xbrlgen.model import QName
from xbrlgen.readers.xbrl_json import read_xbrl_json

LONG = "9" * 5000


@pytest.mark.parametrize(
    ("pointer", "value", "code", "standard"),
    [
        ("documentInfo", NOTHING, "XG172", "oimce:unsupportedDocumentType"),
        ("documentInfo", [], "XG171", "xbrlje:invalidJSONStructure"),
        ("unknown", 1, "XG171", "xbrlje:invalidJSONStructure"),
        ("zz:own", 1, "XG173", "oimce:unboundPrefix"),
        ("facts", [], "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/documentType", "https://xbrl.org/2019/xbrl-json", "XG172", "oimce:unsupportedDocumentType"),
        ("documentInfo/documentType", NOTHING, "XG172", "oimce:unsupportedDocumentType"),
        ("documentInfo/taxonomy", NOTHING, "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/taxonomy", [], "XG166", "oime:noTaxonomy"),
        ("documentInfo/taxonomy", [1], "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/baseURL", "here", "XG171", "oime:invalidBaseURL"),
        ("documentInfo/features/own", True, "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/features/zz:own", True, "XG173", "oimce:unboundPrefix"),
        ("documentInfo/features/xbrl:allowedDuplicates", "some", "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/features/xbrl:allowedDuplicates", ["none"], "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/namespaces/x y", "http://x", "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/namespaces/x", 1, "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/namespaces/x", "here", "XG173", "oimce:invalidURI"),
        ("documentInfo/namespaces/x", "http://example.com/\x01", "XG173", "oimce:invalidURI"),
        ("documentInfo/namespaces/x", " http://x", "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/namespaces/x", kinds.NAMESPACE, "XG173", "oimce:multipleAliasesForURI"),
        ("documentInfo/namespaces/utr", "http://x", "XG173", "oimce:invalidURIForReservedAlias"),
        ("documentInfo/namespaces/x", UTR, "XG173", "oimce:invalidAliasForReservedURI"),
        (
            "documentInfo/linkGroups/g",
            "http://www.xbrl.org/2003/role/link",
            "XG173",
            "oimce:invalidAliasForReservedURI",
        ),
        ("facts/1 2", DOCUMENT["facts"]["t"], "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t", "text", "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/value", NOTHING, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/value", 5, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/value", ["a"], "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/dimensions", NOTHING, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/own", 1, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/zz:own", 1, "XG173", "oimce:unboundPrefix"),
        ("facts/f/decimals", 1.5, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/f/decimals", "INF", "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/f/decimals", None, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/f/decimals", 10**30, "XG159", "xbrl.4.6.3"),
        ("facts/t/decimals", 0, "XG159", "oime:misplacedDecimalsProperty"),
        ("facts/f/value", None, "XG159", "oime:misplacedDecimalsProperty"),
        ("facts/f/value", "1,000", "XG161", "xbrlje:invalidFactValue"),
        ("facts/f/value", "", "XG161", "xbrlje:invalidFactValue"),
        ("facts/f/value", LONG, "XG161", "xbrlje:invalidFactValue"),
        ("facts/f/value", "1e999999999", "XG161", "xbrlje:invalidFactValue"),
        ("facts/t/dimensions/concept", NOTHING, "XG174", "oime:missingConceptDimension"),
        ("facts/t/dimensions/concept", "zz:Name", "XG173", "oimce:unboundPrefix"),
        ("facts/t/dimensions/concept", 5, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/dimensions/language", "no language", "XG174", ""),
        ("facts/t/dimensions/language", "en\x01", "XG174", ""),
        ("facts/t/dimensions/entity", "37740", "XG174", "oimce:invalidSQName"),
        ("facts/t/dimensions/entity", "sicc:37 740", "XG174", "oimce:invalidSQName"),
        ("facts/t/dimensions/entity", "sicc:37\x01740", "XG174", "oimce:invalidSQName"),
        ("facts/t/dimensions/entity", "zz:37740", "XG174", "oimce:unboundPrefix"),
        ("facts/t/dimensions/period", "2023-10-01", "XG174", "oimce:invalidPeriodRepresentation"),
        ("facts/t/dimensions/period", "2023-10-01T00:00:00+00:00", "XG174", "oimce:invalidPeriodRepresentation"),
        ("facts/t/dimensions/period", "2023-13-01T00:00:00", "XG174", "oimce:invalidPeriodRepresentation"),
        (
            "facts/t/dimensions/period",
            "2023-10-01T00:00:00/2023-04-01T00:00:00",
            "XG174",
            "oimce:invalidPeriodRepresentation",
        ),
        ("facts/t/dimensions/period", "2023-10-01T00:00:00Z", "XG168", ""),
        ("facts/t/dimensions/unit", "iso4217:JPY", "XG174", "oime:misplacedUnitDimension"),
        ("facts/f/dimensions/unit", "xbrli:pure", "XG174", "oime:illegalPureUnit"),
        ("facts/f/dimensions/unit", "iso4217:JPY per xbrli:shares", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "k:b*k:a", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "k:a*k:b/k:c", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "(k:a*k:b)", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "(k:a)/k:b", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "k:a/", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "k:a/k:b/k:c", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "zz:a", "XG174", "oimce:unboundPrefix"),
        ("facts/f/dimensions/unit", "", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/language", "en", "XG174", "oime:misplacedLanguageDimension"),
        ("facts/t/dimensions/language", "en-US", "XG174", "xbrlje:invalidLanguageCodeCase"),
        ("facts/t/dimensions/noteId", "t", "XG174", "oime:misplacedNoteIDDimension"),
        ("facts/t/dimensions/other", "x", "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/dimensions/zz:Axis", "k:x", "XG173", "oimce:unboundPrefix"),
        ("facts/t/dimensions/k:SegmentsAxis", "North", "XG174", "xbrlje:invalidDimensionValue"),
        ("facts/t/dimensions/k:SegmentsAxis", "k:GroupMember", "XG174", "oime:invalidDimensionValue"),
        ("facts/t/dimensions/k:SegmentsAxis", 5, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/links", {"footnote": {"_": ["nothing"]}}, "XG175", "xbrlje:unknownLinkTarget"),
        ("facts/t/links", {"footnote": {"_": ["f"]}}, "XG175", "oime:illegalStandardFootnoteTarget"),
        ("facts/t/links", {"other": {"_": ["note"]}}, "XG175", "xbrlje:unknownLinkType"),
        ("facts/t/links", {"footnote": {"other": ["note"]}}, "XG175", "xbrlje:unknownLinkGroup"),
        ("facts/t/links", {"footnote": {"_": "note"}}, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/links", {"footnote": ["note"]}, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/links", {"footnote": {"_": [{}]}}, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/f/links", NOTHING, "XG175", "oime:unusedNoteFact"),
        ("facts/note/dimensions/language", NOTHING, "XG175", "oime:missingLanguageForNoteFact"),
        ("facts/note/dimensions/language", "no language", "XG175", ""),
        ("facts/note/dimensions/noteId", NOTHING, "XG175", "oime:missingNoteIDDimension"),
        ("facts/note/dimensions/noteId", "other", "XG175", "oime:invalidNoteIDValue"),
        ("facts/note/dimensions/period", "2023-10-01T00:00:00", "XG175", "oime:misplacedNoteFactDimension"),
        ("facts/note/dimensions/k:SegmentsAxis", "k:x", "XG175", "oime:misplacedNoteFactDimension"),
        ("facts/note/dimensions/unit", "iso4217:JPY", "XG175", "oime:misplacedUnitDimension"),
        ("facts/note/decimals", 1, "XG175", "oime:misplacedDecimalsProperty"),
        ("facts/note/value", "<b>x", "XG175", "oime:invalidXHTMLFragment"),
        ("facts/note/value", "R&D", "XG175", "oime:invalidXHTMLFragment"),
        ("facts/note/value", '<x xmlns="http://x"/>', "XG175", "oime:invalidXHTMLFragment"),
        (
            "facts/note/value",
            '<x:b xmlns:x="http://www.w3.org/1999/xhtml">x</x:b>',
            "XG175",
            "oime:xhtmlElementInNonDefaultNamespace",
        ),
    ],
)
def test_a_fault_is_found_with_its_place_and_the_specifications_code(pointer, value, code, standard):
    found = read(changed(pointer, value)).findings
    assert [(each.code, each.standard) for each in found] == [(code, standard)]
    assert str(found[0].locations[0]).startswith("r.json")


def test_decimals_as_a_string_are_taken_with_a_warning():
    reading = read(changed("facts/f/decimals", "-3"))
    assert [(each.code, each.severity) for each in reading.findings] == [("XG171", Severity.WARNING)]
    assert reading.report.facts[0].decimals == -3


def test_all_faults_are_reported_at_once_and_the_rest_is_read():
    document = changed("facts/t/dimensions/period", "today")
    document["facts"]["x"] = {"value": 1}
    reading = read(document)
    assert [each.code for each in reading.findings] == ["XG174", "XG171", "XG171"]
    assert [each.id for each in reading.report.facts] == ["f"]


@pytest.mark.parametrize(
    ("concept", "value", "is_canonical"),
    [
        *((each, "1000", False) for each in ("Cash", "Ratio")),
        ("Cash", "1000.0", True),
        ("Cash", "01.0", False),
        ("Cash", "+1.0", False),
        ("Cash", "1.10", False),
        ("Employees", "7", True),
        ("Employees", "07", False),
        ("Employees", "0", True),
        ("Change", "-0", False),
        ("Measured", "1.5E3", True),
        ("Measured", "15E2", False),
        ("Audited", "true", True),
        ("Audited", "1", False),
        ("Signed", "2023-01-01T24:00:00", False),
        ("Signed", "2023-01-01T00:00:00", True),
        ("Name", " any ", True),
    ],
)
def test_a_promise_of_canonical_values_is_held(concept, value, is_canonical):
    document = changed("documentInfo/features/xbrl:canonicalValues", True)
    del document["facts"]["f"]["decimals"], document["facts"]["f"]["dimensions"]["unit"]
    document["facts"]["f"]["dimensions"]["concept"] = f"k:{concept}"
    document["facts"]["f"]["value"] = value
    found = [(each.code, each.standard) for each in read(document).findings]
    assert found == ([] if is_canonical else [("XG176", "xbrlje:nonCanonicalValue")])


@pytest.mark.parametrize(
    ("allowed", "value", "expected"),
    [
        ("none", "1000", ["XG177"]),
        ("complete", "1000", []),
        ("complete", "2000", ["XG177"]),
        ("all", "2000", []),
        (NOTHING, "2000", []),
    ],
)
def test_a_promise_about_duplicates_is_held(allowed, value, expected):
    document = deepcopy(DOCUMENT)
    if allowed is not NOTHING:
        document["documentInfo"]["features"]["xbrl:allowedDuplicates"] = allowed
    document["facts"]["again"] = document["facts"]["f"] | {"value": value}
    assert [each.code for each in read(document).findings] == expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"null", "null"),
        (b"[]", "not an object"),
        (b'{"a": 1,}', "not JSON"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": "\x01"}', "not JSON"),
        (b"\xff\xfe{\x00}\x00", "UTF-8"),
        (b'{"facts": "\xe9"}', "UTF-8"),
        (b'{"a": {"b": 1, "b": 2}, "c": [{"d": 1, "d": 1}]}', "'b' is repeated"),
        (b'{"a": "\\ud800"}', "surrogate"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
        (b"[" * 5000 + b"]" * 5000, "nested too deeply"),
    ],
)
def test_what_is_no_json_document_is_a_finding(content, words):
    reading = read_xbrl_json(content, kinds.taxonomy(), "r.json")
    assert reading.report is None
    assert reading.findings[0].code == ("XG171" if words in {"null", "not an object"} else "XG170")
    assert words in reading.findings[0].message
    assert reading.findings[0].locations[0].path == "r.json"


def test_a_repeated_key_is_found_where_it_is():
    reading = read_xbrl_json(b'{"a~b": [{}, {"c/d": 1, "c/d": 2}]}', None, "r.json")
    assert [str(each.locations[0]) for each in reading.findings] == ["r.json#/a~0b/1/c~1d"]


def test_a_byte_order_mark_is_a_warning():
    reading = read_xbrl_json(b"\xef\xbb\xbf" + json.dumps(DOCUMENT).encode(), kinds.taxonomy())
    assert [each.severity for each in reading.findings] == [Severity.WARNING]
    assert len(reading.report.facts) == 2


def test_a_huge_number_costs_nothing():
    reading = read_xbrl_json(json.dumps(DOCUMENT).replace("-3", "1" * 100_000).encode(), kinds.taxonomy())
    assert [each.code for each in reading.findings] == ["XG159"]


_WHOLE = json.dumps(DOCUMENT).encode()


@given(
    st.integers(0, len(_WHOLE) - 1),
    st.integers(0, 30),
    st.sampled_from([b"", b"{}", b'"', b"null", b"[[", b"1", b"\xff", b'":"', b":"]),
)
@settings(max_examples=400, deadline=None)
def test_damage_never_raises(start, length, inserted):
    damaged = _WHOLE[:start] + inserted + _WHOLE[start + length :]
    reading = read_xbrl_json(damaged, kinds.taxonomy())
    assert reading.report is not None or reading.findings


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_POINTERS = [
    *("documentInfo", "facts", "documentInfo/features", "documentInfo/namespaces", "documentInfo/taxonomy"),
    *("documentInfo/linkTypes", "documentInfo/linkGroups", "facts/f", "facts/f/dimensions", "facts/f/links"),
    *("facts/f/links/footnote", "facts/f/links/footnote/_", "facts/note", "facts/note/dimensions", "facts/note/value"),
    *("facts/f/value", "facts/f/decimals", "facts/f/dimensions/unit", "facts/f/dimensions/k:BondAxis"),
]


@given(st.sampled_from(_POINTERS), _JSON)
@settings(max_examples=400, deadline=None)
def test_no_value_anywhere_raises(pointer, value):
    reading = read(changed(pointer, value))
    assert reading.report is not None or reading.findings


# --- mutants ----------------------------------------------------------------------------------------------------------

MUTANTS = {
    "decimals-string": "xbrlje:invalidJSONStructure",
    "docType-wrong": "oimce:unsupportedDocumentType",
    "entity-no-prefix": "oimce:invalidSQName",
    "fact-id-space": "xbrlje:invalidJSONStructure",
    "language-uppercase": "xbrlje:invalidLanguageCodeCase",
    "link-target-missing": "xbrlje:unknownLinkTarget",
    "note-no-language": "oime:missingLanguageForNoteFact",
    "note-noteId-mismatch": "oime:invalidNoteIDValue",
    "note-with-period": "oime:misplacedNoteFactDimension",
    "period-plusoffset": "oimce:invalidPeriodRepresentation",
    "pure-unit-explicit": "oime:illegalPureUnit",
    "taxonomy-empty": "oime:noTaxonomy",
    "thousands": "xbrlje:invalidFactValue",
    "trailing-comma": "xbrlje:invalidJSON",
    "unbound-prefix": "oimce:unboundPrefix",
    "unit-bad-syntax": "oimce:invalidUnitStringRepresentation",
    "value-number-not-string": "xbrlje:invalidJSONStructure",
    "nil-null-with-decimals-removed-ok": None,
    "dup-inconsistent": None,
    "taxonomy-not-found": None,
}
"""Faults that can be seen without the taxonomy; Arelle's code where it is the specification's."""


@pytest.mark.parametrize("mutant", sorted(MUTANTS))
def test_published_mutants_are_found(shared: Path, mutant: str):
    reading = read_xbrl_json(shared / f"conformance/mutants/json/{mutant}.json", None)
    expected = MUTANTS[mutant]
    assert [expected] * bool(expected) == sorted({each.standard for each in reading.findings} - {"oime:unusedNoteFact"})


def test_a_name_is_read_without_its_prefix():
    document = json.loads(json.dumps(DOCUMENT).replace('"k:', '"kk:').replace('"k"', '"kk"'))
    assert fact(document).concept == QName(kinds.NAMESPACE, "Cash")
