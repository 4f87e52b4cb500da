"""Attributes that were taken from tags while their page was parsed are missed by nobody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_pages import page, read
from lxml import etree
from test_plain_tags import NUMBER, _all_of, pages

from xbrlgen.document_validation import parse_page
from xbrlgen.readers.inline import InlineDocument, InlineDocumentSet, reader
from xbrlgen.readers.inline.plain_tags import TakenTags, Watch
from xbrlgen.readers.inline.rules import INLINE_1_1

_SOUND = page(
    "".join(f'<p>{text}<ix:nonFraction id="f{text}"{{}}>{text}</ix:nonFraction></p>' for text in "123").format(
        *(" ".join(("", *(f'{name}="{value}"' for name, value in NUMBER.items()))) for _ in range(3))
    )
)


def watched(content: bytes, watch: Watch):
    """Parses any page as a valid one is parsed, in small pieces; none that any tag of which has no attributes."""
    parser = etree.XMLPullParser(events=("end",), tag=f"{INLINE_1_1}*", remove_comments=True, remove_pis=True)
    for start in range(0, len(content), 60):
        parser.feed(content[start : start + 60])
        watch(parser.read_events())
    return parser.close()


@settings(max_examples=250, deadline=None)
@given(content=pages(), target=st.sampled_from([None, None, "other"]))
def test_whatever_is_taken_the_reading_is_the_same(content: bytes, target: str | None):
    careful = _all_of(content, target)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader.InlineDocument, "__new__", _watched_document)
        assert _all_of(content, target) == careful


def _watched_document(cls, name: str, content: bytes, _parse: object = None) -> InlineDocument:
    return tuple.__new__(cls, (name, content, watched))


@settings(max_examples=150, deadline=None)
@given(content=pages())
def test_a_whole_root_has_every_attribute(content: bytes):
    (root,) = InlineDocumentSet([InlineDocument("p", content, watched)]).roots.values()
    plain = etree.fromstring(content, etree.XMLParser(remove_comments=True, remove_pis=True))
    assert etree.tostring(root) == etree.tostring(plain)


def test_of_a_sound_page_the_plain_tags_are_held_without_attributes():
    documents = InlineDocumentSet([InlineDocument("p", _SOUND, parse_page)])
    assert documents.taken == {"p"}
    bare = [each.attrib for each in documents.bare_roots["p"].iter(f"{INLINE_1_1}nonFraction")]
    assert len(bare) == 3
    assert not any(bare)
    whole = [dict(each.attrib) for each in documents.roots["p"].iter(f"{INLINE_1_1}nonFraction")]
    assert whole == [{"id": f"f{number}", **NUMBER} for number in "123"]


def test_tags_in_tags_keep_their_attributes():
    usual = " ".join(f'{name}="{value}"' for name, value in NUMBER.items())
    inner = f"<ix:nonFraction {usual}>1</ix:nonFraction>"
    content = page(
        f'<p>{inner}</p><ix:nonNumeric name="k:Policy" contextRef="d"><p>{inner}{inner}</p></ix:nonNumeric>{inner}'
    )
    taken = TakenTags()
    tags = [*watched(content, taken.watch).iter(f"{INLINE_1_1}nonFraction")]
    assert [len(each.attrib) for each in tags] == [0, 5, 5, 0]
    assert len(taken.shapes) == 2


def test_a_page_that_its_schema_does_not_take_is_parsed_again():
    documents = InlineDocumentSet([InlineDocument("p", _SOUND.replace(b"<p>", b"<p x='1'>"), parse_page)])
    assert documents.taken == frozenset()
    assert all(each.attrib for each in documents.bare_roots["p"].iter(f"{INLINE_1_1}nonFraction"))
    assert len(read(_SOUND).report.facts) == 3
