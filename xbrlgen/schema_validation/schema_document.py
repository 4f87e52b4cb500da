"""One schema document, and what is found out about it once however many sets it is part of."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.addresses import absolute
from xbrlgen.schema_validation.names import STANDARD_SCHEMAS, XS, xs

if TYPE_CHECKING:
    from lxml import etree


class SchemaDocument:
    """A schema document: where it comes from, the namespace it describes, its bytes and its root.

    In the tree, imports name a namespace and no place, and includes name a whole URL: the set has all documents, so no
    processor needs to look for one.
    """

    def __init__(self, url: str, namespace: str, content: bytes, root: "etree._Element") -> None:
        self.url = url
        self.namespace = namespace
        self.content = content
        self.root = root
        self.references = tuple(_references(self))
        """The URL of each schema that it imports or includes, and the namespace it lends to an included one."""

    @cached_property
    def declarations(self) -> Mapping[str, "etree._Element"]:
        """Its global element declarations by the Clark notation of their names."""
        start = f"{{{self.namespace}}}" if self.namespace else ""
        return {f"{start}{name}": each for each in self.root.iterchildren(xs("element")) if (name := each.get("name"))}

    @cached_property
    def offers_all(self) -> bool:
        """Whether a content model in it offers every item or every tuple."""
        from lxml import etree

        offers = etree.XPath(
            "//xs:element[contains(@ref, ':item') or contains(@ref, ':tuple') or @ref='item' or @ref='tuple']",
            namespaces={"xs": XS},
        )
        return bool(offers(self.root))

    @cached_property
    def text(self) -> bytes:
        """Its tree as text."""
        from lxml import etree

        return etree.tostring(self.root)


def _references(document: SchemaDocument) -> Iterator[tuple[str, str]]:
    for reference in document.root.iterchildren(xs("import"), xs("include"), xs("redefine")):
        location = reference.get("schemaLocation")
        if location is None:
            continue
        url = absolute(location.strip(), document.url)
        if reference.tag == xs("import"):
            del reference.attrib["schemaLocation"]
            yield STANDARD_SCHEMAS.get(reference.get("namespace", ""), url), ""
        else:
            reference.set("schemaLocation", url)
            yield url, document.namespace
