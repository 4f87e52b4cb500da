"""An xBRL-JSON document: documentInfo and facts."""

import re
from collections.abc import Collection, Sequence
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from xbrlgen.model import Fact, Report, Vocabulary
from xbrlgen.model.namespaces import OIM, OWN
from xbrlgen.readers.contents import content_of
from xbrlgen.readers.known_facts import KnownFacts
from xbrlgen.readers.oim.document_info import DocumentInfo, check_extensions, has_document_type, read_document_info
from xbrlgen.readers.oim.duplicates import disallowed_duplicates
from xbrlgen.readers.oim.notes import Notes
from xbrlgen.readers.oim.source import MARK, Kind, Members, Source, Syntax, parse, without_mark
from xbrlgen.readers.oim.structure import fault, known_members
from xbrlgen.readers.oim.values import CORE
from xbrlgen.readers.reading import AnyVocabulary, Reading
from xbrlgen.readers.xbrl_json.facts import NUMBER, Facts
from xbrlgen.readers.xbrl_json.notes import read_notes
from xbrlgen.readers.xbrl_json.pieces import Pieces, UnusualError
from xbrlgen.readers.xbrl_json.places import Places
from xbrlgen.readers.xbrl_json.usual import UsualFacts

_SYNTAX = Syntax("xBRL-JSON", f"{OIM}/xbrl-json", "xbrlje", not_json="XG170", structure="XG171")
_DOCUMENT = MappingProxyType({"documentInfo": Kind.OBJECT, "facts": Kind.OBJECT})
_FACT = MappingProxyType(
    {"value": Kind.STRING_OR_NULL, "decimals": Kind.INTEGER, "dimensions": Kind.OBJECT, "links": Kind.OBJECT}
)
_DIMENSIONS = MappingProxyType(dict.fromkeys(sorted(CORE), Kind.STRING))
_BATCH = 500
"""Facts that are read before those that are known take their place."""
_ID = re.compile(r"[^\W\d][\w.-]*")


def read_xbrl_json(
    document: Path | bytes, vocabulary: AnyVocabulary, name: str = "", known: Sequence[Fact] = ()
) -> Reading:
    """Read a document; `vocabulary` is one, or what finds one for the URLs of its taxonomies.

    Without a vocabulary a fact is numeric where it has a unit or decimals, and a member explicit where it is a name.
    `name` is what findings call the document, by default its path. Facts that equal `known` ones are these. Follows
    xBRL-JSON 1.0 and OIM-common 1.0, https://www.xbrl.org/Specification/xbrl-json/REC-2021-10-13+errata-2023-04-19/
    """
    path = name or (str(document) if isinstance(document, Path) else "report.json")
    try:
        with document.open("rb") if isinstance(document, Path) else BytesIO(document) as stream:
            return _in_pieces(stream, vocabulary, Source(path, _SYNTAX), known)
    except (UnusualError, OSError):
        source = Source(path, _SYNTAX)
    content = content_of(document, path, source.findings)
    return _nothing(source) if content is None else _as_a_whole(content, vocabulary, source)


def _in_pieces(stream: BinaryIO, vocabulary: AnyVocabulary, source: Source, known: Sequence[Fact] = ()) -> Reading:
    """What a document says that ends with its facts; raises UnusualError for any other, whatever is wrong with it."""
    if without_mark(stream.read(len(MARK)), source):
        stream.seek(0)
    pieces = Pieces(stream)
    reading = _begun(Members({**pieces.head, "facts": Members()}), vocabulary, source)
    if reading is None:
        raise UnusualError
    usual, facts, known_facts = UsualFacts(reading.reader), reading.facts, KnownFacts(known)
    for number, (fact_id, member) in enumerate(pieces.facts(), 1):
        fact = usual.fact(fact_id, member) if _ID.fullmatch(fact_id) else None
        if fact is None:
            reading.take(fact_id, pieces.with_care())
        else:
            facts.append(fact)
        if not number % _BATCH:
            known_facts.replace(facts, pieces.ids)
    known_facts.replace(facts, pieces.ids)
    return reading.end(pieces.ids)


def _as_a_whole(content: bytes, vocabulary: AnyVocabulary, source: Source) -> Reading:
    """What any document says."""
    tree = parse(content, source)
    if tree is None and not source.findings:
        fault(source, "the document is null")
    reading = None if tree is None else _begun(tree, vocabulary, source)
    if reading is None:
        return _nothing(source)
    facts = tree.get("facts") if isinstance(tree, Members) else None
    facts = facts if isinstance(facts, Members) else Members()
    for fact_id, member in facts.items():
        reading.take(fact_id, member)
    return reading.end(facts.keys())


