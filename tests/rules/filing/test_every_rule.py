"""Each ruling of each profile is produced by some document with one fault: none is a mere line in a file."""

import sys
from pathlib import Path

import pytest
from faults_of_facts import CONTEXTS, FACTS
from faults_of_packages import PACKAGES
from faults_of_pages import PAGES
from faults_of_tags import TAGS
from faults_to_edgar import FAULTS as EDGAR
from faults_to_the_frc import FRC
from test_frc_target import FAULTS as UKFRS

from xbrlgen.findings.catalogue import own_and_base, own_networks, own_schemas
from xbrlgen.profiles import Profile, load_profile, profile_names

sys.path.insert(0, str(Path(__file__).parents[2] / "extension"))
from faults import FAULTS as OWN
from faults_by_case import FAULTS_BY_CASE as OWN_BY_CASE

OWN_CODES = {each.code for module in (own_and_base, own_networks, own_schemas) for each in module.ENTRIES}
BROKEN = {
    *((each.code, each.standard) for each in (*CONTEXTS, *FACTS, *PAGES, *TAGS, *PACKAGES, *FRC)),
    *((code, standard) for _, code, standard, *_ in EDGAR),
    *((code, f"ESEF.{standard}") for code, standard, *_ in UKFRS.values()),
}
BROKEN_OWN = {each.code for each in (*OWN, *OWN_BY_CASE)} | {f"{each.code}{each.case}" for each in (*OWN, *OWN_BY_CASE)}
ELSEWHERE = {
    "XG381": "tests/extension/test_extension_rules.py",
    "XG385": "tests/extension/test_extension_rules.py",
    "XG405/package": "tests/rules/filing/test_esef.py",
    "XG416/default": "tests/rules/filing/test_frc_target.py",
    "XG427": "tests/rules/filing/test_edgar.py",
    "XG428": "tests/rules/filing/test_edgar.py",
    "XG429": "tests/rules/filing/test_edgar.py",
    "XG446": "tests/rules/filing/test_edgar.py",
    "XG446/unknown": "tests/rules/filing/test_edgar.py",
    "XG455": "tests/rules/filing/test_filing_rules.py",
    "XG456": "tests/profiles/test_building_for_a_regulator.py",
    "XG456/no-facts": "tests/rules/filing/test_esef.py",
    "XG463": "tests/rules/filing/test_edgar.py",
    "XG488": "tests/rules/filing/test_edgar.py",
    "XG489": "tests/rules/filing/test_edgar.py",
    "XG492": "tests/rules/filing/test_filing_rules.py",
    "XG493": "tests/rules/filing/test_edgar.py",
    "XG494": "tests/rules/filing/test_edgar.py",
    "XG496": "tests/rules/filing/test_edgar.py",
    "XG498": "tests/rules/filing/test_edgar.py",
    "XG499": "tests/rules/filing/test_edgar.py",
    "XG353": "tests/rules/filing/test_edgar.py",
}
"""Rulings that tests of their own produce, and where these are; each names the regulator's code or ours."""


def profiles() -> list[Profile]:
    """Each profile, and each target that has rules of its own."""
    named = [load_profile(name) for name in profile_names()]
    return [own for each in named for own in (each, *each.targets.values())]


@pytest.mark.parametrize("profile", profiles(), ids=lambda each: each.name)
def test_a_document_with_one_fault_produces_each_ruling(profile: Profile):
    missing = []
    for key, ruling in profile.rulings.items():
        code = key.partition("/")[0]
        is_broken = key in BROKEN_OWN if code in OWN_CODES else (code, ruling.standard) in BROKEN
        if ruling.severity is not None and not is_broken and not _is_elsewhere(key, ruling.standard):
            missing.append(f"{key} {ruling.standard}")
    assert missing == []


def _is_elsewhere(key: str, standard: str) -> bool:
    """Whether the file that is said to produce a ruling has its code, or the regulator's."""
    root = Path(__file__).parents[3]
    text = (root / ELSEWHERE[key]).read_text(encoding="utf-8") if key in ELSEWHERE else ""
    return key.partition("/")[0] in text or standard in text
