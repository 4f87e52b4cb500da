"""xBRL-XML as it is written: judged by an XML parser, by Arelle, and by its bytes."""

import os
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import arelle_referee
import kinds
import pytest
from lxml import etree

from xbrlgen.model import SHARES, Fact, Footnote, Period, QName
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_xml import write_xbrl_xml

SPACES = {
    "xbrli": "http://www.xbrl.org/2003/instance",
    "xbrldi": "http://xbrl.org/2006/xbrldi",
    "link": "http://www.xbrl.org/2003/linkbase",
    "k": kinds.NAMESPACE,
}


def written(report, **options) -> bytes:
    out = BytesIO()
    write_xbrl_xml(target_document(report, kinds.taxonomy(), **options), out)
    return out.getvalue()


def parsed(*facts: Fact, **more) -> etree._Element:
    return etree.fromstring(written(kinds.report(*facts, **more)))


def found(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=SPACES)


@pytest.mark.arelle
def test_arelle_has_no_complaint_and_sees_our_facts(tmp_path: Path):
    report = kinds.one_of_each_kind()
    path = tmp_path / "kinds.xbrl"
    path.write_bytes(written(report))
    verdict = arelle_referee.load(path, duplicates="all")
    assert verdict.messages == []
    assert verdict.facts == arelle_referee.comparable(report)
    assert verdict.fact_count == len(report.facts)


@pytest.mark.arelle
def test_dimensions_go_into_the_segment_where_a_profile_says_so(tmp_path: Path):
    report = kinds.one_of_each_kind()
    path = tmp_path / "kinds.xbrl"
    path.write_bytes(written(report, container="segment"))
    root = etree.fromstring(path.read_bytes())
    assert found(root, "//xbrli:scenario") == []
    assert len(found(root, "//xbrli:entity/xbrli:segment")) == 4
    verdict = arelle_referee.load(path)
    assert verdict.messages == []
    assert verdict.facts == arelle_referee.comparable(report)


def test_the_same_report_gives_the_same_bytes():
    assert written(kinds.one_of_each_kind()) == written(kinds.one_of_each_kind())


def test_the_file_is_utf_8_without_mark_or_carriage_returns_and_declares_what_it_is():
    content = written(kinds.one_of_each_kind())
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<xbrli:xbrl\n')
    assert content.endswith(b"</xbrli:xbrl>\n")
    assert b"\r" not in content
    assert "研究開発" in content.decode()
    assert b"\n\n" not in content


def test_only_used_namespaces_are_declared_in_order_of_prefix():
    root = parsed(kinds.number("Ratio", 1, SHARES))
    assert list(root.nsmap) == ["k", "link", "xbrli", "xlink"]
    every = etree.fromstring(written(kinds.one_of_each_kind()))
    assert list(every.nsmap) == ["iso4217", "k", "link", "utr", "xbrldi", "xbrli", "xlink", "xsi"]


def test_schema_references_are_the_reports_or_those_that_replace_them():
    report = replace(kinds.report(kinds.number("Cash", 1)), schema_refs=("a b&c.xsd", "http://x/y.xsd"))
    root = etree.fromstring(written(report))
    assert found(root, "link:schemaRef/@*[local-name()='href']") == ["a b&c.xsd", "http://x/y.xsd"]
    replaced = etree.fromstring(written(report, schema_refs=["own.xsd"]))
    assert found(replaced, "link:schemaRef/@*[local-name()='href']") == ["own.xsd"]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period.instant(date(2023, 9, 30)), ["2023-09-30"]),
        (Period.duration(date(2023, 4, 1), date(2023, 9, 30)).opening, ["2023-03-31"]),
        (Period.duration(date(2023, 1, 1), date(2023, 12, 31)).opening, ["2022-12-31"]),
        (Period.duration(date(2023, 1, 1), date(2023, 12, 31)), ["2023-01-01", "2023-12-31"]),
        (Period.duration(date(2024, 2, 29), date(2024, 2, 29)), ["2024-02-29", "2024-02-29"]),
        (Period(None, datetime(2023, 9, 30, 15, 30)), ["2023-09-30T15:30:00"]),  # noqa: DTZ001
        (Period(datetime(2023, 4, 1, 9), datetime(2023, 10, 1)), ["2023-04-01T09:00:00", "2023-09-30"]),  # noqa: DTZ001
        (Period(datetime(2023, 4, 1), datetime(2023, 4, 1, 0, 0, 0, 500)), ["2023-04-01", "2023-04-01T00:00:00.0005"]),  # noqa: DTZ001
        (None, [""]),
    ],
)
def test_a_midnight_is_the_end_of_the_day_before_and_other_moments_keep_their_time(period, expected):
    root = parsed(kinds.number("Revenue", 1, period=period))
    assert [each.text or "" for each in found(root, "//xbrli:period/*")] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0", "0"), ("-0", "0"), ("-0.00", "0.00"), ("1E+3", "1000"), ("1.10", "1.10"), ("-4.2E-5", "-0.000042")],
)
def test_numbers_are_written_out(value, expected):
    root = parsed(kinds.number("Revenue", value))
    assert found(root, "k:Revenue/text()") == [expected]


