"""What a report may hold that a document cannot: found before anything is written."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from xbrlgen.model import Fact, QName, Report, TypedMember, Vocabulary
from xbrlgen.model.characters import NOT_XML

_SPACE = re.compile(r"\s")


class Obstacle(NamedTuple):
    """Why something cannot be written: a code of the catalogue, a message, and the fact or footnote concerned."""

    code: str
    message: str
    subject: str


def obstacles(report: Report, vocabulary: Vocabulary) -> Iterator[Obstacle]:
    """Everything in `report` that would have to be altered to be written; nothing where it can be written as it is."""
    seen: set[str] = set()
    axes: set[QName] = set()
    sound: set[tuple[int, int]] = set()  # what facts of one context share is looked at once
    for fact in report.facts:
        shared = id(fact.entity), id(fact.dimensions)
        if shared in sound and not isinstance(fact.value, str):
            continue
        illegal = tuple(illegal_characters(fact))
        if not illegal:
            sound.add(shared)
        yield from (Obstacle("XG501", what, fact.id) for what in illegal)
        identifier = fact.entity.identifier
        if identifier not in seen and (not identifier or _SPACE.search(identifier)):
            yield Obstacle("XG502", f"the entity identifier {identifier!r} is empty or holds white space", fact.id)
        seen.add(identifier)
        for axis in {each.axis for each in fact.dimensions if isinstance(each.member, TypedMember)} - axes:
            axes.add(axis)
            concept = vocabulary.concept(axis)
            if concept is None or concept.typed_domain is None:
                yield Obstacle(
                    "XG503", f"the taxonomy has no element for the members of the typed axis {axis}", fact.id
                )
    for footnote in report.footnotes:
        if what := illegal_in("the footnote", footnote.content):
            yield Obstacle("XG501", what, footnote.id)


def illegal_characters(fact: Fact) -> Iterator[str]:
    """What of a fact holds characters that no XML document can hold, in sentences."""
    return (found for what, text in _texts(fact) if (found := illegal_in(what, text)))


def illegal_in(what: str, text: str) -> str:
    """That `what` holds a character which no XML document can hold; empty where it does not."""
    illegal = NOT_XML.search(text)
    return "" if illegal is None else _illegal(what, illegal.group())


def _texts(fact: Fact) -> Iterator[tuple[str, str]]:
    if isinstance(fact.value, str):
        yield f"the value of {fact.concept}", fact.value
    for dimension in fact.dimensions:
        if isinstance(dimension.member, TypedMember):
            yield f"the member on {dimension.axis}", dimension.member.value or ""


def _illegal(what: str, character: str) -> str:
    return f"{what} holds the character U+{ord(character):04X}, which no XML document can hold"
