"""One target document of a set: its references, contexts and units, facts and footnotes as a report."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Location, Severity
from xbrlgen.model import Fact, Footnote, Report, Unit, Vocabulary
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.inline.continuations import Chains, continuations
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.facts import Facts
from xbrlgen.readers.inline.footnotes import Footnotes
from xbrlgen.readers.inline.instance import InlineInstance
from xbrlgen.readers.inline.page import Tag
from xbrlgen.readers.inline.references import other_references, prefixes, schema_references
from xbrlgen.readers.inline.tags_of_facts import TagsOfFacts
from xbrlgen.readers.inline.transformation import Transformations
from xbrlgen.readers.reading import AnyVocabulary
from xbrlgen.readers.xml_syntax.context_reader import ContextReader
from xbrlgen.readers.xml_syntax.contexts import Context
from xbrlgen.readers.xml_syntax.items import Items, language_of
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, XML
from xbrlgen.readers.xml_syntax.units import read_unit

if TYPE_CHECKING:
    from xbrlgen.instance import InstanceContext


class Parts(NamedTuple):
    """What the target documents of a set share: units, and what makes up texts."""

    units: Mapping[str, Unit | None]
    chains: Chains

    @classmethod
    def of(cls, documents: DocumentSet) -> "Parts":
        """Find the parts, with findings for what is broken."""
        units = {
            collapsed(element.get("id", "")): read_unit(element, page.source)
            for page, element in documents.resources(f"{XBRLI}unit")
        }
        return cls(units, continuations(documents))


class TargetDocument:
    """The target document named `target` (None: the default one) while it is read."""

    def __init__(
        self, documents: DocumentSet, parts: Parts, target: str | None, transformations: Transformations
    ) -> None:
        self._documents = documents
        self._parts = parts
        self._target = target
        self._transformations = transformations
        self._references = [tag for tag in documents.of("references") if tag.target == target]
        self._further: dict[str, Tag] = {}
        self._written: dict[str, InstanceContext] = {}
        self._unreported: tuple[Fact, ...] = ()
        self._is_beyond_oim = False

    def read(self, vocabulary: AnyVocabulary) -> tuple[Report, Mapping[str, Location]]:
        """Everything that a report can hold, and where each fact and footnote stands."""
        self._check()
        schema_refs = tuple(schema_references(self._references))
        if callable(vocabulary):
            others = other_references(self._documents, self._references)
            vocabulary = vocabulary(tuple(dict.fromkeys((*schema_refs, *others)))) if schema_refs else None
        self._vocabulary = vocabulary
        items = Items(vocabulary, self._contexts(vocabulary), self._parts.units, self._stated_language())
        tags = self._tags = self._read_facts(items)
        facts = tags.facts
        notes = Footnotes.of(self._documents)
        footnotes = tuple(self._footnotes(notes))
        report = Report(
            entity=facts[0].entity if facts else None,
            facts=facts,
            schema_refs=schema_refs,
            prefixes=MappingProxyType(prefixes(self._references)),
            language=self._language(facts),
            footnotes=footnotes,
            links=tuple(notes.links),
        )
        self._keep_unreported(items)
        return report, Locations(tags)

    def _keep_unreported(self, items: Items) -> None:
        """Keep the facts that no report can hold, with their tags."""
        pages = {page.source: page for page in self._documents.pages}
        self._unreported = tuple(fact for fact, _ in items.unreported)
        self._is_beyond_oim = any(not item.in_tuple for _, item in items.unreported)
        for fact, item in items.unreported:
            page = pages[item.source]
            self._further[fact.id] = Tag.of(page, item.element, str(item.element.tag).removeprefix(page.namespace))

    def _check(self) -> None:
        """A finding where nothing is for this target, or its references lead to no schema."""
        page = self._documents.pages[0]
        targets = self._documents.targets()
        if targets and self._target not in targets:
            others = ", ".join(repr(each) if each else "the default one" for each in targets)
            named = repr(self._target) if self._target else "the default one"
            what = f"nothing is for the target document {named}; there is {others}"
            page.source.fault("XG188", what, page.root, severity=Severity.WARNING)
        if self._references and not any(tag.element.find(f"{LINK}schemaRef") is not None for tag in self._references):
            what = "the target document refers to no taxonomy"
            self._references[0].page.source.fault("XG166", what, self._references[0].element, standard="xbrl.4.2")

    def _contexts(self, vocabulary: Vocabulary | None) -> dict[str, Context | None]:
        """What a report keeps of each context; the instance gets them as they are written."""
        contexts: dict[str, Context | None] = {}
        readers = {
            page: ContextReader(page.source, vocabulary, has_local_prefixes=not page.has_one_scope)
            for page in self._documents.pages
        }
        for page, element in self._documents.resources(f"{XBRLI}context"):
            written, context = readers[page].read(element)
            self._written[written.id] = written
            contexts[written.id] = context
        return contexts

    def instance(self) -> InlineInstance:
        """The target document as XBRL 2.1 knows it, once it was read."""
        document = InlineInstance(self._documents, self._target, self._written, self._tags, self._vocabulary)
        document.unreported = self._unreported
        document.is_beyond_oim = self._is_beyond_oim
        return document

    def _read_facts(self, items: Items) -> "TagsOfFacts":
        facts = Facts(self._documents, items, self._parts.chains, self._transformations)
        facts.read(self._target)
        return TagsOfFacts(self._documents, tuple(facts.facts), facts.numbers, self._further)

    def _footnotes(self, notes: Footnotes) -> Iterator[Footnote]:
        if not any(self._documents.of("footnote", "relationship")):
            return
        facts = {tag.element: name for name, tag in self._tags.items()}  # the notes of other targets are left out
        for footnote, tag in notes.read(facts, self._parts.chains):
            self._further[footnote.id] = tag
            yield footnote

    def _stated_language(self) -> str | None:
        """The language that the root element of the target document has from its references (section 12.2)."""
        stated = (tag.element.get(f"{XML}lang") for tag in self._references)
        return next((collapsed(each).lower() for each in stated if each), None)

    def _language(self, facts: tuple[Fact, ...]) -> str:
        """The language of the first page, or of the first fact that has one."""
        stated = language_of(self._documents.pages[0].root)
        return stated or next((fact.language for fact in facts if fact.language), "en")


class Locations(Mapping[str, Location]):
    """Where facts and footnotes stand by their ids, looked up only for those that are asked for."""

    def __init__(self, tags: Mapping[str, Tag]) -> None:
        self._tags = tags

    def __getitem__(self, name: str) -> Location:
        tag = self._tags[name]
        return tag.page.source.at(tag.element)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tags)

    def __len__(self) -> int:
        return len(self._tags)
