"""The summary of IIJ's release: the figures as printed, all of them, small and fast."""

import io
import re

import pytest
from cpu_time import within
from lxml import etree
from summary_report import example_page, labels, read_example

from xbrlgen.model import CellKind, Table
from xbrlgen.writers.summary import write_summary

DASHES = str.maketrans("—–−", "---")


@pytest.fixture(scope="module")
def example(root):
    return read_example(root / "examples" / "iij-1h23")


@pytest.fixture(scope="module")
def written(root):
    return example_page(root / "examples" / "iij-1h23")


@pytest.fixture(scope="module")
def tree(written):
    return etree.fromstring(written)


def _cells(report):
    return [
        cell
        for section in report.sections
        for table in section.content
        if isinstance(table, Table)
        for row in table.rows
        if not (row.style == "heading" and all(cell.kind is CellKind.EMPTY for cell in row.cells))
        for cell in row.cells
    ]


def test_every_cell_shows_what_the_release_prints(example, tree):
    shown = [
        "".join(each.itertext())
        for each in tree.xpath(
            "//*[starts-with(@id,'table-')]//*[local-name()='tbody']//*[local-name()='td'][not(contains(@class,'change'))]"
        )
    ]
    cells = _cells(example[0].report)
    assert len(shown) == len(cells)
    numbers = 0
    for cell, text in zip(cells, shown, strict=True):
        typed = cell.printed.strip()
        if typed:
            assert text.replace("%", "").translate(DASHES) == typed.replace("%", "").translate(DASHES), cell.id
            numbers += bool(re.fullmatch(r"[(]?[\d,.]+[)]?%?", typed))
    assert numbers >= 652


def test_every_fact_can_be_reached_and_none_is_left_out(example, tree):
    report = example[0].report
    linked = {link.removeprefix("#fact-") for link in tree.xpath("//@href") if link.startswith("#fact-")}
    assert linked == {fact.id for fact in report.facts}
    assert not tree.xpath("//*[@id='other-facts']")


def test_all_calculations_hold(tree):
    kinds = ["".join(each.itertext()) for each in tree.xpath("//*[@class='check-kinds']/*")]
    counts = [re.search(r"([\d]+) of ([\d]+) hold", kind).groups() for kind in kinds]
    assert len(counts) == 4
    assert all(holding == every for holding, every in counts)
    assert sum(int(every) for _, every in counts) > 300


def test_the_page_is_small_and_written_fast(example, written):
    assert len(written) < 1_000_000
    reading, taxonomy = example
    with within(0.6):  # 0.14 s when nothing else runs
        write_summary(
            reading.report, io.BytesIO(), findings=(), locations=reading.locations, labels=labels, vocabulary=taxonomy
        )
