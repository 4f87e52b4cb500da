"""The JSON documents that a report package has to have: strict, and nothing of them is trusted."""

import json

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packaging.archive import Member

_BOM = b"\xef\xbb\xbf"


def declared_type(member: Member) -> str | Finding:
    """The document type that a JSON document declares, or why it declares none.

    Raises OSError where the member cannot be read.
    """
    place = Location(str(member))
    try:
        value = parse_json(member.read_bytes())
    except ValueError as error:
        return finding("XG710", f"'{member.name}' is no JSON document as required: {error}", place)
    info = value.get("documentInfo") if isinstance(value, dict) else None
    kind = info.get("documentType") if isinstance(info, dict) else None
    if not isinstance(kind, str):
        return finding("XG711", f"'{member.name}' has no text at /documentInfo/documentType", place)
    return kind


def parse_json(content: bytes) -> object:
    """The value of a JSON document in UTF-8 whose keys are unique; raises ValueError that says what is wrong.

    A byte order mark is let pass (Report Package 1.0: allowed, not recommended). What numbers there are is not kept.
    """
    try:
        value: object = json.loads(
            content.removeprefix(_BOM).decode("utf-8"),
            object_pairs_hook=_unique,
            parse_int=_no_text,
            parse_float=_no_text,
            parse_constant=_refused,
        )
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8: {error.reason} at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} (line {error.lineno}, column {error.colno})") from error
    except RecursionError as error:
        raise ValueError("its objects or arrays are nested too deeply") from error
    return value


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members: dict[str, object] = {}
    for key, value in pairs:
        if key in members:
            raise ValueError(f"the key '{key}' is given twice")
        members[key] = value
    return members


def _no_text(_number: str) -> None:
    """What stands for a number: no value of these documents is one."""


def _refused(constant: str) -> object:
    raise ValueError(f"{constant} is no number")
