"""Facts that are known take the place of equal ones that are read, and of no others, whatever a document says."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from io import BytesIO
from random import Random

import kinds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutations.mutation import mutated
from xbrlgen.comparison import differences
from xbrlgen.model import Entity, Fact, Unit
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.xbrl_json import read_xbrl_json, report
from xbrlgen.readers.xbrl_xml import read_xbrl_xml
from xbrlgen.readers.xml_syntax import children
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_json import write_xbrl_json
from xbrlgen.writers.xbrl_xml import write_xbrl_xml

REPORT = kinds.one_of_each_kind()
WRITERS = {"xml": write_xbrl_xml, "json": write_xbrl_json}


@cache
def written(syntax: str) -> bytes:
    """The report with a fact of each kind in a syntax."""
    out = BytesIO()
    WRITERS[syntax](target_document(REPORT, kinds.taxonomy()), out)
    return out.getvalue()


def read(syntax: str, content: bytes, known: Sequence[Fact] = ()) -> Reading:
    if syntax == "xml":
        return read_xbrl_xml(content, kinds.taxonomy(), known=known)
    return read_xbrl_json(content, kinds.taxonomy(), known=known)


def all_of(reading: Reading) -> object:
    items = [] if reading.instance is None else [each[:3] for each in reading.instance.placed_items()]
    return reading.report, reading.findings, dict(reading.locations), items


def with_a_fault(syntax: str, content: bytes, seed: int) -> bytes:
    """The content with one fault: in an element of XML, in any characters of JSON."""
    if syntax == "xml":
        mutation = mutated(content, str(seed))
        return content if mutation is None else mutation.content
    random = Random(seed)
    start = random.randrange(len(content))
    return content[:start] + random.choice((b"", b"1", b'"', b"x")) + content[start + random.randrange(3) :]


@pytest.mark.parametrize("order", [list, reversed, lambda facts: facts[3:], lambda facts: facts[:3] + facts[4:]])
@pytest.mark.parametrize("size", [1, 400, 32_768])
@pytest.mark.parametrize("syntax", WRITERS)
def test_known_facts_are_those_that_are_read(
    syntax: str, size: int, order: Callable[..., Sequence[Fact]], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(children, "_CHUNK", size)
    monkeypatch.setattr(report, "_BATCH", size)
    known = tuple(order(read(syntax, written(syntax)).report.facts))
    reading = read(syntax, written(syntax), known)
    assert all_of(reading) == all_of(read(syntax, written(syntax)))
    held = {id(fact) for fact in reading.report.facts}
    assert len(known) > 5
    assert all(id(fact) in held for fact in known)


@pytest.mark.parametrize("syntax", WRITERS)
@given(seed=st.integers(0, 10**9))
@settings(max_examples=80, deadline=None)
def test_damaged_documents_say_the_same_whatever_is_known(syntax: str, seed: int):
    content, known = with_a_fault(syntax, written(syntax), seed), read(syntax, written(syntax)).report.facts
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(children, "_CHUNK", 500 + seed % 1000)
        patched.setattr(report, "_BATCH", 1 + seed % 5)
        assert all_of(read(syntax, content, known)) == all_of(read(syntax, content))


CHANGES = {
    "concept": kinds.name("Else"),
    "entity": Entity("http://else.example.com", "1"),
    "period": kinds.HALF._replace(end=kinds.HALF.end.replace(year=2033)),
    "value": Decimal("8.125"),
    "unit": Unit.currency("USD"),
    "decimals": 17,
    "language": "fr",
    "dimensions": (kinds.bond("else"),),
}


@pytest.mark.parametrize("part", CHANGES)
@pytest.mark.parametrize("syntax", WRITERS)
def test_a_fact_that_is_not_as_known_in_any_part_is_told(syntax: str, part: str):
    document, plain = written(syntax), read(syntax, written(syntax)).report
    assert {*Fact._fields} == {"id", *CHANGES}
    for number, fact in enumerate(plain.facts):
        changed = fact._replace(**{part: CHANGES[part]})
        known = (*plain.facts[:number], changed, *plain.facts[number + 1 :])
        actual = read(syntax, document, known).report
        assert actual == plain
        assert [*differences(kinds.report(*known), actual)], f"{part} of {fact}"
