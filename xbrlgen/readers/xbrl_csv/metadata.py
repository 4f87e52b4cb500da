"""The metadata of a report: its own document, and those that it extends (xBRL-CSV 1.0, section 3.2)."""

import posixpath
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.readers.oim.document_info import has_document_type
from xbrlgen.readers.oim.source import Members, Source, parse
from xbrlgen.readers.xbrl_csv.files import Files, content_of_file, is_elsewhere
from xbrlgen.readers.xbrl_csv.structure import SYNTAX, check_structure

_INFO = "documentInfo"
_KEPT = frozenset({"documentType", "extends"})
"""Members that each document has for itself."""
_EXTENSIBLE = MappingProxyType(
    {
        **dict.fromkeys(("namespaces", "linkTypes", "linkGroups", "features", "final"), _INFO),
        **dict.fromkeys(("tableTemplates", "tables", "dimensions", "parameters"), ""),
    }
)
"""Objects to which an extending document may add, by the object that holds them."""
_JSON = frozenset({".json"})


class Metadata(NamedTuple):
    """What a report and all that it extends say together; `source` leads to where each of it is said."""

    tree: Members
    source: Source


class _Joined(Source):
    """Several documents as one: a place is looked for in the document that says what is there."""

    def __init__(self, path: str) -> None:
        super().__init__(path, SYNTAX)
        self.origins: dict[tuple[object, ...], Source] = {}

    def at(self, *steps: object) -> Location:
        """The place that these keys lead to, in the document that has it."""
        known = (self.origins.get(steps[:length]) for length in (3, 2, 1))
        origin = next((each for each in known if each is not None), self)
        return super().at(*steps) if origin is self else origin.at(*steps)


def read_metadata(content: bytes, url: str, name: str, files: Files) -> tuple[Metadata | None, Source]:
    """The metadata in `content`, the document at `url` that findings call `name`; None where they cannot be used."""
    joined = _Joined(name)
    reading = _Reading(joined, files, url)
    try:
        tree = reading.document(content, url, joined, ())
    except RecursionError:  # members of anyone's own are compared however deep they are
        joined.fault(SYNTAX.not_json, "objects or arrays are nested too deeply")
        tree = None
    return (Metadata(tree, joined) if tree is not None else None), joined


class _Reading:
    """The documents that were read so far."""

    def __init__(self, joined: _Joined, files: Files, url: str) -> None:
        self._joined = joined
        self._files = files
        self._url = url
        self._seen: set[str] = set()

    def document(self, content: bytes, url: str, source: Source, chain: tuple[str, ...]) -> Members | None:
        """The metadata in `content` with all that they extend; None where a document cannot be used."""
        self._seen.add(url)
        source.findings = self._joined.findings
        tree = parse(content, source)
        if tree is None or not isinstance(tree, Members) or not self._is_sound(tree, source, chain):
            if tree is not None and not isinstance(tree, Members):
                check_structure(tree, source)
            return None
        self._note_origins(tree, source)
        self._make_absolute(tree, url)
        info = tree[_INFO]
        extends = info.get("extends") if isinstance(info, Members) else None
        for index, reference in enumerate(extends if isinstance(extends, list) else ()):
            steps = (_INFO, "extends", index)
            base = self._base(str(reference), url, source, steps, (*chain, url))
            if base is False:
                return None
            if isinstance(base, Members):
                _Merging(tree, base, self._joined, source, str(reference)).merge()
        return tree

    def _is_sound(self, tree: Members, source: Source, chain: tuple[str, ...]) -> bool:
        info = tree.get(_INFO)
        kind = info.get("documentType") if isinstance(info, Members) else None
        if chain and isinstance(kind, str) and kind != SYNTAX.document_type and kind.endswith(("/xbrl-json", "-csv")):
            what = f"the document type is {kind!r}, unlike that of the document that extends it"
            source.fault("XG902", what, _INFO, standard="xbrlce:multipleDocumentTypesInExtensionChain")
            return False
        is_of_type = has_document_type(tree, source)
        return check_structure(tree, source) and is_of_type

    def _base(
        self, reference: str, url: str, source: Source, steps: tuple[object, ...], chain: tuple[str, ...]
    ) -> Members | bool:
        """What a reference extends; True for what is there already, False where it cannot be used."""
        address = self._files.absolute(reference, url)
        if address in chain:
            what = f"{reference!r} extends itself, by way of {len(chain)} documents"
            source.fault("XG902", what, *steps, standard="xbrlce:cycleInExtensionChain")
            return False
        if address in self._seen:
            return True
        if is_elsewhere(reference, _JSON):
            what = f"{reference!r} is no part of the report"
            source.fault("XG921", what, *steps, standard="xbrlce:unresolvableBaseMetadataFile")
            return False
        file = self._files.find(address)
        if file is None:
            what = f"there is no {reference!r} to extend"
            source.fault("XG902", what, *steps, standard="xbrlce:unresolvableBaseMetadataFile")
            return False
        found = Source(str(file), SYNTAX)
        content = content_of_file(file, self._joined)
        tree = None if content is None else self.document(content, address, found, chain)
        return False if tree is None else tree

    def _note_origins(self, tree: Members, source: Source) -> None:
        for steps in _parts(tree):
            self._joined.origins.setdefault(steps, source)

    def _make_absolute(self, tree: Members, url: str) -> None:
        """Let relative references to taxonomies mean the same in the report as in the document that has them."""
        info = tree[_INFO]
        taxonomy = info.get("taxonomy") if isinstance(info, Members) else None
        if isinstance(taxonomy, list) and posixpath.dirname(url) != posixpath.dirname(self._url):
            taxonomy[:] = [self._files.absolute(str(each), url) for each in taxonomy]


