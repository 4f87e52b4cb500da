"""Footnotes: written once in report.yaml, named where they belong, and tied to the facts that are shown there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import Footnote, Section, Table
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.structure import FootnoteEntry
from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest

_MARKUP = re.compile(r"<[^\s\d=]")


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one report while it is read; `broken` are names whose declaration is a finding already."""

    entries: Mapping[PlacedText, FootnoteEntry]
    language: str
    findings: list[Finding]
    broken: frozenset[str]
    _named_at: dict[str, Location] = field(default_factory=dict)
    _shown_at: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def named(self, names: Iterable[PlacedText]) -> tuple[str, ...]:
        """The footnotes of these names; a name that there is not is a finding with a suggestion."""
        return tuple(found for name in names if (found := self._named(name)))

    def _named(self, name: PlacedText) -> str:
        found, is_sure = (str(name), True) if name in self.entries else nearest(name, self.entries)
        if name not in self.entries and name not in self.broken:
            hint = did_you_mean(found)
            self.findings.append(finding("XG216", f"there is no footnote '{name}'", name.location, hint=hint))
        if not is_sure:
            return ""
        self._named_at.setdefault(found, name.location)
        return found

    def show(self, footnotes: tuple[str, ...], part: str) -> None:
        """Say that the cell or text with the id `part` has `footnotes`."""
        if footnotes:
            self._shown_at[part] = tuple(dict.fromkeys(footnotes))

    def all(self, sections: Iterable[Section]) -> tuple[Footnote, ...]:
        """The footnotes in the order of report.yaml, each with the facts shown in `sections` where it is named.

        What is no plain text, and a footnote of no fact, are findings.
        """
        facts: dict[str, dict[str, None]] = {}
        for part, fact in _shown(sections) if self._shown_at else ():
            for name in self._shown_at.get(part, ()):
                facts.setdefault(name, {})[fact] = None
        was_sound = not self.findings
        return tuple(
            Footnote(_id(name), entry.language or self.language, self._text(entry), tuple(facts[name]))
            for name, entry in self.entries.items()
            if self._is_used(name, facts, was_sound=was_sound)
        )

    def locations(self) -> dict[str, Location]:
        """Where each footnote is written, by its id in the model."""
        return {_id(name): name.location for name in self.entries}

    def _is_used(self, name: PlacedText, facts: Mapping[str, object], *, was_sound: bool) -> bool:
        if name not in self._named_at:
            self.findings.append(finding("XG217", f"the footnote '{name}' is named nowhere", name.location))
        elif name not in facts and was_sound:  # else what is wrong may be why
            message = f"the footnote '{name}' is named only where nothing is reported"
            self.findings.append(finding("XG217", message, name.location, self._named_at[name]))
        return name in facts

    def _text(self, entry: FootnoteEntry) -> str:
        for markup in _MARKUP.finditer(entry.text):
            place = entry.text.part(markup.start(), markup.end()).location
            message = f"a footnote is plain text, and '{markup.group()}' begins an element"
            self.findings.append(finding("XG146", message, place, hint="write the words alone"))
        return entry.text.strip()


def _id(name: str) -> str:
    return f"footnote-{name}"


def _shown(sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
    """The ids of all cells and texts that show a fact, each with that of the fact."""
    for section in sections:
        for part in section.content:
            if not isinstance(part, Table):
                yield part.id, part.fact
                continue
            yield from ((cell.id, cell.fact) for row in part.rows for cell in row.cells if cell.fact is not None)
