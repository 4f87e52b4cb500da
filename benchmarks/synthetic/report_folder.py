"""A synthetic report as a report folder: a row per concept and combination of members, a column per year."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.synthetic.aspects import ENTITY, SCHEME
from benchmarks.synthetic.size import FIRST_YEAR, Size

ROWS = 2_000
"""Rows of a table at most."""


def write_report_folder(folder: Path, size: Size, rows: int = ROWS, *, has_pages: bool = False) -> Path:
    """Write the report folder; its texts are left out, as tables hold figures.

    A table has `rows` rows at most; all are on one page, or each on a page of its own.
    """
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    tables = list(_tables(size, rows))
    for name, lines in tables:
        (folder / "tables" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = "\n".join(_report(size, [name for name, _ in tables], has_pages=has_pages)) + "\n"
    (folder / "report.yaml").write_text(report, encoding="utf-8")
    return folder


def _report(size: Size, tables: list[str], *, has_pages: bool) -> Iterator[str]:
    years = [FIRST_YEAR + each for each in range(size.year_count)]
    yield "title: Synthetic report"
    yield f'entity: {{name: Synthetic, scheme: "{SCHEME}", identifier: {ENTITY}}}'
    yield "taxonomy: ifrs-2025"
    yield f"period: Y{years[-1]}"
    yield "currency: EUR"
    yield "scale: thousands"
    yield "periods:"
    yield from (f"  Y{year}: {year}-01-01/{year}-12-31" for year in years)
    yield "extension:"
    yield "  prefix: s"
    yield "  namespace: http://example.com/synthetic"
    yield "  concepts:"
    for index in range(size.concept_count):
        yield f"    Concept{index}: {{type: monetary, period: duration, label: Concept {index}}}"
    yield "  axes:"
    for axis in range(size.dimensions):
        yield f"    Axis{axis}:"
        yield f"      label: Axis {axis}"
        yield f"      default: Axis{axis}Domain"
        yield "      members:"
        yield f"        Axis{axis}Domain: All of axis {axis}"
        yield from (f"        Axis{axis}Member{each}: Member {each}" for each in range(size.member_count))
    yield "sections:"
    columns = ", ".join(f"{year}: Y{year}" for year in years)
    for number, of_section in enumerate([[name] for name in tables] if has_pages else [tables]):
        yield f"  - id: figures-{number}"
        yield f"    title: Figures {number}"
        yield f"    new_file: {str(number > 0).lower()}"
        yield "    content:"
        for name in of_section:
            yield f"      - table: tables/{name}"
            yield f"        columns: {{{columns}}}"


def _tables(size: Size, most: int) -> Iterator[tuple[str, list[str]]]:
    head = ",".join(("label", "concept", "dimensions", *(str(FIRST_YEAR + each) for each in range(size.year_count))))
    rows = list(_rows(size))
    for start in range(0, len(rows), most):
        yield f"table-{start // most}.csv", [head, *rows[start : start + most]]


def _rows(size: Size) -> Iterator[str]:
    cells: dict[tuple[int, tuple[int, ...]], dict[int, str]] = {}
    for fact in size.all_facts():
        if not size.is_text(fact.concept):
            row = cells.setdefault((fact.concept, size.members(fact.context)), {})
            row[size.year(fact.context)] = str(int(fact.value) // 1000)
    for (concept, members), values in sorted(cells.items()):
        where = "; ".join(f"s:Axis{axis}=s:Axis{axis}Member{member}" for axis, member in enumerate(members))
        figures = ",".join(values.get(FIRST_YEAR + each, "") for each in range(size.year_count))
        yield f"Concept {concept},s:Concept{concept},{where},{figures}"
