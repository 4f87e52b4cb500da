"""The archive that a report is filed in, as far as regulators have rules on it."""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

_COUNTRY = re.compile(rb"<(?:[\w.-]+:)?publisherCountry[^>]*>\s*([^<]*?)\s*<")


def _nothing(name: str) -> bytes:
    raise OSError(f"there is no {name}")


class Package(NamedTuple):
    """An archive: the path of its file, and how many bytes that has.

    `top` is its one directory at the top with its slash, `members` are the names of its files, `reports` those of the
    documents of each report, `description` is its taxonomyPackage.xml; `read` gives the content of a file, and raises
    OSError where there is none.
    """

    name: str
    size: int
    top: str = ""
    members: tuple[str, ...] = ()
    reports: tuple[tuple[str, ...], ...] = ()
    description: bytes = b""
    read: Callable[[str], bytes] = _nothing

    @property
    def publisher_country(self) -> str | None:
        """The country of the publisher of the taxonomy, None where the package does not say one."""
        match = _COUNTRY.search(self.description)
        return match[1].decode(errors="replace") if match else None

    def member(self, document: str, address: str) -> str:
        """The name of the file that `address` in the document at the path `document` leads to, be it there or not."""
        within = document.removeprefix(f"{self.name}/")
        return normpath(join(dirname(within), unquote(address.partition("#")[0].partition("?")[0])))
