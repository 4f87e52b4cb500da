"""One profile: settings for the parts that write and check, and rulings on findings."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType, UnionType
from typing import TYPE_CHECKING, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from xbrlgen.findings.ruling import Ruling

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Settings = TypeVar("Settings", bound=DataclassInstance)

Value = str | Sequence[str] | Mapping[str, str]
"""What a setting is in a YAML file: texts only, which take the type that the field of the settings has."""

SHARED = "shared"
"""The section whose settings go to every part that has a field of the name."""


class Profile(NamedTuple):
    """What one regulator wants: `settings` by part and name, and `rulings` by the code of the finding.

    `targets` are the target documents beside the default one that have rules of their own, by their names.
    """

    name: str
    title: str
    summary: str
    references: tuple[str, ...]
    settings: Mapping[str, Mapping[str, Value]]
    rulings: Mapping[str, Ruling]
    targets: "Mapping[str, Profile]" = MappingProxyType({})

    def for_target(self, target: str | None) -> "Profile":
        """What is wanted of one target document, None for the default one; nothing of one without rules of its own."""
        if target is None:
            return self
        return self.targets.get(target) or self._replace(settings={}, rulings={}, targets={})

    def compose(self, kind: "type[Settings]", part: str) -> "Settings":
        """The settings of a part, for whose regulator-free defaults `kind` stands.

        Raises ValueError for a setting that `kind` does not have or whose text it cannot take, which is a bug.
        """
        from dataclasses import fields

        types = get_type_hints(kind)
        known = {each.name for each in fields(kind)}
        values = {name: value for name, value in self.settings.get(SHARED, {}).items() if name in known}
        values |= self.settings.get(part, {})
        if unknown := sorted(values.keys() - known):
            raise ValueError(f"profile {self.name}: {part} has no setting {', '.join(unknown)}")
        return kind(**{name: _typed(value, types[name]) for name, value in values.items()})


def _typed(value: Value, hint: object) -> object:
    """A text, or the texts of a list or mapping, as the type of a field wants it."""
    if isinstance(hint, UnionType):
        hint = next(each for each in get_args(hint) if each is not type(None))
    if isinstance(value, str):
        return _scalar(value, hint)
    inner = get_args(hint)
    if isinstance(value, Mapping):
        return {_typed(name, inner[0]): _typed(each, inner[1]) for name, each in value.items()}
    container = get_origin(hint)
    if container not in {tuple, frozenset}:
        raise ValueError(f"{value!r} is a list, but {hint} is wanted")
    return container(_typed(each, inner[0]) for each in value)


def _scalar(text: str, hint: object) -> object:
    if hint is bool:
        return {"true": True, "false": False}[text]
    if get_origin(hint) is not None or not callable(hint):
        raise ValueError(f"{text!r} is one text, but {hint} is wanted")
    return hint(text)
