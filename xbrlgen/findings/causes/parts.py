"""The parts of an instance or a page that findings are about: contexts, units, facts and what else stands by itself."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple
from xml.parsers import expat

from xbrlgen.findings.location import Location

CONTEXT, UNIT = "context", "unit"

_XBRLI = "http://www.xbrl.org/2003/instance "
_LINK = "http://www.xbrl.org/2003/linkbase "
_INLINE = ("http://www.xbrl.org/2013/inlineXBRL ", "http://www.xbrl.org/2008/inlineXBRL ")
_ARRANGING = frozenset({"header", "hidden", "references", "resources"})
_KINDS = {f"{_XBRLI}context": CONTEXT, f"{_XBRLI}unit": UNIT}

_CHILD, _GRANDCHILD = 1, 2

Position = tuple[int, int]


class Part(NamedTuple):
    """An element from its `start` to its `end` (lines and columns), with the ids that it has and refers to.

    `kind` is ``context``, ``unit`` or empty; `prefix` is that of the format of a tag; `outer` is where the part begins
    that this one is in.
    """

    kind: str
    id: str
    start: Position
    end: Position
    context: str
    unit: str
    prefix: str
    outer: Position | None


class Parts:
    """Those of one document that places lie in, and all of its contexts and units, which are `arranged` there.

    `names` are the ids of those that places may mean of which no column is known.
    """

    def __init__(self, content: bytes, places: Iterable[Location], names: Container[str]) -> None:
        self.by_id: dict[str, list[Part]] = {}
        self.arranged: list[Part] = []
        self.root: Position = (0, 0)
        self.formats: Counter[str] = Counter()
        self._names = names
        self._found: dict[Position, Part] = {}
        self._begun: dict[int, Part | None] = {}
        self._spanning: dict[int, Part] = {}
        self._named: dict[tuple[int, str], Part] = {}
        self._wanted = sorted({(place.line, place.column) for place in places if place.line})
        self._lines = [line for line, column in self._wanted if not column]
        _Scan(self).run(content)

    def of(self, place: Location, names: Iterable[str]) -> Part | None:
        """The part that a place is in; where only its line is known, the one that begins there or has such a name."""
        if place.column:
            return self._found.get((place.line, place.column))
        if place.line not in self._begun:
            return self._spanning.get(place.line)
        named = (self._named.get((place.line, name)) for name in names)
        return self._begun[place.line] or next((each for each in named if each is not None), None)

    def with_prefix(self, prefix: str) -> int:
        """How many parts have a format with that prefix."""
        return sum(count for name, count in self.formats.items() if name.partition(":")[0] == prefix)

    def concerns(self, identifier: str, start: Position, end: Position) -> bool:
        """Whether a place is in an element from `start` to `end`, or may mean it by its id."""
        lines, wanted = self._lines, self._wanted
        return (
            bisect_left(wanted, start) < bisect_right(wanted, end)
            or bisect_left(lines, start[0]) < bisect_right(lines, end[0])
            or (identifier != "" and identifier in self._names)
        )

    def keep(self, part: Part, *, covers: bool, number: int) -> None:
        """Keep `part` if a place is in it, or is its very start where it does not cover what stands in it.

        `number` is that of the fact that it is, by which facts without an id are called.
        """
        if part.kind:
            self.arranged.append(part)
        self._keep_of_lines(part, (part.id, f"fact-{number}"))
        first = bisect_left(self._wanted, part.start)
        last = bisect_right(self._wanted, part.end if covers else part.start)
        for position in self._wanted[first:last]:
            self._found.setdefault(position, part)  # inner ones end, and come, first
        if part.id and (part.kind or first < last or part.id in self._names):
            self.by_id.setdefault(part.id, []).append(part)

    def _keep_of_lines(self, part: Part, names: tuple[str, str]) -> None:
        """For places without a column: the part that begins on a line, if it is the only one, or has one of `names`."""
        line = part.start[0]
        first, last = bisect_left(self._lines, line), bisect_right(self._lines, part.end[0])
        for each in self._lines[first:last]:
            if each == line:
                self._begun[line] = None if line in self._begun else part
                self._named |= {(line, name): part for name in names if name and name in self._names}
            else:
                self._spanning.setdefault(each, part)


class _Open(NamedTuple):
    """A part whose end is not reached; `depth` is that of its element, `number` that of the last fact begun."""

    depth: int
    kind: str
    start: Position
    attributes: Mapping[str, str]
    covers: bool
    number: int


class _Scan:
    """One way through a document, by a parser that knows lines and columns."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._open: list[_Open] = []
        self._depth = 0
        self._is_instance = False
        self._are_tags: dict[str, bool] = {}
        self._resources: list[int] = []
        self._facts = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")

    def run(self, content: bytes) -> None:
        """Find the parts; none in an encoding that this parser does not read."""
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        try:
            self._parser.Parse(content, True)
        except (expat.ExpatError, LookupError, ValueError):
            return

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self._depth:
            self._is_instance = name == f"{_XBRLI}xbrl"
            self._parts.root = self._position()
        is_tag = self._are_tags.get(name)
        if is_tag is None:
            is_tag = self._are_tags[name] = name.startswith(_INLINE) and name.partition(" ")[2] not in _ARRANGING
        if is_tag or "contextRef" in attributes or name in _KINDS or self._stands_alone(name):
            self._facts += "contextRef" in attributes
            kind = _KINDS.get(name, "")
            self._open.append(_Open(self._depth, kind, self._position(), attributes, not is_tag, self._facts))
        elif name.endswith(" resources"):
            self._resources.append(self._depth)
        self._depth += 1

    def _stands_alone(self, name: str) -> bool:
        """Whether this is a resource of a page, or a child of an instance or of one of its links of many parts."""
        if self._resources and self._depth == self._resources[-1] + 1:
            return True
        if not self._is_instance or name == f"{_LINK}footnoteLink":
            return False
        return self._depth == _CHILD or (self._depth == _GRANDCHILD and not self._open)

    def _position(self) -> Position:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if not self._open or self._open[-1].depth != self._depth:
            return
        _, kind, start, attributes, covers, number = self._open.pop()
        get = attributes.get
        self._parts.formats[get("format", "")] += 1
        identifier, end = get("id", "").strip(), self._position()
        if kind or self._parts.concerns(identifier, start, end):
            context, unit = (get(each, "").strip() for each in ("contextRef", "unitRef"))
            outer = self._open[-1].start if self._open else None
            part = Part(kind, identifier, start, end, context, unit, get("format", "").partition(":")[0], outer)
            self._parts.keep(part, covers=covers, number=number if context else 0)
