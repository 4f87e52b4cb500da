"""In which syntax a file is meant to be written: by its name, else by what it begins with."""

import re
from io import BytesIO
from pathlib import Path

from xbrlgen.taxonomy.documents import LINK, XS

PAGES = frozenset({".xhtml", ".html", ".htm"})
"""What the names of pages end in."""

_TAXONOMIES = frozenset({f"{{{XS}}}schema", f"{{{LINK}}}linkbase"})
_DOCUMENT_TYPE = re.compile(rb'"documentType"\s*:\s*"https:(?:\\?/){2}xbrl\.org\\?/2021\\?/xbrl-(csv|json)"')
_BEGINNING = 65_536
"""Bytes of a large file that tell its syntax."""
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?html[\s>]")


def beginning_of(path: Path) -> bytes:
    """As much of a file as tells its syntax; raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return file.read(_BEGINNING)


def is_csv(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be the metadata of a report in CSV: by the type that it says it has."""
    return is_json(path, content) and document_type(content) == b"csv"


def document_type(content: bytes) -> bytes:
    """What a report as JSON or CSV says that it is, in one word; empty where it says neither."""
    found = _DOCUMENT_TYPE.search(content.replace(b"\0", b""))
    return b"" if found is None else found[1]


def is_json(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be JSON: by its first character, else by its name."""
    first = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return first == b"{" or (first != b"<" and path.suffix == ".json")


def is_inline(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be a page: by its name, else by its first element; JSON is none."""
    return (path.suffix.lower() in PAGES or _PAGE.match(content) is not None) and not is_json(path, content)


def is_taxonomy(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be a schema or a linkbase: by its name, else by its first element."""
    from lxml import etree

    if path.suffix.lower() == ".xsd" or is_json(path, content) or is_inline(path, content):
        return path.suffix.lower() == ".xsd"
    begun = etree.iterparse(BytesIO(content), events=("start",), no_network=True, resolve_entities=False)
    try:
        _, root = next(iter(begun))
    except (etree.XMLSyntaxError, StopIteration):
        return False
    return root.tag in _TAXONOMIES
