"""What the structure of report.yaml is made of: placed text that is checked, and mappings that mend their keys."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError, core_schema

from xbrlgen.findings import finding
from xbrlgen.model import Period
from xbrlgen.readers.report_folder import settings
from xbrlgen.readers.report_folder.placed_text import PlacedMapping, PlacedText
from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest

SHAPE, SETTING = "shape", "setting"
"""The types of our own validation errors: not the expected kind of node, and not an allowed value."""

_ANY_TEXT = {"type": ["string", "number", "boolean"]}


class Reads:
    """Makes a field of placed text: checked, and turned into its value unless the field `keeps` text and place."""

    def __init__(self, becomes: Callable[[str], Any] | None = None, *, keeps: bool = False, **schema: Any) -> None:
        self.becomes, self.keeps = becomes, keeps or becomes is None
        self.schema = schema or _ANY_TEXT

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, _core: Any, _handler: Any) -> dict[str, Any]:
        return dict(self.schema)

    def _read(self, node: Any) -> Any:
        if not isinstance(node, PlacedText):
            raise PydanticCustomError(SHAPE, "expected a single value")
        if not node.strip():
            raise PydanticCustomError(SETTING, "there is no value")
        try:
            value = self.becomes(node) if self.becomes else node
        except ValueError as problem:
            raise PydanticCustomError(SETTING, "{problem}", {"problem": str(problem)}) from None
        if self.keeps:
            return node
        return str(value) if isinstance(value, PlacedText) else value


def one_of(*options: str) -> Reads:
    """A field that holds one of `options`."""
    return Reads(lambda text: settings.choice(text, *options), enum=[*options])


Text = Annotated[PlacedText, Reads()]
LocalName = Annotated[PlacedText, Reads(settings.local_name, keeps=True, type="string")]
Identifier = Annotated[PlacedText, Reads(settings.identifier, keeps=True, type="string")]
Prefix = Annotated[PlacedText, Reads(settings.prefix, keeps=True, type="string")]
PeriodName = Annotated[PlacedText, Reads(settings.period_name, keeps=True, type="string")]
Uri = Annotated[PlacedText, Reads(settings.uri, keeps=True, type="string", format="uri")]
Language = Annotated[str, Reads(settings.language, type="string")]
Currency = Annotated[str, Reads(settings.currency, type="string", pattern="^[A-Z]{3}$")]
Boolean = Annotated[bool, Reads(settings.boolean, enum=[True, False, "yes", "no"])]
Dash = Annotated[settings.Dash, Reads(settings.dash, enum=[*settings.Dash])]
Scale = Annotated[int, Reads(settings.scale, anyOf=[{"enum": [*settings.SCALES]}, {"type": "integer"}])]
Decimals = Annotated[settings.Decimals, Reads(settings.decimals, anyOf=[{"const": "INF"}, {"type": "integer"}])]
Dates = Annotated[Period, Reads(settings.period, type="string", examples=["2023-09-30", "2023-04-01/2023-09-30"])]


class Entry(BaseModel):
    """A mapping of report.yaml. A misspelt key is reported, and read as the one that was meant."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _mend_keys(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, PlacedMapping):
            raise PydanticCustomError(SHAPE, "expected a mapping of keys to values")
        known = [name for name in cls.model_fields if name not in data]
        for key in [key for key in data if key not in cls.model_fields]:
            meant, _ = nearest(key, known)
            hint = did_you_mean(meant) or f"the keys here are {', '.join(cls.model_fields)}"
            if info.context is not None:
                info.context.append(finding("XG112", f"unknown key '{key}'", key.location, hint=hint))
            value = data.pop(key)
            if meant:
                known.remove(meant)
                data[PlacedText.at(meant, key.location)] = value
        return data


class ShortEntry(Entry):
    """A mapping that may be written as the single value of its key `short_for`."""

    short_for: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, data: Any) -> Any:
        if not isinstance(data, PlacedText):
            return data
        mapping = PlacedMapping(data.location)
        mapping[PlacedText.at(cls.short_for, data.location)] = data
        return mapping

    @classmethod
    def __get_pydantic_json_schema__(cls, core: core_schema.CoreSchema, handler: Any) -> dict[str, Any]:
        full = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [_ANY_TEXT, full]}


class Kind(StrEnum):
    """The kinds of content of a section, by the key that tells them."""

    TABLE = "table"
    TEXT = "text"
    FACTS = "facts"

    @property
    def tag(self) -> str:
        """The name of the kind in the place of a validation error, unlike any key."""
        return f"<{self}>"
