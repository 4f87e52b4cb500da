"""The members that a syntax knows, and their types (xBRL-JSON 1.0 section 2.3, xBRL-CSV 1.0 section 3.1)."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from xbrlgen.findings import Severity
from xbrlgen.readers.oim.source import Kind, Members, Source

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")


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
                fault(source, f"{key!r} is no member that {source.syntax.name} knows", *steps, key)
        elif _is(member, kinds[key], source, *steps, key):
            found[key] = member
        else:
            fault(source, f"{key!r} is not {kinds[key]}", *steps, key)
    return found


def texts(value: object, source: Source, *steps: object) -> Iterator[tuple[str, str]]:
    """The members of an object that holds strings only."""
    for key, member in value.items() if isinstance(value, Members) else ():
        if type(member) is str:
            yield key, member
        else:
            fault(source, f"{key!r} is not a string", *steps, key)


def fault(source: Source, message: str, *steps: object) -> None:
    """Note that the structure is not as it should be."""
    source.fault(source.syntax.structure, message, *steps)


def _named(steps: tuple[object, ...]) -> str:
    return repr(str(steps[-1])) if steps else "the document"


_CHECKS: Mapping[Kind, Callable[[object], bool]] = MappingProxyType(
    {
        Kind.OBJECT: lambda value: isinstance(value, Members),
        Kind.STRING: lambda value: type(value) is str,
        Kind.STRING_OR_NULL: lambda value: value is None or type(value) is str,
        Kind.DECIMALS: lambda value: isinstance(value, str),
        Kind.BOOLEAN: lambda value: isinstance(value, bool),
        Kind.TRUE: lambda value: value is True,
        Kind.STRINGS: lambda value: isinstance(value, list) and all(type(each) is str for each in value),
        Kind.INTEGER: lambda value: isinstance(value, str) and _INTEGER.fullmatch(value) is not None,
    }
)


def _is(value: object, kind: Kind, source: Source, *steps: object) -> bool:
    is_kind = _CHECKS[kind](value)
    if is_kind and kind is Kind.INTEGER and type(value) is str:
        # Readers in use take it, so it is worth a warning rather than a refusal.
        what = f"{value!r} is a string, not {kind}"
        source.fault(source.syntax.structure, what, *steps, severity=Severity.WARNING)
    return is_kind
