"""Footnotes: which facts they belong to, and what becomes of them in each syntax."""

import json
from io import BytesIO

import pytest
from lxml import etree
from small_folder import REPORT, SmallFolder

from xbrlgen.model import Report
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_json import write_xbrl_json
from xbrlgen.writers.xbrl_xml import write_xbrl_xml

NOTES = """\
footnotes:
  audited: "  By nobody, 5 < 6 & so on. "
  geprueft: {text: Von niemandem., language: de}
sections:
"""
BOTH = ("footnote-audited", "footnote-geprueft")
TABLE = """\
label,concept,footnotes,FY,PY
Revenue,Revenue,audited,"1,200","1,100"
Profit,ProfitLoss,,(12),3
"""


def with_notes(report: str = REPORT) -> str:
    return report.replace("sections:\n", NOTES)


def facts_of(report: Report) -> dict[str, tuple[str, ...]]:
    """The concepts and years of the facts of each footnote."""
    facts = {fact.id: fact for fact in report.facts}
    return {
        note.id: tuple(f"{facts[each].concept.local_name} {facts[each].period.last_day.year}" for each in note.facts)
        for note in report.footnotes
    }


def test_a_row_has_footnotes_for_all_its_facts(small: SmallFolder):
    report = small.read_sound(with_notes(), TABLE.replace("audited", "audited geprueft")).report
    assert facts_of(report) == dict.fromkeys(BOTH, ("Revenue 2024", "Revenue 2023"))
    first, second = report.footnotes
    assert (first.language, first.content) == ("en", "By nobody, 5 < 6 & so on.")
    assert (second.language, second.content) == ("de", "Von niemandem.")


def test_a_column_and_a_table_have_footnotes(small: SmallFolder):
    changed = with_notes().replace(
        "FY: FY\n          PY: PY\n", "FY: {period: FY, footnotes: [audited]}\n          PY: PY\n"
    )
    report = small.read_sound(f"{changed}        aspects: {{footnotes: [geprueft]}}\n", TABLE).report
    assert facts_of(report) == {
        "footnote-audited": ("Revenue 2024", "Revenue 2023", "ProfitLoss 2024"),
        "footnote-geprueft": ("Revenue 2024", "Revenue 2023", "ProfitLoss 2024", "ProfitLoss 2023"),
    }


@pytest.mark.parametrize(
    ("entry", "concept"),
    [
        ("facts: [{concept: Orders, value: '7', label: x, footnotes: [audited, geprueft]}]", "Orders"),
        ("facts: [{concept: Orders, computed: 2 * Revenue, label: x, footnotes: [audited, geprueft]}]", "Orders"),
        ("facts: [{concept: Orders, nil: yes, label: x, footnotes: [audited, geprueft]}]", "Orders"),
        ("facts: [{concept: IsAudited, value: 'no', label: x, footnotes: [audited, geprueft]}]", "IsAudited"),
        (
            "{text: n.md, concept: DisclosureOfGoingConcern, label: x, footnotes: [audited, geprueft]}",
            "DisclosureOfGoingConcern",
        ),
    ],
    ids=["value", "computed", "nil", "words", "text"],
)
def test_single_facts_and_texts_have_footnotes(small: SmallFolder, entry: str, concept: str):
    entry = entry.replace("Orders", "'own:Orders'")
    changed = with_notes().replace("    content:\n", f"    content:\n      - {entry}\n")
    report = small.read_sound(changed, files={"n.md": "It is."}).report
    assert facts_of(report) == dict.fromkeys(BOTH, (f"{concept} 2024",))


def test_a_fact_that_is_printed_twice_has_a_footnote_once(small: SmallFolder):
    twice = TABLE + 'Sales,Revenue,audited,"1,200",\n'
    report = small.read_sound(
        with_notes().replace("  geprueft: {text: Von niemandem., language: de}\n", ""), twice
    ).report
    assert facts_of(report) == {"footnote-audited": ("Revenue 2024", "Revenue 2023")}


def test_a_footnote_has_a_place(small: SmallFolder):
    reading = small.read_sound(with_notes(), TABLE.replace("audited", "audited geprueft"))
    assert (
        reading.locations["footnote-geprueft"].line
        == with_notes().split("\n").index("  geprueft: {text: Von niemandem., language: de}") + 1
    )


@pytest.fixture
def noted(small: SmallFolder) -> Report:
    """A report with two footnotes on two facts."""
    return small.read_sound(with_notes(), TABLE.replace("audited", "audited geprueft")).report


def test_the_notes_are_in_the_instance(small: SmallFolder, noted: Report):
    written = BytesIO()
    write_xbrl_xml(target_document(noted, small.vocabulary), written)
    root = etree.fromstring(written.getvalue())
    notes = root.findall(".//{http://www.xbrl.org/2003/linkbase}footnote")
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [(note.get(lang), "".join(note.itertext())) for note in notes] == [
        (note.language, note.content) for note in noted.footnotes
    ]


def test_the_notes_are_in_the_json(small: SmallFolder, noted: Report):
    written = BytesIO()
    write_xbrl_json(target_document(noted, small.vocabulary), written)
    facts = json.loads(written.getvalue())["facts"]
    assert facts["footnote-geprueft"]["value"] == "Von niemandem."
    linked = [
        name
        for name, fact in facts.items()
        if "footnote-audited" in fact.get("links", {}).get("footnote", {}).get("_", [])
    ]
    assert linked == sorted(noted.footnotes[0].facts)
