"""From the tree of report.yaml to its checked structure, with every fault reported and what is sound kept."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.readers.report_folder.placed_text import Node, PlacedList, PlacedMapping, PlacedText, key_of

if TYPE_CHECKING:
    from xbrlgen.readers.report_folder.structure import ReportEntry

_MESSAGES = MappingProxyType(
    {
        "too_short": "expected at least one entry",
        "union_tag_not_found": "expected a mapping with one of the keys table, text and facts",
        "dict_type": "expected a mapping of keys to values",
        "list_type": "expected a list",
    }
)

_STAND_INS: Mapping[str, str] = MappingProxyType(
    {
        "title": "(no title)",
        "label": "(no label)",
        "name": "(no name)",
        "identifier": "(none)",
        "id": "no-id",
        "scheme": "urn:none",
    }
)
"""Read on with these where the key is missing: the rest of its mapping is still worth checking."""

_KEY = "[key]"
"""Pydantic's last step to a faulty key of a mapping."""


class Structure(NamedTuple):
    """The sound part of report.yaml, and the names in the parts that are not: nobody need be told of them again."""

    report: "ReportEntry"
    broken: frozenset[str]


def read_structure(tree: Node, findings: list[Finding]) -> Structure | None:
    """The structure without its faulty parts, each of which is a finding; None where too little is left.

    A faulty part is taken out of the tree and the rest is checked again, until all of it is sound.
    """
    from pydantic import ValidationError

    from xbrlgen.readers.report_folder.structure import ReportEntry

    broken: set[str] = set()
    is_first = True
    while True:
        try:
            return Structure(ReportEntry.model_validate(tree, context=findings), frozenset(broken))
        except ValidationError as problem:
            errors = problem.errors(include_url=False, include_input=False)
        if is_first:
            findings.extend(_finding(tree, error) for error in errors)
            is_first = False
        if not _take_out(tree, errors, broken):
            return None


def _finding(tree: Node, error: Any) -> Finding:
    """What pydantic found, in our words and at its place in the file."""
    *path, last = _path(error) or [""]
    parent = _node(tree, path)
    parent = tree if parent is None else parent
    if error["type"] == "missing":
        return finding("XG113", f"{_named(path)} lacks the key '{last}'", parent.location)
    message = f"{_named([*path, last])}: {_MESSAGES.get(error['type'], error['msg'])}"
    if _KEY in error["loc"]:
        place = key_of(parent, last).location if isinstance(parent, PlacedMapping) else parent.location
    else:
        node = _node(tree, [*path, last])
        place = parent.location if node is None else node.location
    return finding("XG115" if error["type"] == "setting" else "XG114", message, place)


def _path(error: Any) -> list[Any]:
    """The steps to a fault that are steps in the tree too: no tags of unions."""
    return [step for step in error["loc"] if isinstance(step, int) or not (step == _KEY or step.startswith("<"))]


def _node(tree: Node, path: Iterable[Any]) -> Node | None:
    """The node at the end of `path`, None where it is not there."""
    node: Node | None = tree
    for step in path:
        if isinstance(node, PlacedMapping):
            node = node.get(step)
        elif isinstance(node, PlacedList) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node


def _take_out(tree: Node, errors: Iterable[Any], broken: set[str]) -> bool:
    """Take the faulty nodes out of the tree, or mend them; False where that leaves nothing."""
    gone: list[tuple[PlacedList, Node]] = []
    for error in errors:
        path = _path(error)
        is_missing = error["type"] == "missing"
        if is_missing and _stand_in(_node(tree, path[:-1]), path[-1]):
            continue
        path = path[:-1] if is_missing else path
        if not path:
            return False
        node, parent = _node(tree, path), _node(tree, path[:-1])
        if node is None:
            continue
        broken.update(_keys(node))
        if isinstance(parent, PlacedList):
            gone.append((parent, node))
        elif isinstance(parent, PlacedMapping):
            broken.add(path[-1])
            del parent[path[-1]]
    for siblings, node in gone:  # only now, so that the paths of other faults stayed true
        siblings[:] = [each for each in siblings if each is not node]
    return True


def _stand_in(mapping: Node | None, key: str) -> bool:
    if key not in _STAND_INS or not isinstance(mapping, PlacedMapping):
        return False
    mapping[PlacedText.at(key, mapping.location)] = PlacedText.at(_STAND_INS[key], mapping.location)
    return True


def _keys(node: Node) -> Iterator[str]:
    """All keys in a subtree, among them every name that it declares."""
    if isinstance(node, PlacedMapping):
        yield from node
    if not isinstance(node, PlacedText):
        for child in node.values() if isinstance(node, PlacedMapping) else node:
            yield from _keys(child)


def _named(path: list[Any]) -> str:
    """A path as a reader of the file would say it: sections[2].content[1].columns."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if text else ''}{step}"
    return f"'{text}'" if text else "the report"
