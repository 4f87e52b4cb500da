"""The tags of an inline page, and the place in it where further elements go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers.expat import ParserCreate

_SEPARATOR = " "
_INLINE = f"http://www.xbrl.org/2013/inlineXBRL{_SEPARATOR}"
_BODY = f"http://www.w3.org/1999/xhtml{_SEPARATOR}body"
_FACTS = frozenset({f"{_INLINE}nonFraction", f"{_INLINE}nonNumeric"})


class Tag(NamedTuple):
    """One occurrence of a fact: its id, and what says which fact it is."""

    id: str
    name: str
    context: str
    unit: str | None


@dataclass(slots=True)
class Page:
    """The tags in the order of the page, and the offset of the end tag of its body."""

    tags: list[Tag] = field(default_factory=list)
    end_of_body: int = -1


def read_page(content: bytes) -> Page:
    """Read a page as it was written; raises xml.parsers.expat.ExpatError if it is no XML, ValueError without a body."""
    page = Page()
    parser = ParserCreate(namespace_separator=_SEPARATOR)

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name in _FACTS and "id" in attributes:
            page.tags.append(_tag(attributes))

    def end(name: str) -> None:
        if name == _BODY:
            page.end_of_body = parser.CurrentByteIndex

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(content, True)
    if page.end_of_body < 0:
        raise ValueError("the page has no body")
    return page


def _tag(attributes: Mapping[str, str]) -> Tag:
    get = attributes.get
    return Tag(attributes["id"], get("name", ""), get("contextRef", ""), get("unitRef"))
