"""What the rules of regulators judge: a report with its documents and its package, and what the regulator wants."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.findings.ruling import Ruling
from xbrlgen.model import Concept
from xbrlgen.rules.extension_taxonomy import OwnTaxonomy
from xbrlgen.rules.filing.document import FACTS, LINK, XBRLI, Document, local_name, name_of
from xbrlgen.rules.filing.requirements import Requirements
from xbrlgen.rules.package import Package
from xbrlgen.rules.subject import SHOWN_PLACES, Subject

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


_CONTEXT = f"{XBRLI}context"
_LISTED = 5
"""Names that a message lists at most."""


@dataclass(frozen=True)
class Filing:
    """One filing, or one target document of it. `rulings` say by code which rules are on; others are off.

    `own` is the issuer's own taxonomy as it is written, None before that.
    """

    subject: Subject
    requirements: Requirements
    rulings: Mapping[str, Ruling]
    documents: tuple[Document, ...] = ()
    package: Package | None = None
    own: OwnTaxonomy | None = None

    def is_on(self, *codes: str) -> bool:
        """Whether the regulator cares for any of these findings."""
        ruled = (each for name, each in self.rulings.items() if name.partition("/")[0] in codes)
        return any(each.severity is not None for each in ruled)

    def concept(self, fact: "Element") -> Concept | None:
        """The concept of a tag, None if the taxonomy has none of that name."""
        name = name_of(fact)
        return None if name is None else self.subject.concept(name)

    def spelt(self, fact: "Element") -> str:
        """A tag in words: its concept as it is written, else its own name."""
        return fact.get("name") or local_name(fact)

    def pieces(self, fact: "Element") -> "Iterator[Element]":
        """The elements that a text stands in, in the order of its value; broken chains end where they break."""
        seen: set[Element] = set()
        piece: Element | None = fact
        while piece is not None and piece not in seen:
            seen.add(piece)
            yield piece
            piece = self._pieces.get(piece.get("continuedAt", ""))

    @cached_property
    def _pieces(self) -> Mapping[str, "Element"]:
        return {each.get("id", ""): each for document in self.documents for each in document.tags("continuation")}

    def contexts(self, document: Document) -> "Iterator[Element]":
        """The contexts of a document, without those that facts of other targets alone refer to."""
        return (each for each in document.root.iter(_CONTEXT) if each.get("id") not in self._foreign_contexts)

    @cached_property
    def _foreign_contexts(self) -> frozenset[str | None]:
        others = {
            each.get("contextRef")
            for document in self.documents
            for each in document.tags(*FACTS)
            if each.get("target") != document.target
        }
        own = (each.get("contextRef") for document in self.documents for each in document.facts)
        return frozenset(others.difference(own) if others else ())

    def found(
        self, code: str, message: str, document: Document, *elements: "Element", hint: str = "", standard: str = ""
    ) -> Finding:
        """A finding about elements of a document; a fact that came from a source is shown there."""
        places = dict.fromkeys(self._place(document, each) for each in elements[:SHOWN_PLACES])
        about = next((identifier for each in elements if (identifier := each.get("id", "")) in self._facts), "")
        return finding(code, message, *places, hint=hint, standard=standard, fact=about)

    def about_the_whole(self, code: str, message: str, *, hint: str = "", standard: str = "") -> Finding:
        """A finding about no part of the filing: it is shown at its first document, if there is one."""
        return finding(
            code, message, *(Location(each.path) for each in self.documents[:1]), hint=hint, standard=standard
        )

    def about_the_taxonomy(self, code: str, message: str, *, hint: str = "") -> Finding:
        """A finding about the taxonomy that the report stands on, shown where the source names it."""
        references = ((each, ref) for each in self.documents for ref in each.root.iter(f"{LINK}schemaRef"))
        places = self.subject.places("taxonomy") or [document.at(element) for document, element in references]
        return finding(code, message, *places[:1], hint=hint)

    @property
    def _facts(self) -> Mapping[str, Location]:
        return self.subject.locations

    def _place(self, document: Document, element: "Element") -> Location:
        """The source of a fact, else the element; a page that shows a fact again adds a number to its id."""
        identifier = element.get("id", "")
        known = self.subject.places(identifier) or self.subject.places(identifier.rpartition("-")[0])
        return known[0] if known else document.at(element)


def listed(names: Iterable[str]) -> str:
    """Each name once, in order; of many the first few and the number of the rest."""
    known = tuple(dict.fromkeys(names))
    more = f" and {len(known) - _LISTED:,} more" if len(known) > _LISTED else ""
    return f"{', '.join(known[:_LISTED])}{more}"


def text_of(piece: "Element") -> str:
    """The characters in an element, without what ix:exclude leaves out."""
    parts = [piece.text or ""]
    for child in piece:
        if local_name(child) != "exclude":
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)
