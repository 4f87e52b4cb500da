"""xBRL-JSON that is read in pieces, by the facts that are as usual: the same is found as with care, whatever is wrong."""

import json
import random
from bisect import bisect_left
from copy import deepcopy
from io import BytesIO

import kinds
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from xbrlgen.readers.oim.source import Source
from xbrlgen.readers.xbrl_json import pieces, read_xbrl_json, report
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_json import write_xbrl_json


def _written(of) -> dict:
    out = BytesIO()
    write_xbrl_json(target_document(of, kinds.taxonomy()), out)
    return json.loads(out.getvalue())


DOCUMENT = _written(kinds.one_of_each_kind())
_FEATURES = DOCUMENT["documentInfo"]["features"]
_FEATURES["xbrl:allowedDuplicates"] = "none"


def in_pieces(content: bytes, vocabulary=None):
    return report._in_pieces(BytesIO(content), vocabulary or kinds.taxonomy(), Source("r.json", report._SYNTAX))


def with_care(content: bytes, vocabulary=None):
    return report._as_a_whole(content, vocabulary or kinds.taxonomy(), Source("r.json", report._SYNTAX))


def assert_same(content: bytes, vocabulary=None):
    """That a document says the same in both ways, and so do its faults."""
    careful = with_care(content, vocabulary)
    try:
        quick = in_pieces(content, vocabulary)
    except pieces.UnusualError:
        return
    assert quick.findings == careful.findings
    assert quick.report == careful.report
    assert dict(quick.locations) == dict(careful.locations)


def as_json(document: object, **more) -> bytes:
    return json.dumps(document, **more).encode()


# --- what is sound ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("is_canonical", [True, False])
def test_sound_documents_are_read_in_pieces(indent, is_canonical, monkeypatch):
    document = deepcopy(DOCUMENT)
    document["documentInfo"]["features"]["xbrl:canonicalValues"] = is_canonical
    content = as_json(document, indent=indent, ensure_ascii=False)
    quick, careful = in_pieces(content), with_care(content)
    assert quick.findings == careful.findings == ()
    assert quick.report == careful.report
    assert dict(quick.locations) == dict(careful.locations)
    for size in (1, 7, 100):
        monkeypatch.setattr(pieces, "_PIECE", size)
        assert in_pieces(content).report == careful.report


@given(kinds.reports(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_sound_document_says_the_same(made, is_shuffled):
    document = _written(made)
    if is_shuffled:
        _shuffle(document, random.Random(1))
    content = as_json(document)
    assert in_pieces(content).report == with_care(content).report


def _shuffle(value: object, by: random.Random):
    """Bring the members of all objects below documentInfo and facts into another order."""
    for member in value.values() if isinstance(value, dict) else ():
        if isinstance(member, dict):
            members = list(member.items())
            by.shuffle(members)
            member.clear()
            member.update(members)
            _shuffle(member, by)


def test_facts_share_what_they_have_in_common():
    found = in_pieces(as_json(DOCUMENT)).report.facts
    for aspect in ("concept", "entity", "period", "unit", "dimensions"):
        shared = [getattr(fact, aspect) for fact in found]
        assert len({id(each) for each in shared}) == len(set(shared)), aspect


def test_a_million_ids_would_not_be_held_for_places():
    reading = read_xbrl_json(as_json(DOCUMENT), kinds.taxonomy(), "r.json")
    assert "_ids" not in vars(reading.locations)
    assert str(reading.locations["north"]) == "r.json#/facts/north"
    assert reading.locations.get("south-by-south") is None
    assert len(reading.locations) == len(reading.report.facts) + len(reading.report.footnotes)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"{}",
        b"[]",
        b"null",
        b'{"facts": {}}',
        b"\xff" + as_json(DOCUMENT),
        as_json(DOCUMENT)[:-1],
        as_json(DOCUMENT)[:-1] + b', "k:own": 1}',
        as_json(DOCUMENT) + b"{",
        as_json(DOCUMENT).replace(b'"value": "Research"', b'"value": "\\ud83d"'),
        as_json({"facts": DOCUMENT["facts"], "documentInfo": DOCUMENT["documentInfo"]}),
        as_json({**DOCUMENT, "own": 1}),
    ],
)
def test_other_documents_are_read_as_a_whole(content):
    with pytest.raises(pieces.UnusualError):
        in_pieces(content)
    whole, either = with_care(content), read_xbrl_json(content, kinds.taxonomy(), "r.json")
    assert (either.report, either.findings) == (whole.report, whole.findings)


@pytest.mark.parametrize("member", ['"documentInfo": ', '"value": "Research"'])
@pytest.mark.parametrize("around", [("[", "]"), ('{"a": ', "}"), ('{"a": 1, "a": ', "}")])
def test_values_as_deep_as_can_be_decoded_are_no_trouble(around, member):
    """What looks through a value may go less deep than what decodes it; each depth is read, or told to be too much."""
    sound = as_json({**DOCUMENT, "facts": {"t-Name-en": DOCUMENT["facts"]["t-Name-en"]}}).decode()

    def is_too_deep(depth: int) -> bool:
        nested = around[0] * depth + r'"\ud83d\ude00"' + around[1] * depth
        content = sound.replace(member, f'"k:own": {nested}, {member}', 1).encode()
        found = read_xbrl_json(content, kinds.taxonomy(), "r.json").findings
        return any(each.message == "objects or arrays are nested too deeply" for each in found)

    first = bisect_left(range(2000), 1, key=is_too_deep)
    assert first < 2000
    assert [depth for depth in range(first - 12, first + 2) if is_too_deep(depth)] == [first, first + 1]


