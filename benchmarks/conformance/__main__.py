"""``python -m benchmarks.conformance``: judge suites, print pass rates by suite and group, and each miss."""

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.conformance.judging import Outcome, judge
from benchmarks.conformance.variations import variations

GIVEN = Path(__file__).resolve().parents[3] / "shared" / "conformance"


def main() -> None:
    arguments = _arguments()
    chosen = [each for source in arguments.sources for each in variations(source)]
    outcomes = []
    for each in chosen:
        if arguments.suite in each.suite and arguments.group in each.group and arguments.only in each.key:
            outcomes.append(judge(each))
            if arguments.every or not outcomes[-1].agrees:
                _print(outcomes[-1])
    _print_rates(outcomes)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.conformance", description=__doc__)
    parser.add_argument(
        "sources",
        nargs="*",
        type=Path,
        default=[GIVEN],
        metavar="SOURCE",
        help="a folder with variations.jsonl, such a file, or the index or a test case of a published suite",
    )
    parser.add_argument("--suite", default="", help="only suites whose names have this in them")
    parser.add_argument("--group", default="", help="only groups whose names have this in them")
    parser.add_argument("--only", default="", help="only variations whose names (testcase#id) have this in them")
    parser.add_argument("--every", action="store_true", help="show what was found in those that agree, too")
    return parser.parse_args()


def _print(outcome: Outcome) -> None:
    variation = outcome.variation
    print(f"{'agrees' if outcome.agrees else 'MISS  '} {variation.suite} {variation.group} {variation.key}")
    print(f"       {variation.document}")
    print(f"       {variation.description}")
    print(f"       expected: {' or '.join(variation.expected)}")
    for found in outcome.found:
        print(f"       found: {found.code} [{found.standard}] {found.message} ({', '.join(map(str, found.locations))})")
    if outcome.note:
        print(f"       note: {outcome.note}")


def _print_rates(outcomes: list[Outcome]) -> None:
    total: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        for group in (outcome.variation.group, "all"):
            total[outcome.variation.suite, group] += 1
            right[outcome.variation.suite, group] += outcome.agrees
    for suite, group in sorted(total, key=lambda each: (each[0], each[1] == "all", each[1])):
        agreeing, of = right[suite, group], total[suite, group]
        print(f"{suite:14} {group:45} {agreeing:4} of {of:4}  {100 * agreeing / of:6.1f} %")
    print(f"{len(outcomes)} variations in {sum(each.seconds for each in outcomes):.1f} s")


if __name__ == "__main__":
    main()