def test_an_integer_has_no_point():
    root = parsed(kinds.number("Employees", "4803.00", SHARES))
    assert found(root, "k:Employees/text()") == ["4803"]


def test_decimals_are_infinite_a_number_or_not_there():
    root = parsed(
        kinds.number("Revenue", 1, decimals=None),
        kinds.number("Cash", 1, decimals=-6),
        kinds.number("Ratio", None, decimals=None),
        kinds.text("Name", "x", "en"),
    )
    assert [each.get("decimals") for each in found(root, "k:*")] == ["INF", "-6", None, None]
    assert [each.get("unitRef") for each in found(root, "k:*")] == ["JPY", "JPY", "JPY", None]


@pytest.mark.parametrize(
    "text", ["", " ", "\r\n\t", "a\rb", "]]>", "<p>&amp;</p>", "{{ 7 * 7 }}", "\x85\u2028\ufeff", "𠮷"]
)
def test_text_lives_through_a_parser_to_the_letter(text):
    root = parsed(kinds.text("Policy", text, "en"), kinds.number("Cash", 1, dimensions=(kinds.bond(text),)))
    assert (found(root, "k:Policy")[0].text or "") == text
    assert (found(root, "//xbrldi:typedMember/k:bond")[0].text or "") == text


def test_attributes_live_through_a_parser_to_the_letter():
    report = replace(kinds.report(kinds.number("Cash", 1)), schema_refs=('a"b\t<c>\n&d',))
    assert found(etree.fromstring(written(report)), "link:schemaRef/@*[local-name()='href']") == ['a"b\t<c>\n&d']


def test_names_in_values_have_declared_prefixes_or_are_expanded():
    elsewhere = QName("http://elsewhere.example/forms", "F1")
    root = parsed(kinds.text("Form", str(elsewhere)), kinds.text("Region", str(kinds.name("NorthMember"))))
    prefix, _, local = found(root, "k:Form/text()")[0].partition(":")
    assert (root.nsmap[prefix], local) == (elsewhere.namespace, "F1")
    assert found(root, "k:Region/text()") == [f"{kinds.NAMESPACE}#NorthMember"]


def test_a_footnote_with_markup_is_xhtml_and_any_other_is_text():
    notes = ("plain & simple", "see <b>this</b>", "1 < 2", "<b>not closed", "<x:y>undeclared</x:y>")
    footnotes = tuple(Footnote(f"n{number}", "en", each, ("c",)) for number, each in enumerate(notes))
    root = parsed(kinds.number("Cash", 1, id="c"), footnotes=footnotes)
    read = found(root, "//link:footnote")
    assert [etree.QName(each).localname for each in read[1]] == ["b"]
    assert read[1][0].tag == "{http://www.w3.org/1999/xhtml}b"
    assert [each.text for each in (read[0], *read[2:])] == [notes[0], *notes[2:]]
    assert len(found(root, "//link:loc")) == 1
    assert len(found(root, "//link:footnoteArc")) == len(notes)


def test_markup_in_names_cannot_reach_the_templates():
    root = parsed(kinds.number("Cash", 1, id='x" onload="y'), kinds.text("Name", "a", 'en"><x/>'))
    assert len(found(root, "k:*")) == 2
    assert found(root, "//x") == []


def test_neither_hash_seed_nor_time_zone_nor_folder_changes_a_byte(tmp_path: Path):
    script = """
import hashlib, io, kinds
from xbrlgen.target import target_document
from xbrlgen.writers import xbrl_json, xbrl_xml
for write in (xbrl_xml.write_xbrl_xml, xbrl_json.write_xbrl_json):
    out = io.BytesIO()
    write(target_document(kinds.one_of_each_kind(), kinds.taxonomy()), out)
    print(hashlib.sha256(out.getvalue()).hexdigest())
"""
    path = os.pathsep.join(map(str, (Path(kinds.__file__).parent, Path(kinds.__file__).parents[1])))
    runs = []
    for seed, zone, folder in (("1", "UTC", tmp_path), ("2", "Asia/Tokyo", Path.cwd())):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path}
        run = subprocess.run(
            [sys.executable, "-c", script], cwd=folder, env=environment, capture_output=True, check=True
        )
        runs.append(run.stdout)
    assert runs[0] == runs[1]
    assert len(runs[0].split()) == 2


class _Counter:
    """A file that keeps nothing."""

    def write(self, data: bytes) -> int:
        return len(data)

    def writelines(self, lines) -> None:
        for line in lines:
            self.write(line)


def test_memory_stays_flat_while_facts_are_written():
    months = [
        Period.duration(date(2000 + n // 12, n % 12 + 1, 1), date(2000 + n // 12, n % 12 + 1, 28)) for n in range(24)
    ]

    def peak(count: int) -> int:
        facts = [
            kinds.number("Revenue", n, period=months[n % 24])._replace(id=f"f{n}", concept=kinds.name(f"R{n // 24}"))
            for n in range(count)
        ]
        made = target_document(kinds.report(*facts), kinds.taxonomy())
        tracemalloc.start()
        write_xbrl_xml(made, _Counter())
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(100)
    assert peak(8000) < peak(1000) + 400_000