def test_a_byte_order_mark_is_worth_a_warning_only():
    content = b"\xef\xbb\xbf" + as_json(DOCUMENT)
    quick, careful = in_pieces(content), with_care(content)
    assert [each.severity for each in quick.findings] == ["warning"]
    assert (quick.report, quick.findings) == (careful.report, careful.findings)


def test_characters_beyond_the_basic_plane_are_read_in_pieces_however_they_are_written():
    document = deepcopy(DOCUMENT)
    document["facts"]["t-Name-en"]["value"] = "\U0001f600"
    for is_ascii in (True, False):
        found = in_pieces(as_json(document, ensure_ascii=is_ascii)).report.facts
        assert [fact.value for fact in found if fact.id == "t-Name-en"] == ["\U0001f600"]


# --- what is not ------------------------------------------------------------------------------------------------------


_ODD = st.sampled_from(
    [
        *(None, True, 0, 5, -3, 1.5, 10**30, 1001, "", "-3", "1", "#", "a", "1000", "1000.0", "1e5", "٣", " 7 "),
        *(
            "9" * 200,
            "k:Name",
            "k:Cash",
            "k:Nothing",
            "zz:Cash",
            "xbrl:note",
            "en",
            "EN",
            "k:GroupMember",
            "k:NorthMember",
        ),
        *("2023-10-01T00:00:00", "2023-10-01T00:00:00Z", "2023-10-01", "iso4217:JPY", "xbrli:pure", "k:b*k:a"),
        *([], {}, ["a"], {"a": "b"}, {"k:own": 1}, {"footnote": {"_": ["north"]}}, {"footnote": {"_": ["n-plain"]}}),
    ]
)
_ODD = _ODD.map(deepcopy)
_KEYS = st.sampled_from(
    [
        *("value", "decimals", "dimensions", "links", "concept", "entity", "period", "unit", "language", "noteId"),
        *("k:SegmentsAxis", "k:BondAxis", "k:YearAxis", "zz:Axis", "k:own", "xbrlgen:number", "own", "1 2", "ä", "a"),
    ]
)


class _Twice(dict):
    """An object that repeats a key, as `json.dumps` writes it."""

    def __init__(self, members: dict, key: str, value: object) -> None:
        super().__init__(members)
        self._more = (key, value)

    def items(self):
        return [*super().items(), self._more]


def _objects(value: object, key: str = "") -> list[dict]:
    """The objects of a fact, outermost first."""
    inner = [each for member in value.values() if isinstance(member, dict) for each in _objects(member)]
    return [value, *inner]


@st.composite
def damaged(draw) -> dict:
    """The document with one or a few members gone, repeated, renamed, of another type or value, or new."""
    document = deepcopy(DOCUMENT)
    for _ in range(draw(st.integers(1, 3))):
        fact = draw(st.sampled_from(sorted(document["facts"])))
        body = document["facts"][fact]
        if not isinstance(body, dict):
            continue
        within = draw(st.sampled_from(_objects(body)))
        key = draw(st.sampled_from([*within, *([] if within else ["a"])]))
        match draw(st.sampled_from(["remove", "change", "change", "add", "rename", "body", "copy"])):
            case "remove":
                within.pop(key, None)
            case "change":
                within[key] = draw(_ODD)
            case "add":
                within[draw(_KEYS)] = draw(_ODD)
            case "rename":
                within[draw(_KEYS)] = within.pop(key, None)
            case "body":
                document["facts"][fact] = draw(_ODD)
            case "copy":
                document["facts"][draw(_KEYS)] = deepcopy(body)
    document["documentInfo"]["features"] = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "xbrl:allowedDuplicates": st.sampled_from(["none", "complete", "consistent", "all"]),
                "xbrl:canonicalValues": st.booleans(),
            },
        )
    )
    return document


@given(damaged())
@settings(max_examples=400, deadline=None)
def test_the_same_is_found_in_any_damaged_document(document):
    assert_same(as_json(document))


@given(damaged())
@settings(max_examples=60, deadline=None)
def test_the_same_is_found_without_a_taxonomy(document):
    assert_same(as_json(document), lambda _references: None)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_repeated_keys_are_always_found(data):
    document = deepcopy(DOCUMENT)
    fact = data.draw(st.sampled_from(sorted(document["facts"])))
    body = document["facts"][fact]
    if data.draw(st.booleans()):
        key = data.draw(st.sampled_from(sorted(body)))
        document["facts"][fact] = _Twice(body, key, body[key])
    else:
        key = data.draw(st.sampled_from(sorted(body["dimensions"])))
        body["dimensions"] = _Twice(body["dimensions"], key, data.draw(_ODD))
    content = as_json(document, indent=1)
    assert [each.code for each in with_care(content).findings] == ["XG170"]
    with pytest.raises(pieces.UnusualError):
        in_pieces(content)


@given(st.integers(0, len(as_json(DOCUMENT)) - 1), st.sampled_from([*b'{}[]",:\\ 0-e\n\x00\xc3', None]))
@settings(max_examples=300, deadline=None)
@example(0, None)
def test_the_same_is_found_where_a_character_is_another_or_missing(place, character):
    content = as_json(DOCUMENT)
    put = b"" if character is None else bytes([character])
    assert_same(content[:place] + put + content[place + 1 :])
    assert_same(content[:place] + put + content[place:])
