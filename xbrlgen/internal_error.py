"""The finding for what should not have happened."""

import platform
import traceback
from pathlib import Path

from xbrlgen import __version__
from xbrlgen.findings import Finding, finding

_PACKAGE = Path(__file__).resolve().parent
_LONGEST = 300


def internal_error(error: Exception) -> Finding:
    """A finding that says what went wrong and where in xbrlgen, short enough to paste into a report."""
    text = " ".join(str(error).split())
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    cause = f"{type(error).__name__}: {text}" if text else type(error).__name__
    versions = f"xbrlgen {__version__}, Python {platform.python_version()}"
    return finding("XG190", f"xbrlgen failed{_where(error)} with {cause} ({versions})")


def _where(error: Exception) -> str:
    """The innermost line of our own code; paths of the user's machine are left out."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_PACKAGE):
            return f" in {path.relative_to(_PACKAGE.parent).as_posix()}:{frame.lineno}"
    return ""
