"""What a batch has done so far: a file beside the outputs, from which an interrupted batch goes on."""

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from xbrlgen import __version__
from xbrlgen.batch.task import Outcome, Task
from xbrlgen.findings import Counts

FILE = "batch.jsonl"


class Journal:
    """One line for each report that was built, added when it is; a line that a crash cut short is passed over."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._done: dict[str, tuple[Outcome, str]] = dict(_entries(self._path))

    def earlier(self, task: Task, source: str) -> Outcome | None:
        """The outcome of an earlier run on the same input (its fingerprint), if what it wrote is still there."""
        outcome, source_then = self._done.get(task.name, (None, ""))
        return outcome if source == source_then and (task.out / "findings.json").is_file() else None

    def note(self, outcome: Outcome, source: str) -> None:
        """Add what was built from an input (its fingerprint); not a report with errors, which is to be built again."""
        if not outcome.is_written:
            return
        entry = {
            "report": outcome.name,
            "input": source,
            "facts": outcome.facts,
            "warnings": outcome.counts.warning,
            "infos": outcome.counts.info,
        }
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def fingerprint(task: Task) -> str:
    """What the outputs of a task depend on, as one hash: its files and packages, the profile, and this program."""
    files = sorted(path for path in task.report.rglob("*") if path.is_file())
    lines = [__version__, task.profile]
    lines += (f"{path.relative_to(task.report).as_posix()} {_digest(path)}" for path in files)
    for path in task.packages:
        status = path.stat()
        lines.append(f"{path.name} {_digest_of_package(path, status.st_mtime_ns, status.st_size)}")
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


@lru_cache
def _digest_of_package(path: Path, _changed: int, _size: int) -> str:
    """That of a package, which all reports of a batch share: read once for all."""
    return _digest(path)


def _digest(path: Path) -> str:
    """A hash of the content of a file; one that cannot be read has none, as the build will tell."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


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
