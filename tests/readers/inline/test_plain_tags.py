"""Plain tags are read quickly; the careful way gives the same facts, findings and places, whatever stands in a page."""

import pytest
from cpu_time import within
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_pages import page, read

from xbrlgen.readers.inline import shapes

TEXTS = ["1,234", "1.5", "0", "-", "", " 12 ", "1\n2", "(3)", "-4", "1e3", "9" * 60, "x", "1,234.50", "٣", "0012,5"]
TEXTS += [
    "1.234.567",
    "31.12.2024",
    "true",
    "a &amp; b &lt; c",
    "k:Revenue",
    "  spaced  out ",
    "2024-01-01",
    "12 345,6",
]
ATTRIBUTES = {
    "id": ["", "f0", " f ", "a b"],
    "name": [
        *("k:Revenue", "k:Cash", "k:Name", "k:Fraction", "k:Manager", "k:None", "k:Policy", "k:Date", "k:Flag"),
        *("Revenue", "z:Revenue", " k:Revenue ", ""),
    ],
    "contextRef": ["d", "i", " d ", "none", "beyond"],
    "unitRef": ["JPY", "pure", "none", " JPY"],
    "decimals": ["0", "-6", "INF", "+2", "x", "40"],
    "scale": ["0", "3", "-2", "x", "149", "+3", "51"],
    "format": [
        *("ixt:num-dot-decimal", "ixt:num-comma-decimal", "ixt:fixed-zero", "ixt:fixed-true", "ixt:fixed-empty"),
        *("ixt:date-day-month-year", "ixt:none", "z:none", "old:numdotdecimal", "old:numcommadecimal", "old:numdash"),
    ],
    "sign": ["-", "+"],
    "precision": ["3"],
    "escape": ["true", "false", "1", "x"],
    "xsi:nil": ["true", "false"],
    "xml:lang": ["de", "", " EN "],
    "target": ["", "other"],
    "order": ["1"],
    "tupleRef": ["t", "none"],
    "continuedAt": ["c", "none"],
    "footnoteRefs": ["n"],
    "xmlns:k": ["http://example.com/other"],
}
NUMBER = {
    "name": "k:Revenue",
    "contextRef": "d",
    "unitRef": "JPY",
    "decimals": "0",
    "format": "ixt:num-dot-decimal",
}
TEXT = {"name": "k:Policy", "contextRef": "d"}
BEYOND = (
    '<xbrli:context id="beyond"><xbrli:entity><xbrli:identifier scheme="http://example.com/s">e</xbrli:identifier>'
    '<xbrli:segment><k:more xmlns:k="http://example.com/k">1</k:more></xbrli:segment></xbrli:entity><xbrli:period>'
    "<xbrli:instant>2023-09-30</xbrli:instant></xbrli:period></xbrli:context>"
)
REGISTRY_3 = ' xmlns:old="http://www.xbrl.org/inlineXBRL/transformation/2015-02-26"'


@st.composite
def tags(draw: st.DrawFn, number: int) -> str:
    """A number or text that is plain but for a few things."""
    kind = draw(st.sampled_from(["nonFraction", "nonFraction", "nonNumeric"]))
    attributes = {"id": f"f{number}", **(NUMBER if kind == "nonFraction" else TEXT)}
    for each in draw(st.lists(st.sampled_from(sorted(ATTRIBUTES)), max_size=2)):
        value = draw(st.sampled_from([None, *ATTRIBUTES[each]]))
        attributes.pop(each, None)
        attributes |= {} if value is None else {each: value}
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<ix:{kind}{written}>{draw(contents())}</ix:{kind}>"


@st.composite
def contents(draw: st.DrawFn) -> str:
    """Nearly always a text alone."""
    text = draw(st.sampled_from(TEXTS))
    inner = (
        f'<ix:nonFraction id="inner" name="k:Cash" contextRef="i" unitRef="JPY" decimals="0">{text}</ix:nonFraction>'
    )
    return draw(
        st.sampled_from([text] * 8 + [inner, f"<b>{text}</b>", f"<!--c-->{text}", f"{text}<ix:exclude>x</ix:exclude>"])
    )


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """A page with six tags, some of which may be within others."""
    found = [draw(tags(number)) for number in range(6)]
    around = draw(st.sampled_from([*[("", "")] * 6, *AROUND]))
    body = "".join(f"<p>{each}</p>" for each in found[:4])
    body += f"{around[0]}{found[4]}{found[5]}{around[1]}<ix:continuation id='c'>more</ix:continuation>"
    root = draw(st.sampled_from(["", ' xml:lang="en"'])) + REGISTRY_3
    return page(body, root=root, more=BEYOND)


