"""Footnotes, which OIM-common writes as facts, with the links to them (OIM 1.0 section 3.5)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from xbrlgen.model import FACT_FOOTNOTE, STANDARD_LINK, Footnote, Link
from xbrlgen.readers.fragments import fragment_of, fragment_root, is_of_xhtml
from xbrlgen.readers.oim.aspects import AspectError


def note_content(text: str) -> str:
    """The content of a note, in the one spelling; raises AspectError for what no note may hold.

    A note is an XHTML fragment whose elements have no prefix (OIM 1.0 section 3.5.1.1).
    """
    try:
        root = fragment_root(text)
    except ValueError as error:
        raise AspectError(f"the note is no XHTML fragment: {error}", "oime:invalidXHTMLFragment") from None
    for element in root:
        if isinstance(element.tag, str) and not is_of_xhtml(element):
            what = f"the note is no XHTML fragment: it holds the element {element.tag}"
            raise AspectError(what, "oime:invalidXHTMLFragment")
    for element in root.iterdescendants():
        if isinstance(element.tag, str) and is_of_xhtml(element) and element.prefix:
            what = f"the note has the prefix {element.prefix!r} on elements of XHTML"
            raise AspectError(what, "oime:xhtmlElementInNonDefaultNamespace")
    return fragment_of(root)


class Notes(NamedTuple):
    """The footnotes of a document, and its links of other kinds."""

    footnotes: tuple[Footnote, ...]
    links: tuple[Link, ...]


def notes_with_links(
    notes: Mapping[str, tuple[str, str | None]], links: Iterable[Link], facts: set[str] | frozenset[str]
) -> tuple[Notes, tuple[str, ...]]:
    """The footnotes, each with the facts that link to it, and all other links; and the notes that nothing links to.

    `notes` are the language and content (None: not to be read) of each note by its id, `facts` the ids of the facts.
    """
    noted: dict[str, dict[str, None]] = {}
    linked: set[str] = set()
    others: list[Link] = []
    for each in links:
        linked.add(each.target)
        if (each.type, each.group) == (FACT_FOOTNOTE, STANDARD_LINK) and each.source in facts:
            noted.setdefault(each.target, {})[each.source] = None
        else:
            others.append(each)
    footnotes = tuple(
        Footnote(note, language, content, tuple(noted.get(note, ())))
        for note, (language, content) in notes.items()
        if note in linked and content is not None
    )
    kept = facts | {footnote.id for footnote in footnotes}
    other_links = tuple(each for each in others if {each.source, each.target} <= kept)
    return Notes(footnotes, other_links), tuple(note for note in notes if note not in linked)
