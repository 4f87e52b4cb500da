"""Templates that an issuer writes: what they may change, and what becomes of their faults."""

import issuer
import pytest
from lxml import etree
from test_inline_page import found, words

from xbrlgen import build

OWN_PAGE = """\
<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"{% for prefix, uri in namespaces.items() %} xmlns:{{ prefix }}="{{ uri }}"{% endfor %} xml:lang="{{ language }}">
<head><title>{{ title }}</title></head>
<body>
{% include "inline/header.xhtml.jinja" %}
BODY
{% include "inline/further.xhtml.jinja" %}
</body>
</html>
"""


def page_of(body: str) -> dict[str, str]:
    return {"page.xhtml.jinja": OWN_PAGE.replace("BODY", body)}


def parsed(made: issuer.Made):
    return etree.fromstring(made.page.encode())


def sound(made: issuer.Made):
    """The page, which reports what it should."""
    assert made.problems == ()
    assert made.differences() == []
    return parsed(made)


def places(made: issuer.Made) -> list[tuple[str, str, int]]:
    return [(each.code, each.path, each.line) for each in made.problems]


def test_a_section_and_a_table_may_look_otherwise(issue):
    page = sound(
        issue(
            templates={
                "section-income.xhtml.jinja": '{% extends "inline/section.xhtml.jinja" %}\n',
                "section-policies.xhtml.jinja": '<div class="mine" id="{{ section.anchor }}"><h2>{{ section.title }}!</h2>\n'
                "{% for part in section.parts %}<div>{{ part }}</div>{% endfor %}\n</div>\n",
                "table-ratios.xhtml.jinja": "<ul>{% for body in table.bodies %}{% for row in body %}"
                "<li>{{ row.label }}: {% for figure, style in row.cells %}{{ figure }} {% endfor %}</li>"
                "{% endfor %}{% endfor %}</ul>\n",
            }
        )
    )
    assert [words(each) for each in found(page, "//h:div[@class='mine']/h:h2")] == ["Policies!"]
    assert [words(each).strip() for each in found(page, "//h:div[@id='section-ratios']//h:li")] == [
        "Growth of revenue: 23.5% (1.5%)",
        "Basic earnings per share: 1.23 (0.05)",
    ]
    assert found(page, "//h:div[@id='section-income']//h:table")


def test_all_sections_and_tables_may_look_otherwise(issue):
    page = sound(
        issue(
            templates={
                "section.xhtml.jinja": '<div id="{{ section.anchor }}">{% for part in section.parts %}<div>{{ part }}</div>{% endfor %}</div>\n'
            }
        )
    )
    assert found(page, "//h:div[@class='main']//h:h2") == []


def test_blocks_of_the_page_may_be_replaced(issue):
    page = sound(
        issue(
            templates={
                "page.xhtml.jinja": '{% extends "inline/page.xhtml.jinja" %}\n'
                "{% block cover %}<h1>{{ entity }}</h1>{% include 'motto.jinja' %}{% endblock %}\n",
                "motto.jinja": "<p>Planks for {{ period }}</p>\n",
            }
        )
    )
    assert found(page, "//h:h1/ix:nonNumeric/@id")[0].startswith("f-NameOfReportingEntity")
    assert "Planks for 1 January 2024 – 31 December 2024" in [words(each) for each in found(page, "//h:p")]


def test_a_style_sheet_is_added(issue):
    made = issue(templates={"style.css": "h1 > b { color: #123456; }\n"})
    assert "h1 > b { color: #123456; }\n</style>" in made.page
    sound(made)


