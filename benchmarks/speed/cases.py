"""What is measured: tasks of a user, each on the same files for all competitors."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.synthetic import Size
from benchmarks.synthetic.documents import write_document
from benchmarks.synthetic.report_folder import write_report_folder

_XBRLGEN = (sys.executable, "-m", "xbrlgen")
_ARELLE = (sys.executable, "-m", "arelle.CntlrCmdLine", "--internetConnectivity", "offline")


@dataclass(frozen=True, slots=True)
class Case:
    """A task: its name, what prepares its input in a folder, and the commands of the competitors on it."""

    name: str
    size: Size
    prepare: Callable[[Path, Size], Path]
    commands: Callable[[Path], Mapping[str, Sequence[str]]]


def _validation(syntax: str) -> Callable[[Path, Size], Path]:
    return lambda folder, size: write_document(folder, size, syntax)


def _validators(path: Path) -> Mapping[str, Sequence[str]]:
    return {
        "xbrlgen": (*_XBRLGEN, "validate", str(path)),
        "Arelle": (*_ARELLE, "--file", str(path), "--validate", "--calc", "c11r"),
    }


def _builders(folder: Path) -> Mapping[str, Sequence[str]]:
    return {"xbrlgen": (*_XBRLGEN, "build", str(folder), "--out", str(folder.parent / "built"))}


def _report_folder(folder: Path, size: Size) -> Path:
    return write_report_folder(folder / "report", size)


def cases(sizes: Sequence[int], *, largest_of_others: int) -> tuple[Case, ...]:
    """The tasks at each size: validations of each syntax, and a build; others than xbrlgen run up to a size."""
    found: list[Case] = []
    for facts in sizes:
        size = Size(facts, text_share=5)
        for syntax, name in (
            ("xbrl", "validate xBRL-XML"),
            ("xhtml", "validate inline XBRL"),
            ("json", "validate xBRL-JSON"),
        ):
            alone = facts > largest_of_others
            found.append(Case(name, size, _validation(syntax), _alone if alone else _validators))
        if facts <= largest_of_others:
            found.append(Case("build a report folder", Size(facts), _report_folder, _builders))
    return tuple(found)


def _alone(path: Path) -> Mapping[str, Sequence[str]]:
    return {"xbrlgen": _validators(path)["xbrlgen"]}


def context_cases() -> tuple[Case, Case]:
    """The same facts in few contexts and in many: time must not grow with facts times contexts."""
    few, many = (Size(10_000, contexts) for contexts in (100, 10_000))
    return (
        Case("validate, 100 contexts", few, _validation("xbrl"), _alone),
        Case("validate, 10,000 contexts", many, _validation("xbrl"), _alone),
    )
