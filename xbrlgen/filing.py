"""A report before its regulator: the profile that it is made for, and what the regulator objects to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.findings.ruling import ruled
from xbrlgen.model import Report
from xbrlgen.profiles import Profile, load_profile, profile_names
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from xbrlgen.rules.extension_taxonomy import OwnTaxonomy
    from xbrlgen.rules.filing import Document, Package, Rule

GENERIC = "generic"


def profile_of(report: Report, locations: Mapping[str, Location]) -> Profile | Finding:
    """The profile that a report names, ``generic`` if none; a finding where there is none of that name."""
    if not report.profile or report.profile in profile_names():
        return load_profile(report.profile or GENERIC)
    similar = get_close_matches(report.profile, profile_names(), n=1)
    hint = f"Did you mean {similar[0]}?" if similar else f"There are {', '.join(profile_names())}."
    places = [locations["profile"]] if "profile" in locations else []
    return finding("XG430", f"There is no profile '{report.profile}'.", *places, hint=hint)


@dataclass(frozen=True, slots=True)
class Cores:
    """The entry points that a regulator wants in place of bundled taxonomies, by the names of these."""

    core_of: Mapping[str, str] = field(default_factory=dict)


def core_taxonomy(name: str, profile: str) -> str:
    """The URL of the core taxonomy that a profile wants in place of the bundled taxonomy `name`; empty if none."""
    if profile not in profile_names():
        return ""
    return load_profile(profile).compose(Cores, "taxonomy").core_of.get(name, "")


@dataclass(frozen=True, slots=True)
class Regulator:
    """What one regulator says of a report; `locations` lead from its parts to their places."""

    profile: Profile
    report: Report
    taxonomy: Taxonomy
    locations: Mapping[str, Location]

    def on_findings(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """What was found by XBRL's own rules, with the regulator's codes."""
        return ruled(findings, self.profile.rulings)

    def on_report(self) -> Iterator[Finding]:
        """What is wrong with what is reported."""
        from xbrlgen.rules.filing import REPORT_RULES

        return self._check(REPORT_RULES)

    def on_documents(self, documents: Mapping[Path, bytes], package: "Package | None" = None) -> Iterator[Finding]:
        """What is wrong with how it is written: in these documents, in `package` if there is one, in the taxonomy.

        That has to be the one that the documents refer to, with the issuer's own linkbases.
        """
        from xbrlgen.rules.extension_taxonomy import Conventions, OwnTaxonomy, check_extension_taxonomy
        from xbrlgen.rules.filing import DOCUMENT_RULES

        conventions = self.profile.compose(Conventions, "conventions")
        own = OwnTaxonomy(self.taxonomy, self.report, conventions, self.locations)
        yield from check_extension_taxonomy(own, self.profile.rulings)
        if self.profile.rulings:
            parsed = (_parsed(path, content) for path, content in documents.items())
            pages = tuple(each for each in parsed if each is not None)
            yield from self._check(DOCUMENT_RULES, documents=pages, package=package, own=own)

    def _check(
        self,
        rules: "Sequence[Rule]",
        *,
        documents: "tuple[Document, ...]" = (),
        package: "Package | None" = None,
        own: "OwnTaxonomy | None" = None,
    ) -> Iterator[Finding]:
        from xbrlgen.rules import Subject
        from xbrlgen.rules.filing import Filing, Requirements, check_filing

        if not self.profile.rulings:
            return
        subject = Subject(self.report, self.taxonomy, self.locations)
        requirements = self.profile.compose(Requirements, "filing")
        filing = Filing(subject, requirements, self.profile.rulings, documents, package, own)
        yield from check_filing(filing, rules)


def _parsed(path: Path, content: bytes) -> "Document | None":
    """A document as XML, None where it is none: its reader says why."""
    from xbrlgen.readers.xml_syntax.source import Source, parse
    from xbrlgen.rules.filing import Document

    source = Source(str(path))
    root = parse(content, source, takes_doctype=True)
    return None if root is None else Document(str(path), root, source.at)
