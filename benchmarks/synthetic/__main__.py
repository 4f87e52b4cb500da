"""``python -m benchmarks.synthetic xbrl FOLDER --facts 1000``: write a synthetic report, and print its path."""

import argparse
from pathlib import Path

from benchmarks.synthetic.documents import SYNTAXES, write_document
from benchmarks.synthetic.report_folder import write_report_folder
from benchmarks.synthetic.size import Size


def main() -> int:
    """Write what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.synthetic", description=__doc__)
    parser.add_argument("syntax", choices=(*SYNTAXES, "folder"), help="which syntax; 'folder' is a report folder")
    parser.add_argument("folder", type=Path, help="where to write it")
    parser.add_argument("--facts", type=int, default=1_000)
    parser.add_argument("--contexts", type=int, default=0, help="default: one for every twenty facts")
    parser.add_argument("--dimensions", type=int, default=1, help="how many axes each fact has")
    parser.add_argument("--text-share", type=int, default=0, help="how many of the concepts are texts, in percent")
    given = parser.parse_args()
    size = Size(given.facts, given.contexts, given.dimensions, given.text_share)
    if given.syntax == "folder":
        print(write_report_folder(given.folder, size))
    else:
        print(write_document(given.folder, size, given.syntax))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
