"""The files of a document set, and the sections in each."""

from typing import NamedTuple

from xbrlgen.model import Report, Section
from xbrlgen.target.inline import InlineSettings


class File(NamedTuple):
    """One file of the set by its name, and its sections in order."""

    name: str
    sections: tuple[Section, ...]


def files(report: Report, name: str, settings: InlineSettings) -> tuple[File, ...]:
    """The sections of `report`, cut before each one with which a file begins; one file if none does."""
    parts: list[list[Section]] = [[]]
    for section in report.sections:
        begins = settings.is_set and (section.begins_file or section.id in settings.file_starts)
        if begins and parts[-1]:
            parts.append([])
        parts[-1].append(section)
    return tuple(
        File(f"{name}{'' if number == 1 else f'-{number}'}{settings.suffix}", tuple(sections))
        for number, sections in enumerate(parts, 1)
    )
