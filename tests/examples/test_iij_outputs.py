"""Every cell of IIJ's tables reaches the model and what is built of it: as a fact, or as a figure that reproduces it."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from xbrlgen.model import Cell, CellKind, Fact, Report, Table, TypedMember
from xbrlgen.model.evaluation import FactIndex, computed_value
from xbrlgen.pipeline import Built, build
from xbrlgen.readers.report_folder import read_report_folder
from xbrlgen.taxonomy import load_taxonomy

NUMBER = re.compile(r"(\()?(\d[\d,]*(?:\.\d+)?)\)?")
SCALES = {"JPY": 6, "JPY/shares": 0, "pure": 0, "shares": 0, "Gbps": 0}

XBRLI = "{http://www.xbrl.org/2003/instance}"
XBRLDI = "{http://xbrl.org/2006/xbrldi}"

Key = tuple[str, str, frozenset[tuple[str, str]]]
"""What a figure is of: local names of concept, axes and members, and the period as OIM writes it."""


@dataclass(frozen=True)
class Typed:
    """A cell of the model, and what was typed for it."""

    table: str
    label: str
    text: str
    is_negated: bool
    cell: Cell

    @property
    def is_number(self) -> bool:
        """Whether a number was typed."""
        return NUMBER.fullmatch(self.text) is not None

    def value(self, scale: int) -> Decimal:
        """The number in print, in units."""
        parts = NUMBER.fullmatch(self.text)
        assert parts is not None
        number = Decimal(parts[2].replace(",", "")).scaleb(scale)
        return -number if parts[1] else number

    def half_a_digit(self, scale: int) -> Decimal:
        """Half of the last digit in print, in units."""
        return Decimal(5).scaleb(scale - len(self.text.strip("()").partition(".")[2]) - 1)


@pytest.fixture(scope="module")
def example(root: Path) -> Path:
    """The report folder."""
    return root / "examples" / "iij-1h23"


@pytest.fixture(scope="module")
def report(example: Path) -> Report:
    """What the reader makes of it."""
    reading = read_report_folder(example, load_taxonomy)
    assert reading.findings == ()
    assert reading.report is not None
    return reading.report


@pytest.fixture(scope="module")
def cells(example: Path, report: Report) -> list[Typed]:
    """All cells of all tables."""
    names = re.findall(r"table: tables/(\S+)\.csv", (example / "report.yaml").read_text(encoding="utf-8"))
    content = [each for section in report.sections for each in section.content if isinstance(each, Table)]
    tables = [table for table in content if table.columns[0].id != "value"]  # the others list single facts
    assert sorted(f"{name}.csv" for name in names) == sorted(path.name for path in (example / "tables").iterdir())
    pairs = zip(names, tables, strict=True)
    return [typed for name, table in pairs for typed in beside(example / "tables" / f"{name}.csv", table)]


def beside(path: Path, table: Table) -> Iterator[Typed]:
    """The cells of a table with what its file has in their place."""
    with path.open(encoding="utf-8", newline="") as lines:
        records = list(csv.DictReader(lines))
    for record, row in zip(records, table.rows, strict=True):
        texts = list(record.values())[-len(row.cells) :]
        for text, cell in zip(texts, row.cells, strict=True):
            yield Typed(path.stem, record["label"], text, record.get("negated") == "yes", cell)


@pytest.fixture(scope="module")
def facts(report: Report) -> dict[str, Fact]:
    """The facts by their ids."""
    return {fact.id: fact for fact in report.facts}


def test_each_cell_is_of_the_kind_that_was_typed(cells: list[Typed]) -> None:
    kinds = Counter(typed.cell.kind for typed in cells)
    assert (kinds[CellKind.FACT], kinds[CellKind.COMPUTED], kinds[CellKind.DASH]) == (631, 43, 94)
    for typed in cells:
        assert typed.cell.printed == typed.text
        assert typed.is_number == (typed.cell.kind in {CellKind.FACT, CellKind.COMPUTED})


def test_each_fact_has_the_printed_value(cells: list[Typed], facts: dict[str, Fact]) -> None:
    for typed in cells:
        if typed.cell.kind is CellKind.FACT and typed.cell.fact is not None:
            fact = facts[typed.cell.fact]
            scale = scale_of(fact, typed)
            printed = typed.value(scale) * (-1 if typed.is_negated else 1)
            assert isinstance(fact.value, Decimal)
            tolerance = typed.half_a_digit(scale) if typed.table == "highlights" else 0  # other tables have more digits
            assert abs(fact.value - printed) <= tolerance, (typed, fact)


def scale_of(fact: Fact, typed: Typed) -> int:
    """The power of ten that the table's caption says."""
    if typed.table == "highlights":
        return 9
    is_percent = fact.concept.local_name.endswith(("YearOnYearChange", "RatioOfOwnersEquityToTotalAssets"))
    return -2 if is_percent else SCALES[unit(fact)]


