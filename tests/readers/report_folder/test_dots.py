"""A full stop that may group thousands: told where the table or the language of the report gives a reason."""

from pathlib import Path

import pytest
from small_folder import REPORT, SmallFolder


def warnings(root: Path, values: str, language: str) -> list[tuple[str, list[int]]]:
    """The message and the lines of each warning on a table with these figures, one to a row."""
    rows = "".join(f'Revenue,Revenue,"{value}",\n' for value in values.split())
    reading = SmallFolder(root).read(f"language: {language}\n{REPORT}", f"label,concept,FY,PY\n{rows}")
    return [
        (each.message, [place.line for place in each.locations]) for each in reading.findings if each.code == "XG981"
    ]


@pytest.mark.parametrize(
    ("values", "language", "lines"),
    [
        ("12.345", "de", [2]),
        ("12.345 (1.234) 812", "de-AT", [2, 3]),
        ("12.345", "en", []),
        ("12.345 1.234.567", "en", [2]),
        ("12.345 12,5", "en", [2]),
        ("△12.345 -1.234,50", "en", [2]),
        ("12.345 12.5", "de", []),
        ("12.345 42,587", "de", []),
        ("12.345 42,587 1.234.567", "de", [2]),
        ("0.125 12.5 42,587 12.345%", "de", []),
        ("31.12.2023", "de", []),
    ],
)
def test_a_full_stop_before_three_digits(tmp_path: Path, values: str, language: str, lines: list[int]):
    assert [places for _, places in warnings(tmp_path, values, language)] == ([lines] if lines else [])


def test_the_warning_names_the_cell_and_the_reason(tmp_path: Path):
    ((by_table, _),) = warnings(tmp_path, "12.345 7.000 1.234.567", "en")
    assert by_table == (
        "the full stop in '12.345' and 1 more is read as a decimal mark, but the table has '1.234.567', too"
    )
    ((by_language, _),) = warnings(tmp_path, "12.345", "de")
    assert by_language.endswith("is read as a decimal mark, but the language of the report is 'de'")
