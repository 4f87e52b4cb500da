"""The texts that a taxonomy gives its concepts, for searching: labels, documentation and references."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.taxonomy.resources import DOCUMENTATION, STANDARD_LABEL, Label
from xbrlgen.taxonomy.taxonomy import Taxonomy


class Standing(IntEnum):
    """What a text is, that which says most about its concept first."""

    NAME = 0
    STANDARD_LABEL = 0
    OTHER_LABEL = 1
    DOCUMENTATION = 2
    REFERENCE = 3


class Text(NamedTuple):
    """One text of a concept: as it is written, and with its spelling evened out."""

    concept: QName
    standing: Standing
    text: str
    plain: str


class ConceptTexts(NamedTuple):
    """All texts of the concepts of a taxonomy."""

    texts: tuple[Text, ...]

    @classmethod
    def of(cls, taxonomy: Taxonomy) -> "ConceptTexts":
        """Those that the linkbases give, in all languages."""
        return cls((*_labels(taxonomy), *_references(taxonomy)))

    def with_all(self, words: Sequence[str]) -> Iterator[Text]:
        """The texts in which some word begins with each of `words`, give or take an ending."""
        patterns = [re.compile(rf"(?<![^\W_]){re.escape(_plain(each).removesuffix('y'))}") for each in words]
        return (each for each in self.texts if all(pattern.search(each.plain) for pattern in patterns))


def _labels(taxonomy: Taxonomy) -> Iterator[Text]:
    for concept, labels in taxonomy.resources.labelled():
        for label in labels:
            yield Text(concept, _standing(label), label.text, _plain(label.text))


def _standing(label: Label) -> Standing:
    known = {STANDARD_LABEL: Standing.STANDARD_LABEL, DOCUMENTATION: Standing.DOCUMENTATION}
    return known.get(label.role, Standing.OTHER_LABEL)


def _references(taxonomy: Taxonomy) -> Iterator[Text]:
    for concept, references in taxonomy.resources.referenced():
        for each in references:
            text = " ".join(value for name, value in each.parts if not name.local_name.startswith("URI"))
            yield Text(concept, Standing.REFERENCE, text, _plain(text))


def _plain(text: str) -> str:
    """Small letters, and one spelling where English has two."""
    return text.lower().replace("iz", "is").replace("yz", "ys")
