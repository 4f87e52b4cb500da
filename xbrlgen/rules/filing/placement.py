"""Where reports lie: in a package, each in its place, under names that every software takes."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.findings.ruling import case
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.wording import quoted

_INSIDE_REPORTS = 2
"""The directories above a report that lies where it should: that of the package, and that of reports."""


def placement(filing: Filing) -> Iterator[Finding]:
    """Reports that lie in no package, beside others, or in a directory of their own."""
    wanted, package = filing.requirements, filing.package
    if package is None:
        if wanted.is_packaged and filing.documents:
            document = filing.documents[0]
            told = "The report is in no report package."
            yield filing.found("XG405", told, document, document.root, standard=case("package"))
        return
    place = Location(package.name)
    if wanted.is_one_report and len(package.reports) > 1:
        told = f"The package holds {len(package.reports)} reports, of which one is taken."
        yield finding("XG405", told, place, standard=case("several"))
    nested = [
        name for names in package.reports for name in names if len(PurePosixPath(name).parts) > _INSIDE_REPORTS + 1
    ]
    if wanted.is_flat and nested:
        told = f"Reports lie in directories below that of reports: {listed(map(quoted, nested))}."
        yield finding("XG405", told, place, standard=case("subdirectory"))


def paths(filing: Filing) -> Iterator[Finding]:
    """Files in the package whose names or directories have spaces."""
    package = filing.package
    if package is None or filing.requirements.takes_spaces:
        return
    if spaced := [name for name in package.members if " " in name]:
        told = f"Files of the package have spaces in their paths: {listed(map(quoted, spaced))}."
        yield finding("XG406", told, Location(package.name))


def publisher_country(filing: Filing) -> Iterator[Finding]:
    """The country that the description of the taxonomy names (Taxonomy Packages 1.0 section 3.2.7)."""
    wanted, package = filing.requirements.publisher_country, filing.package
    if not wanted or package is None or not package.description:
        return
    country, place = package.publisher_country, Location(package.name)
    if not country:
        told = f"The description of the taxonomy names no country of the publisher, which has to be {quoted(wanted)}."
        yield finding("XG407", told, place, standard=case("missing"))
    elif country != wanted:
        told = (
            f"The description of the taxonomy names {quoted(country)} as the publisher's country, not {quoted(wanted)}."
        )
        yield finding("XG407", told, place, standard=case("other"))


def encodings(filing: Filing) -> Iterator[Finding]:
    """Pages in another encoding than the one that is wanted."""
    wanted = filing.requirements.encoding
    for document in filing.documents if wanted else ():
        if document.encoding != wanted:
            told = f"The page is in {document.encoding.upper()}, not in {wanted.upper()}."
            yield filing.found("XG408", told, document, document.root)
