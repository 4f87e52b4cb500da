"""The findings on some documents: what each is about, and which follows from which."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from xbrlgen.findings.causes.parts import Part, Parts, Position
from xbrlgen.findings.finding import Finding, Severity
from xbrlgen.findings.location import Location

OF_SCHEMAS = ("XG61", "XG62")
"""What XML Schema says of an element: of an instance the rules of XBRL say most of it in better words."""

OF_SEVERAL = ("XG40", "XG850", "XG851", "XG852")
"""Duplicates and sums: what is said of facts together, one of which may be at fault."""

_GRAVITY = tuple(Severity)
QUOTED = re.compile(r"'([^']+)'")
"""A name or value in a message."""

_DEPTH_OF_FACTS = 3
_VALUE = ("XG618", "XG619")

Key = tuple[str, object]
"""What stands for an element: its document, and where it begins."""


class Case:
    """Findings by their numbers; of a document in `contents` the parts are known, by the paths of places."""

    def __init__(self, findings: Sequence[Finding], contents: Mapping[str, bytes]) -> None:
        self.findings = findings
        self._contents = contents
        self._causes: dict[int, int] = {}

    def link(self, effect: int, cause: int) -> None:
        """Have one finding follow from another, unless it does so already or is the graver one."""
        root = self.root(cause)
        is_graver = _GRAVITY.index(self.findings[root].severity) <= _GRAVITY.index(self.findings[effect].severity)
        if effect not in self._causes and root != effect and is_graver:
            self._causes[effect] = root

    def root(self, number: int) -> int:
        """The cause at the end of the chain that begins with a finding."""
        while number in self._causes:
            number = self._causes[number]
        return number

    def settled(self) -> tuple[Finding, ...]:
        """Each finding with its cause; one without a code of a specification has that of XML Schema for the same."""
        roots = [self.root(number) for number in range(len(self.findings))]
        told = list(self.findings)
        for number, root in enumerate(roots):
            each = self.findings[number]
            is_same = each.code.startswith(_VALUE) and self.keys[number] == self.keys[root] if number != root else False
            if is_same and not told[root].standard:
                told[root] = told[root]._replace(standard=each.standard)
        return tuple(
            told[number] if root == number else each._replace(follows=told[root])
            for number, (each, root) in enumerate(zip(self.findings, roots, strict=True))
        )

    @cached_property
    def parts(self) -> Mapping[str, Parts]:
        """The parts of the documents that places lie in."""
        places: dict[str, list[Location]] = {}
        for each in self.findings:
            for place in each.locations:
                places.setdefault(place.path, []).append(place)
        known = self._contents.items()
        names = {name for each in self.findings for name in _names(each)}
        return {path: Parts(content, places[path], names) for path, content in known if path in places}

    def part(self, finding: Finding, place: Location | None = None) -> Part | None:
        """The part that a place of a finding is in, by default the last one, which is in what was judged."""
        if place is None and not finding.locations:
            return None
        place = place or finding.locations[-1]
        parts = self.parts.get(place.path)
        return None if parts is None else parts.of(place, _names(finding))

    def key(self, finding: Finding, place: Location) -> Key | None:
        """The same for all places in one part or element; None where it is not known or has much more to it."""
        if (part := self.part(finding, place)) is not None:
            return place.path, part.start
        if place.line:
            at = (place.line, place.column) if place.column else self._only_places.get((place.path, place.line))
            is_root = place.path in self.parts and at == self.parts[place.path].root
            return None if at is None or is_root else (place.path, at)
        if place.pointer.startswith("/facts/"):
            return place.path, "/".join(place.pointer.split("/")[:_DEPTH_OF_FACTS])
        return None

    @cached_property
    def keys(self) -> Sequence[frozenset[Key | None]]:
        """The elements that each finding is about."""
        return [frozenset(self.key(each, place) for place in each.locations) for each in self.findings]

    @cached_property
    def first(self) -> Mapping[Key, int]:
        """For each element the finding that says best what is wrong with it."""
        first: dict[Key, int] = {}
        for number in sorted(range(len(self.findings)), key=self._rank):
            for key in self.keys[number]:
                if key is not None:
                    first.setdefault(key, number)
        return first

    def first_error(self, keys: Iterable[Key | None]) -> int | None:
        """The first error of one of some elements."""
        return next(self.errors(keys), None)

    def errors(self, keys: Iterable[Key | None]) -> Iterator[int]:
        """The error of each element that has one."""
        found = (self.first.get(key) for key in keys if key is not None)
        return (each for each in found if each is not None and self.findings[each].is_error)

    def of_codes(self, *codes: str) -> Iterator[tuple[int, Finding]]:
        """The findings whose codes begin so, with their numbers."""
        return ((number, each) for number, each in enumerate(self.findings) if each.code.startswith(codes))

    def _rank(self, number: int) -> tuple[int, bool, bool, str, int]:
        """Of a taxonomy the schema comes first: what it says there is the reason why XBRL's rules are broken."""
        each = self.findings[number]
        of_several, of_schemas = each.code.startswith(OF_SEVERAL), each.code.startswith(OF_SCHEMAS)
        is_judged = any(place.path in self._contents for place in each.locations)
        return _GRAVITY.index(each.severity), of_several, of_schemas is is_judged, each.code, number

    @cached_property
    def _only_places(self) -> Mapping[tuple[str, int], Position]:
        """For each line the one place on it that has a column, unless several alike on it have none."""
        known: dict[tuple[str, int], set[Position]] = {}
        others: Counter[tuple[str, int, str]] = Counter()
        for each in self.findings:
            for place in each.locations:
                if place.column:
                    known.setdefault((place.path, place.line), set()).add((place.line, place.column))
                else:
                    others[place.path, place.line, each.code] += 1
        several = {(path, line) for (path, line, _), count in others.items() if count > 1}
        return {line: next(iter(each)) for line, each in known.items() if len(each) == 1 and line not in several}


def _names(finding: Finding) -> tuple[str, ...]:
    """The ids of parts that a finding may be about: of its fact, and what its message quotes."""
    quoted = QUOTED.findall(finding.message)
    return (finding.fact, *quoted) if finding.fact else tuple(quoted)
