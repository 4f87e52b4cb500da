"""URLs and paths: what a reference in a document means."""

import posixpath
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin


@lru_cache(maxsize=65_536)
def absolute(reference: str, base: str) -> str:
    """The URL or path that `reference` means in the document at `base`, without its fragment (RFC 3986 section 5.2).

    `base` may be relative itself; then so is what comes back.
    """
    location = split(reference)[0]
    if not location:
        return base
    if is_url(location):
        return location
    if is_url(base):
        joined = _joined(base, location)
        return joined if is_url(joined) else f"file:///{joined}"  # a drive's path in a package leads to no disk
    folder = base if base.endswith("/") else posixpath.dirname(Path(base).as_posix())
    path = posixpath.normpath(posixpath.join(folder, Path(location).as_posix()))
    is_folder = location.rpartition("/")[2] in {"", ".", ".."}
    return f"{path}/" if is_folder and path != "/" else path


def split(reference: str) -> tuple[str, str]:
    """The location in `reference` as written, and its fragment, decoded (RFC 3986 section 2.1); both may be empty."""
    location, _, fragment = reference.strip().partition("#")
    return location, unquote(fragment) if "%" in fragment else fragment


def is_url(text: str) -> bool:
    """Whether `text` is an absolute URL rather than a path; a single letter before the colon is a drive."""
    scheme, separator, _ = text.partition(":")
    return bool(separator) and len(scheme) > 1 and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()


def _joined(base: str, location: str) -> str:
    try:
        return urldefrag(urljoin(base, location)).url
    except ValueError:  # such as half an address of IPv6
        return location
