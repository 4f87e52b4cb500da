"""The proof of a build: what was written is judged by schema, read again, and says the same facts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from html import unescape
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.addresses import absolute
from xbrlgen.document_validation import dimensional_findings, parse_page, schema_findings
from xbrlgen.findings import Finding, Location
from xbrlgen.loading import Loaded, load_files
from xbrlgen.model import QName, Report
from xbrlgen.packages import inner_url, packaged_catalog
from xbrlgen.packaging.checking import check_package
from xbrlgen.packaging.kinds import is_package
from xbrlgen.sources import contents_of
from xbrlgen.syntaxes import is_inline
from xbrlgen.taxonomy import Catalog, Taxonomy, bundled_catalog, load_taxonomy
from xbrlgen.taxonomy.copies import is_copied
from xbrlgen.taxonomy_validation import schema_set, taxonomy_findings

if TYPE_CHECKING:
    from xbrlgen.packaging.report_package import PackagedReport
    from xbrlgen.profiles import Profile
    from xbrlgen.rules.filing import Package
    from xbrlgen.schema_validation.schema_set import SchemaSet

_REFERENCE = re.compile(rb'(<link:schemaRef [^>]*xlink:href=")(?P<href>[^"]*)')
"""What may differ between a page and the same page in a package."""


@dataclass(slots=True)
class Proof:
    """The proof of what was written for `report`: `findings` are what speaks against it.

    `locations` lead from facts back to the cells of the source; `catalog` answers the URLs of taxonomies. The regulator
    is shown what is in a package, if there is one among the files.
    """

    report: Report
    locations: Mapping[str, Location]
    profile: "Profile"
    catalog: Catalog | None = None
    _taxonomy: Taxonomy | None = None
    _schemas: "SchemaSet | None" = None
    _pages: Mapping[Path, bytes] | None = None

    def findings(self, files: Sequence[Path]) -> Iterator[Finding]:
        """What is wrong with `files`: by schema, by reading them again, to the regulator.

        Pages are one document set, whose target documents report the facts together.
        """
        packages = [path for path in files if is_package(path)]
        pages: dict[Path, bytes] = {}
        for path in (each for each in files if each not in packages):
            content = path.read_bytes()
            if is_inline(path, content):
                pages[path] = content
            else:  # one at a time: what was read of one file is gone when the next is read
                yield from self._written({path: content})
        if pages:
            yield from self._written(pages)
            self._pages = pages
        for path in packages:
            yield from self._packaged(path)
        if self._taxonomy is not None and pages and not packages:
            yield from self._objections(self._taxonomy, pages)

    def _written(self, files: Mapping[Path, bytes]) -> Iterator[Finding]:
        """What is wrong with the files of one report, all of which refer to the same taxonomy."""
        from xbrlgen.schema_validation.while_read import JudgeWhileRead

        judge = JudgeWhileRead(self._schemas_of)
        known = self.report.facts
        loaded = load_files(files, self._taxonomy, catalog=self.catalog, parse=parse_page, judge=judge, known=known)
        if self._taxonomy is None and loaded[0].taxonomy is not None:
            self._taxonomy = loaded[0].taxonomy
            self._schemas = loaded[0].schemas or schema_set(self._taxonomy)
            yield from taxonomy_findings(self._taxonomy)
        for path, content in files.items():
            yield from schema_findings(path, content, loaded[0], self._schemas, self._cell_of)
        yield from self._read(loaded)
        if self._taxonomy is not None and not loaded[0].roots:  # pages have the same contexts
            yield from dimensional_findings(loaded[0].reading, self._taxonomy, self.locations)

    def _schemas_of(self, taxonomy: Taxonomy) -> "SchemaSet | None":
        return self._schemas if taxonomy is self._taxonomy else schema_set(taxonomy)

    def _read(self, loaded: Sequence[Loaded]) -> Iterator[Finding]:
        """What was found on reading, and what the targets together say otherwise than the report."""
        from xbrlgen.comparison import differences

        for each in loaded:
            yield from each.reading.findings
            if each.taxonomy is not None and each.taxonomy is not self._taxonomy:
                yield from each.taxonomy.findings
        reports = [each.reading.report for each in loaded if each.reading.report is not None]
        if reports:
            yield from differences(self.report, _together(reports), self.locations)

    def _packaged(self, path: Path) -> Iterator[Finding]:
        """What is wrong with the package at `path`."""
        from xbrlgen.filing import filed_package

        package = check_package(path)
        own = packaged_catalog(package, self.catalog or bundled_catalog())
        filed = filed_package(path, package)
        yield from package.findings
        for each in package.reports:
            files = contents_of(each)
            taxonomy = self._same_in(each, files, own)
            if taxonomy is None:
                loaded = load_files(files, catalog=own, url=inner_url(each.files[0]))
                yield from self._read(loaded)
                taxonomy = loaded[0].taxonomy
            if taxonomy is not None:
                yield from self._objections(taxonomy, files, filed)

    def _same_in(self, packaged: "PackagedReport", files: Mapping[Path, bytes], catalog: Catalog) -> Taxonomy | None:
        """The taxonomy of a packaged report, if what was proven of the pages holds for it too.

        It does where the bytes are the same but for the references to schemas, and what these lead to declares the
        report's concepts alike: then reading it again could find nothing else.
        """
        if self._pages is None or self._taxonomy is None or not _are_same(self._pages, files):
            return None
        base = inner_url(packaged.files[0])
        references = dict.fromkeys(chain.from_iterable(map(_references, files.values())))
        starts = [absolute(each, base) for each in references]
        if not self.profile.rulings and len(starts) == 1 and is_copied(self._taxonomy.dts, starts[0], catalog):
            return self._taxonomy  # a regulator would want to be told of places in the package
        taxonomy = load_taxonomy(*starts, catalog=catalog)
        declares_alike = all(
            taxonomy.concept(name) == self._taxonomy.concept(name)
            and taxonomy.default_member(name) == self._taxonomy.default_member(name)
            for name in _names(self.report)
        )
        return taxonomy if declares_alike and not taxonomy.findings else None

    def _objections(
        self, taxonomy: Taxonomy, files: Mapping[Path, bytes], package: "Package | None" = None
    ) -> Iterator[Finding]:
        """What the regulator says of how the report is written."""
        from xbrlgen.filing import Regulator

        regulator = Regulator(self.profile, self.report, taxonomy, self.locations)
        yield from regulator.on_documents(files, package)

    def _cell_of(self, fact: str) -> Location | None:
        """Where a fact was written; pages that show one again give it the same id and a number."""
        return self.locations.get(fact) or self.locations.get(fact.rpartition("-")[0])


def _together(reports: Sequence[Report]) -> Report:
    """The facts of all target documents as one report."""
    return replace(
        reports[0],
        facts=tuple(chain.from_iterable(each.facts for each in reports)),
        footnotes=tuple(chain.from_iterable(each.footnotes for each in reports)),
        links=tuple(chain.from_iterable(each.links for each in reports)),
    )


def _are_same(pages: Mapping[Path, bytes], others: Mapping[Path, bytes]) -> bool:
    """Whether pages have the same bytes, but for the references to schemas; those of a set the same names, too."""
    names, other_names = ({each.name for each in files} for files in (pages, others))
    if len(pages) != len(others) or (len(pages) > 1 and names != other_names):
        return False
    return sorted(map(_digest, pages.values())) == sorted(map(_digest, others.values()))


def _digest(page: bytes) -> bytes:
    """A digest of all but the references; a copy without them would take as much memory again."""
    found, start, content = sha256(), 0, memoryview(page)
    for each in _REFERENCE.finditer(page):
        found.update(content[start : each.start("href")])
        start = each.end("href")
    found.update(content[start:])
    return found.digest()


def _references(page: bytes) -> Iterator[str]:
    return (unescape(each["href"].decode()) for each in _REFERENCE.finditer(page))


def _names(report: Report) -> Iterator[QName]:
    """The concepts, dimensions and members of a report, each once."""
    facts = report.facts
    names = dict.fromkeys(fact.concept for fact in facts)
    for each in dict.fromkeys(chain.from_iterable(fact.dimensions for fact in facts)):
        names[each.axis] = None
        if isinstance(each.member, QName):
            names[each.member] = None
    return iter(names)
