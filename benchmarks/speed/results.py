"""The results as JSON: kept case by case, so that a part can be measured again, and a run can go on where it was."""

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.speed.cases import Case
from benchmarks.speed.measuring import Measured

Row = dict[str, Any]
"""One case: its name and size, the medians of each competitor, and how often what of the first the others take."""

MEASURES = ("cpu", "wall", "memory")


def load(path: Path) -> list[Row]:
    """The rows that are in the file; none where there is no file."""
    return list(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else []


def save(path: Path, rows: Sequence[Row]) -> None:
    """Write the rows in place of what is in the file, in one step: a run may be interrupted at any time."""
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(path)


def row(case: Case, taken: Mapping[str, Measured], runs: int) -> Row:
    """The results of a case."""
    first, *others = taken
    own = taken[first]
    return {
        "case": case.name,
        "facts": case.facts,
        "parameters": dict(case.parameters),
        "runs": runs,
        "machine": _machine(),
        "results": {name: _rounded(each) for name, each in taken.items()},
        "ratios": {name: {what: _ratio(taken[name], own, what) for what in MEASURES} for name in others},
    }


def is_of(each: Row, case: Case) -> bool:
    """Whether a row has the results of a case."""
    return (each["case"], each["facts"], each["parameters"]) == (case.name, case.facts, dict(case.parameters))


def merged(rows: Iterable[Row], new: Row, order: Sequence[str]) -> list[Row]:
    """The rows with a new one in place of the earlier one on the same case, in the order of cases and sizes."""
    same = ("case", "facts", "parameters")
    kept = [each for each in rows if any(each[name] != new[name] for name in same)]
    places = {name: number for number, name in enumerate(order)}

    def place(each: Row) -> tuple[object, ...]:
        return places.get(each["case"], len(places)), each["case"], each["facts"], *each["parameters"].values()

    return sorted([*kept, new], key=place)


def _rounded(measured: Measured) -> Row:
    return {
        "cpu": round(measured.cpu, 3),
        "wall": round(measured.wall, 3),
        "memory": round(measured.memory),
        "statuses": list(measured.statuses),
    }


def _ratio(other: Measured, own: Measured, what: str) -> float:
    times: float = getattr(other, what) / getattr(own, what)
    return round(times, 2)


def _machine() -> Row:
    """What the figures depend on beside xbrlgen itself."""
    versions = {}
    for name, package in (("Arelle", "arelle-release"), ("xBRL-Forge", "xbrl-forge")):
        try:
            versions[name] = version(package)
        except PackageNotFoundError:
            continue
    return {"cores": os.cpu_count(), "Python": platform.python_version(), **versions}
