"""What the rules on instances judge: an instance with its taxonomy, and what they share."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Severity, finding
from xbrlgen.instance import InstanceDocument
from xbrlgen.model import Concept, Fact, QName
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.documents import Document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.rules.instance.s_equality import Equality
    from xbrlgen.rules.instance.schema_types import SchemaTypes


class InstanceSubject:
    """One instance to be judged; `facts` are those of its report, which say what the tags of pages come to."""

    def __init__(self, document: InstanceDocument, taxonomy: Taxonomy, facts: Sequence[Fact] = ()) -> None:
        self.document = document
        self.taxonomy = taxonomy
        self._facts = facts
        self._concepts: dict[QName, Concept | None] = {}

    @cached_property
    def types(self) -> "SchemaTypes":
        """What the schemas say of elements and attributes."""
        from xbrlgen.rules.instance.schema_types import SchemaTypes

        return SchemaTypes(self.taxonomy)

    @cached_property
    def equality(self) -> "Equality":
        """Which contexts and units say the same."""
        from xbrlgen.rules.instance.s_equality import Equality

        return Equality(self.document, self.types)

    @cached_property
    def documents(self) -> TaxonomyDocuments:
        """The documents of the taxonomy, for references that lead there."""
        return TaxonomyDocuments(self.taxonomy)

    @cached_property
    def xml(self) -> Document:
        """The instance as a document among those of its taxonomy."""
        return Document(self.document.url, Path(self.document.path), self.document.linked_root())

    @cached_property
    def facts_of_tags(self) -> "Mapping[Element, Fact]":
        """The fact that each tag of a page reports."""
        elements = self.document.elements_of_facts()
        facts = (*self._facts, *self.document.unreported)
        return {elements[fact.id]: fact for fact in facts if fact.id in elements}

    def spelt(self, name: QName) -> str:
        """A name with its usual prefix."""
        return self.documents.spelt(name)

    def concept(self, element: "Element") -> Concept | None:
        """The concept of the element of a fact."""
        name = self.document.name(element)
        if name is None:
            return None
        if name not in self._concepts:
            self._concepts[name] = self.taxonomy.concept(name)
        return self._concepts[name]

    def finding(
        self, code: str, message: str, *elements: "Element", standard: str = "", severity: Severity | None = None
    ) -> Finding:
        """A finding about elements, the first of which is its fact if it has an id."""
        places = tuple(dict.fromkeys(self.document.place(each) for each in elements))
        about = elements[0].get("id", "") if elements else ""
        return finding(code, message, *places, standard=standard, severity=severity, fact=about)
