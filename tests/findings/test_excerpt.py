"""Source lines and the carets below them."""

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.findings import Location
from xbrlgen.findings.excerpt import LONGEST_LINE, excerpt, printable, source_lines


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "marks"),
    [
        ("label,concept", 7, 7, "label,concept", "      ^^^^^^^"),
        ("label,concept", 0, 1, "label,concept", ""),
        ("\tRevenu", 2, 6, "    Revenu", "    ^^^^^^"),
        ("a\tb", 2, 1, "a    b", " ^^^^"),
        ("売上収益,Revenu", 6, 6, "売上収益,Revenu", "         ^^^^^^"),
        ("売上収益,Revenu", 1, 4, "売上収益,Revenu", "^^^^^^^^"),
        ("売上収益", 2, 99, "売上収益", "  ^^^^^^"),
        ("cafe\u0301,x", 7, 1, "cafe\u0301,x", "     ^"),
        ("short", 6, 1, "short", "     ^"),
        ("short", 900, 4, "short", "     ^"),
        ("a\x1b[31mb", 2, 1, "a\ufffd[31mb", " ^"),
        ("a\u202eb", 3, 1, "a\ufffdb", "  ^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_the_carets_stand_below_the_marked_part(line: str, column: int, length: int, shown: str, marks: str):
    part = excerpt(line, column, length)
    assert (part.line, part.marks) == (shown, marks)


def test_a_long_line_is_cut_around_the_marked_part():
    line = "a" * 500 + "WRONG" + "b" * 500
    part = excerpt(line, 501, 5, width=60)
    assert part.line == "…" + "a" * 19 + "WRONG" + "b" * 34 + "…"
    assert part.marks == " " * 20 + "^^^^^"


def test_a_long_line_is_cut_at_one_end_only_where_the_part_is_near_the_other():
    start = excerpt("WRONG" + "b" * 500, 1, 5, width=20)
    assert (start.line, start.marks) == ("WRONG" + "b" * 13 + "…", "^^^^^")
    end = excerpt("a" * 500 + "WRONG", 501, 5, width=20)
    assert (end.line, end.marks) == ("…" + "a" * 13 + "WRONG", " " * 14 + "^^^^^")


def _columns(text: str) -> int:
    """Columns of a terminal, counted without the code under test."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )


@given(st.text("ab\t売Ａé\u0301", max_size=300), st.integers(1, 300), st.integers(1, 40), st.integers(20, 120))
def test_an_excerpt_fits_and_marks_the_right_character(line: str, column: int, length: int, width: int):
    part = excerpt(line, column, length, width)
    assert _columns(part.line) <= width
    assert "\t" not in part.line
    assert part.marks.strip("^ ") == ""
    marked = line[column - 1 : column]
    if marked and marked not in "\t\u0301":
        before = len(part.marks) - len(part.marks.lstrip())
        index = next(i for i in range(len(part.line) + 1) if _columns(part.line[:i]) == before)
        while part.line[index] == "\u0301":
            index += 1
        assert part.line[index] == marked


def test_lines_are_found_in_their_files(tmp_path):
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_bytes("\ufefflabel,1H23\r\n売上収益,1\r\nlast".encode())
    two.write_bytes(b"\xff\xfe is not UTF-8\nnext\n")
    places = [Location(str(one), 1), Location(str(one), 2), Location(str(one), 3), Location(str(one), 4)]
    places += [Location(str(two), 1), Location(str(two), 2), Location(str(two))]
    assert source_lines(places) == {
        (str(one), 1): "label,1H23",
        (str(one), 2): "売上収益,1",
        (str(one), 3): "last",
        (str(two), 1): "\ufffd\ufffd is not UTF-8",
        (str(two), 2): "next",
    }


def test_what_cannot_be_shown_is_left_out(tmp_path):
    binary = tmp_path / "report.xlsx"
    binary.write_bytes(b"PK\x03\x04\0\0\n")
    os.mkfifo(tmp_path / "pipe")
    names = [binary, tmp_path, tmp_path / "missing", tmp_path / "pipe", "nul\0", "http://example.com/x.xsd"]
    assert source_lines(Location(str(name), 1) for name in names) == {}


def test_a_line_too_long_to_keep_is_left_out_and_its_neighbours_are_not(tmp_path):
    source = tmp_path / "minified.json"
    source.write_bytes(b"first\n" + b"x" * (LONGEST_LINE + 1) + b"\n" + b"y" * (LONGEST_LINE - 1) + b"\nlast\n")
    found = source_lines(Location(str(source), line) for line in (1, 2, 3, 4, 5))
    assert {line: text[:5] for (_, line), text in found.items()} == {1: "first", 3: "yyyyy", 4: "last"}


def test_text_that_a_terminal_would_obey_becomes_harmless():
    assert printable("a\x1b]0;title\x07\r\nb\u202e") == "a\ufffd]0;title\ufffd\ufffd\nb\ufffd"
