"""What the small filings do not reach: single rules over made reports and documents, and the parts that they rest on."""

import inspect
import random
import re
from pathlib import Path

import pytest
import small_report as small
import tinycss2
from lxml import etree

from xbrlgen.findings import Finding, Location, Severity
from xbrlgen.findings.ruling import Ruling
from xbrlgen.rules import Subject
from xbrlgen.rules.filing import RULES, Document, Filing, Package, Requirements, check_filing
from xbrlgen.rules.filing.active_content import is_outside
from xbrlgen.rules.filing.entities import has_check_digits
from xbrlgen.rules.filing.footnotes import footnote_links
from xbrlgen.rules.filing.style_sheets import addresses, declared, rules

FOOTNOTES = """<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<link:footnoteLink xlink:role="http://www.xbrl.org/2003/role/link">
<link:loc xlink:label="f" xlink:href="#f1"/>
<link:footnote xlink:label="n" xlink:role="http://www.xbrl.org/2003/role/footnote" xml:lang="en">n</link:footnote>
<link:footnoteArc xlink:from="f" xlink:to="n" xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote"/>
<note xmlns="http://example.com/note"/>
</link:footnoteLink></xbrli:xbrl>"""


def filing(*facts, documents=(), package=None, on=("*",), **wanted) -> Filing:
    locations = {each.id: Location("facts.csv", line) for line, each in enumerate(facts, 1)}
    codes = [f"XG{number}" for number in range(431, 500)] if on == ("*",) else on
    subject = Subject(small.report(*facts), small.TAXONOMY, locations)
    rulings = {code: Ruling(Severity.ERROR, f"R.{code}") for code in codes}
    return Filing(subject, Requirements(**wanted), rulings, documents, package)


def document(text: str, path: str = "report.xhtml") -> Document:
    return Document(path, etree.fromstring(text))


def found(filed: Filing, rule=None) -> list[Finding]:
    from xbrlgen.rules.filing.entities import cover_identifier
    from xbrlgen.rules.filing.names import package_names, package_size
    from xbrlgen.rules.filing.tagging import inline_version

    wanted = rule or (cover_identifier, package_names, package_size, inline_version)
    return list(check_filing(filed, {each: codes for each, codes in RULES.items() if each in wanted}))


def test_rules_say_which_codes_they_tell():
    """Whoever wants none of them is spared the rule, so each code has to stand beside the rule that tells it."""
    for rule, codes in RULES.items():
        assert _codes_in(rule) == set(codes), rule.__name__
    families = {inspect.getmodule(rule) for rule in RULES}
    written = {code for family in families for code in re.findall(r"XG\d+", inspect.getsource(family))}
    assert written == {code for codes in RULES.values() for code in codes}


def _codes_in(function, seen=frozenset()) -> set[str]:
    """The codes in a function, and in those beside it that it calls."""
    source, family = inspect.getsource(function), vars(inspect.getmodule(function))
    called = {family[name] for name in re.findall(r"\b_\w+", source) if inspect.isfunction(family.get(name))}
    inner = (_codes_in(each, seen | {function}) for each in called - seen - {function})
    return set(re.findall(r"XG\d+", source)).union(*inner)


def test_an_instance_is_no_page():
    (told,) = found(filing(documents=(document(FOOTNOTES, "report.xbrl"),)))
    assert (told.code, told.standard, told.locations) == ("XG456", "R.XG456", (Location("report.xbrl", 2),))


def test_a_page_without_tags_reports_nothing():
    page = document('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>')
    assert [each.code for each in found(filing(documents=(page,)))] == ["XG456"]


def test_a_footnote_link_holds_footnotes():
    (told,) = found(filing(documents=(document(FOOTNOTES),)), (footnote_links,))
    assert (told.code, told.locations[0].line) == ("XG455", 7)
    assert "note" in told.message


