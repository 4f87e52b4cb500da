"""A fault is one finding, and all that comes of it follows from that one."""

import json
from pathlib import Path

import pytest

from xbrlgen.findings import Counts, Finding, Location, Severity
from xbrlgen.findings.causes import with_causes
from xbrlgen.findings.json_form import to_json
from xbrlgen.findings.sarif import to_sarif
from xbrlgen.findings.text import TextForm
from xbrlgen.validation import validate

INSTANCE = b"""<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:e="http://example.com/">
<xbrli:context id="c1"/><xbrli:context id="c2"/>
<xbrli:unit id="u"/>
<e:A contextRef="c1" unitRef="u">1</e:A><e:B id="b" contextRef="c2" unitRef="u">2</e:B>
<e:C contextRef="c1" unitRef="u">3</e:C>
<e:D contextRef="none" unitRef="u">4</e:D>
<e:E contextRef="none" unitRef="u">4</e:E>
</xbrli:xbrl>"""


def found(code: str, message: str, *lines: int, severity: Severity = Severity.ERROR, fact: str = "") -> Finding:
    return Finding(code, "a-name", severity, message, "", "", tuple(Location("i.xml", line) for line in lines), fact)


def causes(*findings: Finding) -> list[str | None]:
    """The code of the cause of each finding."""
    return [each.follows and each.follows.code for each in with_causes(findings, {"i.xml": INSTANCE})]


def test_what_a_schema_says_of_an_element_follows_from_what_xbrl_says():
    said = found("XG155", "no unit", 5)
    by_schema = Finding("XG616", "x", Severity.ERROR, "lacks", "", "cvc", (Location("i.xml", 5, 1, "/x/e:C"),))
    assert causes(said, by_schema) == [None, "XG155"]
    assert causes(by_schema, said) == ["XG155", None]


def test_facts_on_one_line_are_told_apart_by_their_ids():
    assert causes(found("XG161", "odd", 4, fact="fact-1"), found("XG155", "no unit", 4, fact="b")) == [None, None]
    assert causes(found("XG161", "odd", 4, fact="b"), found("XG155", "no unit", 4, fact="b")) == ["XG155", None]


def test_what_is_said_of_facts_because_of_their_context_follows_from_what_is_wrong_with_it():
    context = found("XG156", "context 'c1': no period", 2)
    assert causes(context, found("XG240", "a moment", 5)) == [None, "XG156"]
    assert causes(context, found("XG240", "a moment", 5, 6)) == [None, None]
    assert causes(context, found("XG161", "no number", 5)) == [None, None]
    assert causes(found("XG156", "context 'c2': no period", 2), found("XG240", "a moment", 5)) == [None, None]


def test_facts_without_their_context_follow_from_the_first():
    first, second = (found("XG154", "refers to context 'none', which does not exist", line) for line in (6, 7))
    assert causes(first, second) == [None, "XG154"]


def test_nothing_follows_from_what_is_less_grave():
    warning = found("XG160", "left out", 5, severity=Severity.WARNING)
    assert causes(warning, found("XG617", "may not", 5)) == ["XG617", None]
    assert causes(warning, found("XG234", "empty", 5, severity=Severity.WARNING)) == [None, None]


def test_duplicates_and_sums_follow_from_a_fact_that_was_not_read():
    unread = found("XG196", "no number", 5)
    sums = found("XG850", "does not add up", 4, severity=Severity.WARNING, fact="fact-1")
    assert causes(unread, sums) == [None, "XG196"]
    assert causes(found("XG153", "twice", 5), sums) == [None, None]
    assert causes(unread, found("XG403", "two values", 4, severity=Severity.WARNING, fact="fact-1")) == [None, None]
    assert causes(sums, found("XG403", "two values", 4, severity=Severity.WARNING, fact="b")) == [None, None]


def test_all_forms_count_causes_and_show_what_follows():
    findings = with_causes([found("XG155", "no unit", 5), found("XG616", "lacks", 5)], {"i.xml": INSTANCE})
    assert Counts.of(findings) == Counts(error=1)
    (root,) = json.loads(to_json(findings))["findings"]
    assert [each["code"] for each in root["dependents"]] == ["XG616"]
    (result,) = json.loads(to_sarif(findings, "1"))["runs"][0]["results"]
    assert result["properties"]["dependents"] == [{"ruleId": "XG616", "message": "lacks"}]
    assert result["relatedLocations"][0]["message"]["text"] == "XG616: lacks"
    assert "  and 1 finding that follows from it: XG616" in TextForm().lines(findings)
    assert any("XG616 a-name: lacks" in line for line in TextForm(show_all=True).lines(findings))


@pytest.mark.parametrize(("folder", "most"), [("xml", 48), ("ix", 21), ("json", 23)])
def test_each_fault_is_one_finding(folder: str, most: int, shared: Path):
    faults = sorted((shared / "conformance" / "mutants" / folder).iterdir())
    assert len(faults) == most
    for path in faults:
        findings = validate([path]).findings
        roots = [each for each in findings if each.follows is None]
        assert sum(each.severity is Severity.ERROR for each in roots) <= 1, path.name
        assert Counts.of(findings).verdict == Counts.of(each._replace(follows=None) for each in findings).verdict
