"""One page, two parsers: what browsers make of it as HTML is what XML processors make of it."""

import re
from collections.abc import Iterator

import kinds
import pytest
from lxml import etree

from xbrlgen.target import target_document
from xbrlgen.writers.inline import write_inline_xbrl

html5lib = pytest.importorskip("html5lib", reason="needs the package html5lib")

XHTML = "{http://www.w3.org/1999/xhtml}"
XML = "{http://www.w3.org/XML/1998/namespace}"
VOID = "br|hr|meta|col|img|link"


def as_xml(content: bytes) -> list[str]:
    root = etree.fromstring(content)
    prefixes = {uri: prefix for prefix, uri in root.nsmap.items()}
    return list(_events(root, lambda name: _prefixed(name, prefixes)))


def as_html(content: bytes) -> list[str]:
    root = html5lib.parse(content, transport_encoding="utf-8")
    return list(_events(root, _read_by_html5lib))


def _prefixed(name: str, prefixes) -> str:
    namespace, _, local = name.rpartition("}")
    prefix = "xml" if f"{namespace}}}" == XML else prefixes.get(namespace[1:])
    return f"{prefix}:{local}".lower() if prefix else local.lower()


def _read_by_html5lib(name: str) -> str:
    """HTML knows no other namespaces: prefixes are parts of names there."""
    return name.removeprefix(XHTML).lower()


def _events(element, named) -> Iterator[str]:
    attributes = sorted(
        f"{name}={value}" for name, value in ((named(key), each) for key, each in element.attrib.items())
    )
    yield f"<{named(element.tag)} {[each for each in attributes if not each.startswith('xmlns')]}>"
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _events(child, named)
        yield child.tail or ""
    yield "</>"


def _meaning(events: list[str]) -> list[str]:
    """Without white space between elements, which HTML parsers move at the edges of head and body."""
    return [each for each in events if each.strip()]


def assert_polyglot(content: bytes) -> None:
    assert _meaning(as_html(content)) == _meaning(as_xml(content))


def test_the_page_of_a_report(annual):
    assert_polyglot(annual.pages[0].read_bytes())


def test_the_page_of_every_kind_of_value(tmp_path):
    report = kinds.one_of_each_kind()
    document = target_document(report, kinds.taxonomy())
    written = write_inline_xbrl(
        document, report, tmp_path / "kinds", vocabulary=kinds.taxonomy(), labels=lambda name: name.local_name
    )
    assert_polyglot(written.pages[0].read_bytes())


def test_the_page_of_iij(root, tmp_path):
    from xbrlgen import build

    build(root / "examples" / "iij-1h23", tmp_path / "out")
    assert_polyglot(next((tmp_path / "out").glob("*.xhtml")).read_bytes())


def test_only_elements_without_content_are_closed_at_once(annual):
    closed = set(re.findall(r"<([\w:]+)(?:\s[^<>]*)?/>", annual.page))
    assert closed <= set(VOID.split("|"))


def test_the_comparison_sees_what_parsers_read_in_two_ways():
    """The test of the test: each of these is well-formed XML that HTML parsers read otherwise."""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
    for piece in ("<div/>x", "<p>a<div>b</div></p>", "<table><tr><td/><td>1</td></tr></table>"):
        with pytest.raises(AssertionError):
            assert_polyglot(page.format(piece).encode())
    assert_polyglot(page.format("<p>a<br/>b</p><table><tbody><tr><td></td></tr></tbody></table>").encode())