def test_the_cover_names_the_filer():
    wanted = {"identifier_item": "CompanyName"}
    own, other = small.fact("CompanyName", small.ENTITY.identifier), small.fact("CompanyName", "99999")
    assert found(filing(own, **wanted)) == []
    (told,) = found(filing(own, other, **wanted))
    assert (told.code, told.locations) == ("XG499", (Location("facts.csv", 2),))


def test_packages_have_names_and_sizes_that_the_portal_takes():
    wanted = {"package_name": "[a-z]+-2024", "package_extensions": (".zip",), "package_limit": 1000}
    assert found(filing(package=Package("filings/lamp-2024.zip", 1000), **wanted)) == []
    told = found(filing(package=Package("filings/Lamp.rar", 1001), **wanted))
    assert [each.code for each in told] == ["XG491", "XG490", "XG492"]
    assert {each.locations for each in told} == {(Location("filings/Lamp.rar"),)}


def test_a_rule_that_is_not_on_says_nothing():
    page = document('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>')
    assert found(filing(documents=(page,), on=("XG431",))) == []


def test_a_finding_leads_to_the_source_of_its_fact():
    from xbrlgen.rules.filing.tagging import registries

    page = document(
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:t="http://old">'
        '<ix:nonFraction id="a" format="t:x">1</ix:nonFraction><ix:nonFraction format="t:x">1</ix:nonFraction></html>'
    )
    (told,) = found(
        filing(small.fact("Revenue", 1, id="a"), documents=(page,), registries=("http://new",)), (registries,)
    )
    assert told.locations == (Location("facts.csv", 1), Location("report.xhtml", 1))
    assert told.fact == "a"


def test_check_digits_are_those_of_arelle():
    lei_util = pytest.importorskip("arelle.LeiUtil")
    chance = random.Random(7)
    for _ in range(500):
        number = "".join(chance.choices("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=18)) + f"{chance.randrange(100):02}"
        assert has_check_digits(number) == (lei_util.checkLei(number) is lei_util.LEI_VALID)
        right = 98 - int("".join(str(int(each, 36)) for each in f"{number[:18]}00")) % 97
        assert has_check_digits(f"{number[:18]}{right:02}")


@pytest.mark.parametrize(
    ("address", "is_it"),
    [
        ("https://a.example/x", True),
        ("  HTTP://a.example", True),
        ("//a.example/x", True),
        ("ftp://a.example", True),
        ("x/y.png", False),
        ("#note", False),
        ("data:image/png;base64,AA", False),
        ("http", False),
        ("http://[", False),
    ],
)
def test_what_is_outside(address: str, is_it: bool):
    assert is_outside(address) == is_it


SHEET = """/* .x {display: none} */
@import "other.css"; @import url('third.css');
p, td.figure {color: red; background: url(data:image/png;base64,AA==)}
@media print { .no-print {display: none; content: "}"} }
@font-face {font-family: "F{}"; src: url("f.woff2") format('woff2'), url(g.woff)}
#here{display:NONE !important}"""


def test_style_sheets_are_read_as_another_parser_reads_them():
    assert [(each.around, each.selector) for each in rules(SHEET)] == [
        ((), "p, td.figure"),
        (("@media print",), ".no-print"),
        ((), "@font-face"),
        ((), "#here"),
    ]
    theirs = {token.value for token in _urls(tinycss2.parse_component_value_list(SHEET))}
    assert theirs | {"other.css"} == set(addresses(SHEET))
    assert declared("color: red; display : None!important", "display") == "none"
    assert declared("-esef-ix-hidden:f1;-ix-hidden:f2", "-ix-hidden") == "f2"


def _urls(tokens):
    for token in tokens:
        if token.type == "url":
            yield token
        elif token.type == "function" and token.lower_name == "url":
            yield from token.arguments
        else:
            yield from _urls(getattr(token, "content", None) or getattr(token, "arguments", None) or ())


def test_what_is_no_xml_is_left_to_its_reader():
    from xbrlgen.filing import _parsed

    assert _parsed(Path("x.xhtml"), b"<html") is None
    assert _parsed(Path("x.json"), b"{}") is None
