"""The page of a report: what readers find on it, and which of it is tagged how."""

import gc
import re
from collections import Counter
from decimal import Decimal

import issuer
import kinds
import pytest
from lxml import etree

from xbrlgen.target import target_document
from xbrlgen.target.inline import InlineSettings
from xbrlgen.writers.inline import write_inline_xbrl
from xbrlgen.writers.inline.places import Places

SPACES = {
    "h": "http://www.w3.org/1999/xhtml",
    "ix": "http://www.xbrl.org/2013/inlineXBRL",
    "link": "http://www.xbrl.org/2003/linkbase",
    "xbrli": "http://www.xbrl.org/2003/instance",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def root(made: issuer.Made):
    return etree.fromstring(made.page.encode())


def found(element, path: str) -> list:
    return element.xpath(path, namespaces=SPACES)


def cell(made: issuer.Made, label: str, column: int, table: str = "table-income"):
    return found(root(made), f"//h:div[@id='{table}']//h:tr[h:th='{label}']/h:td[{column}]")[0]


def words(element) -> str:
    return "".join(element.itertext())


def test_nothing_is_wrong_with_it_and_it_says_what_the_report_says(annual):
    assert annual.problems == ()
    assert annual.differences() == []


def test_it_reads_as_a_document(annual):
    page = root(annual)
    assert [words(each) for each in found(page, "//h:h1 | //h:h2")] == [
        *("Annual report 2024 of Larch & Sons", "Contents"),
        *("About the report", "Income statement", "Policies", "Ratios"),
    ]
    assert words(found(page, "//h:title")[0]) == "Annual report 2024 of Larch & Sons, Larch & Sons plc"
    assert page.get(LANGUAGE) == "en"
    assert words(found(page, "//h:p[@class='period']")[0]) == "1 January 2024 – 31 December 2024"
    links = found(page, "//h:div[@id='contents']//h:a")
    assert [words(each) for each in links] == ["About the report", "Income statement", "Policies", "Ratios"]
    assert all(found(page, f"//*[@id='{each.get('href')[1:]}']") for each in found(page, "//h:a"))


def test_tables_say_what_heads_what(annual):
    table = found(root(annual), "//h:div[@id='table-income']//h:table")[0]
    assert words(found(table, "h:caption")[0]) == "Income statement Thousands of euros"
    assert [(words(each), each.get("scope")) for each in found(table, "h:thead//h:th")] == [
        *(("Year", "colgroup"), ("2024", "col"), ("2023", "col"), ("Change", "col")),
    ]
    assert Counter(each.get("scope") for each in found(table, "h:tbody//h:th")) == {"row": 6, "rowgroup": 1}
    rows = found(table, "h:tbody/h:tr")
    assert {sum(int(each.get("colspan", 1)) for each in row) for row in rows} == {4}
    assert [len(found(body, "h:tr")) for body in found(table, "h:tbody")] == [5, 2]


def test_each_shown_value_has_a_tag_of_its_own_with_the_sign_outside(annual):
    (tag,) = found(cell(annual, "Cost of sales", 1), ".//ix:nonFraction")
    assert words(found(cell(annual, "Cost of sales", 1), "h:span")[0]) == "(812,000)"
    assert (tag.text, tag.get("scale"), tag.get("decimals"), tag.get("sign")) == ("812,000", "3", "-3", None)
    (loss,) = found(cell(annual, "Profit for the year", 2), ".//ix:nonFraction")
    assert words(cell(annual, "Profit for the year", 2)) == "\N{MINUS SIGN}12,345"
    assert (loss.text, loss.get("sign")) == ("12,345", "-")


def test_the_first_occurrence_has_the_id_of_the_fact_and_the_others_have_their_own(annual):
    page = root(annual)
    tags = found(page, "//ix:nonFraction[@name='ifrs-full:Revenue'][@contextRef='d-2024-01-01-2024-12-31']")
    assert len(tags) == 2
    assert [each.get("id") for each in tags] == [tags[0].get("id"), f"{tags[0].get('id')}-2"]
    assert tags[0].get("id") in {each.id for each in annual.document.facts}
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_fewer_digits_lead_to_the_figure_in_full(annual):
    rounded = cell(annual, "Revenue", 1, "table-summary")
    assert found(rounded, ".//ix:*") == []
    (link,) = found(rounded, "h:a")
    assert link.text == "1,234.6"
    target = found(root(annual), f"//*[@id='{link.get('href')[1:]}']")[0]
    assert (target.get("name"), target.text) == ("ifrs-full:Revenue", "1,234,567")
    exact = cell(annual, "Revenue", 2, "table-summary")
    assert found(exact, "ix:nonFraction/@scale") == ["6"]


def test_a_dash_for_zero_and_nil_are_two_things(annual):
    (zero,) = found(cell(annual, "Other income", 1), "ix:nonFraction")
    assert (zero.text, zero.get("format"), zero.get("scale")) == ("–", "ixt:fixed-zero", None)
    (nil,) = found(cell(annual, "Other income", 2), ".//ix:nonFraction")
    assert nil.get(f"{{{SPACES['xsi']}}}nil") == "true"
    assert (nil.text, nil.get("decimals"), nil.get("format")) == (None, None, None)
    assert words(cell(annual, "Other income", 2)) == "nil"


def test_computed_figures_are_shown_and_report_nothing(annual):
    change = cell(annual, "Revenue", 3)
    assert words(change) == "23.5%"
    assert found(change, ".//ix:*") == []


def test_percentages_and_earnings_per_share(annual):
    (growth,) = found(cell(annual, "Growth of revenue", 2, "table-ratios"), ".//ix:nonFraction")
    assert words(cell(annual, "Growth of revenue", 2, "table-ratios")) == "(1.5%)"
    assert (growth.text, growth.get("scale"), growth.get("sign"), growth.get("decimals")) == ("1.5", "-2", "-", "3")
    (earnings,) = found(cell(annual, "Basic earnings per share", 1, "table-ratios"), "ix:nonFraction")
    assert (earnings.text, earnings.get("scale"), earnings.get("unitRef")) == ("1.23", None, "EURPerShares")


def test_a_text_block_keeps_its_markup_and_a_text_its_characters(annual):
    page = root(annual)
    (block,) = found(page, "//ix:nonNumeric[@escape='true']")
    assert block.get(LANGUAGE) == "en"
    assert [etree.QName(each).localname for each in block] == ["p", "ul", "table"]
    (text,) = found(page, "//h:div[@class='plain']/ix:nonNumeric")
    assert (text.get("escape"), text.text) == (None, "Larch & Sons\nmakes planks.")


def test_dates_and_booleans_are_words_with_their_transformations(annual):
    page = root(annual)
    assert found(page, "//ix:nonNumeric[@name='larch:DateOfApproval']/text()") == ["1 March 2025"]
    (audited,) = found(page, "//ix:nonNumeric[@name='larch:IsAudited']")
    assert (audited.text, audited.get("format")) == ("Yes", "ixt:fixed-true")


def test_only_what_nothing_can_show_is_hidden_and_words_lead_to_it(annual):
    page = root(annual)
    (hidden,) = found(page, "//ix:hidden/*")
    assert (hidden.get("name"), hidden.text) == ("larch:KindOfOpinion", "ifrs-full:Revenue")
    (link,) = found(page, "//h:*[contains(@style, 'ix-hidden')]")
    assert (words(link), link.get("style")) == ("Revenue", f"-ix-hidden:{hidden.get('id')}")


@pytest.mark.parametrize("style", ["-esef-ix-hidden", "-sec-ix-hidden"])
def test_a_profile_chooses_the_style_of_hidden_facts(issue, style):
    made = issue(InlineSettings(hidden_style=style))
    assert re.findall(r'style="(-[\w-]+):', made.page) == [style]


def test_a_profile_chooses_names_and_may_refuse_style_sheets(issue):
    made = issue(InlineSettings(suffix=".htm", style_sheet=False))
    assert [each.name for each in made.pages] == ["larch.htm"]
    assert "<style" not in made.page
    assert made.differences() == []
    made = issue(InlineSettings(suffix=".htm", style_sheet=False, file_starts=("income",)))
    assert [each.name for each in made.pages] == ["larch.htm", "larch-2.htm"]
    assert not any("<link " in each.read_text(encoding="utf-8") for each in made.pages)


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        ("en", ["Contents", "1 January 2024 – 31 December 2024", "EUR thousands"]),
        ("de", ["Inhalt", "1. Januar 2024 – 31. Dezember 2024", "Tsd. EUR"]),
        ("fr", ["Sommaire", "1er janvier 2024 – 31 décembre 2024", "milliers EUR"]),
        ("ja", ["目次", "2024年1月1日 – 2024年12月31日", "千EUR"]),
        ("sv", ["Contents", "2024-01-01 – 2024-12-31", "EUR thousands"]),
    ],
)
def test_the_page_speaks_the_language_of_the_report(issue, language, phrases):
    made = issue(language=language)
    page = root(made)
    assert page.get(LANGUAGE) == language
    assert found(page, "//h:meta[@http-equiv='Content-Language']/@content") == [language]
    text = words(found(page, "//h:body")[0])
    assert [each for each in phrases if each not in text] == []


