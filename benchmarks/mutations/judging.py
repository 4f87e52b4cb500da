"""The two verdicts on a damaged filing, and whether they are the same."""

import json
import sys
import time
import traceback
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.mutations.filings import Filing, damaged_documents
from benchmarks.mutations.mutation import mutated
from xbrlgen.findings import Severity
from xbrlgen.validation import validate

TRACEBACK = "traceback"
_NO_ERRORS = (
    *("calc11e:", "utre:", "xbrl.5.2.5.2", "xbrl.5.2.6.2", "message:", "oime:disallowedDuplicateFacts"),
    "xbrlxe:",
)
"""Sums, units of the registry and duplicates, and (xbrlxe) what XBRL 2.1 allows and the Open Information Model has no
form for, such as xml:base: what is said of them makes no report invalid.
"""

NONE: frozenset[str] = frozenset()
Errors = tuple[frozenset[str], frozenset[str]]
"""The codes of errors that we found, and those that Arelle found."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A damaged filing by its name, document and seed, and the codes of the errors that each side found in it."""

    filing: str
    document: str
    seed: int
    kind: str
    element: str
    ours: tuple[str, ...]
    others: tuple[str, ...]
    seconds: tuple[float, float]

    @property
    def agrees(self) -> bool:
        """Whether both find errors, or none does."""
        return bool(self.ours) == bool(self.others) and TRACEBACK not in self.ours

    def line(self) -> str:
        """The outcome as one line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def of_line(cls, line: str) -> "Outcome":
        """The outcome that `line` was made from."""
        parts: dict[str, Any] = json.loads(line)
        lists = {name: tuple(parts[name]) for name in ("ours", "others", "seconds")}
        return cls(**{**parts, **lists})


def judge(filing: Filing, seed: int, folder: Path, among: str = "", undamaged: Errors = (NONE, NONE)) -> Outcome | None:
    """Damage a document of `filing`, as `seed` decides, and judge the filing; None where no damage came of it.

    What is wrong with the filing as it was filed, `undamaged` by both sides, does not count.
    """
    names = damaged_documents(filing, among)
    document = names[seed % len(names)]
    mutation = mutated(filing.documents[document], f"{filing.name} {document} {seed}")
    if mutation is None:
        return None
    path = filing.write(folder, {document: mutation.content})
    begun = time.perf_counter()
    found = our_errors(path, filing.packages)
    between = time.perf_counter()
    found_by_other = others_errors(path, filing.packages)
    seconds = (round(between - begun, 2), round(time.perf_counter() - between, 2))
    filing.write(folder, {document: filing.documents[document]})
    ours, others = (tuple(sorted(now - before)) for now, before in zip((found, found_by_other), undamaged, strict=True))
    return Outcome(filing.name, document, seed, mutation.kind, mutation.element, ours, others, seconds)


def judge_again(filing: Filing, outcome: Outcome, folder: Path, undamaged: Errors) -> Outcome:
    """The same damage, judged by us anew; the other verdict stands."""
    content = filing.documents[outcome.document]
    mutation = mutated(content, f"{filing.name} {outcome.document} {outcome.seed}")
    assert mutation is not None
    path = filing.write(folder, {outcome.document: mutation.content})
    begun = time.perf_counter()
    ours = our_errors(path, filing.packages) - undamaged[0]
    seconds = (round(time.perf_counter() - begun, 2), outcome.seconds[1])
    filing.write(folder, {outcome.document: content})
    return replace(outcome, ours=tuple(sorted(ours)), seconds=seconds)


def judge_undamaged(filing: Filing, folder: Path) -> Errors:
    """What both sides find wrong with a filing as it was filed."""
    path = filing.write(folder)
    return our_errors(path, filing.packages), others_errors(path, filing.packages)


def our_errors(path: Path, packages: tuple[Path, ...]) -> frozenset[str]:
    """Our codes and those of the specifications; an exception is a code, too."""
    try:
        found = validate([path], packages=packages).findings
    except Exception:  # noqa: BLE001 - that there are none is what is looked for
        return frozenset({TRACEBACK, traceback.format_exc()[-1000:]})
    return frozenset(f"{each.code} {each.standard}".strip() for each in found if each.severity is Severity.ERROR)


def others_errors(path: Path, packages: tuple[Path, ...]) -> frozenset[str]:
    """Arelle's codes, without those that make no report invalid; the packages, which are whole, are not judged."""
    errors = _referee().load(path, packages, with_facts=False, judges_packages=False).errors
    return frozenset(each for each in errors if not each.startswith(_NO_ERRORS))


@cache
def _referee() -> Any:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests"))
    import arelle_referee

    return arelle_referee
