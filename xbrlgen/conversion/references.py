"""Where the taxonomy lies, seen from what is written: references that lead to it, and the files that go along."""

import os
import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from xbrlgen.addresses import absolute, is_url
from xbrlgen.conversion.destination import Destination
from xbrlgen.conversion.own_taxonomy import References, own_taxonomy
from xbrlgen.conversion.source import Source
from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packages import INSIDE
from xbrlgen.packaging.archive import Archive
from xbrlgen.packaging.contents import Description, PackagedTaxonomy, taxonomy_package
from xbrlgen.packaging.kinds import REPORT_PACKAGE, REPORTS

_SAFE = "/:?&=%+,;@!$'()*~.-_"


def references(source: Source, destination: Destination) -> References:
    """How what is written at `destination` has to refer to the taxonomy of `source`.

    URLs stay. Relative references lead to the same files from elsewhere; a package gets these files, so that it can be
    sent: those of the package that was read, or those that lie on the disk.
    """
    if source.is_folder:
        return own_taxonomy(source, destination)
    given = source.report.schema_refs if source.report else ()
    if source.package is not None and source.package.archive is not None:
        return _from_package(given, source, source.package.archive, destination)
    targets = [absolute(each, source.url) for each in given]
    if destination.kind is None:
        pairs = zip(given, targets, strict=True)
        return References(tuple(ref if is_url(ref) else _relative(target, destination) for ref, target in pairs))
    return _packed(targets, source, destination)


def _relative(target: str, destination: Destination) -> str:
    """The reference to a file on the disk; it is no URL, so that both can be moved together."""
    folder = destination.path if destination.is_folder else destination.path.parent
    return quote(Path(os.path.relpath(target, folder)).as_posix(), safe=_SAFE)


def _from_package(given: tuple[str, ...], source: Source, archive: Archive, destination: Destination) -> References:
    top = source.package.top if source.package else ""
    inside = f"{INSIDE}{quote(archive.name)}/"
    files = {name.removeprefix(top): name for name in archive.files if not _is_report(name.removeprefix(top))}
    written: list[str] = []
    findings: list[Finding] = []
    for target in (absolute(each, source.url) for each in given):
        member = unquote(target.removeprefix(inside)) if target.startswith(inside) else ""
        if not member:
            written.append(target)
        elif destination.kind is not None:
            written.append(quote(posixpath.relpath(member.removeprefix(top), REPORTS), safe=_SAFE))
        elif (url := _published(member, source)) is not None:
            written.append(url)
        else:
            what = f"the taxonomy lies in '{archive.name}' as '{member}', where no URL leads"
            findings.append(finding("XG932", what, Location(str(archive))))
    if destination.kind is not None:
        return References(tuple(written), {name: archive.read(full) for name, full in sorted(files.items())})
    if not findings and files:
        message = f"'{archive.name}' brings a taxonomy along, which '{destination.path.name}' is nothing without"
        findings.append(finding("XG933", message, Location(str(archive))))
    return References(tuple(written), findings=tuple(findings))


def _is_report(name: str) -> bool:
    return name.startswith(REPORTS) or name == REPORT_PACKAGE


def _published(member: str, source: Source) -> str | None:
    """The URL that the package's own catalog answers with that file."""
    for package in source.catalog.packages:
        for rewrite in package.rewrites:
            if rewrite.target and member.startswith(rewrite.target) and not rewrite.start.startswith(INSIDE):
                url = rewrite.start + quote(member.removeprefix(rewrite.target), safe=_SAFE)
                if str(package.locate(url)).endswith(member):
                    return url
    return None


def _packed(targets: list[str], source: Source, destination: Destination) -> References:
    """The references in a package to what lies on the disk, which is packed with it."""
    starts = [each for each in targets if not is_url(each)]
    if not starts:
        return References(tuple(targets))
    paths = {path for path in _documents(source) if path.is_file()}
    lost = tuple(each for each in starts if Path(each).resolve() not in paths)
    if lost:
        place = Location(str(source.path))
        messages = (f"the taxonomy '{each}' is not there, so that it cannot be packed" for each in lost)
        return References(tuple(targets), findings=tuple(finding("XG932", each, place) for each in messages))
    folder = Path(os.path.commonpath([path.parent for path in paths]))
    names = {path: path.relative_to(folder).as_posix() for path in sorted(paths)}
    entries = {each: names[Path(each).resolve()] for each in starts}
    namespace = _namespace(starts[0], source)
    own = PackagedTaxonomy(
        f"{namespace.rstrip('/')}/",
        {name: path.read_bytes() for path, name in names.items()},
        tuple(dict.fromkeys(entries.values())),
        Description(namespace, {_language(source): destination.name}, version="1"),
    )
    files = {name.lstrip("/"): content for name, content in taxonomy_package("", own).items()}
    return References(tuple(own.reference(entries[each]) if each in entries else each for each in targets), files)


def _documents(source: Source) -> Iterator[Path]:
    """The documents of the taxonomy that lie on the disk, as those of an issuer's own do."""
    dts = source.taxonomy.dts
    for url in (*dts.schemas, *dts.linkbases):
        if not is_url(url):
            yield Path(url.partition("#")[0]).resolve()


def _namespace(entry: str, source: Source) -> str:
    schema = source.taxonomy.dts.schema(entry)
    return schema.namespace if schema is not None and schema.namespace else "http://taxonomy.invalid"


def _language(source: Source) -> str:
    return source.report.language if source.report else "en"
