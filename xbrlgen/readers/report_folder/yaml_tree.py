"""YAML as a tree of text: nothing is guessed to be a number, date or boolean, and every node knows its place.

Built from the parser's events, so depth and size are bounded while the text is read. Follows YAML 1.2.2 for what it
accepts, https://yaml.org/spec/1.2.2/, without tags, complex keys and merge keys.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.readers.report_folder.placed_text import Node, PlacedList, PlacedMapping, PlacedText, key_of

if TYPE_CHECKING:
    import yaml

DEEPEST = 40
LARGEST = 200_000
"""Nodes, counted after aliases are followed."""


def read_tree(text: str, path: str, findings: list[Finding]) -> Node | None:
    """The first document of `text`; None, and a finding, if there is none or it cannot be parsed."""
    import yaml

    builder = _TreeBuilder(text, path, findings)
    try:
        for event in yaml.parse(text, yaml.CBaseLoader):
            builder.take(event)
    except _UnusableYamlError:
        return None
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        place = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
        findings.append(finding("XG108", f"not well-formed YAML: {problem.problem or problem.context}", place))
        return None
    except yaml.YAMLError as problem:
        findings.append(finding("XG108", f"not well-formed YAML: {problem}", Location(path)))
        return None
    if builder.root is None:
        findings.append(finding("XG108", f"'{path}' is empty", Location(path, 1, 1)))
    return builder.root


class _UnusableYamlError(Exception):
    """The finding is recorded, and nothing can be made of the document."""


@dataclass(slots=True)
class _Open:
    """A collection that is being read; `key` waits for its value, None in a list or before a key."""

    node: PlacedMapping | PlacedList
    anchor: str | None
    size_before: int
    key: PlacedText | None = None


@dataclass(slots=True)
class _TreeBuilder:
    text: str
    path: str
    findings: list[Finding]
    root: Node | None = None
    _documents: int = 0
    _size: int = 0
    _stack: list[_Open] = field(default_factory=list)
    _anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)

    def take(self, event: Any) -> None:
        """Take in one event of the parser."""
        import yaml

        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event)
            text = self._scalar(event)
            self._grow(1, text)
            self._add(text, 1, event.anchor)
        elif isinstance(event, yaml.AliasEvent):
            node, size = self._anchored(event)
            self._grow(size, node)
            self._add(node, size)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(event, PlacedMapping(self._place(event)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(event, PlacedList(self._place(event)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._give_up("XG110", "a second YAML document starts here; a report is one", self._place(event))

    def _place(self, event: Any) -> Location:
        mark, end = event.start_mark, event.end_mark
        length = end.column - mark.column if end.line == mark.line else 1
        return Location(self.path, mark.line + 1, mark.column + 1, length=max(1, length))

    def _scalar(self, event: Any) -> PlacedText:
        """The text, placed at its first character: after the quote of a quoted scalar that holds no escape."""
        mark, end = event.start_mark, event.end_mark
        value: str = event.value
        quotes = 2 if event.style in {"'", '"'} else 0
        is_verbatim = mark.line == end.line and end.column - mark.column == len(value) + quotes
        column = mark.column + 1 + (1 if quotes and is_verbatim else 0)
        length = len(value) if is_verbatim else (end.column - mark.column if mark.line == end.line else 1)
        place = Location(self.path, mark.line + 1, column, length=max(1, length))
        placed = PlacedText(value, place, is_verbatim=is_verbatim)
        if mark.line != end.line:
            quote = 1 if quotes else 0
            lines = self.text[mark.index + quote : end.index - quote].split("\n")
            placed.segments = _segments(lines, value, mark.line + 1, mark.column + 1 + quote)
        return placed

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "tag:yaml.org,2002:str":
            message = f"the YAML tag '{event.tag}' means nothing here: every value is plain text"
            self.findings.append(finding("XG110", message, self._place(event)))

    def _anchored(self, event: "yaml.AliasEvent") -> tuple[Node, int]:
        if event.anchor not in self._anchors:  # not known, or the alias stands inside what it names
            self._give_up("XG108", f"there is no finished anchor '&{event.anchor}' above this", self._place(event))
        return self._anchors[event.anchor]

    def _open(self, event: Any, node: PlacedMapping | PlacedList) -> None:
        self._refuse_tag(event)
        if len(self._stack) >= DEEPEST:
            self._give_up("XG111", f"collections are nested more than {DEEPEST} deep", node.location)
        self._stack.append(_Open(node, event.anchor, self._size))

    def _close(self) -> None:
        done = self._stack.pop()
        self._grow(1, done.node)
        self._add(done.node, self._size - done.size_before, done.anchor)

    def _grow(self, nodes: int, at: Node) -> None:
        self._size += nodes
        if self._size > LARGEST:
            self._give_up("XG111", f"more than {LARGEST:,} nodes, aliases followed", at.location)

    def _add(self, node: Node, size: int, anchor: str | None = None) -> None:
        """Put a finished node of that size where it belongs."""
        if anchor is not None:
            self._anchors[anchor] = (node, size)
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if isinstance(parent.node, PlacedList):
            parent.node.append(node)
        elif parent.key is None:
            parent.key = self._key(node)
        else:
            self._put(parent.node, parent.key, node)
            parent.key = None

    def _key(self, node: Node) -> PlacedText:
        if not isinstance(node, PlacedText):
            self._give_up("XG110", "a list or mapping cannot be a key", node.location)
        return node

    def _put(self, mapping: PlacedMapping, key: PlacedText, node: Node) -> None:
        if key in mapping:
            first = key_of(mapping, key).location
            self.findings.append(finding("XG109", f"the key '{key}' stands here twice", key.location, first))
            return
        mapping[key] = node

    def _give_up(self, code: str, message: str, place: Location) -> NoReturn:
        self.findings.append(finding(code, message, place))
        raise _UnusableYamlError


def _segments(lines: list[str], value: str, line: int, column: int) -> tuple[tuple[int, int, int], ...]:
    """Where each line of a folded scalar stands; nothing where folding was not just a space for a line break."""
    if " ".join(each.strip() for each in lines) != value:
        return ()
    found = []
    offset = 0
    for number, each in enumerate(lines):
        indent = len(each) - len(each.lstrip())
        found.append((offset, line + number, indent + (1 if number else column)))
        offset += len(each.strip()) + 1
    return tuple(found)
