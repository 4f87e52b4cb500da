"""Footnotes as XHTML fragments."""

_XHTML = "http://www.w3.org/1999/xhtml"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


def escaped(text: str) -> str:
    """Text as element content; a carriage return needs a reference to live through a parser (XML 1.0 section 2.11)."""
    return text.translate(_ESCAPES)


def as_fragment(content: str) -> str:
    """`content` as it stands where it is a well-formed XHTML fragment with elements, else as escaped text."""
    return content.replace("\r", "&#13;") if _is_fragment(content) else escaped(content)


def _is_fragment(content: str) -> bool:
    if "<" not in content:
        return False
    from lxml import etree

    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(f'<p xmlns="{_XHTML}">{content}</p>'.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return False
    return any(isinstance(child.tag, str) for child in root)
