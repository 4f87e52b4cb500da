"""Judges the documents of a taxonomy: by XBRL's rules, and by the schemas that they follow."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from xbrlgen.findings import Finding
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.kept_verdicts import KnownSound

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.schema_validation.schema_set import SchemaSet
    from xbrlgen.taxonomy.linkbase import LinkbaseDocument

_schema_sets: "WeakKeyDictionary[Taxonomy, SchemaSet | None]" = WeakKeyDictionary()
_verdicts: "WeakKeyDictionary[Taxonomy, tuple[Finding, ...]]" = WeakKeyDictionary()
"""What was found of taxonomies that are still in use: one that many reports share is judged once."""

_HINT = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def schema_set(taxonomy: Taxonomy) -> "SchemaSet | None":
    """The schemas of a taxonomy for judging its documents and instances; None where one of them is missing."""
    if taxonomy not in _schema_sets:
        _schema_sets[taxonomy] = _schema_set(taxonomy)
    return _schema_sets[taxonomy]


def _schema_set(taxonomy: Taxonomy) -> "SchemaSet | None":
    from xbrlgen.schema_validation.schema_set import SchemaSet

    if not taxonomy.is_whole:
        return None
    sound = KnownSound(taxonomy.dts)
    judged = [each for each in taxonomy.dts.linkbases.values() if each.source not in sound]
    hinted = dict(_hinted(taxonomy, judged))
    urls = [url for url in hinted.values() if taxonomy.dts.locate(url) is not None]
    return SchemaSet([*taxonomy.dts.schemas, *urls], taxonomy.dts.locate, hinted, sound, taxonomy.dts.catalog)


def taxonomy_findings(taxonomy: Taxonomy) -> tuple[Finding, ...]:
    """What is wrong with the documents of `taxonomy`, which are judged by its schemas where all of these are there."""
    if taxonomy not in _verdicts:
        _verdicts[taxonomy] = _judged(taxonomy, schema_set(taxonomy))
    return _verdicts[taxonomy]


def _judged(taxonomy: Taxonomy, schemas: "SchemaSet | None") -> tuple[Finding, ...]:
    sound = KnownSound(taxonomy.dts)
    judged = [each for each in taxonomy.dts.linkbases.values() if each.source not in sound]
    findings = tuple(_findings(taxonomy, schemas, judged, sound))
    if schemas is not None:
        faulty = {place.path for each in findings for place in each.locations}
        sources = (source for _, source in taxonomy.schemas)
        linkbases = (each.source for each in judged)
        sound.add(each for each in (*sources, *linkbases) if str(each) not in faulty)
    return findings


def _findings(
    taxonomy: Taxonomy, schemas: "SchemaSet | None", linkbases: "Sequence[LinkbaseDocument]", sound: KnownSound
) -> Iterator[Finding]:
    from xbrlgen.rules.dimensional import check_dimensional_taxonomy
    from xbrlgen.rules.enumerations import check_enumerations
    from xbrlgen.rules.taxonomy_documents import check_taxonomy_documents
    from xbrlgen.schema_validation.validation import validate_taxonomy

    yield from taxonomy.findings
    yield from check_taxonomy_documents(taxonomy, sound)
    yield from check_dimensional_taxonomy(taxonomy, sound)
    yield from check_enumerations(taxonomy)
    if schemas is not None:
        yield from validate_taxonomy(schemas, linkbases)


def _hinted(taxonomy: Taxonomy, linkbases: "Sequence[LinkbaseDocument]") -> "Iterator[tuple[str, str]]":
    """The namespaces and schemas that documents name for elements of their own, such as custom links.

    These schemas are no part of the DTS (XBRL 2.1 section 3.2), but such elements are valid only by them.
    """
    known = {each.namespace for each in taxonomy.dts.schemas.values()}
    for linkbase in linkbases:
        for element in (linkbase.root, *linkbase.root.iterancestors()):
            for namespace, location in _pairs(element):
                if namespace not in known:
                    yield namespace, linkbase.document.absolute(location, element)


def _pairs(element: "Element") -> Iterator[tuple[str, str]]:
    words = iter(element.get(_HINT, "").split())
    return zip(words, words, strict=False)
