"""The quick way to read a number and the careful one give the same facts and findings, whatever stands in a tag."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_pages import page, read

from xbrlgen.readers.inline.usual_numbers import UsualNumbers

TEXTS = ["1,234", "1.5", "0", "-", "", " 12 ", "1\n2", "(3)", "-4", "1e3", "9" * 60, "x", "1,234.50", "٣"]
ATTRIBUTES = {
    "name": [
        "k:Revenue",
        "k:Cash",
        "k:Name",
        "k:Fraction",
        "k:Manager",
        "k:None",
        "Revenue",
        "z:Revenue",
        " k:Revenue ",
    ],
    "contextRef": ["d", "i", " d ", "none"],
    "unitRef": ["JPY", "pure", "none", " JPY"],
    "decimals": ["0", "-6", "INF", "+2", "x", "40"],
    "scale": ["0", "3", "-2", "x", "149", "+3"],
    "format": ["ixt:num-dot-decimal", "ixt:fixed-zero", "ixt:date-day-month-year", "ixt:none", "z:none"],
    "sign": ["-", "+"],
    "precision": ["3"],
    "xsi:nil": ["true", "false"],
    "xml:lang": ["de"],
    "target": ["", "other"],
}
USUAL = {
    "name": "k:Revenue",
    "contextRef": "d",
    "unitRef": "JPY",
    "decimals": "0",
    "format": "ixt:num-dot-decimal",
}


@st.composite
def tags(draw: st.DrawFn, number: int) -> str:
    """A number that is usual but for a few things."""
    attributes = dict(USUAL)
    for each in draw(st.lists(st.sampled_from(sorted(ATTRIBUTES)), max_size=2)):
        value = draw(st.sampled_from([None, *ATTRIBUTES[each]]))
        attributes.pop(each, None)
        attributes |= {} if value is None else {each: value}
    text = draw(st.sampled_from(TEXTS))
    content = draw(st.sampled_from([text, text, text, f"<ix:nonFraction>{text}</ix:nonFraction>", f"<b>{text}</b>"]))
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<p><ix:nonFraction id="f{number}"{written}>{content}</ix:nonFraction></p>'


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_both_ways_give_the_same(data):
    content = page("".join(data.draw(tags(number)) for number in range(6)))
    quick = read(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(UsualNumbers, "fact", lambda *_: None)
        careful = read(content)
    assert quick.findings == careful.findings
    assert quick.report.facts == careful.report.facts
    assert [str(fact.value) for fact in quick.report.facts] == [str(fact.value) for fact in careful.report.facts]


def test_usual_numbers_are_read_in_the_quick_way(monkeypatch):
    monkeypatch.setattr("xbrlgen.readers.inline.facts.Facts._read_carefully", lambda *_: None)
    usual = "".join(f' {name}="{value}"' for name, value in USUAL.items())
    reading = read(page(f'<ix:nonFraction id="f"{usual} scale="3" sign="-">1,234.5</ix:nonFraction>'))
    assert [str(fact.value) for fact in reading.report.facts] == ["-1234500"]
