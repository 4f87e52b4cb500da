"""The members that xBRL-JSON knows, and their types (xBRL-JSON 1.0 section 2.3)."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from xbrlgen.findings import Severity
from xbrlgen.readers.xbrl_json.source import Members, NumberText, Source

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")


class Kind(StrEnum):
    """What a member may be."""

    OBJECT = "an object"
    STRING = "a string"
    STRING_OR_NULL = "a string or null"
    INTEGER = "a whole number"
    STRINGS = "an array of strings"


def known_members(
    value: object, kinds: Mapping[str, Kind], source: Source, *steps: object, required: tuple[str, ...] = ()
) -> dict[str, object]:
    """The members of `value` that are as they should be; findings for all others and for those that are missing.

    Members with a prefix are extensions, and left alone here.
    """
    if not isinstance(value, Members):
        fault(source, f"{_named(steps)} is not an object", *steps)
        return {}
    for key in required:
        if key not in value:
            fault(source, f"{_named(steps)} lacks {key!r}", *steps)
    found: dict[str, object] = {}
    for key, member in value.items():
        if key not in kinds:
            if ":" not in key:
                fault(source, f"{key!r} is no member that xBRL-JSON knows", *steps, key)
        elif _is(member, kinds[key], source, *steps, key):
            found[key] = member
        else:
            fault(source, f"{key!r} is not {kinds[key]}", *steps, key)
    return found


def texts(value: object, source: Source, *steps: object) -> Iterator[tuple[str, str]]:
    """The members of an object that holds strings only."""
    for key, member in value.items() if isinstance(value, Members) else ():
        if isinstance(member, str) and not isinstance(member, NumberText):
            yield key, member
        else:
            fault(source, f"{key!r} is not a string", *steps, key)


def fault(source: Source, message: str, *steps: object) -> None:
    """Note that the structure is not as it should be."""
    source.fault("XG171", message, *steps)


def _named(steps: tuple[object, ...]) -> str:
    return repr(str(steps[-1])) if steps else "the document"


def _is(value: object, kind: Kind, source: Source, *steps: object) -> bool:
    is_string = isinstance(value, str) and not isinstance(value, NumberText)
    match kind:
        case Kind.OBJECT:
            return isinstance(value, Members)
        case Kind.STRING:
            return is_string
        case Kind.STRING_OR_NULL:
            return is_string or value is None
        case Kind.STRINGS:
            return isinstance(value, list) and all(type(each) is str for each in value)
        case Kind.INTEGER:
            is_integer = isinstance(value, str) and _INTEGER.fullmatch(value) is not None
            if is_integer and is_string:
                # Readers in use take it, so it is worth a warning rather than a refusal.
                source.fault("XG171", f"{value!r} is a string, not {kind}", *steps, severity=Severity.WARNING)
            return is_integer
