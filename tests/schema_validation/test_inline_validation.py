"""Every way to break the schema of inline XBRL is a finding that says what, where, and whose."""

from pathlib import Path

import pytest
from cpu_time import within
from inline_documents import PAGE
from inline_editions import INLINE
from lxml import etree
from standard_schemas import Edition

from xbrlgen.findings import Finding, Location
from xbrlgen.schema_validation.inline import parse_valid, validate_inline


def damaged(old: str, new: str, document: bytes = PAGE) -> bytes:
    assert document.count(old.encode()) >= 1, old
    return document.replace(old.encode(), new.encode(), 1)


def codes(document: bytes) -> list[str]:
    return [each.code for each in validate_inline(document, "a.xhtml")]


CASH = 'id="n2" contextRef="c1" unitRef="u1" name="t:Cash" decimals="-3"'
CASES = {
    "XG601": ("</h1>", "", "a.xhtml is not well-formed XML: Opening and ending tag mismatch: "),
    "XG610": ("<html", "<t:html", "The root element is 't:html'; expected 'html'."),
    "XG611": (
        '<hr class="x"/>',
        '<svg xmlns="urn:x"/>',
        "No schema declares the element 'svg'.",
    ),
    "XG612": (
        '<hr class="x"/>',
        "<span>x</span>",
        "'span' may not stand here in 'body'; expected a block such as p, div or table.",
    ),
    "XG613": ('<ul class="l"><li>one <p>p</p></li></ul>', "<ul></ul>", "'ul' lacks content; expected 'li'."),
    "XG615": ("<noscript>", "text<noscript>", "'body' holds the text \"text\", but may hold no text of its own."),
    "XG616": (
        ' contextRef="c1" unitRef="u1" name="t:Cash" d',
        ' contextRef="c1" unitRef="u1" d',
        "'ix:nonFraction' lacks the attribute 'name'.",
    ),
    "XG617": ('<ul class="l">', '<ul type="l">', "'ul' may not have the attribute 'type'."),
    "XG618": (
        'decimals="-3"',
        'decimals="three"',
        "The attribute 'decimals' of 'ix:nonFraction' is \"three\"; expected a whole number or INF.",
    ),
    "XG619": (">2023-04-01<", ">1 April 2023<", "'xbrli:startDate' has the value \"1 April 2023\""),
    "XG620": ('id="li"', 'id="h1"', "The id \"h1\" of 'li' is already taken by another element."),
    "XG621": ('headers="th1"', 'headers="th1 th2"', "'headers' of 'td' names \"th1 th2\", but no element has that id."),
    "XG622": (
        'xsi:nil="true"/>',
        'xsi:nil="true">1</ix:nonFraction>',
        "'ix:nonFraction' is nil (xsi:nil) and still has content.",
    ),
    "XG625": ("<address>address</address>", "<section>address</section>", "XHTML 1.1 has no element 'section'."),
}


@pytest.mark.parametrize("code", CASES)
def test_a_fault_is_told_in_words(code: str):
    old, new, message = CASES[code]
    document = damaged(old, new)
    if code == "XG610":
        document = document.replace(b"</html>", b"</t:html>")
    (found,) = validate_inline(document, "a.xhtml")
    assert (found.code, found.locations[0].path) == (code, "a.xhtml")
    assert found.message.startswith(message)


@pytest.mark.parametrize("code", CASES)
def test_what_is_parsed_as_valid_needs_no_second_judgement_but_of_ids(code: str):
    """A page is parsed and judged at once; what is then left is what no parser counts as a fault."""
    broken = damaged(*CASES[code][:2])
    told = [each.message for each in validate_inline(broken, "a.xhtml")]
    root = parse_valid(broken)
    if root is not None:
        assert {"XG620", "XG621"} & {code}, "only ids and references to them are left"
        assert [each.message for each in validate_inline(broken, "a.xhtml", root=root, is_taken=True)] == told
    assert parse_valid(PAGE) is not None


def test_a_page_that_is_parsed_as_valid_has_no_comments_and_follows_no_hints():
    commented = damaged("</h1>", "</h1><!-- a --><?b c?>")
    assert len(parse_valid(commented).xpath("//comment() | //processing-instruction()")) == 0
    assert (
        parse_valid(
            damaged("<html", '<html xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:schemaLocation="a b"')
        )
        is None
    )


