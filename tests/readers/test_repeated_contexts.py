"""What contexts repeat is not parsed again, and is read as if it was, whatever stands between them."""

from collections.abc import Iterable, Iterator
from itertools import product

import kinds
import pytest
from damaged_bytes import damaged
from hypothesis import given, settings
from hypothesis import strategies as st

from xbrlgen.readers.reading import Reading
from xbrlgen.readers.xbrl_xml import instance, read_xbrl_xml
from xbrlgen.readers.xml_syntax import children
from xbrlgen.readers.xml_syntax.children import UnstreamableError
from xbrlgen.readers.xml_syntax.repeated_contexts import RepeatedContexts

_MEMBER = '<xbrldi:explicitMember dimension="k:SegmentsAxis">k:{}Member</xbrldi:explicitMember>'
_BOND = '<xbrldi:typedMember dimension="k:BondAxis"><k:bond>{}</k:bond></xbrldi:typedMember>'
_PARTS = product((_MEMBER.format("North"), _MEMBER.format("South"), _BOND.format(7), ""), range(2014, 2024))


def _context(number: int, year: int, member: str) -> str:
    return f"""<xbrli:context id="c{number}"><xbrli:entity><xbrli:identifier scheme="http://s">e</xbrli:identifier>
</xbrli:entity><xbrli:period><xbrli:instant>{year}-12-31</xbrli:instant></xbrli:period>
{f"<xbrli:scenario>{member}</xbrli:scenario>" if member else ""}
</xbrli:context>
"""


CONTEXTS = [_context(number, year, member) for number, (member, year) in enumerate(_PARTS)]
FACTS = [
    f'<k:Cash id="f{number}" contextRef="c{number}" unitRef="JPY" decimals="0">{number}</k:Cash>\n'
    for number in range(len(CONTEXTS))
]
DOCUMENT = f"""<?xml version="1.0"?>
<!-- made by hand -->
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:k="{kinds.NAMESPACE}"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xml:lang="en">
<link:schemaRef xlink:type="simple" xlink:href="kinds.xsd"/>
<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
{"".join(CONTEXTS)}{"".join(FACTS)}<k:Cash contextRef="c9" unitRef="JPY" decimals="0">1</k:Cash>
</xbrli:xbrl>""".encode()
ONE = CONTEXTS[25].encode()


def _read(content: bytes, patched: pytest.MonkeyPatch, chunk: int = 1500) -> Reading:
    patched.setattr(children, "_CHUNK", chunk)
    return read_xbrl_xml(content, kinds.taxonomy())


def _read_whole(content: bytes, patched: pytest.MonkeyPatch) -> Reading:
    def refused(*_: object, **__: object) -> None:
        raise UnstreamableError

    patched.setattr(instance, "Children", refused)
    return read_xbrl_xml(content, kinds.taxonomy())


def _all_of(reading: Reading) -> object:
    document = reading.instance
    contexts = () if document is None else [(each.id, _said(each)) for each in document.contexts.values()]
    count = document and document.count
    return reading.report, reading.findings, dict(reading.locations), count, contexts


def _said(context) -> object:
    return [(each.dimensions, len(each.other)) for each in (context.segment, context.scenario)]


def _is_read_alike(content: bytes, chunk: int = 1500) -> bool:
    with pytest.MonkeyPatch.context() as patched:
        reading = _all_of(_read(content, patched, chunk))
        return reading == _all_of(_read_whole(content, patched))


@pytest.mark.parametrize("chunk", [200, 1000, 1500, 5000, 32_768])
def test_repeated_contexts_are_read_alike_whatever_the_size_of_the_pieces(chunk: int):
    assert _is_read_alike(DOCUMENT, chunk)


