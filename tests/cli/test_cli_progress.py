"""The line of progress, on a terminal of its own."""

import io
import os
import pty
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from xbrlgen.cli import progress
from xbrlgen.cli.progress import stages


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_long_work_shows_its_stages_on_one_line_and_clears_it(terminal, monkeypatch):
    monkeypatch.setattr(progress, "DELAY", 0.05)
    with stages(quiet=False) as stage:
        stage("reading")
        stage("checking")
        while not terminal.getvalue():
            time.sleep(0.01)
        stage("writing")
    assert terminal.getvalue() == "\r\x1b[Kchecking …\r\x1b[Kwriting …\r\x1b[K"


def test_short_work_is_silent(terminal):
    with stages(quiet=False) as stage:
        stage("reading")
    assert terminal.getvalue() == ""


def test_the_line_is_cleared_when_the_work_fails(terminal, monkeypatch):
    monkeypatch.setattr(progress, "DELAY", 0)

    def work() -> None:
        with stages(quiet=False) as stage:
            stage("reading")
            while not terminal.getvalue():
                time.sleep(0.01)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_quiet_files_and_dumb_terminals_have_no_line(terminal, monkeypatch):
    with stages(quiet=True) as stage:
        assert stage is None
    monkeypatch.setenv("TERM", "dumb")
    with stages(quiet=False) as stage:
        assert stage is None
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=io.StringIO()))
    with stages(quiet=False) as stage:
        assert stage is None


def _on_a_terminal(folder, **environment: str) -> bytes:
    controller, terminal = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "xbrlgen", "build", "missing"],
        stdout=terminal,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=os.environ | {"TERM": "xterm", "NO_COLOR": ""} | environment,
        check=False,
    )
    os.close(terminal)
    written = os.read(controller, 100_000)
    os.close(controller)
    return written


def test_colour_is_for_terminals_that_want_it(tmp_path):
    assert b"\x1b[1;31merror XG180\x1b[0m" in _on_a_terminal(tmp_path)
    assert b"\x1b" not in _on_a_terminal(tmp_path, NO_COLOR="1")
    assert b"\x1b" not in _on_a_terminal(tmp_path, TERM="dumb")
