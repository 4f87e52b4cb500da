"""The findings as the page lists them: grouped by severity, each with its places and the facts that it concerns."""

from collections.abc import Iterator
from typing import NamedTuple

from xbrlgen.writers.summary.cells import fact_target, figure_target
from xbrlgen.writers.summary.subject import SEVERITIES, Remark, Subject

_TITLES = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("note", "notes")}


class RemarkView(NamedTuple):
    """A finding; `links` are the facts and figures that it concerns, each with its words and its fragment."""

    number: int
    remark: Remark
    places: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


class RemarkGroup(NamedTuple):
    """All findings of one severity."""

    severity: str
    title: str
    remarks: tuple[RemarkView, ...]


def remark_groups(subject: Subject) -> Iterator[RemarkGroup]:
    """The findings, gravest first; severities without any are left out."""
    concerned: dict[int, list[str]] = {}
    for id_, numbers in subject.concerning.items():
        for number in numbers:
            concerned.setdefault(number, []).append(id_)
    for severity in SEVERITIES:
        views = tuple(
            RemarkView(number, remark, tuple(map(str, remark.locations)), _links(subject, concerned.get(number, [])))
            for number, remark in enumerate(subject.remarks)
            if remark.severity == severity
        )
        if views:
            yield RemarkGroup(severity, counted(len(views), *_TITLES[severity]), views)


def counted(number: int, one: str, many: str) -> str:
    """``1 fact``, ``2 facts``."""
    return f"{number:,} {one if number == 1 else many}"


def _links(subject: Subject, ids: list[str]) -> tuple[tuple[str, str], ...]:
    links: dict[str, str] = {}
    for id_ in ids:
        if id_ in subject.facts:
            links[fact_target(id_)] = subject.title(subject.facts[id_])
        elif (spot := subject.cells.get(id_)) and not spot.cell.fact and spot.cell.computation:
            links[figure_target(id_)] = spot.row.label
    return tuple((words, target) for target, words in links.items())
