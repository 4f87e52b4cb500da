"""``python -m benchmarks.speed``: measure, and write the results as JSON and as a page."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.speed.cases import Case, cases, context_cases
from benchmarks.speed.measuring import Measured, alternating
from benchmarks.speed.page import page

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="numbers of facts")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command, taking turns")
    parser.add_argument("--largest-of-others", type=int, default=100_000, help="beyond it xbrlgen runs alone")
    parser.add_argument("--json", type=Path, default=ROOT / "docs" / "benchmarks.json")
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "benchmarks.md")
    arguments = parser.parse_args()
    every = (*cases(arguments.sizes, largest_of_others=arguments.largest_of_others), *context_cases())
    results = [_measured(case, arguments.runs) for case in every]
    arguments.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    arguments.page.write_text(page(results), encoding="utf-8")
    return 0


def _measured(case: Case, runs: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        source = case.prepare(Path(folder) / "input", case.size)
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        taken = alternating(case.commands(source), environment, Path(folder), runs)
    result = {
        "case": case.name,
        "facts": case.size.facts,
        "contexts": case.size.context_count,
        "runs": runs,
        "results": {name: _rounded(each) for name, each in taken.items()},
    }
    print(json.dumps(result), file=sys.stderr, flush=True)
    return result


def _rounded(measured: Measured) -> dict[str, object]:
    return {
        "cpu": round(measured.cpu, 2),
        "wall": round(measured.wall, 2),
        "memory": round(measured.memory),
        "statuses": list(measured.statuses),
    }


if __name__ == "__main__":
    raise SystemExit(main())
