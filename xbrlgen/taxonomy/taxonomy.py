"""A taxonomy as the rest of the product sees it: concepts, item types, networks, labels and references."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Concept, Extension, ExtensionConcept, ItemType, QName
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.taxonomy.concepts import Concepts
from xbrlgen.taxonomy.declarations import check_declarations
from xbrlgen.taxonomy.documents import Source
from xbrlgen.taxonomy.dts import Dts
from xbrlgen.taxonomy.kept_verdicts import KnownSound
from xbrlgen.taxonomy.networks import Networks
from xbrlgen.taxonomy.resources import STANDARD_LABEL, Label, Reference, Resources
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from xbrlgen.taxonomy.role_types import ArcroleType, RoleType

DIMENSION_DEFAULT = "http://xbrl.org/int/dim/arcrole/dimension-default"
REGISTRY = "http://www.xbrl.org/dtr/type/"
"""What the namespaces of the data type registry start with."""


_WITHOUT_GAP = frozenset({"XG307", "XG309", "XG373"})
"""Faults in documents that are there and read all the same."""


class Taxonomy:
    """The concepts of a DTS; a `xbrlgen.model.Vocabulary`. Everything is read when it is first asked for."""

    def __init__(self, dts: Dts) -> None:
        self.dts = dts
        self._concepts = Concepts(dts)

    @property
    def entry_point(self) -> str:
        """The URL or path of the first document that a report or its extension refers to."""
        return self.dts.entry_points[0] if self.dts.entry_points else ""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the documents of the taxonomy, those apart whose declarations are known to be right."""
        return (*self.dts.findings, *check_declarations(self._concepts, self.sound))

    @cached_property
    def sound(self) -> KnownSound:
        """The documents that need not be judged again."""
        return KnownSound(self.dts)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing that facts could be judged by; what is wrong with it leaves no gap then."""
        return all(each.severity != Severity.ERROR or each.code in _WITHOUT_GAP for each in self.findings)

    @property
    def schemas(self) -> tuple[tuple[str, Source], ...]:
        """Each schema of the DTS: the URL that refers to it, and the document that answers."""
        return tuple((url, schema.document.source) for url, schema in self.dts.schemas.items())

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """The usual prefix of each namespace that concepts are declared in."""
        return MappingProxyType({each: self._concepts.schemas[each][0].usual_prefix() for each in self._names})

    @cached_property
    def namespace(self) -> str:
        """The namespace of names that are written without a prefix: the one that declares the most concepts."""
        return max(self._names, key=lambda each: len(self._names[each]), default="")

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        """The local names of concepts by namespace, both sorted."""
        named = ((each, tuple(sorted(self._concepts.names(each)))) for each in sorted(self._concepts.schemas))
        return {namespace: names for namespace, names in named if names}

    def names(self) -> Iterator[QName]:
        """The names of all concepts, sorted."""
        for namespace, local_names in self._names.items():
            for local_name in local_names:
                yield QName(namespace, local_name)

    def concepts(self) -> Iterator[Concept]:
        """All concepts, in order of their names."""
        return (concept for name in self.names() if (concept := self.concept(name)) is not None)

    def concept(self, name: QName) -> Concept | None:
        """The concept of that name, None if there is none."""
        return self._concepts.get(name)

    def item_type(self, name: QName) -> ItemType | None:
        """The item type of that name, None if there is none."""
        definition = self._concepts.types.definition(name)
        return definition.item_type if definition else None

    def item_type_called(self, local_name: str) -> ItemType | None:
        """The item type of XBRL 2.1, or of the version of the data type registry in use, with this local name."""
        candidates = (QName(each, local_name) for each in (XBRLI, *self.registries))
        return next((found for each in candidates if (found := self.item_type(each)) is not None), None)

    def ancestors(self, item_type: QName) -> tuple[QName, ...]:
        """The types that an item type derives from, itself first; empty for an unknown one."""
        definition = self._concepts.types.definition(item_type)
        return definition.ancestors if definition else ()

    def types(self, concept: Concept) -> tuple[QName, ...]:
        """The type of a concept and those that it derives from, itself first; one without a name has the concept's."""
        if concept.item_type is None:
            return ()
        return self.ancestors(concept.item_type.name) or self._concepts.types_of(concept.name)

    @cached_property
    def registries(self) -> tuple[str, ...]:
        """Namespaces of the data type registry, the one that the main schemas import first, then the newest."""
        known = sorted((each for each in self._concepts.schemas if each.startswith(REGISTRY)), reverse=True)
        main = {each.namespace for schema in self.schemas_of(self.namespace) for each in schema.references()}
        return tuple(sorted(known, key=lambda each: each not in main))

    def schemas_of(self, namespace: str) -> tuple[Schema, ...]:
        """The schemas that declare names in `namespace`."""
        return self._concepts.schemas.get(namespace, ())

    @cached_property
    def networks(self) -> Networks:
        """The networks of relationships, by arcrole and role."""
        return Networks(self.dts)

    @cached_property
    def role_types(self) -> "Mapping[str, tuple[RoleType, ...]]":
        """The roles that schemas declare, by URI."""
        from xbrlgen.taxonomy.role_types import role_types

        return MappingProxyType(role_types(self.dts))

    @cached_property
    def arcrole_types(self) -> "Mapping[str, tuple[ArcroleType, ...]]":
        """The arcroles that schemas declare, by URI."""
        from xbrlgen.taxonomy.role_types import arcrole_types

        return MappingProxyType(arcrole_types(self.dts))

    @cached_property
    def resources(self) -> Resources:
        """The labels and references of all concepts."""
        return Resources(self.dts, self.networks)

    def labels(self, concept: QName, language: str = "") -> tuple[Label, ...]:
        """The labels that the linkbases give a concept, in any language or in those of the same first subtag."""
        return self.resources.labels(concept, language)

    def label(self, concept: QName, role: str = STANDARD_LABEL, language: str = "") -> str | None:
        """The label of a role in a language, or else in one with the same first subtag; None if there is none.

        White space is one space between words. Without a language it is the first label of the role.
        """
        labels = [each for each in self.labels(concept, language) if each.role == role]
        best = min(labels, key=lambda each: each.language.lower() != language.lower(), default=None)
        return None if best is None else " ".join(best.text.split())

    def has_label(self, concept: QName, role: str, language: str = "") -> bool:
        """Whether a concept has a label of that role, in any language or in one of the same first subtag."""
        return any(each.role == role for each in self.labels(concept, language))

    def references(self, concept: QName) -> tuple[Reference, ...]:
        """The references that the linkbases give a concept."""
        return self.resources.references(concept)

    def default_member(self, axis: QName) -> QName | None:
        """The member that facts without `axis` have on it, None if the taxonomy gives none."""
        return self._default_members.get(axis)

    @cached_property
    def _default_members(self) -> Mapping[QName, QName]:
        """The default members, in whichever role they are given (XBRL Dimensions 1.0 section 2.6.4)."""
        found: dict[QName, QName] = {}
        for role in self.networks.roles(DIMENSION_DEFAULT):
            for each in self.networks.network(DIMENSION_DEFAULT, role).relationships:
                found.setdefault(each.source, each.target)
        return found

    def extended(self, extension: Extension) -> "ExtendedTaxonomy":
        """This taxonomy with what a report declares itself."""
        return ExtendedTaxonomy(self, extension)


