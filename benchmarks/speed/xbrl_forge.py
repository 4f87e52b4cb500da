"""``python -m benchmarks.speed.xbrl_forge INPUT OUT``: write a report by xBRL-Forge, which has no command of its own.

It does what that project's web service does with the same input, and no more: read, load, create, save. It checks
neither what it is given nor what it writes.
"""

import json
import sys
from pathlib import Path

import xbrl_forge


def main(source: Path, out: Path) -> None:
    """Write the report of `source` into `out`, in place of what an earlier run has written."""
    out.mkdir(exist_ok=True)
    with source.open(encoding="utf-8") as file:
        given = xbrl_forge.load_input_data(json.load(file))
    package = xbrl_forge.create_xbrl([given])
    package.save_files(str(out), remove_existing_files=True)
    print("written", *sorted(str(path) for path in out.glob("*/reports/*")))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
