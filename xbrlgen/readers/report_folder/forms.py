"""What may stand at a place of report.yaml: a value, a list or a mapping, checked into what it means.

All faults are told at once, each with the steps that lead to it. The same forms describe themselves as JSON Schema.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Generic, NamedTuple, NoReturn, Protocol, TypeVar

from xbrlgen.findings import Finding
from xbrlgen.readers.report_folder.placed_text import Node, PlacedList, PlacedMapping, PlacedText

Meaning = TypeVar("Meaning")
Meaning_co = TypeVar("Meaning_co", covariant=True)
Name = TypeVar("Name")

Steps = tuple[str | int, ...]
"""The keys and numbers (from 0) that lead from the whole file to one of its parts."""
Definitions = dict[str, dict[str, Any]]
"""JSON Schemas that others refer to by name."""

ANY_TEXT = {"type": ["string", "number", "boolean"]}


class FaultKind(Enum):
    """What is wrong with a part of report.yaml."""

    MISSING = auto()
    """A key that has to be there is not."""
    SHAPE = auto()
    """It is not the expected kind of node."""
    SETTING = auto()
    """It is a text, but no allowed value."""


class Fault(NamedTuple):
    """A fault: what leads to it, what it is, and in words what was expected; `is_key` where the last key is faulty."""

    steps: Steps
    kind: FaultKind
    message: str = ""
    is_key: bool = False


@dataclass(slots=True)
class Check:
    """A pass over a tree: the faults that were found, and findings of what could be mended."""

    findings: list[Finding]
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, steps: Steps, message: str) -> None:
        """Note that a node is not of the expected kind."""
        self.faults.append(Fault(steps, FaultKind.SHAPE, message))


class Form(Protocol[Meaning_co]):
    """What may stand at a place."""

    def read(self, node: Node, steps: Steps, check: Check) -> Meaning_co | None:
        """What `node` means; None where it is faulty, of which `check` is told then."""
        ...

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        """The form as JSON Schema; what it refers to is put into `definitions`."""
        ...


class Value(Generic[Meaning]):
    """Placed text that `becomes` its value, or raises ValueError."""

    def __init__(self, becomes: Callable[[PlacedText], Meaning], **schema: Any) -> None:
        self.becomes = becomes
        self._schema = schema or ANY_TEXT

    def read(self, node: Node, steps: Steps, check: Check, *, is_key: bool = False) -> Meaning | None:
        """The value of a text."""
        if not isinstance(node, PlacedText):
            check.refuse(steps, "expected a single value")
            return None
        try:
            return self.becomes(node) if node.strip() else self._lack()
        except ValueError as problem:
            check.faults.append(Fault(steps, FaultKind.SETTING, str(problem), is_key))
            return None

    @staticmethod
    def _lack() -> NoReturn:
        raise ValueError("there is no value")

    def schema(self, definitions: Definitions) -> dict[str, Any]:  # noqa: ARG002 - of every form
        """The form as JSON Schema."""
        return dict(self._schema)


def placed(check: Callable[[str], object], **schema: Any) -> Value[PlacedText]:
    """The form of texts that `check` accepts, kept with their places."""

    def becomes(text: PlacedText) -> PlacedText:
        check(text)
        return text

    return Value(becomes, **schema)


class ListOf(Generic[Meaning]):
    """A list whose entries are all of one form."""

    def __init__(self, entry: Form[Meaning], *, at_least: int = 0) -> None:
        self.entry, self.at_least = entry, at_least

    def read(self, node: Node, steps: Steps, check: Check) -> list[Meaning] | None:
        """The meanings of the sound entries."""
        if not isinstance(node, PlacedList):
            check.refuse(steps, "expected a list")
            return None
        if len(node) < self.at_least:
            check.refuse(steps, "expected at least one entry")
        entries = (self.entry.read(each, (*steps, number), check) for number, each in enumerate(node))
        return [each for each in entries if each is not None]

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        """The form as JSON Schema."""
        least = {"minItems": self.at_least} if self.at_least else {}
        return {"items": self.entry.schema(definitions), **least, "type": "array"}


class MappingOf(Generic[Name, Meaning]):
    """A mapping whose keys are of one form, and whose values are of another."""

    def __init__(self, name: Value[Name], value: Form[Meaning], *, at_least: int = 0) -> None:
        self.name, self.value, self.at_least = name, value, at_least

    def read(self, node: Node, steps: Steps, check: Check) -> dict[Name, Meaning] | None:
        """The meanings of the sound keys and values."""
        if not isinstance(node, PlacedMapping):
            check.refuse(steps, "expected a mapping of keys to values")
            return None
        if len(node) < self.at_least:
            check.refuse(steps, "expected at least one entry")
        return dict(self._pairs(node, steps, check))

    def _pairs(self, node: PlacedMapping, steps: Steps, check: Check) -> Iterator[tuple[Name, Meaning]]:
        for key, value in node.items():
            below = (*steps, str(key))
            name = self.name.read(key, below, check, is_key=True)
            meaning = self.value.read(value, below, check)
            if name is not None and meaning is not None:
                yield name, meaning

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        """The form as JSON Schema."""
        least = {"minProperties": self.at_least} if self.at_least else {}
        return {"additionalProperties": self.value.schema(definitions), **least, "type": "object"}
