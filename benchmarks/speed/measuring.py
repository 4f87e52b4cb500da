"""Runs a command as a process of its own and says what it took, by the account of the operating system."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds of processor, seconds by the clock, mebibytes at the peak, and the exit status."""

    cpu: float
    wall: float
    memory: float
    status: int


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
            *(median(getattr(run, name) for run in runs) for name in ("cpu", "wall", "memory")),
            tuple(run.status for run in runs),
        )


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Run:
    """Run `command` once in `folder`; what it prints is thrown away."""
    before = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - before
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, process.returncode)


def alternating(
    commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], folder: Path, runs: int
) -> Mapping[str, Measured]:
    """The medians of each command; they take turns, so that a change of the machine's speed meets them all."""
    taken: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(run(command, environment, folder))
    return {name: Measured.of(each) for name, each in taken.items()}
