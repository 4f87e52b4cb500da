"""Running the command line, in this process and in another."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from xbrlgen.cli import main


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str


@pytest.fixture
def run(capsysbinary):
    """Run `xbrlgen ARGUMENTS` in this process."""

    def call(*arguments: object) -> Result:
        status = main([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Result(status, out.decode(), err.decode())

    return call


@pytest.fixture
def launch():
    """Run `python -m xbrlgen ARGUMENTS` in a process of its own."""

    def call(*arguments: object, cwd: Path | None = None, **environment: str) -> Result:
        command = [sys.executable, "-m", "xbrlgen", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, cwd=cwd, env=os.environ | environment, check=False)
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call
