"""What a tag says: the text in it, or its markup as escaped XHTML (Inline XBRL 1.1 sections 6.2 and 11.2)."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from xbrlgen.readers.fragments import parsed_fragment
from xbrlgen.readers.inline.addresses import joined
from xbrlgen.readers.inline.page import XHTML, Page, Tag
from xbrlgen.readers.xml_syntax.source import XML

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_VOID = frozenset(
    {
        *("area", "base", "basefont", "br", "col", "frame", "hr", "img", "input", "isindex", "link", "meta", "param"),
    }
)
"""The elements of XHTML that are always empty (HTML 4.01, index of elements)."""

_ADDRESSES = {
    "a": {"href"},
    "area": {"href"},
    "link": {"href"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "del": {"cite"},
    "ins": {"cite"},
    "form": {"action"},
    "input": {"src", "usemap"},
    "img": {"src", "longdesc", "usemap"},
    "object": {"classid", "codebase", "data", "usemap"},
}
"""The attributes of XHTML that are addresses (HTML 4.01, index of attributes)."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VALUE = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def text_of(pieces: Iterable[Tag]) -> str:
    """The characters in all pieces of a text, without what ix:exclude leaves out; white space as it stands."""
    return "".join(map(text_in, pieces))


def text_in(tag: Tag) -> str:
    """The same of one piece."""
    element = tag.element
    if not len(element):
        return element.text or ""
    if not tag.page.has_excludes or next(tag.inner("exclude"), None) is None:
        return "".join(str(each) for each in element.itertext())
    parts: list[str] = []
    _add_text(element, f"{tag.page.namespace}exclude", parts)
    return "".join(parts)


def _add_text(element: "Element", excluded: str, parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        if child.tag != excluded:
            _add_text(child, excluded, parts)
        parts.append(child.tail or "")


def markup_of(pieces: Iterable[Tag]) -> str:
    """The markup in all pieces of a text as XHTML, without tags and without what ix:exclude leaves out.

    Elements of XHTML have no prefix and no namespace declaration; others declare theirs. Attributes are sorted.
    Relative addresses start from the base that the page states.
    """
    parts: list[str] = []
    for piece in pieces:
        _Markup(piece.page, parts).add_content(piece.element, XHTML)
    return "".join(parts)


def footnote_content(pieces: Iterable[Tag]) -> str:
    """What a footnote says: plain text, or an XHTML fragment where there is markup in it."""
    markup = markup_of(pieces := tuple(pieces))
    return parsed_fragment(markup) if "<" in markup else text_of(pieces)


def escaped(text: str) -> str:
    """Characters as they stand in markup."""
    return text.translate(_TEXT)


class _Markup:
    """The markup of one page as it is collected in `parts`."""

    def __init__(self, page: Page, parts: list[str]) -> None:
        self._page = page
        self._parts = parts

    def add_content(self, element: "Element", namespace: str) -> None:
        """Add what is in `element`; `namespace` is the default one around it, in braces."""
        self._add_characters(element.text)
        for child in element:
            tag = str(child.tag)
            if not tag.startswith(self._page.namespace):
                self._add_element(child, tag, namespace)
            elif tag != f"{self._page.namespace}exclude":
                self.add_content(child, namespace)
            self._add_characters(child.tail)

    def _add_characters(self, text: str | None) -> None:
        if text:
            self._parts.append(escaped(text))

    def _add_element(self, element: "Element", tag: str, around: str) -> None:
        namespace, _, name = tag.rpartition("}")
        namespace += "}" if namespace else ""
        declared = "" if namespace == around else f' xmlns="{namespace[1:-1].translate(_VALUE)}"'
        start = len(self._parts)
        self._parts.append(f"<{name}{declared}{self._attributes(element, namespace, name)}")
        self._parts.append(">")
        self.add_content(element, namespace)
        if len(self._parts) > start + 2 or (namespace == XHTML and name not in _VOID):
            self._parts.append(f"</{name}>")
        else:
            self._parts[-1] = "/>"

    def _attributes(self, element: "Element", namespace: str, name: str) -> str:
        if not element.attrib:
            return ""
        addresses = _addresses(element, name) if namespace == XHTML and self._page.base else frozenset[str]()
        written: list[str] = []
        for attribute, value in sorted((str(key), str(value)) for key, value in element.attrib.items()):
            if attribute in addresses:
                value = self._resolved(value)  # noqa: PLW2901 - the address takes the place of what was written
            written.append(f' {_attribute_name(attribute, written)}="{value.translate(_VALUE)}"')
        return "".join(written)

    def _resolved(self, address: str) -> str:
        return address if _ABSOLUTE.match(address) else joined(self._page.base, address).replace(" ", "%20")


def _addresses(element: "Element", name: str) -> AbstractSet[str]:
    """The attributes of an element that are addresses; in an object they may start from its own codebase."""
    return {"codebase", "usemap"} if name == "object" and element.get("codebase") else _ADDRESSES.get(name, set())


def _attribute_name(attribute: str, written: list[str]) -> str:
    """The name of an attribute; a namespace gets a prefix of its own, which it declares."""
    namespace, _, name = attribute.rpartition("}")
    if not namespace:
        return attribute
    if f"{namespace}}}" == XML:
        return f"xml:{name}"
    prefix = f"ns{len(written)}"
    written.append(f' xmlns:{prefix}="{namespace[1:].translate(_VALUE)}"')
    return f"{prefix}:{name}"