def test_the_parser_is_spared_what_is_repeated(monkeypatch: pytest.MonkeyPatch):
    parsed = b""

    class Recorded(RepeatedContexts):
        def remains(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
            nonlocal parsed
            for each in super().remains(chunks):
                parsed += each
                yield each

    monkeypatch.setattr(children, "RepeatedContexts", Recorded)
    reading = _read(DOCUMENT, monkeypatch, 2000)
    assert reading.findings == ()
    assert len(reading.instance.contexts) == len(CONTEXTS)
    assert parsed.count(b"<xbrli:context ") == 12  # ten years, of which the first brings a member; two more members
    assert parsed.count(b"\n") == DOCUMENT[DOCUMENT.index(b'"en">') :].count(b"\n")


OLD = ONE.replace(b"2019", b"1999")
NEW = OLD.replace(b"c25", b"c26")
SAME_ID = ONE.replace(b'"c25"', b"'c25'")

OTHERWISE = {
    "after another of its id in a comment": (ONE + CONTEXTS[26].encode(), b"<!--" + OLD + b"-->" + SAME_ID + NEW),
    "after another of its id in a tuple": (
        ONE + CONTEXTS[26].encode(),
        b"<k:Manager>" + OLD + b"</k:Manager>" + SAME_ID + NEW,
    ),
    "around another in a comment": (
        ONE + CONTEXTS[26].encode(),
        ONE.replace(
            b"<xbrli:entity>", b"<xbrli:entity><!-- </xbrli:entity>" + OLD[OLD.index(b"<xbrli:period>") :] + b"-->"
        )
        + NEW,
    ),
    "in a comment": (ONE, b"<!--" + ONE + b"-->"),
    "in a comment of a processing instruction": (ONE, b"<?x <!-- ?>" + ONE + b"<?x --> ?>"),
    "in a CDATA section": (b">11</k:Cash>", b"><![CDATA[" + ONE + b"]]></k:Cash>"),
    "in a tuple": (ONE, b"<k:Manager>" + ONE + b"</k:Manager>"),
    "in a unit": (b"<xbrli:unit id", b'<xbrli:unit id="x">' + ONE + b"</xbrli:unit><xbrli:unit id"),
    "in a context": (
        CONTEXTS[3].encode(),
        ONE.replace(b"</xbrli:context>", CONTEXTS[3].encode() + b"</xbrli:context>"),
    ),
    "twice": (ONE, ONE + ONE),
    "with an id that something else has": (b'id="c25"', b'id="f3"'),
    "with an id that is no name": (b'id="c25"', b'id="2 5"'),
    "with one quotation mark": (b'id="c25"', b"id='c25'"),
    "before text": (ONE, ONE + b"text"),
    "before an entity": (ONE, ONE + b"&#160;"),
    "that is empty": (ONE, b'<xbrli:context id="c25"/>'),
    "with something more": (b'id="c25"', b'id="c25" x=""'),
    "with a namespace of its own": (b'id="c25"', b'id="c25" xmlns:k="urn:other"'),
    "that never ends": (ONE, ONE.replace(b"</xbrli:context>", b"")),
    "named otherwise": (
        ONE,
        ONE.replace(b"xbrli:", b"i:").replace(b" id", b' xmlns:i="http://www.xbrl.org/2003/instance" id'),
    ),
    "under another prefix": (b"xbrli:", b"i:"),
    "under no prefix": (b"xbrli:", b""),
    "with a zone": (b"-12-31<", b"-12-31Z<"),
    "with a default member": (b"SouthMember", b"TotalMember"),
    "with an unknown prefix": (b"k:SouthMember", b"z:SouthMember"),
    "with a period that ends before it starts": (
        b"<xbrli:instant>2016-12-31</xbrli:instant>",
        b"<xbrli:startDate>2016-12-31</xbrli:startDate><xbrli:endDate>2015-12-31</xbrli:endDate>",
    ),
    "with something else in it": (_MEMBER.format("South").encode(), b"<k:other/>"),
    "after its facts": (
        b"".join(map(str.encode, CONTEXTS)) + b"".join(map(str.encode, FACTS)),
        b"".join(map(str.encode, FACTS + CONTEXTS)),
    ),
    "in another encoding": (b'<?xml version="1.0"?>', b'<?xml version="1.0" encoding="iso-2022-jp"?>'),
    "in Latin-1": (b'<?xml version="1.0"?>', b'<?xml version="1.0" encoding="iso-8859-1"?>'),
    "in a document with a document type": (b"<!-- made by hand -->", b"<!DOCTYPE x>"),
    "beside a placeholder of another": (ONE, b"<xbrli:contexts-as-before/><!--" + ONE + b"-->"),
    "beside an element like the placeholder": (ONE, ONE + b"<xbrli:contexts-as-before/>"),
}


@pytest.mark.parametrize("name", OTHERWISE)
@pytest.mark.parametrize("chunk", [700, 1500])
def test_a_context_that_stands_otherwise_is_read_alike(name: str, chunk: int):
    old, new = OTHERWISE[name]
    content = DOCUMENT.replace(b"xmlns:xbrli=", b"xmlns=") if name == "under no prefix" else DOCUMENT
    changed = content.replace(old, new)
    assert changed != content
    assert _is_read_alike(changed, chunk)


@pytest.mark.parametrize("begun", range(5))
def test_a_comment_may_begin_in_one_piece_and_go_on_in_the_next(begun: int):
    changed = DOCUMENT.replace(*OTHERWISE["after another of its id in a comment"])
    assert _is_read_alike(changed, changed.index(b"<!--", 100) + begun)


def test_a_placeholder_of_another_has_no_place_here(monkeypatch: pytest.MonkeyPatch):
    content = DOCUMENT.replace(ONE, ONE + b"<xbrli:contexts-as-before/>")
    assert [each.code for each in _read(content, monkeypatch).findings] == ["XG165"]


def test_what_is_wrong_in_one_context_is_not_taken_for_another():
    two_periods = CONTEXTS[3].replace(
        "<xbrli:period>", "<xbrli:period><xbrli:instant>1999-12-31</xbrli:instant></xbrli:period><xbrli:period>"
    )
    changed = DOCUMENT.replace(CONTEXTS[3].encode(), two_periods.encode())
    before, after = (read_xbrl_xml(each, kinds.taxonomy()).report.facts for each in (DOCUMENT, changed))
    assert [each.id for each, other in zip(before, after, strict=True) if each.period != other.period] == ["f3"]


def test_another_encoding_is_read_alike():
    assert _is_read_alike(DOCUMENT.decode().encode("utf-16"), 3000)


@given(st.integers(0, 10**9))
@settings(max_examples=150, deadline=None)
def test_damaged_contexts_are_read_alike(seed: int):
    assert _is_read_alike(damaged(DOCUMENT, seed), 700 + seed % 2000)
