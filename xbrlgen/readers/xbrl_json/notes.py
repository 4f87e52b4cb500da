"""Text footnotes, which xBRL-JSON writes as facts, and the links of facts (OIM 1.0 section 3.5)."""

from collections.abc import Collection, Iterator, Mapping

from xbrlgen.model import FACT_FOOTNOTE, Link
from xbrlgen.readers.oim.aspects import AspectError, is_language
from xbrlgen.readers.oim.document_info import DocumentInfo
from xbrlgen.readers.oim.notes import Notes, note_content, notes_with_links
from xbrlgen.readers.oim.source import Members, Source

Bodies = Mapping[str, dict[str, object]]


def read_notes(
    notes: Bodies,
    links: Mapping[str, object],
    info: DocumentInfo,
    source: Source,
    *,
    ids: Collection[str],
    facts: frozenset[str],
) -> Notes:
    """The footnotes among the facts, each with the facts that link to it, and all other links.

    `notes` are the bodies of the xbrl:note facts, `links` the links of the facts that have some, `ids` those of all
    facts and `facts` those of the facts that were read.
    """
    found = tuple(_checked_links(notes, links, ids, info, source))
    read = {
        note: (_checked(note, body, source), _content(note, str(body.get("value") or ""), source))
        for note, body in notes.items()
    }
    noted, unused = notes_with_links(read, found, facts)
    for note in unused:
        _fault(source, "no fact links to the note", note, "oime:unusedNoteFact")
    return noted


def _checked_links(
    notes: Bodies, links: Mapping[str, object], ids: Collection[str], info: DocumentInfo, source: Source
) -> Iterator[Link]:
    """The links that go to what is there and may be linked to."""
    for link, steps in _linked(links, info, source):
        if link.target not in ids:
            what = f"it links to {link.target!r}, which is no fact"
            _fault(source, what, link.source, "xbrlje:unknownLinkTarget", *steps)
        elif link.type == FACT_FOOTNOTE and link.target not in notes:
            what = f"a footnote cannot be the fact {link.target!r}"
            _fault(source, what, link.source, "oime:illegalStandardFootnoteTarget", *steps)
        else:
            yield link


def _fault(source: Source, message: str, fact: str, standard: str, *steps: object) -> None:
    source.fault("XG175", f"fact {fact!r}: {message}", "facts", fact, *steps, standard=standard, fact=fact)


def _linked(
    links: Mapping[str, object], info: DocumentInfo, source: Source
) -> Iterator[tuple[Link, tuple[object, ...]]]:
    """Each link with its place, as far as types and groups are declared."""
    for fact, types in links.items():
        for kind, groups in types.items() if isinstance(types, Members) else ():
            if kind not in info.link_types:
                _fault(source, f"the link type {kind!r} is not declared", fact, "xbrlje:unknownLinkType", "links", kind)
            if not isinstance(groups, Members):
                source.fault("XG171", f"{kind!r} is not an object", "facts", fact, "links", kind, fact=fact)
                continue
            for group, targets in groups.items():
                yield from _in_group((fact, kind, group), targets, info, source)


def _in_group(
    link: tuple[str, str, str], targets: object, info: DocumentInfo, source: Source
) -> Iterator[tuple[Link, tuple[object, ...]]]:
    """The links of one fact, type and group."""
    fact, kind, group = link
    place = ("links", kind, group)
    if group not in info.link_groups:
        _fault(source, f"the link group {group!r} is not declared", fact, "xbrlje:unknownLinkGroup", *place)
    if not isinstance(targets, list) or not all(type(target) is str for target in targets):
        source.fault("XG171", f"{group!r} is not an array of strings", "facts", fact, *place, fact=fact)
    elif kind in info.link_types and group in info.link_groups:
        uris = info.link_types[kind], info.link_groups[group]
        yield from ((Link(*uris, fact, target), (*place, index)) for index, target in enumerate(targets))


def _checked(note: str, body: dict[str, object], source: Source) -> str:
    """The language of a note whose other dimensions and properties are as they must be."""
    dimensions = body.get("dimensions")
    given = dimensions if isinstance(dimensions, Members) else Members()
    if given.get("noteId") != note:
        standard = "oime:invalidNoteIDValue" if "noteId" in given else "oime:missingNoteIDDimension"
        _fault(source, "its noteId is not its own id", note, standard, "dimensions")
    if "language" not in given:
        _fault(source, "a note has to say its language", note, "oime:missingLanguageForNoteFact", "dimensions")
    elif not is_language(language := str(given["language"])):
        _fault(source, f"the language {language!r} is none", note, "", "dimensions", "language")
    if "unit" in given:
        _fault(source, "a note has no unit", note, "oime:misplacedUnitDimension", "dimensions", "unit")
    if "decimals" in body:
        _fault(source, "a note has no decimals", note, "oime:misplacedDecimalsProperty", "decimals")
    for key in given:
        if key in {"entity", "period"} or ":" in key:
            _fault(source, f"a note has no {key}", note, "oime:misplacedNoteFactDimension", "dimensions", key)
    return str(given.get("language", "")).lower()


def _content(note: str, value: str, source: Source) -> str | None:
    try:
        return note_content(value)
    except AspectError as error:
        _fault(source, str(error), note, error.standard, "value")
        return None
