"""Judges the documents of a taxonomy: by XBRL's rules, and by the schemas that they follow."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from xbrlgen.findings import Finding
from xbrlgen.taxonomy import Taxonomy

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
    dts, hinted = taxonomy.dts, dict(_hinted(taxonomy, _judged_linkbases(taxonomy)))
    urls = [url for url in hinted.values() if dts.locate(url) is not None]
    return SchemaSet([*dts.schemas, *urls], dts.locate, hinted, taxonomy.sound, dts.catalog)


def taxonomy_findings(taxonomy: Taxonomy) -> tuple[Finding, ...]:
    """What is wrong with the documents of `taxonomy`, which are judged by its schemas where all of these are there."""
    if taxonomy not in _verdicts:
        _verdicts[taxonomy] = () if taxonomy.sound.has_all() else _judged(taxonomy, schema_set(taxonomy))
    return _verdicts[taxonomy]


def _judged(taxonomy: Taxonomy, schemas: "SchemaSet | None") -> tuple[Finding, ...]:
    judged = _judged_linkbases(taxonomy)
    findings = tuple(_findings(taxonomy, schemas, judged))
    if schemas is not None:
        faulty = {place.path for each in findings for place in each.locations}
        sources = (source for _, source in taxonomy.schemas)
        linkbases = (each.source for each in judged)
        taxonomy.sound.add(each for each in (*sources, *linkbases) if str(each) not in faulty)
        if not findings and not dict(_hinted(taxonomy, judged)):  # hints lead to what is no part of the taxonomy
            taxonomy.sound.add_all()
    return findings


def _judged_linkbases(taxonomy: Taxonomy) -> "Sequence[LinkbaseDocument]":
    return [each for each in taxonomy.dts.linkbases.values() if each.source not in taxonomy.sound]


def _findings(
    taxonomy: Taxonomy, schemas: "SchemaSet | None", linkbases: "Sequence[LinkbaseDocument]"
) -> Iterator[Finding]:
    from xbrlgen.rules.dimensional.taxonomies import check_dimensional_taxonomy
    from xbrlgen.rules.enumerations.declarations import check_enumerations
    from xbrlgen.rules.taxonomy_documents.checking import check_taxonomy_documents
    from xbrlgen.schema_validation.validation import validate_taxonomy

    yield from taxonomy.findings
    yield from check_taxonomy_documents(taxonomy, taxonomy.sound)
    yield from check_dimensional_taxonomy(taxonomy, taxonomy.sound)
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
