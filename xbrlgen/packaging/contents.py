"""What is in a package: which files, under which names."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from xbrlgen.packaging.kinds import CATALOG, REPORT_PACKAGE, REPORTS, TAXONOMY_PACKAGE, Kind
from xbrlgen.templating import render

_PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/")
"""URLs of directories that are names of directories, too, on every system."""
_ELSEWHERE = "http://taxonomy.invalid/"
"""A URL that nobody can own (RFC 2606 section 2) and that the catalog of the package maps all the same."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a taxonomy package says of itself; names and descriptions by language.

    `identifier` is a URI; `publisher_country` has two capital letters. What is empty is left out.
    """

    identifier: str
    names: Mapping[str, str]
    descriptions: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    publishers: Mapping[str, str] = field(default_factory=dict)
    publisher_url: str = ""
    publisher_country: str = ""
    publication_date: date | None = None


class PackagedTaxonomy(NamedTuple):
    """The files of a taxonomy by their names, those it starts from, and the URL of the directory that they lie in.

    `directory_url` ends in a slash. Where it is no name of a directory in every file system (a ``urn:``, a port, a
    character with a meaning there), another URL stands for it.
    """

    directory_url: str
    files: Mapping[str, bytes]
    entry_points: tuple[str, ...]
    description: Description

    @property
    def url(self) -> str:
        """The URL of the directory that the files lie in, for documents that refer to them."""
        return self.directory_url if _PLAIN.fullmatch(self.directory_url) else _ELSEWHERE

    @property
    def directory(self) -> str:
        """The directory in the package, with its slash: that of the URL, so that a reader sees what is what."""
        parts = urlsplit(self.url)
        return f"{parts.netloc}{parts.path}"

    def reference(self, name: str) -> str:
        """The URL by which documents refer to the file `name`."""
        return f"{self.url}{name}"


def taxonomy_package(name: str, taxonomy: PackagedTaxonomy) -> Mapping[str, bytes]:
    """The files of a taxonomy package, whose directory at the top is called `name`.

    Follows Taxonomy Packages 1.0, https://www.xbrl.org/Specification/taxonomy-package/REC-2016-04-19/
    """
    references = [taxonomy.reference(each) for each in taxonomy.entry_points]
    rewrites = {taxonomy.url: f"../{taxonomy.directory}"}
    files = {
        CATALOG: render("packaging/catalog.xml.jinja", rewrites=rewrites),
        TAXONOMY_PACKAGE: render(
            "packaging/taxonomy_package.xml.jinja", description=taxonomy.description, entry_points=references
        ),
        **{f"{taxonomy.directory}{each}": content for each, content in taxonomy.files.items()},
    }
    return {f"{name}/{each}": content for each, content in files.items()}


def report_package(
    name: str, kind: Kind, reports: Mapping[str, bytes], taxonomy: PackagedTaxonomy | None = None
) -> Mapping[str, bytes]:
    """The files of a report package, whose directory at the top is called `name`.

    `reports` are files by their names below the directory of reports; those of an inline document set share a
    directory. Follows Report Package 1.0, https://www.xbrl.org/Specification/report-package/REC-2023-09-22/
    """
    declaration = json.dumps({"documentInfo": {"documentType": kind.value}}, indent=2) + "\n"
    own = {} if taxonomy is None else taxonomy_package(name, taxonomy)
    packed = {f"{name}/{REPORTS}{each}": content for each, content in reports.items()}
    return {**own, **packed, f"{name}/{REPORT_PACKAGE}": declaration.encode()}