def test_a_page_of_ones_own_has_places_for_facts(issue):
    body = """\
<p>Revenue was EUR {{ fact('Revenue', 'FY24', scale=6, digits=3) }} million, after {{ fact('Revenue', '2023-01-01/2023-12-31') }}.</p>
<p>It grew by {{ fact('larch:GrowthOfRevenue') }}; costs were {{ fact('CostOfSales', negated=false) }}.</p>
<p>{{ cell('income', 'profit', '2024') }}</p>
<div>{{ table('ratios') }}</div>
<div>{{ section('policies') }}</div>
"""
    page = sound(issue(templates=page_of(body)))
    first, second, third = found(page, "h:body/h:p")
    assert words(first) == "Revenue was EUR 1,234.5671, 2 million, after 1,000,0001."
    assert [each.get("scale") for each in found(first, "ix:nonFraction")] == ["6", "3"]
    assert words(second) == "It grew by 23.5%; costs were 812,0002."
    assert words(third) == "345,6782"
    assert found(page, "//h:div[@id='table-ratios']//h:table")
    assert len(found(page, "//h:div[@id='further']//h:tr")) > 5


def test_a_text_may_be_split_and_interrupted(issue):
    name = "DisclosureOfMaterialAccountingPolicyInformationExplanatory"
    body = f"""\
<div id="one">{{% call text('{name}', last=2, after=1) %}}<p>Left out: {{{{ fact('Revenue') }}}}</p>{{% endcall %}}</div>
<div>{{{{ table('ratios') }}}}</div>
<div id="two">{{{{ text('{name}', first=3) }}}}</div>
"""
    page = sound(issue(templates=page_of(body)))
    (start,) = found(page, "//h:div[@id='one']/ix:nonNumeric")
    (rest,) = found(page, "//h:div[@id='two']/ix:continuation")
    assert [etree.QName(each).localname for each in start] == ["p", "exclude", "ul"]
    assert [etree.QName(each).localname for each in rest] == ["table"]
    assert start.get("continuedAt") == rest.get("id")
    assert words(found(start, "ix:exclude")[0]).startswith("Left out: 1,234,567")


def test_a_text_may_go_on_more_than_once(issue):
    name = "DisclosureOfMaterialAccountingPolicyInformationExplanatory"
    body = "".join(f"<div>{{{{ text('{name}', first={block}, last={block}) }}}}</div>\n" for block in (1, 2, 3))
    page = sound(issue(templates=page_of(body)))
    assert len(found(page, "//ix:continuation")) == 2


def test_printing_a_figure_twice_makes_two_occurrences(issue):
    page = sound(issue(templates=page_of("{% set one = fact('Revenue') %}<p>{{ one }} {{ one }}</p>\n")))
    ids = found(page, "h:body/h:p/ix:nonFraction/@id")
    assert ids[1] == f"{ids[0]}-2"


