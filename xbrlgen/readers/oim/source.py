"""A JSON document with what is wrong with it; numbers stay text, and repeated keys are found."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from xbrlgen.findings import Finding, Location, Severity, finding

MARK = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8."""

_SURROGATE_ESCAPE = re.compile(r"\\[uU][dD][89a-fA-F]")

Value = "None | bool | str | NumberText | list[Value] | Members"


class Kind(StrEnum):
    """What a member may be."""

    OBJECT = "an object"
    STRING = "a string"
    STRING_OR_NULL = "a string or null"
    INTEGER = "a whole number"
    DECIMALS = "a number or a string"
    BOOLEAN = "true or false"
    TRUE = "true"
    STRINGS = "an array of strings"


@dataclass(frozen=True, slots=True)
class Syntax:
    """A syntax that writes its metadata in JSON: its name and document type, and the codes of its faults.

    `prefix` begins the specification's codes; `not_json` and `structure` are codes of the catalogue.
    """

    name: str
    document_type: str
    prefix: str
    not_json: str
    structure: str
    document_info: Mapping[str, Kind] = field(default_factory=lambda: MappingProxyType({}))
    """What documentInfo may hold beyond OIM-common."""
    aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Prefixes that it reserves beyond those of OIM-common."""


class NumberText(str):
    """A JSON number as it is written."""

    __slots__ = ()


class Members(dict[str, object]):
    """A JSON object, with the keys that it repeats."""

    repeated: tuple[str, ...] = ()


class Source:
    """One document: `path` as findings name it, the syntax that it is read as, and the findings so far."""

    def __init__(self, path: str, syntax: Syntax) -> None:
        self.path = path
        self.syntax = syntax
        self.findings: list[Finding] = []

    def at(self, *steps: object) -> Location:
        """The place that these keys lead to, as a JSON pointer (RFC 6901)."""
        return Location(self.path, pointer="".join(f"/{_escaped(str(step))}" for step in steps))

    def fault(
        self,
        code: str,
        message: str,
        *steps: object,
        standard: str = "",
        fact: str = "",
        severity: Severity | None = None,
    ) -> None:
        """Note that something is wrong at the place that `steps` lead to."""
        self.findings.append(finding(code, message, self.at(*steps), standard=standard, fact=fact, severity=severity))


def parse(content: bytes, source: Source) -> object:
    """The value of a JSON document; None, with findings, for what is none."""
    content = without_mark(content, source)
    repeating: list[Members] = []
    try:
        text = content.decode("utf-8")
        value: object = decoder(repeating).decode(text)
        if repeating:
            _find_repeated(value, source)
        is_text = not has_surrogates(text) or is_writable(value)
    except UnicodeDecodeError as error:
        source.fault(source.syntax.not_json, f"not UTF-8: {error.reason} at byte {error.start}")
    except json.JSONDecodeError as error:
        place = Location(source.path, error.lineno, error.colno)
        source.findings.append(finding(source.syntax.not_json, f"not JSON: {error.msg}", place))
    except ValueError as error:
        source.fault(source.syntax.not_json, str(error))
    except RecursionError:
        source.fault(source.syntax.not_json, "objects or arrays are nested too deeply")
    else:
        if not is_text:
            source.fault(source.syntax.not_json, "a text holds half of a surrogate pair, which is no character")
        return value if is_text and not repeating else None
    return None


def without_mark(content: bytes, source: Source) -> bytes:
    """The content of a document without a byte order mark, of which there is a warning."""
    if content.startswith(MARK):
        source.fault(source.syntax.not_json, "the document begins with a byte order mark", severity=Severity.WARNING)
    return content.removeprefix(MARK)


def decoder(repeating: list[Members]) -> json.JSONDecoder:
    """What decodes JSON as readers want it; objects that repeat a key are added to `repeating`."""

    def members(pairs: list[tuple[str, object]]) -> Members:
        found = Members(pairs)
        if len(found) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            found.repeated = tuple(sorted(key for key, count in counts.items() if count > 1))
            repeating.append(found)
        return found

    return json.JSONDecoder(
        object_pairs_hook=members, parse_int=NumberText, parse_float=NumberText, parse_constant=_refused
    )


def _refused(constant: str) -> object:
    raise ValueError(f"not JSON: {constant} is no number")


def has_surrogates(text: str) -> bool:
    """Whether the text of a JSON document writes a half of a surrogate pair, or both, by an escape."""
    return _SURROGATE_ESCAPE.search(text) is not None


def is_writable(value: object) -> bool:
    """Whether every text of a decoded value can be written as UTF-8.

    Raises RecursionError for a value that is nested about as deeply as can be decoded.
    """
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _find_repeated(value: object, source: Source) -> None:
    for steps, members in _objects(value, ()):
        for key in members.repeated:
            source.fault(source.syntax.not_json, f"the key {key!r} is repeated", *steps, key)


def _objects(value: object, steps: tuple[object, ...]) -> Iterator[tuple[tuple[object, ...], Members]]:
    if isinstance(value, Members):
        yield steps, value
        for key, member in value.items():
            if isinstance(member, Members | list):
                yield from _objects(member, (*steps, key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            if isinstance(member, Members | list):
                yield from _objects(member, (*steps, index))


def _escaped(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
