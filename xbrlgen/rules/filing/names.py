"""Names and sizes of what is handed in."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.rules.filing.filing import Filing
from xbrlgen.rules.wording import quoted

_MEGABYTE = 1024 * 1024


def report_names(filing: Filing) -> Iterator[Finding]:
    """The name and the extension of each document."""
    wanted = filing.requirements
    for document in filing.documents:
        name = PurePath(document.path).name
        if wanted.report_extensions and PurePath(name).suffix not in wanted.report_extensions:
            told = f"The report's file is {quoted(name)}, not one of {', '.join(wanted.report_extensions)}."
            yield filing.found("XG489", told, document, document.root)
        elif wanted.report_name and not re.fullmatch(wanted.report_name, name):
            told = f"The name of the report's file, {quoted(name)}, is not formed like {wanted.report_name_like}."
            yield filing.found("XG488", told, document, document.root)


def package_names(filing: Filing) -> Iterator[Finding]:
    """The name and the extension of the package."""
    wanted, package = filing.requirements, filing.package
    if package is None:
        return
    path = PurePath(package.name)
    if wanted.package_extensions and path.suffix not in wanted.package_extensions:
        told = f"The package is {quoted(path.name)}, not one of {', '.join(wanted.package_extensions)}."
        yield finding("XG491", told, Location(package.name))
    if wanted.package_name and not re.fullmatch(wanted.package_name, path.stem):
        told = f"The name of the package, {quoted(path.name)}, is not formed like {wanted.package_name_like}."
        yield finding("XG490", told, Location(package.name))


def package_size(filing: Filing) -> Iterator[Finding]:
    """Packages that the regulator's portal does not take."""
    limit, package = filing.requirements.package_limit, filing.package
    if package is not None and limit is not None and package.size > limit:
        told = f"The package has {package.size:,} bytes, of which {limit // _MEGABYTE:,} MB are taken."
        yield finding("XG492", told, Location(package.name))