FAULTS = {
    "syntax": ("<p>\n{% if %}\n</p>", "XG511", 1),
    "never closed": ("<p>\n{% for each in sections %}\n</p>", "XG511", None),
    "unknown name": ("<p>x</p>\n<p>{{ entty }}</p>", "XG512", 1),
    "unknown attribute": ("{{ words.nothing }}", "XG512", 0),
    "no such template": ('\n\n{% include "cover.jinja" %}', "XG514", 2),
    "division by zero": ("<p>\n{{ 1 / 0 }}</p>", "XG514", 1),
    "wrong arguments": ("{{ fact() }}", "XG514", 0),
    "None is printed": ("{{ fact('Revenue').tag.language }}", "XG514", 0),
    "out of the sandbox": ("<p>\n{{ title.__class__ }}</p>", "XG513", 1),
    "into our objects": ("{% for each in sections %}{{ each._subject.vocabulary }}{% endfor %}", "XG513", 0),
    "not well-formed": ("<p>one</p>\n<p>two</div>", "XG520", 1),
    "bare ampersand": ("<p>Larch & Sons</p>", "XG520", 0),
    "empty cell": ("<table><tbody><tr>\n<td/><td>1</td></tr></tbody></table>", "XG521", 1),
    "block in a paragraph": ("<p>one\n<b><span></span></b><div>two</div></p>", "XG521", 1),
    "row without tbody": ("<table>\n<tr><td>1</td></tr></table>", "XG521", 1),
    "text between cells": ("<table><tbody><tr>\nx<td>1</td></tr></tbody></table>", "XG521", 1),
    "link in a link": ('<p><a href="#a" id="a">x\n<b><a href="#a">y</a></b></a></p>', "XG521", 1),
    "script": ("<p>x</p>\n<script>alert(1)</script>", "XG522", 1),
    "event": ('<p>x</p>\n\n<p onclick="x()">x</p>', "XG522", 2),
    "remote image": ('<p><img alt="x" src="https://example.com/x.png"/></p>', "XG522", 0),
    "remote style": ('<p style="background: url(https://example.com/x.png)">x</p>', "XG522", 0),
    "imported style": ('<style type="text/css">\n@import "x.css";</style>', "XG522", 1),
    "javascript": ('<p><a href="javascript:x()">x</a></p>', "XG522", 0),
    "other file": ('<p><a href="other.html">x</a></p>', "XG522", 0),
    "id twice": ('<p id="x">x</p>\n<p id="x">y</p>', "XG523", 1),
    "link to nowhere": ('<p>x</p>\n<p><a href="#outlook">x</a></p>', "XG527", 1),
    "second header": ('{% include "inline/header.xhtml.jinja" %}', "XG524", None),
    "unknown concept": ("<p>x</p>\n<p>{{ fact('Revenu') }}</p>", "XG526", 1),
    "unknown prefix": ("{{ fact('larsh:GrowthOfRevenue') }}", "XG526", 0),
    "unknown period": ("{{ fact('Revenue', 'FY22') }}", "XG526", 0),
    "unknown member": ("{{ fact('Revenue', 'FY24', {'SegmentsAxis': 'larch:PlanksMember'}) }}", "XG526", 0),
    "unknown table": ("{{ table('incom') }}", "XG526", 0),
    "unknown section": ("{{ section('polices') }}", "XG526", 0),
    "unknown row": ("{{ cell('income', 'revenu', '2024') }}", "XG526", 0),
    "unknown column": ("{{ cell('income', 'revenue', '2022') }}", "XG526", 0),
    "no text": ("{{ text('Revenue') }}", "XG526", 0),
    "no such block": ("{{ text('DisclosureOfMaterialAccountingPolicyInformationExplanatory', last=9) }}", "XG526", 0),
    "not the next block": (
        "{{ text('DisclosureOfMaterialAccountingPolicyInformationExplanatory', first=2) }}",
        "XG526",
        0,
    ),
    "text without an end": (
        "<div>{{ text('DisclosureOfMaterialAccountingPolicyInformationExplanatory', last=1) }}</div>",
        "XG528",
        None,
    ),
}
FIRST = OWN_PAGE[: OWN_PAGE.index("BODY")].count("\n") + 1


