"""Text footnotes, which xBRL-JSON writes as facts, and the links to them (OIM 1.0 section 3.5.1)."""

from collections.abc import Iterator, Mapping

from xbrlgen.model import Footnote
from xbrlgen.readers.fragments import parsed_fragment
from xbrlgen.readers.oim.document_info import DocumentInfo
from xbrlgen.readers.oim.source import Members, Source

_FOOTNOTE = "http://www.xbrl.org/2003/arcrole/fact-footnote"

Bodies = Mapping[str, dict[str, object]]


def read_notes(
    notes: Bodies, links: Mapping[str, object], facts: set[str], info: DocumentInfo, source: Source
) -> Iterator[Footnote]:
    """The footnotes among the facts, each with the facts that link to it.

    `notes` are the bodies of the xbrl:note facts, `links` the links of every fact and `facts` the ids of the facts that
    were read.
    """
    noted: dict[str, list[str]] = {}
    for fact, note, steps in _linked(links, info, source):
        if note in notes:
            noted.setdefault(note, []).append(fact)
        elif note not in links:
            _fault(source, f"it links to {note!r}, which is no fact", fact, "xbrlje:unknownLinkTarget", *steps)
        else:
            _fault(
                source, f"a footnote cannot be the fact {note!r}", fact, "oime:illegalStandardFootnoteTarget", *steps
            )
    for note, body in notes.items():
        language = _checked(note, body, source)
        content = _content(note, str(body.get("value") or ""), source)
        if note not in noted:
            _fault(source, "no fact links to the note", note, "oime:unusedNoteFact")
        own = tuple(dict.fromkeys(fact for fact in noted.get(note, ()) if fact in facts))
        if own and content is not None:
            yield Footnote(note, language, content, own)


def _fault(source: Source, message: str, fact: str, standard: str, *steps: object) -> None:
    source.fault("XG175", f"fact {fact!r}: {message}", "facts", fact, *steps, standard=standard, fact=fact)


def _linked(
    links: Mapping[str, object], info: DocumentInfo, source: Source
) -> Iterator[tuple[str, str, tuple[object, ...]]]:
    """Each fact and what it has a footnote link to, with the place of the link."""
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
) -> Iterator[tuple[str, str, tuple[object, ...]]]:
    """What the links of one fact, type and group go to."""
    fact, kind, group = link
    place = ("links", kind, group)
    if group not in info.link_groups:
        _fault(source, f"the link group {group!r} is not declared", fact, "xbrlje:unknownLinkGroup", *place)
    if not isinstance(targets, list) or not all(type(target) is str for target in targets):
        source.fault("XG171", f"{group!r} is not an array of strings", "facts", fact, *place, fact=fact)
    elif info.link_types.get(kind) == _FOOTNOTE:
        yield from ((fact, target, (*place, index)) for index, target in enumerate(targets))
    elif kind in info.link_types:
        what = f"fact {fact!r}: its links of type {kind!r} are left out: only notes on facts are kept"
        source.fault("XG164", what, "facts", fact, *place, fact=fact)


def _checked(note: str, body: dict[str, object], source: Source) -> str:
    """The language of a note whose other dimensions and properties are as they must be."""
    dimensions = body.get("dimensions")
    given = dimensions if isinstance(dimensions, Members) else Members()
    if given.get("noteId") != note:
        standard = "oime:invalidNoteIDValue" if "noteId" in given else "oime:missingNoteIDDimension"
        _fault(source, "its noteId is not its own id", note, standard, "dimensions")
    if "language" not in given:
        _fault(source, "a note has to say its language", note, "oime:missingLanguageForNoteFact", "dimensions")
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
        return parsed_fragment(value)
    except ValueError as error:
        _fault(source, f"the note is no XHTML fragment: {error}", note, "oime:invalidXHTMLFragment", "value")
        return None
