"""From the tree of report.yaml to its checked structure, with every fault reported and what is sound kept."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.readers.report_folder.forms import Check, Fault, FaultKind
from xbrlgen.readers.report_folder.placed_text import Node, PlacedList, PlacedMapping, PlacedText, key_of

if TYPE_CHECKING:
    from xbrlgen.readers.report_folder.structure import ReportEntry

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


class Structure(NamedTuple):
    """The sound part of report.yaml, and the names in the parts that are not: nobody need be told of them again."""

    report: "ReportEntry"
    broken: frozenset[str]


def read_structure(tree: Node, findings: list[Finding]) -> Structure | None:
    """The structure without its faulty parts, each of which is a finding; None where too little is left.

    A faulty part is taken out of the tree and the rest is checked again, until all of it is sound.
    """
    from xbrlgen.readers.report_folder.structure import ReportEntry

    broken: set[str] = set()
    is_first = True
    while True:
        check = Check(findings)
        report = ReportEntry.read(tree, (), check)
        if report is not None and not check.faults:
            return Structure(report, frozenset(broken))
        if is_first:
            findings.extend(_finding(tree, fault) for fault in check.faults)
            is_first = False
        if not _take_out(tree, check.faults, broken):
            return None


def _finding(tree: Node, fault: Fault) -> Finding:
    """What is wrong, in words and at its place in the file."""
    *path, last = fault.steps or ("",)
    parent = _node(tree, path)
    parent = tree if parent is None else parent
    if fault.kind is FaultKind.MISSING:
        return finding("XG113", f"{_named(path)} lacks the key '{last}'", parent.location)
    message = f"{_named(fault.steps or ('',))}: {fault.message}"
    if fault.is_key:
        place = key_of(parent, str(last)).location if isinstance(parent, PlacedMapping) else parent.location
    else:
        node = _node(tree, (*path, last))
        place = parent.location if node is None else node.location
    return finding("XG115" if fault.kind is FaultKind.SETTING else "XG114", message, place)


def _node(tree: Node, path: Iterable[str | int]) -> Node | None:
    """The node at the end of `path`, None where it is not there."""
    node: Node | None = tree
    for step in path:
        if isinstance(node, PlacedMapping):
            node = {str(key): value for key, value in node.items()}.get(str(step))
        elif isinstance(node, PlacedList) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node


def _take_out(tree: Node, faults: Iterable[Fault], broken: set[str]) -> bool:
    """Take the faulty nodes out of the tree, or mend them; False where that leaves nothing."""
    gone: list[tuple[PlacedList, Node]] = []
    for fault in faults:
        path = fault.steps
        is_missing = fault.kind is FaultKind.MISSING
        if is_missing and _stand_in(_node(tree, path[:-1]), str(path[-1])):
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
            key = key_of(parent, str(path[-1]))
            broken.add(key)
            del parent[key]
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


def _named(path: Iterable[str | int]) -> str:
    """A path as a reader of the file would say it: sections[2].content[1].columns."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if text else ''}{step}"
    return f"'{text}'" if text else "the report"
