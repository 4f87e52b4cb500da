"""The mappings of report.yaml whose keys are known: declared as classes, read into their instances."""

from collections.abc import Mapping
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from xbrlgen.findings import finding
from xbrlgen.readers.report_folder.forms import ANY_TEXT, Check, Definitions, Fault, FaultKind, Form, Steps
from xbrlgen.readers.report_folder.placed_text import Node, PlacedMapping, PlacedText
from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest

Meaning = TypeVar("Meaning")

_REQUIRED = object()


class Field(Generic[Meaning]):
    """A key of an entry: what may stand under it, what it is for, and what it means where it is left out.

    On an instance the attribute of that name is the meaning.
    """

    def __init__(self, form: Form[Any], description: str, default: object = _REQUIRED) -> None:
        self.form, self.description, self.default = form, description, default

    @property
    def is_required(self) -> bool:
        """Whether the key has to be there."""
        return self.default is _REQUIRED

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Meaning: ...

    def __get__(self, instance: object | None, owner: type) -> Self | Meaning:
        return self  # reached by the class alone: what an instance holds itself comes first

    def without(self) -> Any:
        """What the key means where it is left out."""
        return self.default.copy() if isinstance(self.default, list | dict) else self.default

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        """The key as JSON Schema."""
        default = {} if self.is_required or self.default is None else {"default": self.default}
        return {**self.form.schema(definitions), **default, "description": self.description}


def required(form: Form[Meaning], description: str) -> Field[Meaning]:
    """A key that has to be there."""
    return Field(form, description)


def optional(form: Form[Meaning], description: str) -> Field[Meaning | None]:
    """A key that may be left out; it is None then."""
    return Field(form, description, None)


def usual(form: Form[Meaning], default: Meaning, description: str) -> Field[Meaning]:
    """A key that may be left out; it is `default` then."""
    return Field(form, description, default)


class Entry:
    """A mapping of report.yaml. A misspelt key is reported, and read as the one that was meant."""

    fields: ClassVar[Mapping[str, Field[Any]]] = {}

    def __init_subclass__(cls) -> None:
        own = {name: each for name, each in vars(cls).items() if isinstance(each, Field)}
        cls.fields = {**cls.fields, **own}

    def __init__(self, meanings: Mapping[str, Any]) -> None:
        vars(self).update(meanings)

    @classmethod
    def read(cls, node: Node, steps: Steps, check: Check) -> Self | None:
        """The entry that a mapping describes; None where it is none, of which `check` is told then."""
        if not isinstance(node, PlacedMapping):
            check.refuse(steps, "expected a mapping of keys to values")
            return None
        cls._mend_keys(node, check)
        given = {str(key): value for key, value in node.items()}
        meanings: dict[str, Any] = {}
        for name, known in cls.fields.items():
            if name in given:
                meanings[name] = known.form.read(given[name], (*steps, name), check)
            elif known.is_required:
                check.faults.append(Fault((*steps, name), FaultKind.MISSING))
            else:
                meanings[name] = known.without()
        return cls(meanings)

    @classmethod
    def _mend_keys(cls, node: PlacedMapping, check: Check) -> None:
        known = [name for name in cls.fields if name not in node]
        for key in [key for key in node if key not in cls.fields]:
            meant, _ = nearest(key, known)
            hint = did_you_mean(meant) or f"the keys here are {', '.join(cls.fields)}"
            check.findings.append(finding("XG112", f"unknown key '{key}'", key.location, hint=hint))
            value = node.pop(key)
            if meant:
                known.remove(meant)
                node[PlacedText.at(meant, key.location)] = value

    @classmethod
    def full_schema(cls, definitions: Definitions) -> dict[str, Any]:
        """The entry as JSON Schema."""
        names = [name for name, each in cls.fields.items() if each.is_required]
        return {
            "additionalProperties": False,
            "description": cls.__doc__,
            "properties": {name: each.schema(definitions) for name, each in cls.fields.items()},
            **({"required": names} if names else {}),
            "type": "object",
        }

    @classmethod
    def schema(cls, definitions: Definitions) -> dict[str, Any]:
        """A reference to the entry as JSON Schema, which is put into `definitions`."""
        if cls.__name__ not in definitions:
            definitions[cls.__name__] = {}
            definitions[cls.__name__] = cls.full_schema(definitions)
        return {"$ref": f"#/$defs/{cls.__name__}"}


class ShortEntry(Entry):
    """A mapping that may be written as the single value of its key `short_for`."""

    short_for: ClassVar[str]

    @classmethod
    def read(cls, node: Node, steps: Steps, check: Check) -> Self | None:
        """The entry that a mapping or a value describes."""
        if isinstance(node, PlacedText):
            mapping = PlacedMapping(node.location)
            mapping[PlacedText.at(cls.short_for, node.location)] = node
            node = mapping
        return super().read(node, steps, check)

    @classmethod
    def full_schema(cls, definitions: Definitions) -> dict[str, Any]:
        """The entry as JSON Schema."""
        return {"anyOf": [ANY_TEXT, super().full_schema(definitions)]}