def test_footnotes_stand_under_their_table_and_explain_every_occurrence(annual):
    page = root(annual)
    table = found(page, "//h:div[@id='table-income']")[0]
    notes = found(table, "h:div[@class='footnote']")
    assert [words(each) for each in notes] == [
        "1 Restated for the sale of the mill <2023>.",
        "2 Leases & rents are in other expenses.",
    ]
    assert {each.get(LANGUAGE) for each in found(page, "//ix:footnote")} == {"en"}
    first, _ = found(page, "//ix:relationship")
    revenue = found(page, "//ix:nonFraction[@name='ifrs-full:Revenue']/@id")
    assert first.get("fromRefs").split() == sorted(revenue, key=first.get("fromRefs").split().index)
    assert first.get("toRefs") == found(notes[0], "ix:footnote/@id")[0]
    marks = found(cell(annual, "Revenue", 1), "h:sup/h:a")
    assert [(each.text, each.get("href")) for each in marks] == [
        (number, f"#{note}") for number, note in zip("12", found(page, "//ix:footnote/@id"), strict=True)
    ]
    assert found(page, "//h:div[@id='top']//h:sup") == []


def test_the_header_is_unseen_and_has_its_parts_in_order(annual):
    (header,) = found(root(annual), "//ix:header")
    assert header.getparent().get("style") == "display:none"
    assert [etree.QName(each).localname for each in header] == ["hidden", "references", "resources"]
    assert found(header, "ix:references/link:schemaRef/@*[local-name()='href']") == ["taxonomy/larch-2024-12-31.xsd"]
    assert found(header, "ix:references/@target") == []
    contexts, units = (found(header, f"ix:resources/xbrli:{each}/@id") for each in ("context", "unit"))
    assert contexts == [each.id for each in annual.document.contexts]
    assert units == [each.id for each in annual.document.units]


