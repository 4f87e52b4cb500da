"""An xBRL-JSON document: documentInfo and facts."""

import re
from pathlib import Path
from types import MappingProxyType

from xbrlgen.model import Fact, Report, Vocabulary
from xbrlgen.model.namespaces import OIM, OWN
from xbrlgen.readers.contents import content_of
from xbrlgen.readers.oim.document_info import DocumentInfo, check_extensions, has_document_type, read_document_info
from xbrlgen.readers.oim.duplicates import disallowed_duplicates
from xbrlgen.readers.oim.source import Kind, Members, Source, Syntax, parse
from xbrlgen.readers.oim.structure import fault, known_members
from xbrlgen.readers.oim.values import CORE
from xbrlgen.readers.reading import AnyVocabulary, Reading
from xbrlgen.readers.xbrl_json.facts import NUMBER, Facts
from xbrlgen.readers.xbrl_json.notes import read_notes

_SYNTAX = Syntax("xBRL-JSON", f"{OIM}/xbrl-json", "xbrlje", not_json="XG170", structure="XG171")
_DOCUMENT = MappingProxyType({"documentInfo": Kind.OBJECT, "facts": Kind.OBJECT})
_FACT = MappingProxyType(
    {"value": Kind.STRING_OR_NULL, "decimals": Kind.INTEGER, "dimensions": Kind.OBJECT, "links": Kind.OBJECT}
)
_DIMENSIONS = MappingProxyType(dict.fromkeys(sorted(CORE), Kind.STRING))
_ID = re.compile(r"[^\W\d][\w.-]*")


def read_xbrl_json(document: Path | bytes, vocabulary: AnyVocabulary, name: str = "") -> Reading:
    """Read a document; `vocabulary` is one, or what finds one for the URLs of its taxonomies.

    Without a vocabulary a fact is numeric where it has a unit or decimals, and a member explicit where it is a name.
    `name` is what findings call the document, by default its path. Follows xBRL-JSON 1.0 and OIM-common 1.0,
    https://www.xbrl.org/Specification/xbrl-json/REC-2021-10-13+errata-2023-04-19/
    """
    source = Source(name or (str(document) if isinstance(document, Path) else "report.json"), _SYNTAX)
    content = content_of(document, source.path, source.findings)
    tree = None if content is None else parse(content, source)
    if tree is None:
        if not source.findings:
            fault(source, "the document is null")
        return _nothing(source)
    members = known_members(tree, _DOCUMENT, source)
    if not has_document_type(tree, source):
        return _nothing(source)
    info = read_document_info(members["documentInfo"], source)
    check_extensions(tree, info.namespaces, source)
    found = vocabulary(info.taxonomy) if callable(vocabulary) else vocabulary
    return _reading(members.get("facts"), info, found, source)


def _nothing(source: Source) -> Reading:
    return Reading(None, MappingProxyType({}), tuple(source.findings))


def _reading(value: object, info: DocumentInfo, vocabulary: Vocabulary | None, source: Source) -> Reading:
    reader = Facts(source, info, vocabulary)
    facts: list[Fact] = []
    notes: dict[str, dict[str, object]] = {}
    links: dict[str, object] = {}
    for fact_id, member in value.items() if isinstance(value, Members) else ():
        body, dimensions = _checked(fact_id, member, info, source)
        links[fact_id] = body.get("links")
        if dimensions is None:
            continue
        if _is_note(str(dimensions["concept"]), info):
            notes[fact_id] = body
        else:
            fact = reader.read(fact_id, body, dimensions)
            facts.extend([fact] if fact is not None else [])
    for first, again in disallowed_duplicates(facts, info.allowed_duplicates):
        what = f"facts {first.id!r} and {again.id!r} are duplicates, and only {info.allowed_duplicates} are allowed"
        source.fault("XG177", what, "facts", again.id, fact=again.id)
    footnotes, other_links = read_notes(notes, links, {fact.id for fact in facts}, info, source)
    report = Report(
        entity=facts[0].entity if facts else None,
        facts=tuple(facts),
        schema_refs=info.taxonomy,
        prefixes=MappingProxyType(dict(sorted(info.namespaces.items()))),
        language=next((fact.language for fact in facts if fact.language), "en"),
        footnotes=footnotes,
        links=other_links,
    )
    ids = [*(fact.id for fact in facts), *(footnote.id for footnote in footnotes)]
    places = {each: source.at("facts", each) for each in ids}
    return Reading(report, MappingProxyType(places), tuple(source.findings))


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
