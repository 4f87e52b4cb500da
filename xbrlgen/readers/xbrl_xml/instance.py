"""An instance document: references, contexts, units, items and footnotes, in whatever order they come."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import Fact, Report, Vocabulary
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.contents import content_of, is_large
from xbrlgen.readers.reading import AnyVocabulary, Reading
from xbrlgen.readers.xbrl_xml.document import Places, XmlInstance
from xbrlgen.readers.xbrl_xml.footnotes import FootnoteLinks
from xbrlgen.readers.xbrl_xml.one_pass import REFERENCES, OnePass
from xbrlgen.readers.xml_syntax.children import Children, InvalidError, Parsed, UnstreamableError
from xbrlgen.readers.xml_syntax.items import language_of
from xbrlgen.readers.xml_syntax.references import FURTHER_REFERENCES, address, further_addresses
from xbrlgen.readers.xml_syntax.repeated_contexts import MistakenError
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, XLINK, Source, name_of, parse

if TYPE_CHECKING:
    from lxml.etree import XMLSchema
    from lxml.etree import _Element as Element

_ROOT = f"{XBRLI}xbrl"


def read_xbrl_xml(
    document: Path | bytes,
    vocabulary: AnyVocabulary,
    name: str = "",
    schema: "Callable[[], XMLSchema | None]" = lambda: None,
    known: Sequence[Fact] = (),
) -> Reading:
    """Read an instance; `vocabulary` is one, or what finds one for the hrefs of the document's schema references.

    Without a vocabulary facts are read as their attributes and texts are. `name` is what findings call the document, by
    default its path. `schema` is asked when the vocabulary is known: by it the document is judged while it is read, and
    the instance of the reading says whether it was taken. Facts that equal `known` ones are these. Follows XBRL 2.1
    section 4, XBRL Dimensions 1.0 section 3 and OIM's xBRL-XML 1.0; what OIM cannot hold (tuples, fractions, other
    content of segments) is a finding.
    """
    source = Source(name or (str(document) if isinstance(document, Path) else "instance"))
    read = partial(_Instance, source.path, vocabulary, known)
    if is_large(document):
        try:
            return read(partial(Children, document, _ROOT)).reading(schema)
        except UnstreamableError:
            pass
    content = content_of(document, source.path, source.findings)
    if content is not None:
        try:
            return read(partial(Children, content, _ROOT)).reading(schema)
        except UnstreamableError:
            root = parse(content, source)
        if root is not None and root.tag == _ROOT:
            return read(lambda *_, **__: _whole(content)).reading(lambda: None)
        if root is not None:
            source.fault("XG152", f"the root element is {name_of(str(root.tag))}", root)
    return Reading(None, MappingProxyType({}), tuple(source.findings))


def _whole(content: bytes) -> Parsed:
    root = parse(content, Source(""))
    if root is None:
        raise UnstreamableError
    return Parsed(root)


class _Instance(NamedTuple):
    """One instance while it is read; `parse` begins to parse it, and to judge it by a schema if one is given."""

    path: str
    vocabulary: AnyVocabulary
    known: Sequence[Fact]
    parse: "Callable[..., Children | Parsed]"

    def reading(self, schema: "Callable[[], XMLSchema | None]") -> Reading:
        """Everything of the document that a report can hold."""
        references = _references(_beginning(self.parse()))
        vocabulary = self._vocabulary(references)
        found, is_valid = self._judged(vocabulary, schema())
        if (all_references := _references(found.root)) != references:  # some come later than they may
            vocabulary = self._vocabulary(all_references)
            found = self._pass(vocabulary, self.parse())
        if found.is_to_repeat:
            found = self._pass(vocabulary, self.parse(), found)
        document = XmlInstance(found, self.parse, vocabulary, is_valid=is_valid)
        return self._reading(found, document)

    def _vocabulary(self, references: tuple[str, ...]) -> Vocabulary | None:
        return self.vocabulary(references) if callable(self.vocabulary) else self.vocabulary

    def _judged(self, vocabulary: Vocabulary | None, schema: "XMLSchema | None") -> tuple[OnePass, bool]:
        """What one pass finds, and whether the schema takes the document; what is invalid is read all the same."""
        if schema is not None:
            try:
                return self._sparing(vocabulary, schema), True
            except InvalidError:
                pass
        return self._sparing(vocabulary), False

    def _sparing(self, vocabulary: Vocabulary | None, *schema: "XMLSchema") -> OnePass:
        """What one pass finds; the parser is spared repeated contexts if they are sound, and where they belong."""
        try:
            return self._pass(vocabulary, self.parse(*schema, spares_contexts=True))
        except MistakenError:
            return self._pass(vocabulary, self.parse(*schema))

    def _pass(
        self, vocabulary: Vocabulary | None, children: Children | Parsed, before: OnePass | None = None
    ) -> OnePass:
        return OnePass(children, self.path, vocabulary, before, self.known)

    def _reading(self, found: OnePass, document: XmlInstance) -> Reading:
        root, facts = found.root, tuple(found.facts)
        on_references, on_tuples, on_links = (Source(self.path) for _ in range(3))
        schema_refs = tuple(_schema_references(root, on_references))
        _tell_left_out(found, on_tuples)
        notes = _footnote_links(found, document, on_links)
        prefixes = {prefix or "": uri for prefix, uri in root.nsmap.items()}
        report = Report(
            entity=facts[0].entity if facts else None,
            facts=facts,
            schema_refs=schema_refs,
            prefixes=MappingProxyType(dict(sorted(prefixes.items()))),
            language=language_of(root) or next((each.language for each in facts if each.language), "en"),
            footnotes=tuple(footnote for footnote, _ in notes.footnotes),
            links=tuple(notes.links),
        )
        places = found.locations | {footnote.id: on_links.at(element) for footnote, element in notes.footnotes}
        on_resources = found.resources.on_contexts, found.resources.on_units
        sources = found.ids.source, on_references, *on_resources, found.source, on_tuples, on_links
        findings = tuple(each for source in sources for each in source.findings)
        return Reading(report, Places(document, found.rows, places), findings, document)


def _beginning(children: Children | Parsed) -> "Element":
    """The root with its references, which come before all other children."""
    for batch in children:
        if any(child.tag not in REFERENCES for child in batch):
            break
    return children.root


def _references(root: "Element") -> tuple[str, ...]:
    """What the taxonomy is discovered from: schemas, linkbases, and what declares roles and arcroles."""
    schemas = (address(each) for each in root.iterchildren(f"{LINK}schemaRef"))
    others = further_addresses(root.iterchildren(*FURTHER_REFERENCES))
    return tuple(dict.fromkeys((*filter(None, schemas), *others)))


def _schema_references(root: "Element", source: Source) -> Iterator[str]:
    for reference in root.iterchildren(f"{LINK}schemaRef"):
        if location := address(reference):
            yield location
        else:
            source.fault("XG166", "a schema reference points nowhere", reference, standard="xbrl.4.2.2")
    if root.find(f"{LINK}schemaRef") is None:
        source.fault("XG166", "the instance refers to no taxonomy", root, standard="xbrl.4.2")
    for reference in root.iterchildren(f"{LINK}linkbaseRef"):
        what = f"the instance refers to the linkbase {reference.get(f'{XLINK}href', '')!r}"
        source.fault("XG167", what, reference, standard="xbrlxe:unsupportedLinkbaseReference")


def _tell_left_out(found: OnePass, source: Source) -> None:
    """Findings for the tuples and fractions, which no report can hold."""
    for (name, kind), elements in found.left_out.items():
        count = "it is left out" if len(elements) == 1 else f"all {len(elements):,} of it are left out"
        what = f"{name} is a {kind}; {count} of the report"
        source.fault("XG160", what, elements[0], standard=f"xbrlxe:unsupported{kind.capitalize()}")


def _footnote_links(found: OnePass, document: XmlInstance, source: Source) -> FootnoteLinks:
    links = document.footnote_links
    notes = FootnoteLinks(_Targets(found, document) if links else {}, source)
    for link in links:
        notes.read(link)
    return notes


class _Targets(Mapping[str, str | None]):
    """What the ids of a document are those of: a fact, nothing that is one (None), or one that is left out (empty)."""

    def __init__(self, found: OnePass, document: XmlInstance) -> None:
        self._found = found
        structured = {collapsed(each.get("id", "")) for each in document.structured()}
        self._left_out = structured | found.without_fact

    def __getitem__(self, identifier: str) -> str | None:
        if identifier in self._left_out:
            return ""
        if identifier in self._found.ids.of_facts:
            return identifier
        if identifier in self._found.ids.of_others:
            return None
        raise KeyError(identifier)

    def __iter__(self) -> Iterator[str]:
        return iter(self._found.ids.of_facts | self._found.ids.of_others)

    def __len__(self) -> int:
        return len(self._found.ids.of_facts | self._found.ids.of_others)