def test_dimensions_go_where_the_document_says(annual, tmp_path):
    document = target_document(kinds.one_of_each_kind(), kinds.taxonomy(), container="segment")
    (page,) = write(kinds.one_of_each_kind(), tmp_path / "kinds", document=document).pages
    text = page.read_text(encoding="utf-8")
    assert "<xbrli:segment>" in text
    assert "scenario" not in text


def write(report, path, document=None, settings=None):
    return write_inline_xbrl(
        document or target_document(report, kinds.taxonomy()),
        report,
        path,
        vocabulary=kinds.taxonomy(),
        labels=lambda name: name.local_name,
        settings=settings or InlineSettings(),
    )


def test_nothing_of_a_page_outlives_it(tmp_path):
    """A build proves what it has written next, and needs the memory."""
    gc.collect()
    gc.disable()
    try:
        write(kinds.one_of_each_kind(), tmp_path / "kinds")
        assert not [each for each in gc.get_objects() if isinstance(each, Places)]
    finally:
        gc.enable()


def test_what_no_section_shows_is_listed_at_the_end(tmp_path):
    report = kinds.report(
        kinds.number("Revenue", "-42587000000", decimals=-6, dimensions=(kinds.segment("NorthMember"),)),
        kinds.number("Share", "0.123", kinds.PURE, 3),
        kinds.text("Region", f"{{{kinds.NAMESPACE}}}NorthMember"),
    )
    written = write(report, tmp_path / "kinds")
    page = etree.parse(written.pages[0]).getroot()
    rows = [[words(each) for each in row] for row in found(page, "//h:div[@id='further']//h:tbody/h:tr")]
    assert rows == [
        ["Revenue", "1 April 2023 – 30 September 2023", "NorthMember", "(42,587,000,000)", "JPY"],
        ["Share", "30 September 2023", "", "12.3%", ""],
        ["Region", "1 April 2023 – 30 September 2023", "", "NorthMember", ""],
    ]
    assert written.problems == ()


