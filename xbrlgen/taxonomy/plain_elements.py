"""The plain elements of a large schema: rows of a table, made elements again when somebody asks for one."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.taxonomy.documents import XS

if TYPE_CHECKING:
    from lxml.etree import _Element

ELEMENT = f"{{{XS}}}element"
_HEADS = frozenset({"", "item", "tuple", "dimensionItem", "hypercubeItem"})
"""The local names of what concepts substitute for, and of nothing as members of typed dimensions do."""


def at_line(element: "_Element", line: int) -> "_Element":
    """The element, which stands on another line than a parser saw it on."""
    element.sourceline = line  # type: ignore[misc] # lxml lets this be set, its stubs do not know
    return element


def is_plain(declaration: "_Element") -> bool:
    """Whether attributes alone declare an element, and it substitutes for nothing but what makes it a concept.

    Nothing but what names such an element depends on its declaration.
    """
    return not len(declaration) and declaration.get("substitutionGroup", "").rpartition(":")[2].strip() in _HEADS


class Table(NamedTuple):
    """Plain elements in the order of declaration: name, id, line, and the number of all their other `attributes`."""

    names: Sequence[str]
    ids: Sequence[str]
    lines: Sequence[int]
    kinds: Sequence[int]
    attributes: Sequence[Mapping[str, str]]

    @classmethod
    def of(cls, declarations: "Sequence[_Element]") -> "Table":
        """The table of plain elements that all have a name and an id."""
        kinds: dict[tuple[tuple[str, str], ...], int] = {}
        numbers = [kinds.setdefault(_others(each), len(kinds)) for each in declarations]
        names, ids = ([each.get(attribute, "") for each in declarations] for attribute in ("name", "id"))
        return cls(names, ids, [each.sourceline or 0 for each in declarations], numbers, [*map(dict, kinds)])


def _others(declaration: "_Element") -> tuple[tuple[str, str], ...]:
    return tuple(sorted((str(name), str(value)) for name, value in declaration.items() if name not in {"name", "id"}))


class PlainElements(Mapping[str, "_Element"]):
    """The elements of a table by name, and `others` that are no rows; `frame` is the root that they all stand in."""

    def __init__(self, frame: "_Element", others: "Mapping[str, _Element]", table: Table) -> None:
        from lxml import etree

        self._home = etree.Element(frame.tag, dict(frame.attrib), nsmap=frame.nsmap)
        self._others = others
        self._table = table
        self._rows = dict(zip(table.names, range(len(table.names)), strict=True))
        self._made = dict(others)

    def __getitem__(self, name: str) -> "_Element":
        if name not in self._made:
            self._made[name] = self._make(self._rows[name])
        return self._made[name]

    def _make(self, row: int) -> "_Element":
        from lxml import etree

        names, ids, lines, kinds, attributes = self._table
        made = etree.SubElement(self._home, ELEMENT, attributes[kinds[row]], name=names[row], id=ids[row])
        return at_line(made, lines[row])

    def __contains__(self, name: object) -> bool:
        return name in self._rows or name in self._others

    def __iter__(self) -> Iterator[str]:
        return chain(self._others, self._rows)

    def __len__(self) -> int:
        return len(self._others) + len(self._rows)

    @property
    def names(self) -> AbstractSet[str]:
        """The names in the table."""
        return self._rows.keys()

    @cached_property
    def names_by_id(self) -> Mapping[str, str]:
        """The names in the table by the ids."""
        return dict(zip(self._table.ids, self._table.names, strict=True))

    def names_by(self, attribute: str) -> Mapping[str, list[str]]:
        """The names in the table that have an attribute (other than name and id), by what it says."""
        by_kind: list[list[str]] = [[] for _ in self._table.attributes]
        for name, kind in zip(self._table.names, self._table.kinds, strict=True):
            by_kind[kind].append(name)
        found: dict[str, list[str]] = {}
        for attributes, names in zip(self._table.attributes, by_kind, strict=True):
            if attribute in attributes:
                found.setdefault(attributes[attribute], []).extend(names)
        return found
