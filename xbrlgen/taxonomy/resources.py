"""Labels and references of concepts, after prohibition and overriding (XBRL 2.1 sections 5.2.2 and 5.2.3)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.model import QName
from xbrlgen.taxonomy.arcs import ResourceEnd
from xbrlgen.taxonomy.dts import Dts
from xbrlgen.taxonomy.linkbase import LinkbaseDocument, Resource
from xbrlgen.taxonomy.linkbase_content import first_subtag
from xbrlgen.taxonomy.networks import Networks

CONCEPT_LABEL = "http://www.xbrl.org/2003/arcrole/concept-label"
CONCEPT_REFERENCE = "http://www.xbrl.org/2003/arcrole/concept-reference"
STANDARD_LABEL = "http://www.xbrl.org/2003/role/label"
DOCUMENTATION = "http://www.xbrl.org/2003/role/documentation"


class Label(NamedTuple):
    """A label: the URI of its role, its language (a BCP 47 tag) and its text as it is written."""

    role: str
    language: str
    text: str


class Reference(NamedTuple):
    """A reference to literature: the URI of its role and its parts, such as the name and paragraph of a standard."""

    role: str
    parts: tuple[tuple[QName, str], ...]


class WrittenResource(NamedTuple):
    """A label or reference as one linkbase gives it to a concept: `use` is that of the arc, `place` its own.

    `text` is as it is written, and empty for a reference.
    """

    concept: QName
    role: str
    language: str
    text: str
    use: str
    place: Location


class Resources:
    """The labels and references of the concepts of a DTS, read when they are first asked for."""

    def __init__(self, dts: Dts, networks: Networks) -> None:
        self._dts = dts
        self._networks = networks
        self._by_language: dict[str, Mapping[QName, Sequence[ResourceEnd]]] = {}

    def labels(self, concept: QName, language: str = "") -> tuple[Label, ...]:
        """The labels of a concept, in the order of their documents: all, or those whose first subtag is the same.

        What is in other languages only is not read then: a taxonomy may have twenty.
        """
        wanted = first_subtag(language)
        labels = (_label(each) for each in self._of(self._labels(wanted), concept))
        return tuple(each for each in labels if not wanted or first_subtag(each.language) == wanted)

    def references(self, concept: QName) -> tuple[Reference, ...]:
        """The references of a concept, in the order of their documents."""
        return tuple(_reference(each) for each in self._of(self._references, concept))

    def referenced(self) -> Iterator[tuple[QName, tuple[Reference, ...]]]:
        """Every concept that has references, with them."""
        return ((concept, self.references(concept)) for concept in self._references)

    def labelled(self) -> Iterator[tuple[QName, tuple[Label, ...]]]:
        """Every concept that has labels, with them."""
        return ((concept, self.labels(concept)) for concept in self._labels(""))

    def written(self, linkbase: LinkbaseDocument, arcrole: str) -> Iterator[WrittenResource]:
        """The labels or references that one linkbase gives to concepts, or takes from them, as they are written."""
        for _, _, arc in self._networks.written_arcs(linkbase, arcrole):
            if isinstance(arc.source, QName) and isinstance(arc.target, ResourceEnd):
                found = self._dts.linkbases[arc.target.linkbase]
                resource = found.resources[arc.target.number]
                label, place = _label(resource), found.place(resource.line)
                yield WrittenResource(arc.source, label.role, label.language, label.text, arc.kind.use, place)

    def _of(self, ends: Mapping[QName, Sequence[ResourceEnd]], concept: QName) -> Iterator[Resource]:
        for end in dict.fromkeys(ends.get(concept, ())):
            yield self._dts.linkbases[end.linkbase].resources[end.number]

    def _labels(self, language: str) -> Mapping[QName, Sequence[ResourceEnd]]:
        if language not in self._by_language:
            self._by_language[language] = self._ends(CONCEPT_LABEL, language)
        return self._by_language[language]

    @cached_property
    def _references(self) -> Mapping[QName, Sequence[ResourceEnd]]:
        return self._ends(CONCEPT_REFERENCE)

    def _ends(self, arcrole: str, language: str = "") -> Mapping[QName, Sequence[ResourceEnd]]:
        found: dict[QName, list[ResourceEnd]] = {}
        for concept, end in self._networks.described(arcrole, language):
            found.setdefault(concept, []).append(end)
        return found


def _label(resource: Resource) -> Label:
    return Label(resource.role, resource.language, resource.content if isinstance(resource.content, str) else "")


def _reference(resource: Resource) -> Reference:
    parts = () if isinstance(resource.content, str) else resource.content
    return Reference(resource.role, tuple((QName.parse(name), text) for name, text in parts))
