"""The report that is to be converted, from whatever holds it, with all that its taxonomy needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.loading import Loaded, load_files, load_large
from xbrlgen.model import QName, Report
from xbrlgen.packages import inner_url, packaged_catalog
from xbrlgen.packaging.checking import Package, check_package
from xbrlgen.packaging.kinds import INLINE_REPORTS, is_package
from xbrlgen.readers.canonical import UnreadableError
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.xml_syntax.references import address
from xbrlgen.readers.xml_syntax.source import LINK, XBRLDI, XLINK, name_of, resolved
from xbrlgen.report_folders import load_folder
from xbrlgen.sources import contents_of
from xbrlgen.target import LinkbaseReference
from xbrlgen.taxonomy import Catalog, Taxonomy, load_taxonomy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPED = f"{XBRLDI}typedMember"


@dataclass(frozen=True, slots=True)
class Source:
    """A report that was read: `url` is what its relative references start from, `package` what it lay in, if any.

    `target` is the name of the target document of pages that it is.
    """

    path: Path
    reading: Reading
    taxonomy: Taxonomy
    catalog: Catalog
    url: str = ""
    package: Package | None = None
    is_folder: bool = False
    target: str | None = None

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
        """The linkbases to which an instance or page refers itself, for its target document."""
        roots = self.reading.instance.roots if self.reading.instance else ()
        references = (each for root in roots for each in root.iter(f"{LINK}linkbaseRef"))
        elements = (each for each in references if _target_of(each) == self.target)
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


def _target_of(reference: "Element") -> str | None:
    """The target document that a reference in a page is for."""
    around = reference.getparent()
    return None if around is None else around.get("target")


def read_source(path: Path, catalog: Catalog, target: str | None = None) -> Source:
    """Read a report folder, the pages in a folder, a file of any syntax, or the one report of a package.

    Of pages with several target documents `target` names the wanted one (empty: the one without a name); None is the
    first, with a finding that names the others. Raises OSError for what cannot be read.
    """
    if path.is_dir():
        return _folder(path, catalog, target)
    if is_package(path):
        return _packaged(path, catalog, target)
    large = load_large(path, catalog=catalog)
    targets = load_files({path: path.read_bytes()}, catalog=catalog) if large is None else (large,)
    return _source(path, _chosen(path, targets, target), catalog, str(path))


def _chosen(path: Path, targets: Sequence[Loaded], wanted: str | None) -> Loaded:
    """One of the target documents of some pages, or the only report of another file."""
    first = targets[0]
    names = [f"'{each.target}'" if each.target else "the default one" for each in targets]
    if wanted is None:
        others = " and ".join(names[1:])
        what = f"there are several target documents: {names[0]}, which is converted, and {others}, which is left out"
        return _with(first, [finding("XG944", what, Location(str(path)))]) if others else first
    found = next((each for each in targets if (each.target or "") == wanted), None)
    if found is None:
        what = f"there is no target document {wanted!r}, but {' and '.join(names)}"
        nothing = Reading(None, MappingProxyType({}), (finding("XG980", what, Location(str(path))),))
        return Loaded(nothing, None)
    on_pages = [each for each in first.reading.findings if not each.fact]
    return found if found is first else _with(found, on_pages)


def _with(loaded: Loaded, findings: Sequence[Finding]) -> Loaded:
    """The same with more findings."""
    told = tuple(dict.fromkeys((*loaded.reading.findings, *findings)))
    return loaded._replace(reading=replace(loaded.reading, findings=told))


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
    reading = replace(loaded.reading, findings=(*more, *loaded.reading.findings))
    taxonomy = loaded.taxonomy or load_taxonomy(catalog=catalog)
    return Source(path, reading, taxonomy, taxonomy.dts.catalog, url, package, is_folder, loaded.target)


def _folder(path: Path, catalog: Catalog, target: str | None) -> Source:
    """A report folder, or a folder with the pages of a document set."""
    pages = sorted(each for each in path.iterdir() if each.suffix.lower() in INLINE_REPORTS and each.is_file())
    if (path / "report.yaml").is_file() or not pages:
        return _source(path, load_folder(path, catalog), catalog, f"{path}/", is_folder=True)
    loaded = load_files({each: each.read_bytes() for each in pages}, catalog=catalog)
    return _source(path, _chosen(path, loaded, target), catalog, str(pages[0]))


def _packaged(path: Path, catalog: Catalog, target: str | None) -> Source:
    """The one report of a package; which of several is meant cannot be known."""
    package = check_package(path)
    own = packaged_catalog(package, catalog)
    if len(package.reports) != 1:
        message = f"'{path.name}' holds {len(package.reports):,} reports, and one can be converted at a time"
        nothing = Reading(None, MappingProxyType({}), (finding("XG720", message, Location(str(path))),))
        return _source(path, Loaded(nothing, None), own, "", package=package, more=package.findings)
    report = package.reports[0]
    url = inner_url(report.files[0])
    loaded = load_files(contents_of(report), catalog=own, url=url)
    return _source(path, _chosen(path, loaded, target), own, url, package=package, more=package.findings)
