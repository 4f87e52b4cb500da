"""A report before its regulator: the profile that it is made for, and what the regulator objects to."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.findings.ruling import ruled
from xbrlgen.model import Report
from xbrlgen.profiles import Profile, load_profile, profile_names
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.model.binding import Bindings
    from xbrlgen.packaging.checking import Package as Checked
    from xbrlgen.rules.extension_taxonomy import OwnTaxonomy
    from xbrlgen.rules.filing import Document, Package, Rules

GENERIC = "generic"


def profile_of(report: Report, locations: Mapping[str, Location]) -> Profile | Finding:
    """The profile that a report names, ``generic`` if none; a finding where there is none of that name."""
    if not report.profile or report.profile in profile_names():
        return load_profile(report.profile or GENERIC)
    from difflib import get_close_matches

    similar = get_close_matches(report.profile, profile_names(), n=1)
    hint = f"Did you mean {similar[0]}?" if similar else f"There are {', '.join(profile_names())}."
    places = [locations["profile"]] if "profile" in locations else []
    return finding("XG430", f"There is no profile '{report.profile}'.", *places, hint=hint)


class Regulator(NamedTuple):
    """What one regulator says of a report, or of one `target` document of it (None: the default one).

    `locations` lead from the parts of the report to their places. `roots` are those of documents that were parsed
    already, by their paths; `bindings` those of the report, if others have them already.
    """

    profile: Profile
    report: Report
    taxonomy: Taxonomy
    locations: Mapping[str, Location]
    target: str | None = None
    roots: "Mapping[str, Element]" = MappingProxyType({})
    bindings: "Bindings | None" = None

    def on_findings(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """What was found by XBRL's own rules, with the regulator's codes."""
        return ruled(findings, self._wanted.rulings)

    def on_report(self) -> Iterator[Finding]:
        """What is wrong with what is reported, before anything is written."""
        if not self._wanted.rulings:
            return
        from xbrlgen.rules.filing import REPORT_RULES

        yield from self._check(REPORT_RULES)

    def on_documents(self, documents: Mapping[Path, bytes], package: "Package | None" = None) -> Iterator[Finding]:
        """What is wrong with how it is written: in these documents, in `package` if there is one, in the taxonomy.

        That has to be the one that the documents refer to, with the issuer's own linkbases.
        """
        if not self._wanted.rulings:
            return
        from xbrlgen.rules.filing import DOCUMENT_RULES

        yield from self._on_written(DOCUMENT_RULES, documents, package)

    def on_filing(self, documents: Mapping[Path, bytes], package: "Package | None" = None) -> Iterator[Finding]:
        """Both, of a filing that is there already."""
        if not self._wanted.rulings:
            return
        from xbrlgen.rules.filing import RULES

        yield from self._on_written(RULES, documents, package)

    @property
    def _wanted(self) -> Profile:
        return self.profile.for_target(self.target)

    def _on_written(
        self, rules: "Rules", documents: Mapping[Path, bytes], package: "Package | None"
    ) -> Iterator[Finding]:
        from xbrlgen.rules.extension_taxonomy import Conventions, OwnTaxonomy, check_extension_taxonomy

        conventions = self._wanted.compose(Conventions, "conventions")
        own = OwnTaxonomy(self.taxonomy, self.report, conventions, self.locations)
        yield from check_extension_taxonomy(own, self._wanted.rulings)
        yield from self._check(rules, documents, package, own)

    def _check(
        self,
        rules: "Rules",
        documents: Mapping[Path, bytes] = MappingProxyType({}),
        package: "Package | None" = None,
        own: "OwnTaxonomy | None" = None,
    ) -> Iterator[Finding]:
        from xbrlgen.rules import Subject
        from xbrlgen.rules.filing import Filing, Requirements, check_filing

        roots = self.roots
        parsed = (_parsed(path, content, self.target, roots.get(str(path))) for path, content in documents.items())
        pages = tuple(each for each in parsed if each is not None)
        subject = Subject(self.report, self.taxonomy, self.locations, self.bindings)
        requirements = self._wanted.compose(Requirements, "filing")
        yield from check_filing(Filing(subject, requirements, self._wanted.rulings, pages, package, own), rules)


def filed_package(path: Path, package: "Checked") -> "Package":
    """What a regulator asks of the package at `path` as such, once it was checked."""
    from xbrlgen.packaging.kinds import TAXONOMY_PACKAGE
    from xbrlgen.rules.package import Package

    archive = package.archive
    if archive is None:
        return Package(str(path), path.stat().st_size)
    reports = tuple(tuple(file.name for file in report.files) for report in package.reports)
    description = archive.find(f"{package.top}{TAXONOMY_PACKAGE}")
    return Package(
        str(path),
        path.stat().st_size,
        package.top,
        archive.files,
        reports,
        description.read_bytes() if description else b"",
        archive.read,
    )


def _parsed(path: Path, content: bytes, target: str | None = None, root: "Element | None" = None) -> "Document | None":
    """A document as XML, None where it is none: its reader says why; `root` is that of one that was parsed already."""
    from xbrlgen.readers.xml_syntax.source import Source, parse
    from xbrlgen.rules.filing import Document

    source = Source(str(path))
    root = parse(content, source, takes_doctype=True, parsed=root)
    if root is None:
        return None
    has_one_scope = content.count(b"xmlns") == len(root.nsmap)
    return Document(str(path), root, source.at, target, has_one_scope=has_one_scope)
