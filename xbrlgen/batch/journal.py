"""What a batch has done so far: a file beside the outputs, from which an interrupted batch goes on."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from xbrlgen import __version__
from xbrlgen.batch.task import Outcome, Task
from xbrlgen.findings import Counts

FILE = "batch.jsonl"


class Journal:
    """One line for each report that was built, added when it is; a line that a crash cut short is passed over."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._done = dict(_entries(self._path))

    def earlier(self, task: Task) -> Outcome | None:
        """The outcome of an earlier run on the same input, if what it wrote is still there."""
        known = self._done.get(task.name)
        if known is None or not (task.out / "findings.json").is_file():
            return None
        outcome, fingerprint_then = known
        return outcome if fingerprint(task) == fingerprint_then else None

    def note(self, task: Task, outcome: Outcome) -> None:
        """Add what was built; a report with errors is not: it is to be built again."""
        if not outcome.is_written:
            return
        entry = {
            "report": task.name,
            "input": fingerprint(task),
            "facts": outcome.facts,
            "warnings": outcome.counts.warning,
            "infos": outcome.counts.info,
        }
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def fingerprint(task: Task) -> str:
    """What the outputs of a task depend on, as one hash: its files and packages, the profile, and this program."""
    digest = hashlib.sha256(f"{__version__}\n{task.profile}\n".encode())
    files = sorted(path for path in task.report.rglob("*") if path.is_file())
    named = [(path.relative_to(task.report).as_posix(), path) for path in files]
    for name, path in (*named, *((each.name, each) for each in task.packages)):
        content = path.read_bytes()
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _entries(path: Path) -> Iterator[tuple[str, tuple[Outcome, str]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        try:
            entry = json.loads(line)
            counts = Counts(0, int(entry["warnings"]), int(entry["infos"]))
            outcome = Outcome(str(entry["report"]), (), int(entry["facts"]), counts, is_written=True, is_earlier=True)
            yield outcome.name, (outcome, str(entry["input"]))
        except (ValueError, KeyError, TypeError):
            continue
