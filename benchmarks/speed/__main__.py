"""``python -m benchmarks.speed``: measure, and write the results as JSON, as a page and as plots."""

import argparse
import compileall
import os
import signal
import tempfile
from pathlib import Path

from benchmarks.speed.batches import batch_cases
from benchmarks.speed.cases import Case, Wanted, synthetic_cases
from benchmarks.speed.commands import ROOT
from benchmarks.speed.examples import example_cases
from benchmarks.speed.measuring import inherit_processes
from benchmarks.speed.page import marks, text, write_pages
from benchmarks.speed.results import Row, is_of, load, merged, row, save

RESULTS = "benchmarks.json"
OFFICIAL = ROOT.parent / "shared" / "taxonomies" / "IFRSAT-2025.zip"


def main() -> int:
    """Measure what the arguments ask for."""
    given = _arguments()
    wanted = Wanted(
        tuple(given.sizes),
        given.contexts,
        given.dimensions,
        given.text_share,
        given.others_up_to,
        given.copies,
        given.ifrs_package,
    )
    every = [*synthetic_cases(wanted), *example_cases(wanted), *batch_cases(wanted)]
    path = given.folder / RESULTS
    given.folder.mkdir(parents=True, exist_ok=True)
    rows = load(path)
    chosen = [case for case in every if not given.only or any(word in case.name for word in given.only)]
    if given.resume:
        chosen = [case for case in chosen if not any(is_of(each, case) for each in rows)]
    if given.page:
        chosen = []
    compileall.compile_dir(ROOT / "xbrlgen", quiet=1)  # as an installation has it, whatever the environment forbids
    inherit_processes()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what runs is ended, too
    for case in chosen:
        new = _measured(case, given.runs)
        print(text(new), flush=True)
        rows = merged(rows, new, list(dict.fromkeys(each.name for each in every)))
        save(path, rows)
    if rows:
        write_pages(rows, given.folder)
        print(marks(rows))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[], help="numbers of facts, of all tasks")
    parser.add_argument("--contexts", type=int, default=0, help="default: one for every twenty facts")
    parser.add_argument("--dimensions", type=int, default=1, help="how many axes each fact has")
    parser.add_argument("--text-share", type=int, default=5, help="how many of the concepts are texts, in percent")
    parser.add_argument("--copies", type=int, default=200, help="how many reports a batch has")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command, taking turns")
    parser.add_argument("--others-up-to", type=int, default=100_000, help="facts; beyond, xbrlgen runs alone")
    parser.add_argument("--ifrs-package", type=Path, default=OFFICIAL, help="the official IFRS taxonomy 2025")
    parser.add_argument("--only", nargs="+", metavar="WORDS", help="only cases with one of these in the name")
    parser.add_argument("--resume", action="store_true", help="pass over the cases that the results have already")
    parser.add_argument("--page", action="store_true", help="measure nothing: write page and plots from the results")
    parser.add_argument("--folder", type=Path, default=ROOT / "docs", help="of results, page and plots")
    return parser.parse_args()


def _measured(case: Case, runs: int) -> Row:
    """In a folder of its own, with a cache of its own: neither is that of who measures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "cache").mkdir()
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "XBRLGEN_CACHE": str(folder / "cache")}
        return row(case, case.measure(folder, environment, runs), runs)


if __name__ == "__main__":
    raise SystemExit(main())
