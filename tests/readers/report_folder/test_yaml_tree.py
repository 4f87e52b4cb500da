"""YAML: text as it was typed, each piece at its place."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.readers.report_folder.placed_text import PlacedList, PlacedMapping, PlacedText
from xbrlgen.readers.report_folder.yaml_tree import LARGEST, read_tree


def tree(text: str):
    findings = []
    found = read_tree(text, "r.yaml", findings)
    assert findings == []
    return found


def test_values_stay_the_text_that_was_typed():
    found = tree("a: 1.10\nb: NO\nc: 2023-11-06\nd: 010\ne: 12:30:00\nf: ~\ng:\nh: 'x'\n")
    assert found == {
        "a": "1.10",
        "b": "NO",
        "c": "2023-11-06",
        "d": "010",
        "e": "12:30:00",
        "f": "~",
        "g": "",
        "h": "x",
    }
    assert all(isinstance(value, PlacedText) for value in found.values())


def test_each_node_knows_its_place():
    found = tree('日本: {a: x, "b c": \'y\'}\nlist:\n  - one\n  - "t\\u0061b"\n  - >\n    folded\n    text\n')
    mapping = found["日本"]
    keys = {str(key): (key.location.line, key.location.column) for key in (*found, *mapping)}
    assert keys == {"日本": (1, 1), "list": (2, 1), "a": (1, 6), "b c": (1, 13)}
    assert (mapping["a"].location.line, mapping["a"].location.column) == (1, 9)
    assert (mapping["b c"].location.line, mapping["b c"].location.column, mapping["b c"].location.length) == (1, 20, 1)
    one, escaped, folded = found["list"]
    assert (one.location.line, one.location.column, one.is_verbatim) == (3, 5, True)
    assert (escaped.location.line, escaped.location.column, escaped.is_verbatim) == (4, 5, False)
    assert (folded.location.line, folded.is_verbatim) == (5, False)


def test_a_part_of_a_folded_text_has_its_own_place():
    found = tree("a:\n  - Total = One\n    + Two\n  - 'x\n\n    y'\n  - \"Sum\n     = 日\"\n")["a"]
    total, with_gap, quoted = found
    assert total == "Total = One + Two"
    places = [total.part(*ends).location for ends in ((8, 11), (12, 13), (14, 17))]
    assert [(each.line, each.column) for each in places] == [(2, 13), (3, 5), (3, 7)]
    assert (with_gap.part(2, 3).location.line, with_gap.segments) == (4, ())
    assert (quoted.part(6, 7), quoted.part(6, 7).location.line, quoted.part(6, 7).location.column) == ("日", 8, 8)


def test_a_part_of_a_text_has_its_own_place():
    text = tree('a: "x + yy"\n')["a"]
    part = text.part(4, 6)
    assert (part, part.location.line, part.location.column, part.location.length) == ("yy", 1, 9, 2)
    assert text.part(1, 5).stripped().location.column == 7


def test_aliases_stand_for_what_they_name():
    assert tree("a: &x {b: c}\nd: *x\ne: &y text\nf: [*y, *y]\n") == {
        "a": {"b": "c"},
        "d": {"b": "c"},
        "e": "text",
        "f": ["text", "text"],
    }


def test_a_document_may_hold_many_nodes_but_not_endlessly_many():
    assert len(tree("- a\n" * (LARGEST - 1))) == LARGEST - 1
    findings = []
    assert read_tree("- a\n" * LARGEST, "r.yaml", findings) is None
    assert [each.code for each in findings] == ["XG111"]


def plain(node):
    if isinstance(node, PlacedMapping):
        return {str(key): plain(value) for key, value in node.items()}
    return [plain(each) for each in node] if isinstance(node, PlacedList) else str(node)


TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=8)
TREES = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))


@given(TREES, st.sampled_from([True, False, None]))
def test_what_a_yaml_writer_writes_is_read(data, flow: bool | None):
    written = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True)
    found = tree(written)
    assert plain(found) == data


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "&a " * 1000])
def test_depth_is_bounded_before_it_hurts(text: str):
    findings = []
    assert read_tree(text, "r.yaml", findings) is None
    assert len(findings) == 1
