"""An instance document: references, contexts, units, items and footnotes, in whatever order they come."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.instance import InstanceDocument
from xbrlgen.model import Fact, Report
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.contents import content_of
from xbrlgen.readers.reading import AnyVocabulary, Reading
from xbrlgen.readers.xbrl_xml.footnotes import FootnoteLinks
from xbrlgen.readers.xbrl_xml.items import read_item
from xbrlgen.readers.xml_syntax.contexts import instance_context, read_context
from xbrlgen.readers.xml_syntax.items import Items, language_of, own_ids
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, XLINK, XML, Source, name_of, parse
from xbrlgen.readers.xml_syntax.units import read_unit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.findings import Location

_REFERENCES = frozenset({f"{LINK}schemaRef", f"{LINK}linkbaseRef", f"{LINK}roleRef", f"{LINK}arcroleRef"})


def read_xbrl_xml(document: Path | bytes, vocabulary: AnyVocabulary, name: str = "") -> Reading:
    """Read an instance; `vocabulary` is one, or what finds one for the hrefs of the document's schema references.

    Without a vocabulary facts are read as their attributes and texts are. `name` is what findings call the document, by
    default its path. Follows XBRL 2.1 section 4, XBRL Dimensions 1.0 section 3 and OIM's xBRL-XML 1.0; what OIM cannot
    hold (tuples, fractions, other content of segments) is a finding.
    """
    source = Source(name or (str(document) if isinstance(document, Path) else "instance"))
    content = content_of(document, source.path, source.findings)
    root = None if content is None else parse(content, source)
    if root is None:
        return Reading(None, MappingProxyType({}), tuple(source.findings))
    if root.tag != f"{XBRLI}xbrl":
        source.fault("XG152", f"the root element is {name_of(str(root.tag))}", root)
        return Reading(None, MappingProxyType({}), tuple(source.findings))
    return _Instance(root, source, vocabulary).reading()


class _Instance:
    """One instance while it is read."""

    def __init__(self, root: "Element", source: Source, vocabulary: AnyVocabulary) -> None:
        self._root = root
        self._source = source
        self._ids = self._checked_ids()
        self._schema_refs = tuple(self._references())
        self._vocabulary = vocabulary(self._schema_refs) if callable(vocabulary) else vocabulary
        self._locations: dict[str, Location] = {}
        self._document = self._instance_document()

    def reading(self) -> Reading:
        """Everything of the document that a report can hold."""
        facts = tuple(self._facts())
        notes = self._footnote_links({fact.id for fact in facts})
        prefixes = {prefix or "": uri for prefix, uri in self._root.nsmap.items()}
        report = Report(
            entity=facts[0].entity if facts else None,
            facts=facts,
            schema_refs=self._schema_refs,
            prefixes=MappingProxyType(dict(sorted(prefixes.items()))),
            language=language_of(self._root) or next((each.language for each in facts if each.language), "en"),
            footnotes=tuple(footnote for footnote, _ in notes.footnotes),
            links=tuple(notes.links),
        )
        return Reading(report, MappingProxyType(self._locations), tuple(self._source.findings), self._document)

    def _checked_ids(self) -> set[str]:
        """Every id of the document; each must be there once (XML Schema Part 1, cvc-id.2)."""
        seen: set[str] = set()
        for element in self._root.iter("*"):
            identifier = element.get("id")
            if identifier is not None and collapsed(identifier) in seen:
                self._source.fault("XG153", f"the id {identifier!r} is given twice", element)
            elif identifier is not None:
                seen.add(collapsed(identifier))
            if element.get(f"{XML}base") is not None:
                what = f"xml:base on {name_of(str(element.tag))} is left aside"
                self._source.fault("XG167", what, element, standard="xbrlxe:unsupportedXmlBase")
        return seen

    def _references(self) -> Iterator[str]:
        for reference in self._root.iterfind(f"{LINK}schemaRef"):
            href = collapsed(reference.get(f"{XLINK}href", ""))
            if href:
                yield href
            else:
                self._source.fault("XG166", "a schema reference points nowhere", reference, standard="xbrl.4.2.2")
        if self._root.find(f"{LINK}schemaRef") is None:
            self._source.fault("XG166", "the instance refers to no taxonomy", self._root, standard="xbrl.4.2")
        for reference in self._root.iterfind(f"{LINK}linkbaseRef"):
            what = f"the linkbase {reference.get(f'{XLINK}href', '')!r} is left aside"
            self._source.fault("XG167", what, reference, standard="xbrlxe:unsupportedLinkbaseReference")

    def _facts(self) -> Iterator[Fact]:
        document = self._document
        contexts = {each.id: read_context(each, self._source, self._vocabulary) for each in document.contexts.values()}
        units = {identifier: read_unit(element, self._source) for identifier, element in document.units.items()}
        items = Items(self._vocabulary, contexts, units)
        taken = set(self._ids)
        used: set[str] = set()
        for number, element in enumerate(self._items(), start=1):
            fact_id = collapsed(element.get("id", ""))
            if not fact_id or fact_id in used:
                fact_id = next(each for each in own_ids(number) if each not in taken)
                taken.add(fact_id)
            used.add(fact_id)
            fact = read_item(element, fact_id, items, self._source)
            if fact is not None:
                self._locations[fact_id] = self._source.at(element)
                yield fact

    def _items(self) -> Iterator["Element"]:
        """The elements that report facts: all that are not of XBRL's own namespaces."""
        for element in self._root.iterchildren("*"):
            tag = str(element.tag)
            if not tag.startswith((XBRLI, LINK)):
                yield element
            elif tag not in _REFERENCES | {f"{LINK}footnoteLink", f"{XBRLI}context", f"{XBRLI}unit"}:
                self._source.fault("XG165", f"{name_of(tag)} has no place here", element, standard="xbrl.4")

    def _instance_document(self) -> InstanceDocument:
        contexts = {
            context.id: context
            for element in self._root.iterchildren(f"{XBRLI}context")
            for context in (instance_context(element, self._source, self._vocabulary),)
        }
        units = {collapsed(each.get("id", "")): each for each in self._root.iterchildren(f"{XBRLI}unit")}
        return InstanceDocument((self._root,), self._source.path, self._source.at, contexts, units)

    def _footnote_links(self, facts: set[str]) -> FootnoteLinks:
        targets = {identifier: identifier if identifier in facts else None for identifier in self._ids}
        notes = FootnoteLinks(targets, self._source)
        for link in self._root.iterfind(f"{LINK}footnoteLink"):
            notes.read(link)
        self._locations |= {footnote.id: self._source.at(element) for footnote, element in notes.footnotes}
        return notes