def _nothing(source: Source) -> Reading:
    return Reading(None, MappingProxyType({}), tuple(source.findings))


def _begun(tree: object, vocabulary: AnyVocabulary, source: Source) -> "_Reading | None":
    """The reading of a document before its first fact; None, with findings, where it is no xBRL-JSON."""
    members = known_members(tree, _DOCUMENT, source)
    if not has_document_type(tree, source):
        return None
    info = read_document_info(members["documentInfo"], source)
    check_extensions(tree, info.namespaces, source)
    return _Reading(info, vocabulary(info.taxonomy) if callable(vocabulary) else vocabulary, source)


class _Reading:
    """A report that is read fact by fact."""

    def __init__(self, info: DocumentInfo, vocabulary: Vocabulary | None, source: Source) -> None:
        self.reader = Facts(source, info, vocabulary)
        self.facts: list[Fact] = []
        self._notes: dict[str, dict[str, object]] = {}
        self._links: dict[str, object] = {}
        self._info = info
        self._source = source

    def take(self, fact_id: str, member: object) -> None:
        """Read a fact or a note, with findings for what is wrong with it."""
        body, dimensions = _checked(fact_id, member, self._info, self._source)
        if "links" in body:
            self._links[fact_id] = body["links"]
        if dimensions is None:
            return
        if _is_note(str(dimensions["concept"]), self._info):
            self._notes[fact_id] = body
            return
        fact = self.reader.read(fact_id, body, dimensions)
        self.facts.extend([fact] if fact is not None else [])

    def end(self, ids: Collection[str]) -> Reading:
        """The report of the facts that were taken; `ids` are those of all facts of the document."""
        facts, info, source = self.facts, self._info, self._source
        for first, again in disallowed_duplicates(facts, info.allowed_duplicates):
            what = f"facts {first.id!r} and {again.id!r} are duplicates, and only {info.allowed_duplicates} are allowed"
            source.fault("XG177", what, "facts", again.id, fact=again.id)
        noted = Notes((), ())
        if self._notes or self._links:
            known = frozenset(fact.id for fact in facts)
            noted = read_notes(self._notes, self._links, info, source, ids=ids, facts=known)
        report = Report(
            entity=facts[0].entity if facts else None,
            facts=tuple(facts),
            schema_refs=info.taxonomy,
            prefixes=MappingProxyType(dict(sorted(info.namespaces.items()))),
            language=next((fact.language for fact in facts if fact.language), "en"),
            footnotes=noted.footnotes,
            links=noted.links,
        )
        return Reading(report, Places(report, source), tuple(source.findings))


def _checked(
    fact_id: str, member: object, info: DocumentInfo, source: Source
) -> tuple[dict[str, object], dict[str, object] | None]:
    """The members of a fact, and its dimensions where they are there with a concept among them."""
    place = ("facts", fact_id)
    if not _ID.fullmatch(fact_id):
        fault(source, f"the id {fact_id!r} is no name", *place)
    body = known_members(member, _FACT, source, *place, required=("value", "dimensions"))
    check_extensions(member, info.namespaces, source, *place)
    if _is_marked(member, info):
        body[NUMBER] = True
    if "dimensions" not in body or ("value" not in body):
        return body, None
    given = body["dimensions"]
    dimensions = known_members(given, _DIMENSIONS, source, *place, "dimensions")
    for key, value in given.items() if isinstance(given, Members) else ():
        if ":" in key:
            if value is None or type(value) is str:
                dimensions[key] = value
            else:
                fault(source, f"the member on {key!r} is not a string or null", *place, "dimensions", key)
    if "noteId" in dimensions and not _is_note(str(dimensions.get("concept")), info):
        what = f"fact {fact_id!r}: only a note has a noteId"
        source.fault("XG174", what, *place, "dimensions", standard="oime:misplacedNoteIDDimension", fact=fact_id)
    if isinstance(given, Members) and "concept" not in given:
        what = f"fact {fact_id!r} has no concept"
        source.fault("XG174", what, *place, "dimensions", standard="oime:missingConceptDimension", fact=fact_id)
    return body, dimensions if "concept" in dimensions else None


def _is_marked(member: object, info: DocumentInfo) -> bool:
    """Whether our own extension says of a fact that it is a number, for where no taxonomy does."""
    named = (key.partition(":") for key in member if ":" in key) if isinstance(member, Members) else ()
    return any(local == NUMBER and info.namespaces.get(prefix) == OWN for prefix, _, local in named)


def _is_note(concept: str, info: DocumentInfo) -> bool:
    prefix, _, local = concept.partition(":")
    return local == "note" and info.namespaces.get(prefix) == OIM
