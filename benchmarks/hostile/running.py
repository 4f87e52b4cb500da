"""Judges files in a process of its own that notes what it opens and whom it calls, and measures it."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_WATCHED = """
import contextlib, io, json, sys, time
def peak_of_memory():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM:"))
seen = []
def watch(event, arguments):
    if event == "open" and "secret" in str(arguments[0]):
        seen.append(f"opened {arguments[0]}")
    elif event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
        seen.append(f"{event} {arguments}")
sys.addaudithook(watch)
from xbrlgen.cli import main
for path in sys.argv[1:]:
    told, begun, code = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True), time.perf_counter(), "exception"
    sys.argv = ["xbrlgen", "validate", "--format", "json", path]
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            code = main()
        except SystemExit as ended:
            code = ended.code
        except BaseException as error:
            told.write(f"Traceback {error!r}")
    text, seconds = told.buffer.getvalue().decode(), time.perf_counter() - begun
    print(json.dumps([seconds, peak_of_memory(), str(code), text, seen]), flush=True)
    seen.clear()
"""


@dataclass(frozen=True, slots=True)
class Run:
    """How a validation went: seconds, the largest memory until then in MB, exit code, output, and forbidden acts."""

    seconds: float
    peak: float
    code: str
    output: str
    seen: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the findings."""
        return tuple(sorted(set(re.findall(r'"(XG\d{3})"', self.output))))

    @property
    def is_clean(self) -> bool:
        """Whether it ended with a verdict (0 or 1) or could not read the file (2), and opened nothing forbidden."""
        return self.code in {"0", "1", "2", "None"} and not self.seen and "Traceback" not in self.output

    @property
    def text(self) -> str:
        """The outcome in one line."""
        return f"exit {self.code} {' '.join(self.codes) or 'no finding'} {' '.join(self.seen)}".rstrip()


def run(paths: Sequence[Path], limit: float = 60) -> list[Run]:
    """Validate one file after the other; raises subprocess.TimeoutExpired after `limit` seconds.

    A process that dies has no outcome for the file that killed it, and none for those behind it.
    """
    command = [sys.executable, "-c", _WATCHED, *map(str, paths)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=limit, check=False)
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    return [Run(seconds, peak, code, output, tuple(seen)) for seconds, peak, code, output, seen in outcomes]
