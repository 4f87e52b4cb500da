"""The issuer's own elements: from `extension` of report.yaml to concepts, axes and members."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from xbrlgen.findings import finding
from xbrlgen.model import Anchors, Axis, Concept, Extension, ExtensionConcept, ItemType, QName, ValueKind
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.readers.report_folder.item_types import item_type, standard_type
from xbrlgen.readers.report_folder.names import STANDARD_PREFIXES, Names
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.structure import AxisEntry, ConceptEntry, ExtensionEntry, MemberEntry

_ITEM = QName(XBRLI, "item")
_DIMENSION = QName("http://xbrl.org/2005/xbrldt", "dimensionItem")
_RESERVED_PREFIXES = frozenset({*STANDARD_PREFIXES, "xbrldi", "xbrldt", "link", "xlink", "xs", "xsi", "xbrl", "enum2"})
_RESERVED_NAMESPACES = ("http://www.xbrl.org/", "http://xbrl.org/", "https://xbrl.org/", "http://www.w3.org/")

_STRING = ItemType(QName(XBRLI, "stringItemType"), ValueKind.STRING, "string", MappingProxyType({}))
_DOMAIN = ItemType(
    QName("http://www.xbrl.org/dtr/type/2022-03-31", "domainItemType"),
    ValueKind.DOMAIN,
    "string",
    MappingProxyType({}),
)
"""For a taxonomy that declares no members; dimensions and members have no values, so no other type matters."""


@dataclass(slots=True)
class ExtensionReading:
    """Reads the extension and makes its names known to `names`."""

    entry: ExtensionEntry
    language: str
    names: Names
    _declared: dict[QName, ExtensionConcept] = field(default_factory=dict)

    def read(self) -> Extension:
        """The extension as the model has it."""
        self._check_namespace()
        prefix, namespace = str(self.entry.prefix), str(self.entry.namespace)
        self.names.prefix, self.names.namespace = prefix, namespace
        for name, concept in self.entry.concepts.items():
            self._add_concept(name, concept)
        for name, concept in self.entry.concepts.items():
            self._anchor(name, concept)
        axes = tuple(self._axis(name, axis) for name, axis in self.entry.axes.items())
        self.names.defaults.update({axis.name: axis.default for axis in axes if axis.default is not None})
        return Extension(prefix, namespace, tuple(self._declared.values()), axes)

    def _check_namespace(self) -> None:
        usual = self.names.vocabulary.prefixes
        prefix, namespace = self.entry.prefix, self.entry.namespace
        if prefix in _RESERVED_PREFIXES or prefix in usual.values():
            self._find("XG127", f"the prefix '{prefix}' belongs to the taxonomy or to XBRL itself", prefix)
        if namespace in usual or namespace.startswith(_RESERVED_NAMESPACES):
            self._find("XG127", f"the namespace '{namespace}' belongs to the taxonomy or to XBRL itself", namespace)

    def _add_concept(self, name: PlacedText, entry: ConceptEntry) -> None:
        found = item_type(entry.type, self.names)
        if found is None:
            self.names.broken |= {str(name)}
            return
        balance = entry.balance or ""
        if balance and found.kind is not ValueKind.MONETARY:
            self._find("XG129", f"'{name}' has a balance, but it is not monetary", name)
            balance = ""
        concept = Concept(self._qname(name), found, _ITEM, entry.period, balance, entry.abstract)
        self._declare(name, concept, entry)

    def _anchor(self, name: PlacedText, entry: ConceptEntry) -> None:
        """Look up what a concept is anchored to, now that all concepts are known."""
        declared = self._declared.get(self._qname(name))
        if declared is None or entry.anchors is None:
            return
        ends = (entry.anchors.wider, entry.anchors.narrower)
        wider, narrower = (tuple(found.name for each in end if (found := self.names.concept(each))) for end in ends)
        self._declared[declared.name] = replace(declared, anchors=Anchors(wider, narrower))

    def _axis(self, name: PlacedText, entry: AxisEntry) -> Axis:
        standard = self._standard(name)
        if standard is None:
            qname = self._qname(name)
            if entry.label is None:
                self._find("XG113", f"the own axis '{name}' lacks the key 'label'", name)
            self._declare(name, Concept(qname, self._string(), _DIMENSION, "duration", "", is_abstract=True), entry)
        else:
            qname = standard.name
            if not standard.is_dimension:
                self._find("XG122", f"'{name}' of the taxonomy is no axis", name)
            if entry.label is not None:
                self._find("XG130", f"the standard axis '{name}' has the label that its taxonomy gives it", entry.label)
        members = {str(key): self._member(key, member) for key, member in entry.members.items()}
        return Axis(qname, self._default(entry, qname, members), tuple(members.values()))

    def _member(self, name: PlacedText, entry: MemberEntry) -> QName:
        if standard := self._standard(name):
            return standard.name
        found = standard_type("domainItemType", self.names.vocabulary) or _DOMAIN
        self._declare(name, Concept(self._qname(name), found, _ITEM, "duration", "", is_abstract=True), entry)
        return self._qname(name)

    def _default(self, entry: AxisEntry, axis: QName, members: Mapping[str, QName]) -> QName | None:
        of_taxonomy = self.names.vocabulary.default_member(axis)
        if entry.default is None:
            return of_taxonomy
        local_name = entry.default.rpartition(":")[2]
        found = members.get(local_name)
        if found is None and local_name not in self.names.broken:
            known = ", ".join(members)
            self._find("XG130", f"the default '{entry.default}' is none of the members {known}", entry.default)
        if found is not None and of_taxonomy not in {None, found}:
            told = f"the default of the standard axis is '{self.names.prefixed(of_taxonomy)}', not '{entry.default}'"
            self._find("XG130", told, entry.default)
        return found

    def _declare(self, name: PlacedText, concept: Concept, entry: ConceptEntry | AxisEntry | MemberEntry) -> None:
        """Make an own element known; the same member may serve several axes."""
        labels = {self.language: str(entry.label or name)} | {key: str(text) for key, text in entry.labels.items()}
        documentation = {self.language: str(entry.documentation)} if entry.documentation else {}
        declared = ExtensionConcept(
            concept.name,
            concept.item_type.name if concept.item_type else _STRING.name,
            concept.period_type,
            concept.substitution_group,
            MappingProxyType(labels),
            concept.balance,
            concept.is_abstract,
            MappingProxyType(documentation),
        )
        if self._declared.get(concept.name, declared) != declared:
            self._find("XG128", f"'{name}' is declared twice, with different meanings", name)
            return
        self._declared[concept.name] = declared
        self.names.own[concept.name] = concept
        self.names.locations[str(concept.name)] = name.location

    def _standard(self, name: PlacedText) -> Concept | None:
        return self.names.vocabulary.concept(QName(self.names.vocabulary.namespace, name))

    def _string(self) -> ItemType:
        return self.names.vocabulary.item_type(_STRING.name) or _STRING

    def _qname(self, name: PlacedText) -> QName:
        return QName(self.names.namespace, str(name))

    def _find(self, code: str, message: str, at: PlacedText) -> None:
        self.names.findings.append(finding(code, message, at.location))