def unit(fact: Fact) -> str:
    """The unit of a fact by its local names."""
    assert fact.unit is not None
    return "/".join(
        "*".join(measure.local_name for measure in side)
        for side in (fact.unit.numerators, fact.unit.denominators)
        if side
    )


def test_each_computed_figure_reproduces_the_print(cells: list[Typed], report: Report) -> None:
    index = FactIndex(report.facts)
    for typed in cells:
        if typed.cell.kind is CellKind.COMPUTED:
            assert typed.cell.computation is not None
            scale = 0 if typed.table == "contracts" else -2  # a difference there, changes in percent elsewhere
            assert computed_value(typed.cell.computation, index) == typed.value(scale), typed


@pytest.fixture(scope="module")
def built(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The outputs of a build."""
    return build(example, tmp_path_factory.mktemp("built") / "iij-1h23")


def test_the_release_holds_and_every_equation_was_checked(built: Built) -> None:
    assert built.findings == ()


@pytest.mark.parametrize("suffix", [".xbrl", ".json"])
def test_each_fact_of_a_table_is_in_the_outputs(
    built: Built, cells: list[Typed], facts: dict[str, Fact], suffix: str
) -> None:
    path = built.folder / f"iij-2023-09-30{suffix}"
    written = dict(figures_of_xml(path) if suffix == ".xbrl" else figures_of_json(path))
    reported = {typed.cell.fact for typed in cells if typed.cell.kind is CellKind.FACT}
    assert len(reported) > 500
    for name in reported:
        assert name is not None
        assert written[key(facts[name])] == facts[name].value


def key(fact: Fact) -> Key:
    """What a fact of the model is of."""
    assert fact.period is not None
    moments = [moment.isoformat() for moment in (fact.period.start, fact.period.end) if moment is not None]
    members = [each.member for each in fact.dimensions if not isinstance(each.member, TypedMember)]
    axes = [each.axis.local_name for each in fact.dimensions]
    return (
        fact.concept.local_name,
        "/".join(moments),
        frozenset(zip(axes, (member.local_name for member in members), strict=True)),
    )


def figures_of_xml(path: Path) -> Iterator[tuple[Key, Decimal]]:
    """The numeric facts of an xBRL-XML instance, read with nothing of ours."""
    root = etree.parse(path).getroot()
    contexts = {context.get("id"): context for context in root.iter(f"{XBRLI}context")}
    for item in root.iterchildren("{*}*"):
        if item.get("unitRef") is not None:
            context = contexts[item.get("contextRef")]
            members = frozenset(
                (local(member.get("dimension") or ""), local((member.text or "").strip()))
                for member in context.iter(f"{XBRLDI}explicitMember")
            )
            yield (etree.QName(item).localname, period(context), members), Decimal(item.text or "")


def period(context: etree._Element) -> str:
    """The period of a context as OIM writes it."""
    start, end, instant = (context.findtext(f".//{XBRLI}{name}") for name in ("startDate", "endDate", "instant"))
    end_of_day = (date.fromisoformat((end or instant or "").strip()) + timedelta(1)).isoformat() + "T00:00:00"
    return f"{start.strip()}T00:00:00/{end_of_day}" if start else end_of_day


def figures_of_json(path: Path) -> Iterator[tuple[Key, Decimal]]:
    """The numeric facts of an xBRL-JSON report, read with nothing of ours."""
    for fact in json.loads(path.read_text(encoding="utf-8"))["facts"].values():
        aspects = fact["dimensions"]
        if "decimals" in fact or "unit" in aspects:
            members = frozenset((local(axis), local(member)) for axis, member in aspects.items() if ":" in axis)
            yield (local(aspects["concept"]), aspects["period"], members), Decimal(fact["value"])


def local(name: str) -> str:
    """The local part of a prefixed name."""
    return name.rpartition(":")[2]
