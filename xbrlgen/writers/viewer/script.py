"""The script of ixbrl-viewer, from the installed package of that name."""

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

PACKAGE, MODULE = "ixbrl-viewer", "iXBRLViewerPlugin"
_FILE, _NOTICES = "ixbrlviewer.js", "ixbrlviewer.js.LICENSE.txt"
_MAJOR, _MINOR = 1, 5


class ScriptMissingError(Exception):
    """No script of a version that understands the data is installed."""


class Script(NamedTuple):
    """The script as text with the notices of what it is made of, and the version of its package."""

    version: str
    text: str
    notices: str = ""


def installed_script() -> Script:
    """The installed script; nothing of its package is imported, for that would load Arelle.

    Raises ScriptMissingError where there is none, or one of another major version than the data is made for: the data
    of a version is read by the scripts of its major version that are not older.
    """
    folder = _folder()
    if folder is None or not (folder / _FILE).is_file():
        raise ScriptMissingError(f"The script of the viewer is missing: the package {PACKAGE} is not installed.")
    number = _version()
    if not _fits(number):
        message = f"{PACKAGE} {number or 'of an unknown version'} is installed"
        raise ScriptMissingError(f"{message}; the viewer is made for {_MAJOR}.{_MINOR} and later, below {_MAJOR + 1}.")
    notices = folder / _NOTICES
    return Script(
        number,
        (folder / _FILE).read_text(encoding="utf-8"),
        notices.read_text(encoding="utf-8") if notices.is_file() else "",
    )


def _folder() -> Path | None:
    """Where the package keeps the built script."""
    spec = find_spec(MODULE)
    places = spec.submodule_search_locations if spec is not None else None
    return Path(next(iter(places))) / "viewer" / "dist" if places else None


def _version() -> str:
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return ""


def _fits(number: str) -> bool:
    parts = [int(each) for each in number.split(".")[:2] if each.isdecimal()]
    return len(parts) == 2 and parts[0] == _MAJOR and parts[1] >= _MINOR  # noqa: PLR2004 - major and minor
