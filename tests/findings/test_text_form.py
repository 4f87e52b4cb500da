"""Findings as text."""

import time
from pathlib import Path

import pytest

from xbrlgen.findings import Counts, Finding, Location, Severity
from xbrlgen.findings.text import TextForm
from xbrlgen.findings.verdict import verdict_line


def _finding(code="XG350", message="'Revenu' is no element", *places, severity=Severity.ERROR, **more) -> Finding:
    return Finding(code, "unknown-concept", severity, message, locations=places, **more)


def _text(findings, **settings) -> str:
    form = TextForm(**settings)
    return "\n".join([*form.lines(findings), verdict_line(Counts.of(findings), colour=form.colour)])


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    (tmp_path / "pl.csv").write_text('label,concept,1H23\n売上収益,Revenu,"128,198"\nCosts\t,Costt,1\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_finding_shows_its_place_line_caret_hint_and_standard_code(folder):
    found = _finding(
        "XG350",
        "'Revenu' is no element",
        Location("pl.csv", 2, 6, length=6),
        hint="did you mean 'Revenue'?",
        standard="oime:unknownConcept",
    )
    assert _text([found]) == (
        "error XG350 unknown-concept: 'Revenu' is no element\n"
        "  --> pl.csv:2:6\n"
        '  2 | 売上収益,Revenu,"128,198"\n'
        "    |          ^^^^^^\n"
        "  hint: did you mean 'Revenue'?\n"
        "  standard: oime:unknownConcept\n"
        "\n"
        "invalid: 1 error, 0 warnings, 0 infos"
    )


def test_findings_come_in_order_of_place_and_those_that_say_the_same_are_one(folder):
    warning = _finding("XG201", "odd", Location("pl.csv", 1), severity=Severity.WARNING)
    same = [_finding("XG350", "unknown", Location("pl.csv", line, 2)) for line in (3, 2)]
    assert _text([*same, warning, same[0]]) == (
        "warning XG201 unknown-concept: odd\n"
        "  --> pl.csv:1\n"
        "  1 | label,concept,1H23\n"
        "\n"
        "error XG350 unknown-concept: unknown (×2)\n"
        "  --> pl.csv:2:2\n"
        '  2 | 売上収益,Revenu,"128,198"\n'
        "    |   ^^\n"
        "  --> pl.csv:3:2\n"
        "  3 | Costs    ,Costt,1\n"
        "    |  ^\n"
        "\n"
        "invalid: 3 errors, 1 warning, 0 infos"
    )


def test_a_place_without_a_readable_line_stands_alone(folder):
    (folder / "report.xlsx").write_bytes(b"PK\0\0")
    places = [
        Location("missing.csv", 4, 2),
        Location("report.xlsx", pointer="Sheet1!B7"),
        Location("pl.csv", 99, 1, "/a[2]"),
    ]
    assert _text([_finding("XG101", "x", *places)]).splitlines() == [
        "error XG101 unknown-concept: x",
        "  --> missing.csv:4:2",
        "  --> report.xlsx#Sheet1!B7",
        "  --> pl.csv:99:1 (/a[2])",
        "",
        "invalid: 1 error, 0 warnings, 0 infos",
    ]


def test_many_findings_of_one_code_are_counted_and_all_are_shown_when_asked():
    findings = [_finding("XG204", f"value {n:03}", Location("a.csv", n, 1)) for n in range(1, 402)]
    findings.append(_finding("XG205", "another", severity=Severity.INFO))
    text = _text(findings)
    assert text.count("error XG204") == 20
    assert "… and 381 more XG204 unknown-concept (--all shows them)" in text
    assert "info XG205" in text
    assert text.endswith("invalid: 401 errors, 0 warnings, 1 info")
    assert _text(findings, show_all=True).count("error XG204") == 401


def test_many_places_of_one_finding_are_counted():
    findings = [_finding("XG204", "same", Location("a.csv", n, 1)) for n in range(1, 51)]
    lines = _text(findings).splitlines()
    assert [line for line in lines if line.startswith("  -->")] == [f"  --> a.csv:{n}:1" for n in range(1, 14)]
    assert "  … and 37 more places (--all shows them)" in lines
    assert _text(findings, show_all=True).count("  --> ") == 50


def test_no_findings_are_valid_and_one_warning_is_too():
    assert _text([]) == "valid: 0 errors, 0 warnings, 0 infos"
    assert _text([_finding(severity=Severity.WARNING)]).endswith("\nvalid: 0 errors, 1 warning, 0 infos")


def test_colour_adds_escapes_and_changes_nothing_else(folder):
    import re

    found = [_finding("XG350", "x", Location("pl.csv", 2, 6, length=6))]
    coloured = _text(found, colour=True)
    assert "\x1b[1;31merror XG350\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == _text(found)


def test_messages_cannot_steer_the_terminal_or_pass_for_another_finding():
    text = _text([_finding("XG350", "value '\x1b[2J'\nerror XG999 forged: x", hint="a\nb")])
    assert "\x1b" not in text
    assert text.splitlines()[:4] == [
        "error XG350 unknown-concept: value '\ufffd[2J'",
        "    error XG999 forged: x",
        "  hint: a",
        "    b",
    ]


def test_a_hundred_thousand_findings_take_time_in_proportion(tmp_path):
    source = tmp_path / "big.csv"
    source.write_text("".join(f"row {n},1\n" for n in range(100_000)))

    def seconds(count: int) -> float:
        findings = [_finding("XG204", f"value {n}", Location(str(source), n, 1)) for n in range(1, count)]
        started = time.process_time()
        assert _text(findings, show_all=True).count("XG204") == count - 1
        return time.process_time() - started

    small, large = seconds(5_000), seconds(50_000)
    print(f"5,000 findings in {small:.2f} s, 50,000 in {large:.2f} s")
    assert large < 30 * max(small, 0.05)
