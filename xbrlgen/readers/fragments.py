"""The content of a footnote: plain text, or an XHTML fragment in one spelling."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XHTML = "{http://www.w3.org/1999/xhtml}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def fragment_of(element: "Element") -> str:
    """What stands in `element`: its text where there is nothing else, an XHTML fragment where there are elements.

    Elements of XHTML have no prefix in it; names from elsewhere are in Clark notation, which no fragment may hold.
    """
    if not len(element):
        return element.text or ""
    return _escaped(element.text) + "".join(map(_markup, element))


def _markup(element: "Element") -> str:
    tag = str(element.tag).removeprefix(_XHTML)
    named = sorted((str(name).replace(_XML, "xml:"), str(value)) for name, value in element.attrib.items())
    attributes = "".join(f' {name}="{_attribute(value)}"' for name, value in named)
    content = _escaped(element.text) + "".join(map(_markup, element))
    closed = f"<{tag}{attributes}>{content}</{tag}>" if content else f"<{tag}{attributes}/>"
    return closed + _escaped(element.tail)


def _escaped(text: str | None) -> str:
    return (text or "").translate(_ESCAPES)


def _attribute(value: str) -> str:
    return value.translate(_ESCAPES).replace('"', "&quot;")


def parsed_fragment(text: str) -> str:
    """An XHTML fragment in the one spelling, or plain text where it holds no elements.

    Raises ValueError for what is not well-formed.
    """
    return fragment_of(fragment_root(text))


def fragment_root(text: str) -> "Element":
    """An element with a fragment as its content; raises ValueError for what is not well-formed."""
    from lxml import etree

    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(f'<p xmlns="{_XHTML[1:-1]}">{text}</p>'.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(error.msg) from None


def is_of_xhtml(element: "Element") -> bool:
    """Whether an element is one of XHTML."""
    return str(element.tag).startswith(_XHTML)