def _parts(tree: Members) -> Iterator[tuple[object, ...]]:
    """The places of the members that documents are joined by."""
    for key, value in tree.items():
        yield (key,)
        for inner, member in value.items() if isinstance(value, Members) else ():
            yield (key, inner)
            if key == _INFO and isinstance(member, Members):
                yield from ((key, inner, name) for name in member)


class _Merging(NamedTuple):
    """What a base adds to a document that extends it, and what the two may not both say."""

    tree: Members
    base: Members
    joined: _Joined
    source: Source
    name: str

    def merge(self) -> None:
        """Add the members of the base to the tree."""
        own, given = _object(self.tree, _INFO), _object(self.base, _INFO)
        final = frozenset(_object(given, "final"))
        self._merge(own, given, final, (_INFO,), _KEPT)
        self._merge(self.tree, self.base, final, (), frozenset({_INFO}))

    def _merge(
        self, own: Members, given: Members, final: frozenset[str], steps: tuple[str, ...], kept: frozenset[str]
    ) -> None:
        for key in sorted(final & own.keys() - given.keys() - kept):
            self._is_final(key, *steps, key)
        for key, value in given.items():
            if key in kept:
                continue
            if key == "taxonomy":
                self._merge_list(own, value, *steps, key, is_final=key in final)
            elif _EXTENSIBLE.get(key) == "".join(steps) and isinstance(value, Members):
                self._merge_members(own, key, value, *steps, is_final=key in final)
            elif own.setdefault(key, value) != value:
                what = f"{key!r} is {own[key]!r}, and {self.name!r} has it otherwise"
                standard = "xbrlce:illegalRedefinitionOfNonExtensibleProperty"
                self.source.fault("XG903", what, *steps, key, standard=standard)

    def _merge_list(self, own: Members, value: object, *steps: str, is_final: bool) -> None:
        known = own.setdefault(steps[-1], [])
        if not isinstance(known, list) or not isinstance(value, list):
            return
        if is_final and any(each not in value for each in known):
            self._is_final(steps[-1], *steps)
        known.extend(each for each in value if each not in known)

    def _merge_members(self, own: Members, key: str, given: Members, *steps: str, is_final: bool) -> None:
        members = own.setdefault(key, Members())
        if not isinstance(members, Members):
            return
        for name in sorted(members.keys() - given.keys()) if is_final else ():
            self._is_final(key, *steps, key, name)
        for name, value in given.items():
            if members.setdefault(name, value) != value:
                what = f"{name!r} is something else in {self.name!r}"
                self.source.fault("XG903", what, *steps, key, name, standard="xbrlce:conflictingMetadataValue")

    def _is_final(self, key: str, *steps: object) -> None:
        what = f"{key!r} is final in {self.name!r}, so nothing may be added to it"
        self.source.fault("XG903", what, *steps, standard="xbrlce:illegalExtensionOfFinalProperty")


def _object(of: Mapping[str, object], key: str) -> Members:
    found = of.get(key)
    return found if isinstance(found, Members) else Members()
