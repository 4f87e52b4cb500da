"""The type of XLink that a linking element has: fixed by its declaration, which libxml2 does not look at.

An attribute that a type uses by reference with a fixed value has that value (XML Schema 1.0 Part 1, section 3.4.4,
clause 3.1, and XBRL 2.1, sections 3.5.1.1, 3.5.3.1 and 3.5.3.7 to 3.5.3.9: each kind of link, locator, arc and resource
has its ``xlink:type``).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.violation import Offence, Violation

if TYPE_CHECKING:
    from lxml import etree

_XL = "{http://www.xbrl.org/2003/XLink}"
_KINDS = {f"{_XL}{kind}": kind for kind in ("simple", "extended", "locator", "arc", "resource", "title")}
_TYPE = "{http://www.w3.org/1999/xlink}type"


def link_type_violations(element: "etree._Element", schemas: SchemaSet) -> Iterator[Violation]:
    """Linking elements in `element`, or itself, whose ``xlink:type`` is that of another kind of element."""
    from lxml import etree

    typed = etree.XPath("descendant-or-self::*[@xlink:type]", namespaces={"xlink": "http://www.w3.org/1999/xlink"})
    kinds: dict[str, str | None] = {}
    for each in typed(element):
        tag = each.tag
        if tag not in kinds:
            kinds[tag] = next((_KINDS[head] for head in schemas.heads(tag) if head in _KINDS), None)
        kind = kinds[tag]
        if kind is not None and each.get(_TYPE) != kind and each.get(_TYPE) in _KINDS.values():
            yield Violation(Offence.ATTRIBUTE_VALUE, each, _TYPE, (f"'{kind}'",), "cvc-complex-type.3.1")
