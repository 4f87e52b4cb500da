"""documentInfo: what kind of document this is, and what its prefixes and links mean."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.addresses import absolute
from xbrlgen.model import QName
from xbrlgen.model.characters import NOT_XML
from xbrlgen.model.namespaces import ISO4217, OIM, UTR, XBRLI
from xbrlgen.readers.canonical import UnreadableError
from xbrlgen.readers.oim.source import Kind, Members, Source
from xbrlgen.readers.oim.structure import fault, known_members, texts

DOCUMENT_INFO = MappingProxyType(
    {
        "documentType": Kind.STRING,
        "baseURL": Kind.STRING,
        "features": Kind.OBJECT,
        "namespaces": Kind.OBJECT,
        "linkTypes": Kind.OBJECT,
        "linkGroups": Kind.OBJECT,
        "taxonomy": Kind.STRINGS,
    }
)
_RESERVED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "namespaces": {
            "xbrl": OIM,
            "xs": "http://www.w3.org/2001/XMLSchema",
            "enum2": "http://xbrl.org/2020/extensible-enumerations-2.0",
            "xbrli": XBRLI,
            "utr": UTR,
            "iso4217": ISO4217,
        },
        "linkTypes": {
            "footnote": "http://www.xbrl.org/2003/arcrole/fact-footnote",
            "explanatoryFact": "http://www.xbrl.org/2009/arcrole/fact-explanatoryFact",
        },
        "linkGroups": {"_": "http://www.xbrl.org/2003/role/link"},
    }
)
"""Aliases that always stand for the same URI, and URIs that have no other alias (OIM-common 1.0 section 3.1)."""
_NCNAME = re.compile(r"[^\W\d][\w.-]*")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_UNCOLLAPSED = re.compile(r"^\s|\s$|[\t\n\r]|  ")
_DUPLICATES = frozenset({"none", "complete", "consistent", "all"})


class DocumentInfo(NamedTuple):
    """What the facts are read with; `allowed_duplicates` is ``all`` where nothing is promised."""

    namespaces: Mapping[str, str]
    taxonomy: tuple[str, ...]
    link_types: Mapping[str, str]
    link_groups: Mapping[str, str]
    is_canonical: bool
    allowed_duplicates: str

    def name(self, text: str) -> QName:
        """The name that a prefixed `text` means; raises UnreadableError where it means none."""
        prefix, _, local = text.partition(":")
        if not _NCNAME.fullmatch(prefix) or not _NCNAME.fullmatch(local):
            raise UnreadableError(f"{text!r} is no name with a prefix")
        if prefix not in self.namespaces:
            raise UnboundPrefixError(f"the prefix of {text!r} is not among the namespaces")
        return QName(self.namespaces[prefix], local)


class UnboundPrefixError(UnreadableError):
    """A prefix that the document does not declare."""


def has_document_type(tree: object, source: Source) -> bool:
    """Whether a document says that it is of the syntax of `source`; a finding where it says something else."""
    info = tree.get("documentInfo", Members()) if isinstance(tree, Members) else None
    if not isinstance(info, Members):
        return False  # what stands in its place is found to be wrong already
    found = info.get("documentType")
    if found == source.syntax.document_type:
        return True
    what = "the document has no type" if found is None else f"the document type is {found!r}"
    source.fault("XG172", f"{what}; that of {source.syntax.name} is {source.syntax.document_type}", "documentInfo")
    return False


def read_document_info(value: object, source: Source, *, required: tuple[str, ...] = ("taxonomy",)) -> DocumentInfo:
    """The documentInfo object, with findings for what is wrong with it and for `required` members that are missing."""
    where = "documentInfo"
    info = known_members(value, DOCUMENT_INFO | source.syntax.document_info, source, where, required=required)
    maps = {name: dict(_uri_map(info.get(name), name, source)) for name in _RESERVED}
    namespaces = maps["namespaces"]
    check_extensions(value, namespaces, source, where)
    taxonomy = info.get("taxonomy")
    if taxonomy == [] or ("taxonomy" not in info and "taxonomy" not in required):
        source.fault("XG166", "the list of taxonomies is empty", where, "taxonomy", standard="oime:noTaxonomy")
    base = info.get("baseURL")
    if isinstance(base, str) and not _ABSOLUTE.fullmatch(base):
        what = f"the base URL {base!r} is not absolute"
        source.fault(source.syntax.structure, what, where, "baseURL", standard="oime:invalidBaseURL")
        base = None
    is_canonical, duplicates = _features(info.get("features"), namespaces, source)
    references = map(str, taxonomy) if isinstance(taxonomy, list) else ()
    return DocumentInfo(
        namespaces=namespaces,
        taxonomy=tuple(absolute(each, base) if isinstance(base, str) else each for each in references),
        link_types=maps["linkTypes"],
        link_groups=maps["linkGroups"],
        is_canonical=is_canonical,
        allowed_duplicates=duplicates,
    )


def _uri_map(value: object, name: str, source: Source) -> Iterator[tuple[str, str]]:
    """Aliases and their URIs, checked against each other and against what is reserved."""
    place = ("documentInfo", name)
    reserved = {**_RESERVED[name], **(source.syntax.aliases if name == "namespaces" else {})}
    usual = {uri: alias for alias, uri in reserved.items()}
    seen: dict[str, str] = {}
    for alias, uri in texts(value, source, *place):
        if not _NCNAME.fullmatch(alias):
            fault(source, f"the alias {alias!r} is no name", *place, alias)
        elif _UNCOLLAPSED.search(uri):
            fault(source, f"{alias!r} stands for {uri!r}, which has white space around or within it", *place, alias)
        elif not _ABSOLUTE.fullmatch(uri) or NOT_XML.search(uri):
            _prefix(
                source, f"{alias!r} stands for {uri!r}, which is no absolute URI", "oimce:invalidURI", *place, alias
            )
        elif reserved.get(alias, uri) != uri:
            what = f"{alias!r} always stands for {reserved[alias]}, not {uri}"
            _prefix(source, what, "oimce:invalidURIForReservedAlias", *place, alias)
        elif usual.get(uri, alias) != alias:
            what = f"{uri} always has the alias {usual[uri]!r}, not {alias!r}"
            _prefix(source, what, "oimce:invalidAliasForReservedURI", *place, alias)
        elif uri in seen:
            what = f"{uri} has the aliases {seen[uri]!r} and {alias!r}"
            _prefix(source, what, "oimce:multipleAliasesForURI", *place, alias)
        seen.setdefault(uri, alias)
        yield alias, uri


def _prefix(source: Source, message: str, standard: str, *steps: object) -> None:
    source.fault("XG173", message, *steps, standard=standard)


def _features(value: object, namespaces: Mapping[str, str], source: Source) -> tuple[bool, str]:
    """Whether values are promised to be canonical, and which duplicates are allowed."""
    features = value if isinstance(value, Members) else Members()
    place = ("documentInfo", "features")
    check_extensions(features, namespaces, source, *place)
    for key in features:
        if ":" not in key:
            fault(source, f"the feature {key!r} has no prefix", *place, key)
    duplicates = features.get("xbrl:allowedDuplicates", "all")
    if not isinstance(duplicates, str) or duplicates not in _DUPLICATES:
        what = f"xbrl:allowedDuplicates is {duplicates!r}, none of {', '.join(sorted(_DUPLICATES))}"
        fault(source, what, *place, "xbrl:allowedDuplicates")
        duplicates = "all"
    return features.get("xbrl:canonicalValues") in (True, "true"), duplicates


def check_extensions(value: object, namespaces: Mapping[str, str], source: Source, *steps: object) -> None:
    """Members with a prefix are anyone's, but the prefix must be declared (xBRL-JSON 1.0 section 4)."""
    for key in value if isinstance(value, Members) else ():
        prefix, colon, _ = key.partition(":")
        if colon and prefix not in namespaces:
            _prefix(source, f"the prefix of {key!r} is not among the namespaces", "oimce:unboundPrefix", *steps, key)
