"""The files of a document set, and the sections in each."""

from dataclasses import dataclass

from xbrlgen.model import Report, Section


@dataclass(frozen=True, slots=True)
class File:
    """One file of the set by its name, and its sections in order."""

    name: str
    sections: tuple[Section, ...]


def files(report: Report, name: str, starts: tuple[str, ...]) -> tuple[File, ...]:
    """The sections of `report`, cut before each one whose id is in `starts`; one file if none is."""
    parts: list[list[Section]] = [[]]
    for section in report.sections:
        if section.id in starts and parts[-1]:
            parts.append([])
        parts[-1].append(section)
    return tuple(
        File(f"{name}.xhtml" if number == 1 else f"{name}-{number}.xhtml", tuple(sections))
        for number, sections in enumerate(parts, 1)
    )
