"""Which names the elements of a document have, seen in its bytes before it is parsed."""

import re

_LARGEST = 4_000_000
"""Bytes above which the search takes longer than what it spares."""

_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*?encoding\s*=\s*[\"'](?P<encoding>[^\"']*)|<)")
_NAME = re.compile(rb"<(?:[^\s<>/:!?]+:)?([^\s<>/:!?]+)")


def element_names(content: bytes) -> frozenset[str] | None:
    """The local names of all elements of a document, and maybe others; None where that is not to be had at once.

    It is where a document is large, is in another encoding than UTF-8, or declares entities.
    """
    if len(content) > _LARGEST or b"\0" in content or b"<!DOCTYPE" in content:
        return None
    begun = _ENCODING.match(content)
    if begun is None or (begun["encoding"] or b"utf-8").lower() not in {b"utf-8", b"us-ascii", b"ascii"}:
        return None
    return frozenset(each.decode("utf-8", "replace") for each in set(_NAME.findall(content)))
