"""Judges taxonomy packages by what their META-INF says.

Follows Taxonomy Packages 1.0, https://www.xbrl.org/Specification/taxonomy-package/REC-2016-04-19/
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packaging.archive import Archive, Member
from xbrlgen.packaging.catalog import Catalog, catalog_problems
from xbrlgen.packaging.kinds import CATALOG, META_INF, TAXONOMY_PACKAGE
from xbrlgen.packaging.xml_documents import parse_xml, schema_problems

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "{http://xbrl.org/2016/taxonomy-package}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MULTILINGUAL = tuple(f"{_NAMESPACE}{name}" for name in ("name", "description", "publisher"))


def taxonomy_package_problems(archive: Archive, top: str) -> Iterator[Finding]:
    """What is wrong with a taxonomy package whose top-level directory is `top`, with its slash."""
    place = Location(str(archive))
    if not archive.has_directory(top + META_INF):
        yield finding("XG730", f"'{archive.name}' has no directory {top}{META_INF}", place)
    elif archive.find(top + TAXONOMY_PACKAGE) is None:
        yield finding("XG731", f"'{archive.name}' has no {top}{TAXONOMY_PACKAGE}", place)
    yield from metadata_problems(archive, top)


def metadata_problems(archive: Archive, top: str) -> Iterator[Finding]:
    """What is wrong with the documents in META-INF, as far as they are there; raises OSError for a damaged one."""
    catalog = Catalog((), archive, top)
    if member := archive.find(top + CATALOG):
        root = parse_xml(member, "XG733")
        if isinstance(root, Finding):
            yield root
        else:
            catalog = Catalog.of(root, archive, top)
            yield from schema_problems(root, "taxonomy-package-catalog.xsd", member, "XG733")
            yield from catalog_problems(catalog, member)
    if member := archive.find(top + TAXONOMY_PACKAGE):
        root = parse_xml(member, "XG732")
        if isinstance(root, Finding):
            yield root
        else:
            yield from schema_problems(root, "taxonomy-package.xsd", member, "XG732")
            yield from _language_problems(root, member)
            yield from _entry_point_problems(root, member, catalog)


def _language_problems(root: "_Element", member: Member) -> Iterator[Finding]:
    """Each text in a language says which, and there is one for each language (section 3.2)."""
    for parent in root.iter():
        seen: set[tuple[str, str]] = set()
        for element in parent.iterchildren(*_MULTILINGUAL):
            name, language = str(element.tag).removeprefix(_NAMESPACE), _language(element)
            place = Location(str(member), element.sourceline or 0)
            if not language:
                yield finding("XG735", f"a '{name}' in '{member.name}' has no language", place)
            elif (name, language.lower()) in seen:
                yield finding("XG736", f"there is a second '{name}' in the language '{language}'", place)
            seen.add((name, language.lower()))


def _language(element: "_Element") -> str:
    """The language in scope: that of the nearest element that gives one."""
    given = (each.get(_LANGUAGE) for each in (element, *element.iterancestors()))
    return next((each.strip() for each in given if each is not None), "")


def _entry_point_problems(root: "_Element", member: Member, catalog: Catalog) -> Iterator[Finding]:
    """Entry points that lie in the package by their URL are there; those of other packages are not asked for."""
    for element in root.iter(f"{_NAMESPACE}entryPointDocument"):
        url = unquote(urldefrag(element.get("href", "").strip()).url)
        target = catalog.target(url)
        if target is not None and catalog.archive.find(target) is None:
            place = Location(str(member), element.sourceline or 0)
            yield finding("XG739", f"the entry point '{url}' is not in the package: there is no '{target}'", place)
