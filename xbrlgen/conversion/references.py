"""Where the taxonomy lies, seen from what is written: references that lead to it, and the files that go along."""

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote, unquote

from xbrlgen.addresses import absolute, is_url
from xbrlgen.conversion.destination import Destination
from xbrlgen.conversion.own_taxonomy import References, own_taxonomy
from xbrlgen.conversion.roles import declared_roles
from xbrlgen.conversion.source import Source
from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packages import INSIDE
from xbrlgen.packaging.archive import Archive
from xbrlgen.packaging.contents import Description, PackagedTaxonomy, taxonomy_package
from xbrlgen.packaging.kinds import REPORT_PACKAGE, REPORTS
from xbrlgen.target import LinkbaseReference, RoleReference

_NOWHERE = "http://taxonomy.invalid"
_SAFE = "/:?&=%+,;@!$'()*~.-_"


class _Layout(NamedTuple):
    """How what is written refers to a document of the taxonomy by its URL or path, and the files that go along."""

    refer: Callable[[str], str | Finding]
    files: Mapping[str, bytes] = MappingProxyType({})


def references(source: Source, destination: Destination) -> References:
    """How what is written at `destination` has to refer to the taxonomy of `source`.

    URLs stay. Relative references lead to the same files from elsewhere; a package gets these files, so that it can be
    sent: those of the package that was read, or those that lie on the disk.
    """
    if source.is_folder:
        return own_taxonomy(source, destination)
    report, archive = source.report, source.package.archive if source.package else None
    if archive is not None:
        layout = _from_package(source, archive, destination)
    elif destination.kind is None:
        layout = _Layout(lambda target: target if is_url(target) else _relative(target, destination))
    else:
        layout = _packed(source, destination)
    found = [layout.refer(absolute(each, source.url)) for each in (report.schema_refs if report else ())]
    roles = [(each, layout.refer(each.url)) for each in declared_roles(report, source.taxonomy)] if report else []
    linkbases = []
    if destination.syntax.is_xml:
        linkbases = [(layout.refer(absolute(each.href, source.url)), each.role) for each in source.linkbases]
    targets = (*found, *(to for _, to in roles), *(to for to, _ in linkbases))
    problems = dict.fromkeys(each for each in targets if isinstance(each, Finding))
    if archive is not None and destination.kind is None and not problems and _own_files(source, archive):
        message = f"'{archive.name}' brings a taxonomy along, which '{destination.path.name}' is nothing without"
        problems[finding("XG933", message, Location(str(archive)))] = None
    return References(
        tuple(each for each in found if isinstance(each, str)),
        layout.files,
        findings=tuple(problems),
        linkbases=tuple(LinkbaseReference(to, role) for to, role in linkbases if isinstance(to, str)),
        roles=tuple(
            RoleReference(each.element, each.uri, f"{to}#{each.id}") for each, to in roles if isinstance(to, str)
        ),
        refer=layout.refer,
    )


def _relative(target: str, destination: Destination) -> str:
    """The reference to a file on the disk; it is no URL, so that both can be moved together."""
    folder = destination.path if destination.is_folder else destination.path.parent
    return quote(Path(os.path.relpath(target, folder)).as_posix(), safe=_SAFE)


def _from_package(source: Source, archive: Archive, destination: Destination) -> _Layout:
    """A package takes the files of the other one along; a bare file refers to them by the URLs that lead there."""
    top = source.package.top if source.package else ""
    inside = f"{INSIDE}{quote(archive.name)}/"

    def refer(target: str) -> str | Finding:
        if not target.startswith(inside):
            return target
        member = unquote(target.removeprefix(inside))
        if destination.kind is not None:
            return quote(posixpath.relpath(member.removeprefix(top), REPORTS), safe=_SAFE)
        what = f"the taxonomy lies in '{archive.name}' as '{member}', where no URL leads"
        return _published(member, source) or finding("XG932", what, Location(str(archive)))

    if destination.kind is None:
        return _Layout(refer)
    return _Layout(refer, {name: archive.read(full) for name, full in sorted(_own_files(source, archive).items())})


def _own_files(source: Source, archive: Archive) -> Mapping[str, str]:
    """The files of a package but its reports, by their names below its top directory."""
    top = source.package.top if source.package else ""
    names = {name.removeprefix(top): name for name in archive.files}
    return {below: name for below, name in names.items() if not _is_report(below)}


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


def _packed(source: Source, destination: Destination) -> _Layout:
    """What lies on the disk is packed."""
    paths = {path for path in _documents(source) if path.is_file()}
    if not paths:
        return _Layout(lambda target: target if is_url(target) else _missing(target, source))
    folder = Path(os.path.commonpath([path.parent for path in paths]))
    names = {path: path.relative_to(folder).as_posix() for path in sorted(paths)}
    starts = [each for each in source.taxonomy.dts.entry_points if not is_url(each)]
    entries = [names[path] for each in starts if (path := Path(each).resolve()) in names]
    namespace = _namespace(starts[0], source) if starts else _NOWHERE
    own = PackagedTaxonomy(
        f"{namespace.rstrip('/')}/",
        {name: path.read_bytes() for path, name in names.items()},
        tuple(dict.fromkeys(entries)),
        Description(namespace, {_language(source): destination.name}, version="1"),
    )

    def refer(target: str) -> str | Finding:
        if is_url(target):
            return target
        path = Path(target).resolve()
        return own.reference(names[path]) if path in names else _missing(target, source)

    return _Layout(refer, {name.lstrip("/"): content for name, content in taxonomy_package("", own).items()})


def _missing(target: str, source: Source) -> Finding:
    message = f"the taxonomy '{target}' is not there, so that it cannot be packed"
    return finding("XG932", message, Location(str(source.path)))


def _documents(source: Source) -> Iterator[Path]:
    """The documents of the taxonomy that lie on the disk, as those of an issuer's own do."""
    dts = source.taxonomy.dts
    for url in (*dts.schemas, *dts.linkbases):
        if not is_url(url):
            yield Path(url.partition("#")[0]).resolve()


def _namespace(entry: str, source: Source) -> str:
    schema = source.taxonomy.dts.schema(entry)
    return schema.namespace if schema is not None and schema.namespace else _NOWHERE


def _language(source: Source) -> str:
    return source.report.language if source.report else "en"
