"""The report that is to be converted, from whatever holds it, with all that its taxonomy needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.loading import Loaded, load_document, load_files, load_folder, load_report
from xbrlgen.model import QName, Report
from xbrlgen.packages import inner_url, packaged_catalog
from xbrlgen.packaging.checking import Package, check_package, is_package
from xbrlgen.packaging.kinds import INLINE_REPORTS
from xbrlgen.readers.canonical import UnreadableError
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.xml_syntax.references import address
from xbrlgen.readers.xml_syntax.source import LINK, XBRLDI, XLINK, name_of, resolved
from xbrlgen.target import LinkbaseReference
from xbrlgen.taxonomy import Catalog, Taxonomy, load_taxonomy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

INLINE = "http://www.xbrl.org/2013/inlineXBRL"
_TYPED = f"{XBRLDI}typedMember"
_FACTS = tuple(f"{{{INLINE}}}{kind}" for kind in ("nonFraction", "nonNumeric", "fraction", "tuple"))


@dataclass(frozen=True, slots=True)
class Source:
    """A report that was read: `url` is what its relative references start from, `package` what it lay in, if any."""

    path: Path
    reading: Reading
    taxonomy: Taxonomy
    catalog: Catalog
    url: str = ""
    package: Package | None = None
    is_folder: bool = False

    @property
    def report(self) -> Report | None:
        """The report, None where the source is too broken to hold one."""
        return self.reading.report

    @property
    def typed_domains(self) -> Mapping[QName, QName]:
        """The elements in which an instance or page has the members of typed axes, for where no taxonomy says it."""
        contexts = self.reading.instance.contexts.values() if self.reading.instance else ()
        containers = (each for context in contexts for each in (context.segment, context.scenario))
        return dict(filter(None, (_typed_domain(each) for container in containers for each in container.members)))

    @property
    def linkbases(self) -> tuple[LinkbaseReference, ...]:
        """The linkbases to which an instance or page refers itself, for its default target document."""
        roots = self.reading.instance.roots if self.reading.instance else ()
        elements = (each for root in roots for each in root.iter(f"{LINK}linkbaseRef") if not _is_of_target(each))
        named = ((address(each), each.get(f"{XLINK}role", "")) for each in elements)
        return tuple(LinkbaseReference(href, role) for href, role in named if href)

    def of(self, report: Report | None) -> "Source":
        """The same source, with what is to be converted of it."""
        return self if report is self.report else replace(self, reading=replace(self.reading, report=report))


def _typed_domain(member: "Element") -> tuple[QName, QName] | None:
    """The axis of a typed member and the element in it; None for other members and broken ones."""
    if member.tag != _TYPED or not len(member):
        return None
    try:
        return resolved(member.get("dimension", "").strip(), member), name_of(str(member[0].tag))
    except UnreadableError:
        return None


def _is_of_target(reference: "Element") -> bool:
    """Whether a reference in a page is for a target document with a name."""
    around = reference.getparent()
    return around is not None and around.get("target") is not None


def read_source(path: Path, catalog: Catalog) -> Source:
    """Read a report folder, the pages in a folder, a file of any syntax, or the one report of a package.

    Raises OSError for what cannot be read.
    """
    if path.is_dir():
        return _folder(path, catalog)
    if is_package(path):
        return _packaged(path, catalog)
    content = path.read_bytes()
    loaded = load_document(path, content, catalog=catalog)
    return _source(path, loaded, catalog, str(path))


def _source(
    path: Path,
    loaded: Loaded,
    catalog: Catalog,
    url: str,
    *,
    package: Package | None = None,
    is_folder: bool = False,
    more: Sequence[Finding] = (),
) -> Source:
    findings = (*more, *loaded.reading.findings, *_other_targets(loaded.reading))
    reading = replace(loaded.reading, findings=findings)
    taxonomy = loaded.taxonomy or load_taxonomy(catalog=catalog)
    return Source(path, reading, taxonomy, taxonomy.dts.catalog, url, package, is_folder)


def _folder(path: Path, catalog: Catalog) -> Source:
    """A report folder, or a folder with the pages of a document set."""
    pages = sorted(each for each in path.iterdir() if each.suffix.lower() in INLINE_REPORTS and each.is_file())
    if (path / "report.yaml").is_file() or not pages:
        return _source(path, load_folder(path, catalog), catalog, f"{path}/", is_folder=True)
    loaded = load_files({each: each.read_bytes() for each in pages}, catalog=catalog)[0]
    return _source(path, loaded, catalog, str(pages[0]))


def _packaged(path: Path, catalog: Catalog) -> Source:
    """The one report of a package; which of several is meant cannot be known."""
    package = check_package(path)
    own = packaged_catalog(package, catalog)
    if len(package.reports) != 1:
        message = f"'{path.name}' holds {len(package.reports):,} reports, and one can be converted at a time"
        nothing = Reading(None, MappingProxyType({}), (finding("XG720", message, Location(str(path))),))
        return _source(path, Loaded(nothing, None), own, "", package=package, more=package.findings)
    report = package.reports[0]
    url = inner_url(report.files[0])
    return _source(path, load_report(report, own), own, url, package=package, more=package.findings)


def _other_targets(reading: Reading) -> Iterator[Finding]:
    """What a page reports for other target documents than the default one is no part of its report."""
    instance = reading.instance
    if instance is None or not instance.is_inline:
        return
    named = dict.fromkeys(each.get("target") for root in instance.roots for each in root.iter(*_FACTS))
    for target in sorted(each for each in named if each):
        message = f"the facts for the target document {target!r} are another report, which is left out"
        yield finding("XG944", message, Location(instance.path))
