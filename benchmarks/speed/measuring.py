"""Runs a command as a process of its own and says what it took, by the account of the operating system."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage
from statistics import median

_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux: who asks for it inherits the processes that its children leave behind."""

KIBIBYTE = 1024 / 1_000_000
"""In megabytes; the operating system counts memory in kibibytes."""

FAILED = 99
"""The status of a command that ended well, but did not say what it says when its work is done."""


TOLD = 1_000
"""How many of the last characters that a command has printed are shown where it has failed."""


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, and what it prints when it has done its work."""

    arguments: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds of processor, seconds by the clock, megabytes at the peak, and the exit status."""

    cpu: float
    wall: float
    memory: float
    status: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """The medians of some runs of one command."""

    cpu: float
    wall: float
    memory: float
    statuses: tuple[int, ...]

    @classmethod
    def of(cls, runs: Sequence[Run]) -> "Measured":
        """The medians of `runs`."""
        return cls(
            median(run.cpu for run in runs),
            median(run.wall for run in runs),
            median(run.memory for run in runs),
            tuple(run.status for run in runs),
        )


def inherit_processes() -> None:
    """Have the time of processes counted that outlive the one that started them, as the workers of a batch may."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def run(command: Command, environment: Mapping[str, str], folder: Path) -> Run:
    """Run `command` once in `folder`; processor and memory are those of all its processes, memory of the largest."""
    printed = folder / "printed.txt"
    with printed.open("wb") as out:
        before = time.perf_counter()
        process = subprocess.Popen(
            command.arguments,
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            process_group=0,  # by which its processes are known
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - before
            usages = [usage, *_left_behind(process.pid)]
        except BaseException:  # Ctrl-C does not reach another group
            os.killpg(process.pid, signal.SIGKILL)
            raise
    process.returncode = os.waitstatus_to_exitcode(status)
    told = printed.read_text(encoding="utf-8", errors="replace")
    is_done = process.returncode == 0 and command.says in told
    if not is_done:
        print(f"failed: {' '.join(command.arguments)}\n{told[-TOLD:]}", file=sys.stderr)
    return Run(
        sum(each.ru_utime + each.ru_stime for each in usages),
        wall,
        max(each.ru_maxrss for each in usages) * KIBIBYTE,
        process.returncode or (0 if is_done else FAILED),
    )


def _left_behind(group: int) -> list[struct_rusage]:
    """What the processes used that the command has left; they end by themselves."""
    usages = []
    while True:
        try:
            usages.append(os.wait4(-group, 0)[2])
        except ChildProcessError:
            return usages


def alternating(
    commands: Mapping[str, Command], environment: Mapping[str, str], folder: Path, runs: int
) -> Mapping[str, Measured]:
    """The medians of each command; they take turns, so that a change of the machine's speed meets them all."""
    taken: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(run(command, environment, folder))
    return {name: Measured.of(each) for name, each in taken.items()}
