"""Which labels a taxonomy has, by the linkbases that its schemas refer to."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from xbrlgen.model import QName
from xbrlgen.taxonomy.documents import LINK, XLINK, XS, Document, read_document
from xbrlgen.taxonomy.dts import absolute
from xbrlgen.taxonomy.relationships import Resource, read_linkbase
from xbrlgen.taxonomy.taxonomy import Taxonomy

_REFERENCES = f"{{{XS}}}annotation/{{{XS}}}appinfo/{{{LINK}}}linkbaseRef"
_LABELS = {"", "http://www.xbrl.org/2003/role/labelLinkbaseRef"}
_CONCEPT_LABEL = "http://www.xbrl.org/2003/arcrole/concept-label"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def has_label(taxonomy: Taxonomy, concept: QName, role: str, language: str = "") -> bool:
    """Whether a concept has a label of that role, in any language or in one of the same first subtag."""
    languages = _labels(taxonomy).get((concept, role), frozenset())
    return _first_subtag(language) in languages if language else bool(languages)


@dataclass(frozen=True, slots=True)
class TaxonomyLabel:
    """A label that a taxonomy gives a concept: the URI of its role, its language and its text."""

    concept: QName
    role: str
    language: str
    text: str


def labels_of(taxonomy: Taxonomy, concepts: Collection[QName]) -> tuple[TaxonomyLabel, ...]:
    """All labels that a taxonomy gives some concepts, in the order of its documents."""
    return tuple(
        TaxonomyLabel(each.concept, each.role, each.element.get(_LANGUAGE, ""), text)
        for each in _resources(taxonomy)
        if each.concept in concepts and (text := " ".join("".join(each.element.itertext()).split()))
    )


@lru_cache(maxsize=8)
def _labels(taxonomy: Taxonomy) -> dict[tuple[QName, str], frozenset[str]]:
    """The first subtags of the languages that there is a label in, by concept and role."""
    found: dict[tuple[QName, str], set[str]] = {}
    for each in _resources(taxonomy):
        found.setdefault((each.concept, each.role), set()).add(_first_subtag(each.element.get(_LANGUAGE, "")))
    return {key: frozenset(languages) for key, languages in found.items()}


def _resources(taxonomy: Taxonomy) -> Iterator[Resource]:
    for document in _linkbases(taxonomy):
        for each in read_linkbase(document, taxonomy.dts).resources:
            if each.arc.get(f"{{{XLINK}}}arcrole") == _CONCEPT_LABEL:
                yield each


def _linkbases(taxonomy: Taxonomy) -> Iterator[Document]:
    for schema in taxonomy.dts.schemas.values():
        for reference in schema.document.root.iterfind(_REFERENCES):
            url = absolute(reference.get(f"{{{XLINK}}}href", ""), schema.document.url)
            is_wanted = reference.get(f"{{{XLINK}}}role", "") in _LABELS
            path = taxonomy.dts.locate(url) if is_wanted else None
            document = None if path is None else read_document(url, path)
            if isinstance(document, Document):
                yield document


def _first_subtag(language: str) -> str:
    return language.partition("-")[0].lower()
