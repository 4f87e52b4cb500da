"""Where the bundled data lies: inside the wheel, or beside the package in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """The folder `name` (``taxonomy`` or ``templates``); raises FileNotFoundError if the installation lacks it."""
    for root in (_PACKAGE / "_bundled", _PACKAGE.parent):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"the installation lacks its folder {name!r}: install xbrlgen again")
