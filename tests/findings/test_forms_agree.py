"""The three forms take whatever a finding may hold, and say the same."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.findings import Counts, Finding, Location, Severity
from xbrlgen.findings.json_form import to_json
from xbrlgen.findings.sarif import to_sarif
from xbrlgen.findings.text import TextForm
from xbrlgen.findings.verdict import verdict_line

TEXTS = st.text(st.characters(), max_size=30)
"""Lone surrogates too: names of files that are not Unicode reach us so."""
PLACES = st.builds(
    Location, st.one_of(st.just(__file__), TEXTS), st.integers(0, 30), st.integers(0, 90), TEXTS, st.integers(0, 99)
)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(["XG180", "XG185", "XG190"]),
    st.just("a-name"),
    st.sampled_from(Severity),
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(PLACES, max_size=4).map(tuple),
    TEXTS,
    st.none(),
)


@given(st.lists(FINDINGS, max_size=8))
def test_every_finding_is_in_every_form(findings):
    document = json.loads(to_json(findings))
    results = json.loads(to_sarif(findings, "0.1.0"))["runs"][0]["results"]
    distinct = set(findings)
    assert len(document["findings"]) == len(results) == len(distinct)
    assert [each["code"] for each in document["findings"]] == [each["ruleId"] for each in results]
    assert sum(document["counts"].values()) == len(distinct)
    lines = list(TextForm(show_all=True).lines(findings))
    heads = [line for line in lines if re.match(r"(error|warning|info) XG\d{3} a-name: ", line)]
    assert len(heads) == len({(each.severity, each.code, each.message, each.hint, each.standard) for each in distinct})
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", "".join(lines))


@given(st.lists(st.tuples(FINDINGS, st.none() | FINDINGS), max_size=6))
def test_what_follows_is_with_its_cause_or_stands_for_itself(pairs):
    findings = {*(each._replace(follows=cause) for each, cause in pairs), *(each for each, _ in pairs[::2])}
    document = json.loads(to_json(findings))
    results = json.loads(to_sarif(findings, "0.1.0"))["runs"][0]["results"]
    assert sum(document["counts"].values()) == len(document["findings"]) == len(results)
    assert len(document["findings"]) + sum(len(each["dependents"]) for each in document["findings"]) == len(findings)


def test_a_verdict_counts_each_severity():
    findings = [Finding("XG180", "x", severity, str(n)) for n, severity in enumerate([*Severity, Severity.INFO])]
    assert verdict_line(Counts.of(findings)) == "invalid: 1 error, 1 warning, 2 infos"
