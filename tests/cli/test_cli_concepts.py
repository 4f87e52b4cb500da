"""`xbrlgen concepts`: what the search finds is tested with the taxonomy; here, how it is asked and shown."""

import json

import pytest


def test_the_best_match_comes_first_with_what_has_to_fit(run):
    result = run("concepts", "right", "of", "use", "--taxonomy", "ifrs-2023", "--limit", "1")
    assert (result.status, result.err) == (0, "")
    assert result.out == (
        "RightofuseAssets\n    Right-of-use assets (monetary, instant, debit)\nthere are more: --limit 2\n"
    )
    assert run("concepts", "right of use", "--taxonomy", "ifrs-2023", "--limit", "1").out == result.out


@pytest.mark.parametrize(
    ("name", "traits"),
    [
        ("ProfitLoss", "monetary, duration, credit"),
        ("SegmentsAxis", "axis"),
        ("StatementOfChangesInEquityTable", "table"),
        ("IssuedCapitalMember", "member"),
        ("EquityAbstract", "heading"),
        ("BasicEarningsLossPerShare", "per-share, duration"),
        ("NumberOfSharesOutstanding", "shares, instant"),
        ("NameOfReportingEntityOrOtherMeansOfIdentification", "string, duration"),
    ],
)
def test_each_kind_of_concept_is_told_apart(run, name, traits):
    lines = run("concepts", name, "--limit", "1").out.splitlines()
    assert lines[0] == name
    assert lines[1].endswith(f" ({traits})")


def test_json_has_the_parts(run):
    document = json.loads(run("concepts", "revenue", "--taxonomy", "ifrs-2023", "--limit", "2", "--format", "json").out)
    assert document["query"] == "revenue"
    assert document["taxonomy"].endswith("/full_ifrs_entry_point_2023-03-23.xsd")
    assert len(document["concepts"]) == 2
    assert document["concepts"][0] == {
        "name": "Revenue",
        "prefix": "ifrs-full",
        "namespace": "https://xbrl.ifrs.org/taxonomy/2023-03-23/ifrs-full",
        "label": "Revenue",
        "use": "monetary",
        "type": "monetaryItemType",
        "period": "duration",
        "balance": "credit",
        "abstract": False,
    }


def test_the_newest_taxonomy_is_searched_by_default(run):
    document = json.loads(run("concepts", "revenue", "--format", "json").out)
    assert "/2025-03-27/" in document["taxonomy"]
    assert len(document["concepts"]) == 10


def test_nothing_found_is_no_error(run):
    result = run("concepts", "qwzxqwzx")
    assert (result.status, result.out) == (0, "no concept has a name like 'qwzxqwzx'\n")
    assert json.loads(run("concepts", "qwzxqwzx", "--format", "json").out)["concepts"] == []


@pytest.mark.parametrize(("name", "code"), [("ifrs-2024", "XG303"), ("no/such.xsd", "XG305")])
def test_an_unknown_taxonomy_is_a_finding(run, name, code):
    result = run("concepts", "revenue", "--taxonomy", name)
    assert result.status == 2
    assert result.out.startswith(f"error {code} ")
    document = json.loads(run("concepts", "revenue", "--taxonomy", name, "--format", "json").out)
    assert [each["code"] for each in document["findings"]] == [code]


@pytest.mark.parametrize("arguments", [[], ["revenue", "--limit", "0"], ["revenue", "--limit", "x"]])
def test_wrong_usage_has_status_2(run, arguments):
    assert run("concepts", *arguments).status == 2
