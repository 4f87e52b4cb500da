"""Every number that IIJ's release prints in a table stands in the example as printed, in the cell where it belongs."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest

NUMBER = re.compile(r"\(?\d[\d,]*(\.\d+)?\)?")
DASHES = {"-", "—"}

# numbers and dashes of each table, in the order of the release
COUNTS = {
    "operating-results": (48, 0),
    "segment-results": (15, 1),
    "network-services-revenue": (36, 0),
    "contracts": (33, 0),
    "financial-position": (96, 0),
    "profit-or-loss-six-months": (48, 0),
    "profit-or-loss-three-months": (48, 0),
    "comprehensive-income-six-months": (23, 1),
    "comprehensive-income-three-months": (23, 1),
    "changes-in-equity-1h22": (56, 32),
    "changes-in-equity-1h23": (53, 43),
    "cash-flows": (90, 4),
    "segments-1h22": (17, 3),
    "segments-1h23": (16, 4),
    "tse-results": (24, 0),
    "tse-per-share": (4, 0),
    "tse-financial-position": (8, 0),
    "tse-dividends": (5, 5),
    "tse-targets": (9, 0),
}
TWO_PAGES = {"financial-position", "cash-flows"}
RESERVED = {
    "concept",
    "id",
    "style",
    "level",
    "period",
    "dimensions",
    "unit",
    "scale",
    "decimals",
    "negated",
    "computed",
}

Rows = list[list[str]]


@pytest.fixture(scope="module")
def tables(root: Path) -> Path:
    """The example's folder of tables."""
    return root / "examples" / "iij-1h23" / "tables"


@pytest.fixture(scope="module")
def release(shared: Path) -> str:
    """The text of the release."""
    return (
        (shared / "seed" / "000_3eddefa07b05e16a.txt")
        .read_text(encoding="utf-8")
        .replace("<u>", "")
        .replace("</u>", "")
    )


def typed(table: Path) -> Rows:
    """The labels and values of a table of the example."""
    with table.open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    return [[cell for name, cell in zip(header, row, strict=True) if name not in RESERVED] for row in rows]


def printed(release: str) -> dict[str, Rows]:
    """The labels and values of the release's tables, without columns that are blank and headings above the columns."""
    pages = pages_of_tables(release)[1:]  # the first is the box of highlights
    found: dict[str, Rows] = {}
    for name in COUNTS:
        rows = pages.pop(0) + (pages.pop(0) if name in TWO_PAGES else [])
        kept = [any(column) for column in zip(*rows, strict=True)]
        found[name] = [[cell for cell, keep in zip(row, kept, strict=True) if keep] for row in rows]
    assert not pages, "the release has more tables"
    return found


def pages_of_tables(release: str) -> list[Rows]:
    """Runs of lines with tabs, each padded to the width of the widest, without lines that have no label."""
    lines = [[cell.strip() for cell in line.split("\t")] for line in release.split("\n")]
    starts = [at for at, (above, line) in enumerate(pairwise(lines), 1) if len(line) > 1 and len(above) == 1]
    pages = []
    for start in starts:
        end = next((at for at in range(start, len(lines)) if len(lines[at]) == 1), len(lines))
        width = max(len(line) for line in lines[start:end])
        pages.append([line + [""] * (width - len(line)) for line in lines[start:end] if line[0]])
    return pages


def count(rows: Rows) -> tuple[int, int]:
    """How many numbers and dashes there are besides the labels."""
    cells = [cell for row in rows for cell in row[1:]]
    return sum(bool(NUMBER.fullmatch(cell)) for cell in cells), sum(cell in DASHES for cell in cells)


def test_there_are_652_numbers_and_94_dashes() -> None:
    assert [sum(counts) for counts in zip(*COUNTS.values(), strict=True)] == [652, 94]


def test_the_release_has_as_many(release: str) -> None:
    cells = [cell.strip() for line in release.split("\n") if "\t" in line for cell in line.split("\t")]
    assert [sum(bool(NUMBER.fullmatch(cell)) for cell in cells), sum(cell in DASHES for cell in cells)] == [652, 94]


@pytest.mark.parametrize("name", COUNTS)
def test_table_has_as_many_numbers_as_the_release(tables: Path, name: str) -> None:
    assert count(typed(tables / f"{name}.csv")) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_table_is_typed_as_printed(tables: Path, release: str, name: str) -> None:
    assert typed(tables / f"{name}.csv") == printed(release)[name]


def test_highlights_are_those_of_the_box(tables: Path, release: str) -> None:
    box = pages_of_tables(release)[0][1:]
    rows = [
        [
            re.sub(" ³$", "", label),
            billions(result),
            f"({percent(change)})" if way == "down" else percent(change),
            billions(half),
            billions(year),
        ]
        for label, result, way, change, half, year in box
    ]
    assert typed(tables / "highlights.csv") == rows


def billions(text: str) -> str:
    """The digits of ``JPY128.2 billion``."""
    return text.removeprefix("JPY").removesuffix(" billion")


def percent(text: str) -> str:
    """The digits of ``5.1% YoY``."""
    return text.partition("%")[0]


def test_share_counts_are_those_of_the_notes(tables: Path, release: str) -> None:
    counts = [row[1:] for name in ("shares", "average-shares") for row in typed(tables / f"{name}.csv")]
    assert [number for row in counts for number in row] == re.findall(r"20\d\d: ([\d,]+) shares", release)