def test_a_fault_is_led_back_to_the_cell_of_its_fact():
    cells = {"n2": Location("balance.csv", 7, 3), "n1": Location("names.csv", 2, 2)}
    (found,) = validate_inline(damaged(CASH, CASH.replace("-3", "x")), "a.xhtml", cells.get)
    assert (found.fact, found.locations[0]) == ("n2", cells["n2"])
    line = next(number for number, text in enumerate(PAGE.decode().splitlines(), 1) if 'id="n2"' in text)
    assert (found.locations[1].line, found.locations[1].column) == (line, 5)
    nested = damaged('precision="INF"', 'precision="-1"')
    (found,) = validate_inline(nested, "a.xhtml", cells.get)
    assert (found.fact, found.locations[0]) == ("n2", cells["n2"])
    (page,) = validate_inline(damaged('<li id="li">', '<li id="li" x="">'), "a.xhtml", cells.get)
    assert (page.fact, len(page.locations)) == ("", 1)


def test_all_faults_are_told_at_once_and_none_hides_behind_another():
    """libxml2 looks neither into a misplaced element nor at what follows it; here are faults in and after many."""
    body = """<p bad="1">a<font><b bad="2"/><tr bad="3"><td bad="4"/></tr></font><i bad="5"/><table><tr/></table><table/></p>
      <p bad="6"/><b bad="7"/><p bad="8"><section><article><p bad="9">x</p></article></section></p>
      <ul><p bad="10"/><li bad="11"/></ul><br bad="12"><b bad="13"/></br>"""
    start, _, rest = PAGE.partition(b"<h1")
    document = start + body.encode() + b"<h1" + rest
    findings = validate_inline(document, "a.xhtml")
    told = [each.message for each in findings]
    assert sum("may not have the attribute 'bad'" in each for each in told) == 13
    assert [each.rpartition(" ")[2] for each in told if "XHTML 1.1" in each] == ["'font'.", "'section'.", "'article'."]
    misplaced = [each.split(";")[0].rstrip(".") for each in told if "may not stand here" in each]
    assert misplaced == [
        "'table' may not stand here in 'p'",
        "'table' may not stand here in 'p'",
        "'b' may not stand here in 'body'",
        "'p' may not stand here in 'ul'",
        "'br' may not stand here in 'body'",
        "'b' may not stand here in 'br'",
    ]
    assert sum("lacks content" in each for each in told) == 2


def test_what_stands_in_the_wrong_order_is_told_with_what_comes_there():
    header = damaged(
        "<ix:hidden>", "<ix:references><link:schemaRef xlink:type='simple' xlink:href='t'/></ix:references><ix:hidden>"
    )
    (found,) = validate_inline(header, "a.xhtml")
    message = "'ix:hidden' may not stand here in 'ix:header'; expected 'ix:references' or 'ix:resources'."
    assert (found.code, found.message) == ("XG612", message)
    assert codes(damaged("</tbody>", "</tbody><thead><tr><td>x</td></tr></thead>")) == ["XG612"]


@pytest.mark.parametrize(
    ("attribute", "hint"),
    [("lang", "Write xml:lang"), ("align", "attribute style"), ("unknown", "Correct the spelling")],
)
def test_attributes_of_html_have_a_hint(attribute: str, hint: str):
    (found,) = validate_inline(damaged('<li id="li">', f'<li id="li" {attribute}="en">'), "a.xhtml")
    assert (found.code, hint in found.hint) == ("XG617", True)


DOCTYPES = {
    '<!DOCTYPE html PUBLIC "-//XBRL International//DTD XHTML Inline XBRL 1.1//EN" "http://example.com/x.dtd">': [],
    "<!DOCTYPE html>": [],
    '<!DOCTYPE html [<!ENTITY a "b">]>': ["XG602"],
    '<!DOCTYPE html SYSTEM "a>b" [<!ENTITY a "b">]>': ["XG602"],
    '<?xml version="1.0"?><!-- x --><!DOCTYPE html SYSTEM "x" [<!ELEMENT p ANY>]>': ["XG602"],
}


@pytest.mark.parametrize("doctype", DOCTYPES)
def test_a_document_type_may_only_name_the_kind_of_document(doctype: str):
    assert codes(doctype.encode() + PAGE) == DOCTYPES[doctype]
    assert codes((doctype + PAGE.decode()).replace("UTF-8", "UTF-16").encode("utf-16")) == DOCTYPES[doctype]


