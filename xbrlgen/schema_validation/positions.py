"""Where elements are: lines and columns, which a tree does not know, and paths."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from lxml import etree


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


class Paths:
    """The XPaths of elements; unlike lxml's own, found without counting the same siblings again for each element."""

    def __init__(self) -> None:
        self._steps: dict[etree._Element | None, dict[etree._Element, str]] = {}

    def of(self, element: "etree._Element") -> str:
        """The path of `element`; a step has a number where siblings have the same name."""
        parent = element.getparent()
        if parent is None:
            return f"/{written(element)}"
        if parent not in self._steps:
            self._steps[parent] = _steps(parent)
        return f"{self.of(parent)}/{self._steps[parent][element]}"


def _steps(parent: "etree._Element") -> "dict[etree._Element, str]":
    """The step that leads to each child."""
    names = {child: written(child) for child in parent.iterchildren("*")}
    counts = Counter(names.values())
    counts["*"] = len(names)
    numbers: Counter[str] = Counter()
    steps = {}
    for place, (child, name) in enumerate(names.items(), 1):
        numbers[name] += 1
        number = place if name == "*" else numbers[name]
        steps[child] = f"{name}[{number}]" if counts[name] > 1 else name
    return steps


def written(element: "etree._Element") -> str:
    """The name of an element as a path has it: without prefix, it stands for any name."""
    namespace, _, local = str(element.tag).removeprefix("{").rpartition("}")
    if element.prefix:
        return f"{element.prefix}:{local}"
    return "*" if namespace else local