AROUND = [
    ('<ix:tuple id="t" tupleID="t" name="k:Manager">', "</ix:tuple>"),
    ('<div xml:lang="fr">', "</div>"),
    ('<div xmlns:s="http://example.com/s">', "</div>"),
    ('<div xmlns:k="http://example.com/other">', "</div>"),
    ('<ix:nonNumeric id="outer" name="k:Policy" contextRef="d">', "</ix:nonNumeric>"),
    ('<ix:nonNumeric id="outer" name="k:Policy" contextRef="d" escape="true">', "</ix:nonNumeric>"),
    ('<div id="f1">', "</div>"),
]


def _all_of(content: bytes, target: str | None) -> tuple[object, ...]:
    """Everything that a reading says."""
    reading = read(content, target=target)
    facts, instance = reading.report.facts, reading.instance
    placed = [(each.concept, each.context, each.id, each.place()) for each in instance.placed_items()]
    return (
        reading.findings,
        facts,
        [str(fact.value) for fact in facts],
        {name: reading.locations[name] for name in reading.locations},
        [reading.locations[fact.id] for fact in facts],
        instance.unreported,
        [instance.name(each) for each in instance.items()],
        {name: each.get("id") for name, each in instance.elements_of_facts().items()},
        placed,
        instance.count,
        [each.get("id") for each in instance.facts_of({concept for concept, *_ in placed[:2]})],
    )


@settings(max_examples=100, deadline=None)
@given(content=pages(), alike=st.sampled_from([{}, {"d": "i", "i": "i"}]))
def test_concepts_are_in_the_contexts_of_their_items(content, alike):
    instance = read(content).instance
    one_by_one = {(each.concept, alike.get(each.context, each.context)) for each in instance.placed_items()}
    assert set(instance.placements(alike)) == one_by_one


@settings(max_examples=400, deadline=None)
@given(content=pages(), target=st.sampled_from([None, None, "other"]))
def test_both_ways_give_the_same(content, target):
    quick = _all_of(content, target)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shapes, "_USUAL", {})
        careful = _all_of(content, target)
    assert quick == careful


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ('<ix:nonFraction id="f"{} scale="3" sign="-">1,234.5</ix:nonFraction>', "-1234500"),
        ('<ix:nonFraction id="f"{} scale="3" sign="-">1,234</ix:nonFraction>', "-1234000"),
        ('<ix:nonFraction{} scale="-2">0,012</ix:nonFraction>', "0.12"),
        ('<ix:nonFraction id="f"{} scale="3" sign="-">0</ix:nonFraction>', "0"),
        ('<ix:nonNumeric id="f" name="k:Policy" contextRef="d" escape="true">a &amp; b</ix:nonNumeric>', "a &amp; b"),
    ],
)
def test_plain_tags_are_read_in_the_quick_way(monkeypatch, tag, value):
    monkeypatch.setattr("xbrlgen.readers.inline.facts.Facts._read_carefully", lambda *_: None)
    usual = "".join(f' {name}="{value}"' for name, value in NUMBER.items())
    elsewhere = '<div xmlns:s="http://example.com/s"></div>'  # a prefix that no tag uses
    for body in (f"<p>{tag.format(usual)}</p>", f"{elsewhere}<p>{tag.format(usual)}</p>"):
        reading = read(page(body))
        assert [str(fact.value) for fact in reading.report.facts] == [value]


def test_many_names_on_a_page_of_many_scopes_are_resolved_in_linear_time():
    numbers = (NUMBER | {"name": f"k:Number{each}"} for each in range(4_000))
    written = ("".join(f' {name}="{value}"' for name, value in each.items()) for each in numbers)
    tags_of_it = "".join(f"<p>{'x' * 500}<ix:nonFraction{each}>1</ix:nonFraction></p>" for each in written)
    with within(2):
        assert len(read(page(f'<div xmlns:s="http://example.com/s">{tags_of_it}</div>')).report.facts) == 4_000