def test_a_value_that_no_tag_can_carry_is_a_problem_of_its_fact(tmp_path):
    report = kinds.report(kinds.number("Measured", Decimal("Infinity"), kinds.PURE, None, id="endless"))
    (problem,) = write(report, tmp_path / "kinds").problems
    assert (problem.code, problem.subject) == ("XG530", "endless")


def test_ids_of_occurrences_collide_with_nothing(tmp_path):
    cells = issuer_like_cells(("a", "a", "a-2", "a"))
    report = kinds.report(
        kinds.number("Revenue", 1, id="a"), kinds.number("Revenue", 2, id="a-2", period=None), sections=cells
    )
    page = etree.parse(write(report, tmp_path / "kinds").pages[0]).getroot()
    ids = found(page, "//ix:nonFraction/@id")
    assert len(ids) == len(set(ids)) == 4
    assert ids[0] == "a"
    assert ids[2] == "a-2"


def issuer_like_cells(facts):
    from xbrlgen.model import Cell, CellKind, Column, Row, Section, Table

    cells = tuple(Cell(f"c{number}", CellKind.FACT, "1", fact) for number, fact in enumerate(facts))
    columns = tuple(Column(f"c{number}", f"C{number}") for number, _ in enumerate(facts))
    return (Section("s", "S", (Table("t", "T", columns, (Row("r", "R", cells),)),)),)


def test_the_same_report_gives_the_same_bytes(annual, issue):
    assert issue().page == annual.page


def test_pages_are_utf_8_with_lf_and_without_doctype(annual):
    content = annual.pages[0].read_bytes()
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"\n')
    assert b"\r" not in content
    assert b"DOCTYPE" not in content
    assert b"\xef\xbf\xbe" not in content


def test_nothing_is_fetched_or_run(annual):
    assert not re.search(r"<script|<link\s|<base|@import|url\(|javascript:|\bon[a-z]+=|src=", annual.page)


def test_one_hundred_thousand_facts_would_not_fill_the_memory(tmp_path):
    """Ten thousand do not take more than what their document takes already."""
    import tracemalloc

    facts = [kinds.number("Revenue", number, id=f"f{number}", period=None) for number in range(10_000)]
    dimensioned = tuple(
        kinds.number("Revenue", fact.value, id=fact.id, dimensions=(kinds.bond(str(number)),))
        for number, fact in enumerate(facts)
    )
    report = kinds.report(*dimensioned)
    document = target_document(report, kinds.taxonomy())
    tracemalloc.start()
    write(report, tmp_path / "many", document)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (tmp_path / "many.xhtml").stat().st_size > 5_000_000
    assert peak < 15_000_000


@pytest.mark.parametrize(("language", "unit", "nil"), [("en", "EUR thousands", "nil"), ("de", "Tsd. EUR", "k. A.")])
def test_a_table_without_a_caption_says_the_unit_of_its_amounts_and_nil_is_said_in_the_language(
    tmp_path, language, unit, nil
):
    report = issuer.REPORT.replace("        caption: Thousands of euros\n", "")
    made = issuer.made(issuer.folder(tmp_path / "larch", language, report=report), tmp_path / "out")
    captions = re.findall(r"<caption>.*?</caption>", made.page)
    assert f'<span class="unit">{unit}</span>' in captions[1]
    assert 'class="unit"' not in captions[-1]  # percentages, and an amount per share in units of its own
    assert f"</ix:nonFraction>{nil}<" in made.page
