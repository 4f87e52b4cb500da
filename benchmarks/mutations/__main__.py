"""``python -m benchmarks.mutations``: damage filings, compare the verdicts, and print each difference and a table."""

import argparse
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.mutations.explained import explanation
from benchmarks.mutations.filings import emptied, filings
from benchmarks.mutations.judging import NONE, Outcome, judge, judge_again, judge_undamaged, our_errors


def main() -> int:
    arguments = _arguments()
    if arguments.table:
        outcomes = [each for path in arguments.table for each in _kept(path)]
    elif arguments.again:
        outcomes = list(_judged_again([each for path in arguments.again for each in _kept(path)], arguments.out))
    else:
        outcomes = list(_judged(arguments))
    _print_rates(outcomes)
    return int(any(not each.agrees and not explanation(each) for each in outcomes))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutations", description=__doc__)
    parser.add_argument("filings", nargs="*", help="parts of the names of filings (all)")
    parser.add_argument("--seeds", type=int, nargs=2, default=(0, 20), metavar=("FIRST", "END"), help="of each filing")
    parser.add_argument("--document", default="", help="only documents whose names have this in them")
    parser.add_argument(
        "--out", type=Path, help="append an outcome to this file, one per line, as JSON; what it has is not judged anew"
    )
    parser.add_argument(
        "--again", type=Path, nargs="+", default=(), help="judge what is in such files on our side anew"
    )
    parser.add_argument("--table", type=Path, nargs="+", default=(), help="judge nothing, show what is in such files")
    return parser.parse_args()


def _kept(path: Path) -> list[Outcome]:
    """The outcomes in a file, each damage once."""
    outcomes = map(Outcome.of_line, path.read_text("utf-8").splitlines() if path.is_file() else ())
    return list({(each.filing, each.document, each.seed): each for each in outcomes}.values())


def _judged(arguments: argparse.Namespace) -> Iterator[Outcome]:
    known = {(each.filing, each.seed) for each in _kept(arguments.out)} if arguments.out else set[tuple[str, int]]()
    with tempfile.TemporaryDirectory() as work:
        for filing in filings():
            if arguments.filings and not any(each in filing.name for each in arguments.filings):
                continue
            folder = emptied(Path(work) / filing.name)
            undamaged = judge_undamaged(filing, folder)
            for seed in range(*arguments.seeds):
                if (filing.name, seed) not in known and (
                    outcome := judge(filing, seed, folder, arguments.document, undamaged)
                ):
                    yield _reported(outcome, arguments.out)


def _judged_again(outcomes: list[Outcome], out: Path | None) -> Iterator[Outcome]:
    """Each damage once, with the other verdict as it was."""
    of_filing: dict[str, dict[tuple[str, int], Outcome]] = {}
    for each in outcomes:
        of_filing.setdefault(each.filing, {})[each.document, each.seed] = each
    with tempfile.TemporaryDirectory() as work:
        for filing in filings():
            folder = emptied(Path(work) / filing.name)
            own = of_filing.get(filing.name, {})
            undamaged = our_errors(filing.write(folder), filing.packages) if own else NONE
            for outcome in own.values():
                if outcome.document in filing.documents:
                    yield _reported(judge_again(filing, outcome, folder, (undamaged, NONE)), out)


def _reported(outcome: Outcome, out: Path | None) -> Outcome:
    if not outcome.agrees:
        _print(outcome)
    if out is not None:
        with out.open("a", encoding="utf-8") as file:
            file.write(outcome.line() + "\n")
    return outcome


def _print(outcome: Outcome) -> None:
    print(f"{outcome.filing} {outcome.document} seed {outcome.seed}: {outcome.kind}, {outcome.element}")
    print(f"    ours:     {'; '.join(outcome.ours) or 'valid'}")
    print(f"    Arelle's: {'; '.join(outcome.others) or 'valid'}")
    print(f"    {explanation(outcome) or 'NOT EXPLAINED'}", flush=True)


def _print_table(title: str, groups: Mapping[str, Sequence[Outcome]]) -> None:
    print(f"{title:34} mutants  same verdict      explained  not explained")
    for name, outcomes in groups.items():
        same = sum(each.agrees for each in outcomes)
        explained = sum(bool(explanation(each)) for each in outcomes)
        left = len(outcomes) - same - explained
        rate = 100 * same / len(outcomes)
        print(f"{name:34} {len(outcomes):7} {same:7} {rate:5.1f} % {explained:10} {left:14}")


def _print_rates(outcomes: list[Outcome]) -> None:
    kinds, names = sorted({each.kind for each in outcomes}), sorted({each.filing for each in outcomes})
    _print_table("damage", {kind: [each for each in outcomes if each.kind == kind] for kind in kinds})
    of_filings = {name: [each for each in outcomes if each.filing == name] for name in names}
    _print_table("filing", {**of_filings, "all": outcomes})
    print(f"ours {sum(each.seconds[0] for each in outcomes):.0f} s", end=", ")
    print(f"Arelle {sum(each.seconds[1] for each in outcomes):.0f} s")


raise SystemExit(main())
