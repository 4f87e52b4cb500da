"""The links of a report, by type, group and source (xBRL-CSV 1.0, section 3.1), and its notes."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from xbrlgen.findings import Severity, finding
from xbrlgen.model import FACT_FOOTNOTE, Link
from xbrlgen.readers.oim.aspects import AspectError
from xbrlgen.readers.oim.document_info import DocumentInfo
from xbrlgen.readers.oim.notes import Notes, note_content, notes_with_links
from xbrlgen.readers.oim.source import Members, Source
from xbrlgen.readers.xbrl_csv.facts import Note
from xbrlgen.readers.xbrl_csv.places import Places


def read_links(links: object, notes: Mapping[str, Note], places: Places, info: DocumentInfo, source: Source) -> Notes:
    """The footnotes with the facts that link to them, and all other links; `places` have all facts and notes."""
    if not links and not notes:
        return Notes((), ())
    found = tuple(_links(links, notes, places, info, source))
    facts = frozenset(places).difference(notes)
    read = {name: (note.language, _content(name, note, places, source)) for name, note in notes.items()}
    noted, unused = notes_with_links(read, found, facts)
    for name in unused:
        what = f"fact {name!r}: no fact links to the note"
        place, standard = places[name], "oime:unusedNoteFact"
        source.findings.append(
            finding("XG920", what, place, standard=standard, fact=name, severity=Severity.WARNING)
        )  # the specification's own tests leave such notes alone
    return noted


def _links(
    links: object, notes: Collection[str], known: Collection[str], info: DocumentInfo, source: Source
) -> Iterator[Link]:
    """The links between facts and notes that are there, as far as types and groups are declared."""
    for kind, groups in _members(links):
        if kind not in info.link_types:
            _fault(source, f"the link type {kind!r} is not declared", "unknownLinkType", kind)
        for group, sources in _members(groups):
            if group not in info.link_groups:
                _fault(source, f"the link group {group!r} is not declared", "unknownLinkGroup", kind, group)
            for start, targets in _members(sources):
                if start not in known:
                    what = f"a link comes from {start!r}, which is no fact"
                    _fault(source, what, "unknownLinkSource", kind, group, start)
                elif kind in info.link_types and group in info.link_groups:
                    uris = info.link_types[kind], info.link_groups[group]
                    given = [Link(*uris, start, str(each)) for each in targets] if isinstance(targets, list) else []
                    yield from _to_targets(given, notes, known, source, (kind, group, start))


def _to_targets(
    links: Iterable[Link], notes: Collection[str], known: Collection[str], source: Source, steps: tuple[str, ...]
) -> Iterator[Link]:
    """The links that go to what is there and may be linked to."""
    for index, link in enumerate(links):
        if link.target not in known:
            _fault(source, f"a link goes to {link.target!r}, which is no fact", "unknownLinkTarget", *steps, index)
        elif link.type == FACT_FOOTNOTE and link.target not in notes:
            what, standard = f"a footnote cannot be the fact {link.target!r}", "oime:illegalStandardFootnoteTarget"
            source.fault("XG920", what, "links", *steps, index, standard=standard)
        else:
            yield link


def _members(value: object) -> tuple[tuple[str, object], ...]:
    return tuple(value.items()) if isinstance(value, Members) else ()


def _fault(source: Source, message: str, standard: str, *steps: object) -> None:
    source.fault("XG920", message, "links", *steps, standard=f"{source.syntax.prefix}:{standard}")


def _content(name: str, note: Note, places: Places, source: Source) -> str | None:
    try:
        return note_content(note.value)
    except AspectError as error:
        what = f"fact {name!r}: {error}"
        source.findings.append(finding("XG920", what, places[name], standard=error.standard, fact=name))
        return None