def test_characters_that_a_document_type_would_define_are_not_looked_for():
    document = b"<!DOCTYPE html SYSTEM 'http://example.com/x.dtd'>" + damaged(">One<", ">&nbsp;<")
    assert codes(document) == ["XG602"]
    assert codes(damaged(">One<", ">&nbsp;<")) == ["XG601"]


def test_version_1_0_is_not_judged_which_is_said():
    (found,) = validate_inline(PAGE.replace(b"2013/inlineXBRL", b"2008/inlineXBRL"), "a.xhtml")
    assert (found.code, found.severity.value, found.message) == (
        "XG626",
        "info",
        "a.xhtml is inline XBRL 1.0, which no schema here is for.",
    )


def test_members_of_typed_dimensions_are_left_to_their_taxonomy():
    member = '<xbrldi:typedMember dimension="t:Axis"><t:Any x="1">text</t:Any></xbrldi:typedMember>'
    assert codes(damaged("<t:free/>", member)) == []


def test_hints_to_schemas_elsewhere_are_not_followed(tmp_path: Path):
    trap = tmp_path / "trap.xsd"
    trap.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x">'
        '<xs:element name="x" type="xs:integer"/></xs:schema>'
    )
    lax = f'<x xmlns="urn:x" xsi:schemaLocation="urn:x {trap.as_uri()}">no number</x>'
    assert codes(damaged("<t:free/>", lax)) == []


def many_rows(count: int, cell: str) -> bytes:
    start, _, rest = PAGE.partition(b"<table><col/>")
    row = f"<tr><td class='a'>Cash and cash equivalents</td>{cell * 4}</tr>\n"
    return start + b"<table>" + row.encode() * count + b"</table><table><col/>" + rest


FACT = (
    '<td><ix:nonFraction contextRef="c1" unitRef="u1" name="t:Cash" decimals="-3" scale="3">1,234</ix:nonFraction></td>'
)


def test_a_document_of_18_megabytes_is_judged_in_a_second_or_two():
    document = many_rows(36_000, FACT)
    assert len(document) > 18_000_000
    with within(5):
        assert validate_inline(document, "a.xhtml") == ()


@pytest.mark.parametrize(
    "cell",
    [FACT.replace("scale", "scales"), FACT.replace("td", "font"), "<td><p><p/></p></td>", "<td lang=''/>", "<tr/>"],
)
def test_a_document_of_a_hundred_thousand_faults_is_told_in_seconds(cell: str):
    with within(15):
        findings = validate_inline(many_rows(30_000, cell), "a.xhtml")
    assert 1001 <= len(findings) <= 2001
    assert "XG605" in {each.code for each in findings}


HOSTILE = {
    "an entity bomb": b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><html>&b;</html>',
    "too many levels": b"<html xmlns='http://www.w3.org/1999/xhtml'>" + b"<div>" * 5000 + b"</div>" * 5000 + b"</html>",
    "nothing": b"",
    "no XML": b"PK\x03\x04",
    "HTML 5": b"<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head></html>",
    "another encoding than it says": b'<?xml version="1.0" encoding="utf-16"?><html/>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_a_finding(name: str):
    (found,) = validate_inline(HOSTILE[name], "a.xhtml")
    assert found.code in {"XG601", "XG602"}


def test_unknown_elements_may_nest_as_deep_as_xml_may():
    inner = b"".join(b"<font><p>" for _ in range(120))
    outer = b"".join(b"</p></font>" for _ in range(120))
    start, _, rest = PAGE.partition(b"<h1")
    findings = validate_inline(start + inner + outer + b"<h1" + rest, "a.xhtml")
    assert [each.code for each in findings] == ["XG625"] * 120


def inline_files(shared: Path) -> list[Path]:
    found = [*(shared / "samples").rglob("*"), *(shared / "conformance" / "mutants" / "ix").glob("*")]
    return sorted(path for path in found if path.suffix in {".xhtml", ".htm", ".html"})


def test_real_and_broken_documents_get_the_verdict_of_the_published_schema(shared: Path, published: Edition):
    schema = published.compiled(INLINE)
    verdicts: dict[bool, int] = {True: 0, False: 0}
    for path in inline_files(shared):
        findings: tuple[Finding, ...] = validate_inline(path, path.name)
        if [each.code for each in findings] == ["XG626"]:
            assert b"2008/inlineXBRL" in path.read_bytes()
            continue
        valid = schema.validate(etree.parse(str(path)).getroot())
        assert valid == (not findings), (path.name, findings)
        verdicts[valid] += 1
    assert verdicts[True] >= 20
    assert verdicts[False] >= 3
