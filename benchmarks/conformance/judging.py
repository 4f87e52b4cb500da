"""Judges one variation and compares the verdict with that of the suite."""

import time
from dataclasses import dataclass
from typing import Any

from benchmarks.conformance.infosets import differences
from benchmarks.conformance.variations import ERROR, FACTS, INVALID, VALID, Variation
from xbrlgen.findings import Finding, Severity
from xbrlgen.validation import validate

SCHEMA_ERROR = "sche:XmlSchemaError"
"""What the suite of Dimensions calls whatever XML Schema finds."""

_CALCULATIONS = ("xbrl.5.2.5.2", "xbrl.5.2.6.2")
_UNITS = "utre:"
_REGISTRY, _UP = "utr-for-*.xml", 3
"""What a registry of units in a suite is called, and how far above its test cases it may lie."""

_REGISTRY = "utr-for-structure-conformance-tests.xml"
_FAMILIES_OF_SCHEMAS = ("XG30", "XG60", "XG61", "XG62", "XG63", "XG64", "XG65", "XG66", "XG67", "XG68", "XG69")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a variation: whether it `agrees` with the suite, and what was found."""

    variation: Variation
    agrees: bool
    found: tuple[Finding, ...]
    note: str
    seconds: float


def judge(variation: Variation) -> Outcome:
    """Validate the document of `variation`; an exception is an outcome, too, and never agrees."""
    begun = time.perf_counter()
    note = ""
    found: tuple[Finding, ...] = ()
    try:
        found = validate([variation.document], **_settings(variation)).findings
    except Exception as error:  # noqa: BLE001 - a bug in one variation must not hide the others
        note = f"{type(error).__name__}: {error}"
    grave = tuple(each for each in found if is_error(each, variation))
    agrees = not note and any(_agrees(each, grave) for each in variation.expected)
    if agrees and variation.expected[0].startswith(FACTS):
        note = differences(variation)
        agrees = not note
    return Outcome(variation, agrees, grave, note, time.perf_counter() - begun)


def is_error(found: Finding, variation: Variation) -> bool:
    """Whether a finding makes a document invalid for its suite.

    To XBRL 2.1's suite a calculation that does not add up does (section 5.2.5.2), to that of the units registry a unit
    that it does not have; nobody else calls them errors.
    """
    if variation.suite.startswith("utr"):
        return found.standard.startswith(_UNITS)
    of_calculations = variation.suite.startswith("xbrl21") and found.standard.startswith(_CALCULATIONS)
    return found.severity is Severity.ERROR or of_calculations


def _agrees(expected: str, errors: tuple[Finding, ...]) -> bool:
    if expected == INVALID:
        return bool(errors)
    if not expected.startswith(ERROR):
        return (expected == VALID or expected.startswith(FACTS)) and not errors
    code = expected.removeprefix(ERROR).removeprefix("xbrl.utr.")
    if code == SCHEMA_ERROR:
        return any(each.code.startswith(_FAMILIES_OF_SCHEMAS) for each in errors)
    return any(each.standard.partition(" ")[0] == code for each in errors)


def _settings(variation: Variation) -> dict[str, Any]:
    """How a suite is to be judged: calculations by XBRL 2.1 itself, units by the registry that comes with the suite."""
    if variation.suite.startswith("xbrl21"):
        return {"calculations": "1.0"}
    folders = (variation.folder, *variation.folder.parents[:_UP])
    registries = (each for folder in folders for each in sorted(folder.glob(_REGISTRY)))
    registry = next(registries, None) if variation.suite.startswith("utr") else None
    return {} if registry is None else {"units": registry}
