"""An instance document: references, contexts, units, items and footnotes, in whatever order they come."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.instance import InstanceDocument
from xbrlgen.model import Fact, QName, Report
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.contents import content_of
from xbrlgen.readers.reading import AnyVocabulary, Reading
from xbrlgen.readers.xbrl_xml.footnotes import FootnoteLinks
from xbrlgen.readers.xbrl_xml.items import TUPLE, left_out, read_item
from xbrlgen.readers.xml_syntax.contexts import instance_context, read_context
from xbrlgen.readers.xml_syntax.items import Items, language_of, own_ids
from xbrlgen.readers.xml_syntax.references import FURTHER_REFERENCES, address, further_addresses
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
        self._vocabulary = vocabulary(self._all_references()) if callable(vocabulary) else vocabulary
        self._locations: dict[str, Location] = {}
        self._left_out: dict[tuple[QName, str], list[Element]] = {}
        self._document = self._instance_document()

    def reading(self) -> Reading:
        """Everything of the document that a report can hold."""
        items = self._parts()
        facts = tuple(self._facts(items))
        self._keep_unreported(items)
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
                what = f"{name_of(str(element.tag))} has an xml:base"
                self._source.fault("XG167", what, element, standard="xbrlxe:unsupportedXmlBase")
        return seen

    def _references(self) -> Iterator[str]:
        for reference in self._root.iterfind(f"{LINK}schemaRef"):
            if location := address(reference):
                yield location
            else:
                self._source.fault("XG166", "a schema reference points nowhere", reference, standard="xbrl.4.2.2")
        if self._root.find(f"{LINK}schemaRef") is None:
            self._source.fault("XG166", "the instance refers to no taxonomy", self._root, standard="xbrl.4.2")
        for reference in self._root.iterfind(f"{LINK}linkbaseRef"):
            what = f"the instance refers to the linkbase {reference.get(f'{XLINK}href', '')!r}"
            self._source.fault("XG167", what, reference, standard="xbrlxe:unsupportedLinkbaseReference")

    def _all_references(self) -> tuple[str, ...]:
        """What the taxonomy is discovered from: schemas, linkbases, and what declares roles and arcroles."""
        others = further_addresses(self._root.iterchildren(*FURTHER_REFERENCES))
        return tuple(dict.fromkeys((*self._schema_refs, *others)))

    def _parts(self) -> Items:
        """What facts take from the rest of the document."""
        document = self._document
        contexts = {each.id: read_context(each, self._source, self._vocabulary) for each in document.contexts.values()}
        units = {identifier: read_unit(element, self._source) for identifier, element in document.units.items()}
        return Items(self._vocabulary, contexts, units)

    def _keep_unreported(self, items: Items) -> None:
        """Keep the facts that no report can hold in the instance, with findings for the tuples that hold them."""
        self._document.unreported = tuple(fact for fact, _ in items.unreported)
        self._document.is_beyond_oim = any(not item.in_tuple for _, item in items.unreported)
        self._locations |= {fact.id: self._source.at(item.element) for fact, item in items.unreported}
        for (name, kind), elements in self._left_out.items():
            count = "it is left out" if len(elements) == 1 else f"all {len(elements):,} of it are left out"
            what = f"{name} is a {kind}; {count} of the report"
            self._source.fault("XG160", what, elements[0], standard=f"xbrlxe:unsupported{kind.capitalize()}")

    def _facts(self, items: Items) -> Iterator[Fact]:
        taken = set(self._ids)
        used: set[str] = set()
        for number, (element, kind) in enumerate(self._items(items), start=1):
            fact_id = collapsed(element.get("id", ""))
            if not fact_id or fact_id in used:
                fact_id = next(each for each in own_ids(number) if each not in taken)
                taken.add(fact_id)
            used.add(fact_id)
            fact = read_item(element, fact_id, items, self._source, kind)
            if fact is not None:
                self._locations[fact_id] = self._source.at(element)
                yield fact

    def _items(self, items: Items) -> Iterator[tuple["Element", str]]:
        """The elements of items: all that are not of XBRL's own namespaces; and what each is, as `read_item` wants it.

        Tuples and fractions are noted as left out.
        """
        for element in self._root.iterchildren("*"):
            tag = str(element.tag)
            if not tag.startswith((XBRLI, LINK)):
                kind = left_out(element, items)
                if not kind:
                    yield element, kind
                else:
                    yield from self._inner(element, kind, items)
            elif tag not in _REFERENCES | {f"{LINK}footnoteLink", f"{XBRLI}context", f"{XBRLI}unit"}:
                self._source.fault("XG165", f"{name_of(tag)} has no place here", element, standard="xbrl.4")

    def _inner(self, element: "Element", kind: str, items: Items) -> Iterator[tuple["Element", str]]:
        """The items in a tuple, at any depth, or the fraction that `element` is."""
        found = (each for each in element.iter("*") if not str(each.tag).startswith((XBRLI, LINK)))
        for each in found if kind == TUPLE else (element,):
            inner = left_out(each, items)
            if inner:
                self._left_out.setdefault((name_of(str(each.tag)), inner), []).append(each)
            if inner != TUPLE:
                yield each, inner or kind

    def _instance_document(self) -> InstanceDocument:
        contexts = {
            context.id: context
            for element in self._root.iterchildren(f"{XBRLI}context")
            for context in (instance_context(element, self._source, self._vocabulary),)
        }
        units = {collapsed(each.get("id", "")): each for each in self._root.iterchildren(f"{XBRLI}unit")}
        return InstanceDocument((self._root,), self._source.path, self._source.at, contexts, units)

    def _footnote_links(self, facts: set[str]) -> FootnoteLinks:
        links = tuple(self._document.footnote_links)
        others = {collapsed(each.get("id", "")) for each in self._document.facts()} if links else set[str]()
        targets: dict[str, str | None] = {each: "" if each in others else None for each in self._ids}
        targets |= {each: each for each in facts}
        notes = FootnoteLinks(targets, self._source)
        for link in links:
            notes.read(link)
        self._locations |= {footnote.id: self._source.at(element) for footnote, element in notes.footnotes}
        return notes
