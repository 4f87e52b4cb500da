"""Findings as text for a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xbrlgen.findings.excerpt import ELLIPSIS, excerpt, printable, source_lines
from xbrlgen.findings.finding import Finding, Severity
from xbrlgen.findings.grouping import Group, capped, grouped
from xbrlgen.findings.location import Location
from xbrlgen.findings.verdict import BLUE, BOLD, RED, YELLOW, painted

SHOWN_EXCERPTS = 3
SHOWN_PLACES = 10

_COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: BLUE}


class TextForm(NamedTuple):
    """How findings are printed: with ANSI `colour` or without, cut to `width` columns, all of them or the first."""

    colour: bool = False
    width: int = 100
    show_all: bool = False

    def lines(self, findings: Iterable[Finding]) -> Iterator[str]:
        """Lines, without their ends, that show the findings in order of place, with an empty line after each.

        Those that say the same of several places are one. Unless `show_all`, the first 20 of a code are printed and
        the others counted.
        """
        groups: Sequence[Group] = grouped(findings)
        hidden: Mapping[tuple[str, str], int] = {}
        if not self.show_all:
            groups, hidden = capped(groups)
        sources = source_lines(place for group in groups for place in group.locations[:SHOWN_EXCERPTS])
        for group in groups:
            yield from self._group(group, sources)
            yield ""
        for (code, name), count in hidden.items():
            yield f"{ELLIPSIS} and {count:,} more {code} {name} (--all shows them)"
            yield ""

    def _group(self, group: Group, sources: Mapping[tuple[str, int], str]) -> Iterator[str]:
        finding = group.first
        kind = self._painted(f"{finding.severity} {finding.code}", _COLOURS[finding.severity])
        times = f" (\N{MULTIPLICATION SIGN}{group.times})" if group.times > 1 else ""
        yield from _indented(f"{kind} {finding.name}: {printable(finding.message)}{times}")
        for place in group.locations[:SHOWN_EXCERPTS]:
            yield from self._place(place, sources.get((place.path, place.line)))
        yield from self._further_places(group.locations[SHOWN_EXCERPTS:])
        if finding.hint:
            yield from _indented(f"  hint: {printable(finding.hint)}")
        if finding.standard:
            yield f"  standard: {printable(finding.standard)}"
        yield from self._dependents(group.dependents)

    def _dependents(self, dependents: Sequence[Finding]) -> Iterator[str]:
        """What follows from a finding: its codes counted, or all of it."""
        if not dependents:
            return
        several = "s that follow" if len(dependents) > 1 else " that follows"
        codes = Counter(each.code for each in dependents)
        counted = ", ".join(
            f"{code} \N{MULTIPLICATION SIGN}{times}" if times > 1 else code for code, times in sorted(codes.items())
        )
        yield f"  and {len(dependents):,} finding{several} from it: {counted}"
        for each in dependents if self.show_all else ():
            place = f" ({_readable(each.locations[0])})" if each.locations else ""
            yield from _indented(f"    {each.severity} {each.code} {each.name}: {printable(each.message + place)}")

    def _place(self, place: Location, line: str | None) -> Iterator[str]:
        yield f"  {self._painted('-->', BLUE)} {self._painted(printable(_readable(place)), BOLD)}"
        if not line:
            return
        margin = len(str(place.line))
        shown = excerpt(line, place.column, place.length, self.width - margin - len("   | "))
        bar = self._painted("|", BLUE)
        yield f"  {place.line} {bar} {shown.line}"
        if shown.marks:
            yield f"  {' ' * margin} {bar} {self._painted(shown.marks, RED)}"

    def _further_places(self, places: Sequence[Location]) -> Iterator[str]:
        few = places if self.show_all else places[:SHOWN_PLACES]
        for place in few:
            yield f"  {self._painted('-->', BLUE)} {printable(_readable(place))}"
        if len(few) < len(places):
            yield f"  {ELLIPSIS} and {len(places) - len(few):,} more places (--all shows them)"

    def _painted(self, text: str, colour: str) -> str:
        return painted(text, colour if self.colour else "")


def _readable(place: Location) -> str:
    """``file:line:column``, which terminals and editors open; an XPath or JSON pointer behind it."""
    if place.line and place.pointer:
        return f"{place._replace(pointer='')} ({place.pointer})"
    return str(place)


def _indented(text: str) -> Iterator[str]:
    """The lines of `text`, all but the first indented so that they are not taken for another finding."""
    first, *others = text.split("\n")
    yield first
    for other in others:
        yield f"    {other}"