class ExtendedTaxonomy(Taxonomy):
    """A taxonomy with the concepts and default members of an issuer, which are no document yet."""

    def __init__(self, base: Taxonomy, extension: Extension) -> None:
        super().__init__(base.dts)
        self.base = base
        self.extension = extension
        self._concepts = base._concepts  # noqa: SLF001 - what was read once is shared
        self._own = {each.name: _declared(each, base) for each in extension.concepts}
        self._own_defaults = {axis.name: axis.default for axis in extension.axes if axis.default is not None}

    @cached_property
    def networks(self) -> Networks:
        """The networks of the taxonomy that is extended."""
        return self.base.networks

    @cached_property
    def resources(self) -> Resources:
        """The labels and references of the taxonomy that is extended."""
        return self.base.resources

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """The usual prefix of each namespace that concepts are declared in, the issuer's with them."""
        return MappingProxyType({**self.base.prefixes, self.extension.namespace: self.extension.prefix})

    @cached_property
    def namespace(self) -> str:
        """That of the taxonomy that is extended."""
        return self.base.namespace

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        names = dict(self.base._names)  # noqa: SLF001
        for each in self._own:
            names[each.namespace] = tuple(sorted({*names.get(each.namespace, ()), each.local_name}))
        return dict(sorted(names.items()))

    def concept(self, name: QName) -> Concept | None:
        """The issuer's concept of that name, else that of the taxonomy that is extended."""
        return self._own.get(name) or self.base.concept(name)

    def default_member(self, axis: QName) -> QName | None:
        """The issuer's default member of `axis`, else that of the taxonomy that is extended."""
        return self._own_defaults.get(axis) or self.base.default_member(axis)


def _declared(own: ExtensionConcept, base: Taxonomy) -> Concept:
    return Concept(
        name=own.name,
        item_type=base.item_type(own.item_type),
        substitution_group=own.substitution_group,
        period_type=own.period_type,
        balance=own.balance,
        is_abstract=own.is_abstract,
    )