@pytest.mark.parametrize(("body", "code", "line"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_at_its_line(issue, body, code, line):
    made = issue(templates=page_of(body))
    (place, *_) = [each for each in places(made) if each[0] == code] or [(f"not in {places(made)}", "", 0)]
    assert place[0] == code
    if line is not None:
        assert place[1:] == ("templates/page.xhtml.jinja", FIRST + line)


def test_all_requests_that_lead_nowhere_are_told_at_once_with_what_was_meant(issue):
    made = issue(templates=page_of("{{ fact('Revenu') }}\n{{ table('incom') }}\n{{ fact('Revenue', 'FY25') }}"))
    assert [(each.code, each.line - FIRST) for each in made.problems] == [("XG526", 0), ("XG526", 1), ("XG526", 2)]
    assert [each.hint for each in made.problems] == [
        "Did you mean 'Revenue'?",
        "Did you mean 'income'?",
        "Did you mean 'FY24'?",
    ]


def test_what_a_page_leaves_out_is_found_fact_by_fact(issue):
    bare = OWN_PAGE.replace('{% include "inline/further.xhtml.jinja" %}\n', "").replace("BODY", "<p>x</p>")
    made = issue(templates={"page.xhtml.jinja": bare})
    missing = [each for each in made.problems if each.code == "XG525"]
    assert {each.subject for each in missing} == {each.id for each in made.report.facts} | {
        "footnote-leases",
        "footnote-restated",
    }


def test_a_page_without_a_header(issue):
    bare = OWN_PAGE.replace('{% include "inline/header.xhtml.jinja" %}', "").replace("BODY", "<p>x</p>")
    made = issue(templates={"page.xhtml.jinja": bare})
    assert "XG524" in {each.code for each in made.problems}


@pytest.mark.parametrize("name", ["section-incomes.xhtml.jinja", "table-income2.xhtml.jinja"])
def test_a_template_for_nothing_is_told(issue, name):
    (problem,) = issue(templates={name: "<p>x</p>"}).problems
    assert (problem.code, problem.path, problem.line) == ("XG515", f"templates/{name}", 0)
    assert "income.xhtml.jinja" in problem.hint


def test_templates_that_cannot_be_read(tmp_path):
    source = issuer.folder(tmp_path / "report", templates={"motto.jinja": "x"})
    (source / "templates" / "motto.jinja").write_bytes("Säge".encode("latin-1"))
    (source / "templates" / "outside.jinja").symlink_to(tmp_path / "secret")
    (tmp_path / "secret").write_text("secret")
    (source / "templates" / "folder.jinja").mkdir()
    (source / "templates" / "large.jinja").write_bytes(b"x" * (1 << 21))
    made = issuer.made(source, tmp_path / "out")
    assert places(made) == [("XG510", f"templates/{name}.jinja", 0) for name in ("folder", "large", "motto", "outside")]
    assert "secret" not in made.page


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("a {}\n@import 'x';", 2),
        ("\n\na { background: url(x.png); }", 3),
        ("a { &:hover { color: red; } }", 1),
        ("a{}/*<*/", 1),
    ],
)
def test_a_style_sheet_that_no_report_may_have(issue, css, line):
    made = issue(templates={"style.css": css})
    assert ("XG522", "templates/style.css", line) in places(made)


def test_images_may_stand_in_the_page(issue):
    picture = "data:image/png;base64,iVBORw0KGgo="
    page = issue(templates=page_of(f'<p><img alt="Mill" src="{picture}"/></p>'))
    assert page.problems == ()


@pytest.mark.parametrize(
    "attempt",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ fact.__self__ }}",
        "{{ fact.__globals__ }}",
        "{% set x = namespace() %}{{ x.__init__.__globals__ }}",
        "{{ document.facts[0].fact.__class__ }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{% include '../../secret' %}",
        "{% include '/etc/hostname' %}",
        "{{ lipsum() }}",
        "{{ [1, 2, 3] | random }}",
    ],
)
def test_templates_reach_nothing_but_what_they_are_given(issue, attempt):
    made = issue(templates=page_of(attempt))
    assert {each.code for each in made.problems} <= {"XG511", "XG512", "XG513", "XG514"}
    assert made.problems


def test_a_build_tells_the_template_and_line_and_writes_nothing(tmp_path):
    source = issuer.folder(tmp_path / "report", templates=page_of("<p>\n{{ entty }}</p>"))
    built = build(source, tmp_path / "out")
    (finding,) = [each for each in built.findings if each.severity == "error"]
    (place,) = finding.locations
    assert (finding.code, place.path, place.line) == ("XG512", f"{source}/templates/page.xhtml.jinja", FIRST + 1)
    assert built.folder is None
    assert not (tmp_path / "out").exists()


def test_a_build_places_what_a_page_leaves_out_at_its_cell(tmp_path):
    bare = OWN_PAGE.replace('{% include "inline/further.xhtml.jinja" %}\n', "").replace("BODY", "<p>x</p>")
    source = issuer.folder(tmp_path / "report", templates={"page.xhtml.jinja": bare})
    built = build(source, tmp_path / "out")
    paths = {each.locations[0].path for each in built.findings if each.code == "XG525" and each.locations}
    assert f"{source}/tables/income.csv" in paths
