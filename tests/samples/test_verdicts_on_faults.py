"""One small report in four syntaxes with one fault each, as it goes through the whole of a validation.

The verdict is Arelle's, and one of its reasons is one of ours: a code of the same section of the specification, or, where
Arelle calls an error after XML Schema, a rule of that. All others are explained here.
"""

import json
from pathlib import Path

import pytest

from xbrlgen.findings import Severity
from xbrlgen.validation import validate

NO_ERRORS = ("calc11e:", "utre:", "oime:disallowedDuplicateFacts", "message:")
OF_XML_SCHEMA = ("xmlSchema:", "lxml.", "xml.3.3.1:")
OF_FILES = {"IOerror": "XG301", "error": "rpe"}

OTHER_VERDICTS = {
    "ix/format-unbound-prefix.xhtml": (
        {"XG618", "XG195"},
        "Inline XBRL 1.1 section 10.1.2: ix11.10.1.2:invalidTransformation, as the prefix of the format is not bound",
    ),
}
OTHER_REASONS = {
    "xml/xml-not-wellformed.xbrl": ({"XG150"}, "XML 1.0 section 2.1 has no code"),
    "ix/name-unknown-concept.xhtml": (
        {"XG350"},
        "ix11.12.1.2:missingReferences is about ix:references, of which there is one that is fine; no schema has the concept",
    ),
    "json/fact-id-space.json": (
        {"XG171"},
        "xBRL-JSON section 3.1.2: an id is a fact identifier, which the structure of the document wants, not its value",
    ),
}


def expectations(shared: Path) -> dict[str, set[str]]:
    known = json.loads((shared / "conformance" / "mutants" / "expected.json").read_text(encoding="utf-8"))
    return {name: {code for code in each["codes"] if not code.startswith(NO_ERRORS)} for name, each in known.items()}


def section(code: str) -> str:
    """What two codes of one rule have in common: the section, or XML Schema."""
    if code.startswith((*OF_XML_SCHEMA, "cvc-")):
        return "XML Schema"
    if code.startswith(("xbrl.", "ix11.")):
        return ".".join(code.partition(":")[0].split(".")[:4])
    return OF_FILES.get(code, code.partition(":")[0] if code.startswith("rpe:") else code)


@pytest.mark.parametrize(("folder", "count"), [("xml", 48), ("ix", 21), ("json", 23), ("rpkg", 13)])
def test_each_fault_is_found_for_its_reason_and_no_other(folder: str, count: int, shared: Path):
    chosen = {name: codes for name, codes in expectations(shared).items() if name.startswith(f"{folder}/")}
    assert len(chosen) == count
    for name, codes in chosen.items():
        found = validate([shared / "conformance" / "mutants" / name]).findings
        errors = [each for each in found if each.severity is Severity.ERROR]
        explained = OTHER_VERDICTS.get(name) or OTHER_REASONS.get(name)
        if explained is not None:
            assert {each.code for each in errors} == explained[0], name
            continue
        reasons = {section(each.standard or each.code) for each in errors}
        assert bool(reasons) == bool(codes), (name, reasons, codes)
        assert not codes or reasons & set(map(section, codes)), (name, reasons, codes)


def test_text_beside_a_typed_member_is_found_in_a_page_too(shared: Path, tmp_path: Path):
    """The schema of pages takes anything in a segment; Arelle calls it xmlSchema:valueError."""
    folder = shared / "conformance" / "mutants"
    for each in folder.glob("mut*.x*"):
        (tmp_path / each.name).write_bytes(each.read_bytes())
    (tmp_path / "ix").mkdir()
    text = (folder / "ix" / "valid.xhtml").read_text("utf-8")
    start = text.index(">", text.index("<xbrldi:typedMember")) + 1
    path = tmp_path / "ix" / "beside.xhtml"
    path.write_text(f"{text[:start]}1e5{text[start:]}", encoding="utf-8")
    errors = {each.standard for each in validate([path]).findings if each.severity is Severity.ERROR}
    assert "xbrldie:IllegalTypedDimensionContentError" in errors
