"""What the schemas declare of axes, hypercubes and members (XBRL Dimensions 1.0 sections 2.2, 2.5)."""

from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.model import Concept, QName
from xbrlgen.resources import bundled
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.concepts import XBRLDT

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.taxonomy.schema import Schema

TYPED_DOMAIN = f"{{{XBRLDT}}}typedDomainRef"


def declaration(name: QName, taxonomy: Taxonomy) -> "tuple[Schema, Element] | None":
    """The declaration of a global element, a concept or not; None if the taxonomy has none."""
    for schema in taxonomy.schemas_of(name.namespace):
        if (element := schema.elements.get(name.local_name)) is not None:
            return schema, element
    return None


def is_typed_axis(name: QName, taxonomy: Taxonomy) -> bool:
    """Whether the members of an axis are values; also where the type of these cannot be found (section 2.5.2.1)."""
    found = declaration(name, taxonomy)
    return found is not None and found[1].get(TYPED_DOMAIN) is not None


def is_bundled(schema: "Schema") -> bool:
    """Whether a schema comes with the product."""
    source = schema.document.source
    return isinstance(source, Path) and source.is_relative_to(bundled("taxonomy"))


def is_primary_item(concept: Concept | None) -> bool:
    """Whether a concept may be reported with dimensions, or be a member: it is an item, and no axis or hypercube."""
    return concept is not None and concept.substitution_group.local_name == "item"
