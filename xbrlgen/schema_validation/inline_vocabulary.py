"""What the schema of inline XBRL knows of its elements, and how each of them can be judged alone."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.schema_validation.compilation import compiled
from xbrlgen.schema_validation.names import resolved, xs
from xbrlgen.schema_validation.schema_document import SchemaDocument

if TYPE_CHECKING:
    from lxml import etree

_ANYTHING = "*"
_COMPONENTS = (xs("element"), xs("group"), xs("complexType"))
# By which attribute a part of a schema takes over the content of another one.
_USES = {
    xs("element"): [("type", xs("complexType"))],
    xs("extension"): [("base", xs("complexType"))],
    xs("group"): [("ref", xs("group"))],
}


class Vocabulary:
    """The elements that `documents` declare, whether globally or within others; a name means the same everywhere."""

    def __init__(self, documents: Sequence[SchemaDocument]) -> None:
        self._documents = documents
        self._components: dict[tuple[str, str], tuple[etree._Element, str]] = {}
        for document in documents:
            for node in (*document.root.iterchildren(*_COMPONENTS), *document.root.iterfind(f".//{xs('element')}")):
                if name := node.get("name"):
                    key = (str(node.tag), f"{{{document.namespace}}}{name}")
                    self._components.setdefault(key, (node, document.namespace))

    def __contains__(self, name: object) -> bool:
        return (xs("element"), str(name)) in self._components

    @cached_property
    def schema(self) -> "etree.XMLSchema":
        """The schema that judges any of the elements as if it were a root."""
        return compiled([self._opened(document) for document in self._documents])

    def children(self, name: str) -> tuple[str, ...] | None:
        """Which elements an element may have, whatever their order; None where it takes elements of other schemas."""
        element, namespace = self._components[xs("element"), name]
        names = tuple(dict.fromkeys(self._taken(element, namespace)))
        return None if _ANYTHING in names else names

    def _taken(self, node: "etree._Element", namespace: str) -> Iterator[str]:
        """The elements in the content that `node`, a declaration, a type or a part of one, describes."""
        for attribute, kind in _USES.get(str(node.tag), ()):
            used = self._components.get((kind, resolved(node.get(attribute, ""), node.nsmap)))
            if used is not None:
                yield from self._taken(*used)
        for child in node.iterchildren("*"):
            if child.tag == xs("any"):
                yield _ANYTHING
            elif child.tag != xs("element"):
                yield from self._taken(child, namespace)
            elif reference := child.get("ref"):
                yield resolved(reference, child.nsmap)
            else:
                yield f"{{{namespace}}}{child.get('name')}"

    def _opened(self, document: SchemaDocument) -> SchemaDocument:
        """`document` with the elements that it declares within others as global ones too."""
        root = document.copy()
        for (kind, _), (node, _) in self._components.items():
            if kind == xs("element") and node.getroottree().getroot() is document.root is not node.getparent():
                declaration = deepcopy(node)
                for bound in ("minOccurs", "maxOccurs"):
                    declaration.attrib.pop(bound, None)
                root.append(declaration)
        return document.with_tree(root)
