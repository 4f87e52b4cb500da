"""Lines and columns of elements, which a tree does not know."""

from collections.abc import Iterable
from xml.parsers import expat


def positions(content: bytes, wanted: Iterable[int]) -> dict[int, tuple[int, int]]:
    """The 1-based line and column of the start tags with the numbers `wanted`, counted from 0 in document order.

    The document has been parsed before and declares no entities. Where its encoding is one that expat does not read,
    the result is empty.
    """
    numbers = set(wanted)
    found: dict[int, tuple[int, int]] = {}
    count = 0
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal count
        if count in numbers:
            found[count] = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        count += 1

    parser.StartElementHandler = start
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError):
        return {}
    return found
