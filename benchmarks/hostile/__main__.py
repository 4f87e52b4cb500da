"""``python -m benchmarks.hostile``: make each input, judge it by the command line, and print what it cost."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.hostile.inputs import inputs
from benchmarks.hostile.running import Run, run

DIED = Run(0, 0, "died", "", ())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of inputs (all)")
    parser.add_argument("--size", type=float, default=1.0, help="1 is the full size of a threat")
    parser.add_argument("--limit", type=float, default=300, help="seconds after which an input is given up")
    arguments = parser.parse_args()
    failed = 0
    for name, make in inputs():
        if arguments.names and not any(each in name for each in arguments.names):
            continue
        with tempfile.TemporaryDirectory() as folder:
            given = Path(folder) / "given"
            given.mkdir()
            path = make(given, arguments.size)
            megabytes = sum(each.stat().st_size for each in given.iterdir()) / 1e6
            try:
                result = next(iter(run([path], arguments.limit)), DIED)
            except subprocess.TimeoutExpired:
                failed += 1
                print(f"{name:32} {megabytes:8.1f} MB  given up after {arguments.limit} s", flush=True)
                continue
        failed += not result.is_clean
        print(f"{name:32} {megabytes:8.1f} MB {result.seconds:7.1f} s {result.peak:6.0f} MB  {result.text}", flush=True)
    return int(bool(failed))


sys.exit(main())
