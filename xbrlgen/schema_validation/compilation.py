"""Schemas compiled by libxml2, in a form for which it needs linear time.

libxml2 needs cubic time for the published content of ``xbrli:xbrl``, a choice that thousands of concepts substitute
into. In the form compiled here the root takes anything, and its children are judged by their own declarations; which
children a root may have, and in which order, is for :mod:`xbrlgen.schema_validation.root_content`.
All other declarations stand as the schemas have them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from xbrlgen.findings import Finding
from xbrlgen.schema_validation.names import INSTANCE_SCHEMA, XBRLI, XS, xs
from xbrlgen.schema_validation.schema_document import SchemaDocument
from xbrlgen.schema_validation.schema_set import SchemaSet

if TYPE_CHECKING:
    from lxml import etree

# Lexical forms that libxml2 reads too generously (XML Schema Part 2, sections 3.2.4, 3.2.5 and 3.2.16): "1.5e", and
# characters outside the Base64 alphabet.
_FLOAT = r"[\-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][\-+]?[0-9]+)?|-?INF|NaN"
_STRICTER = {"float": _FLOAT, "double": _FLOAT, "base64Binary": "[A-Za-z0-9+/= ]*"}
BEARER = "{set:}attributes"
"""An element that may have any attribute, to judge attributes by their declarations."""
BARE_ROOT = "{set:}xbrl"
"""An element that may have the attributes of the root of an instance, and nothing in it."""

_ROOT_TYPE = "set.xbrl"
# With more concepts than this in one choice, libxml2 takes seconds to compile it.
_MOST_ALTERNATIVES = 300


class Compilation(NamedTuple):
    """A set of schemas ready to judge, or why it is not: `schema` is None where libxml2 cannot compile it.

    Without findings, that is because some content model offers every item or tuple: such sets are for the explaining
    engine alone.
    """

    schema: "etree.XMLSchema | None"
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, schemas: SchemaSet, documents: Sequence[SchemaDocument]) -> "Compilation":
        """Compile `schemas`, whose documents are `documents` or have these as a part of what they say."""
        from lxml import etree

        if not _is_bearable(schemas.documents):
            return cls(None, ())
        try:
            schema = compiled(documents)
        except etree.XMLSchemaParseError as error:
            from xbrlgen.schema_validation.schema_errors import compile_findings

            return cls(None, tuple(compile_findings(error, schemas.documents)))
        if all(map(schemas.is_sound, schemas.documents)):
            return cls(schema, ())
        from xbrlgen.schema_validation.schema_errors import annotation_findings

        return cls(schema, tuple(annotation_findings(schemas, schema)))


def alias(number: int) -> str:
    """What libxml2 calls the document of that `number`."""
    return f"set:{number}"


def compiled(documents: Sequence[SchemaDocument]) -> "etree.XMLSchema":
    """One libxml2 schema of all `documents`; raises etree.XMLSchemaParseError where they are not valid schemas."""
    from lxml import etree

    sources = dict(_sources(documents))
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    parser.resolvers.add(_resolver(sources))
    return etree.XMLSchema(etree.fromstring(sources["set:"], parser))


def _is_bearable(documents: Sequence[SchemaDocument]) -> bool:
    """Whether libxml2 can compile `documents`: no content model, but the root's, offers every item or every tuple."""
    concepts = sum(len(document.elements) for document in documents)
    taxonomy = (document for document in documents if document.namespace != XBRLI)
    return concepts < _MOST_ALTERNATIVES or not any(document.offers_all for document in taxonomy)


def _resolver(sources: dict[str, bytes]) -> "etree.Resolver":
    from lxml import etree

    class Bundle(etree.Resolver):
        """Answers from `sources` and from nowhere else."""

        def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:  # noqa: ARG002
            return self.resolve_string(sources.get(system_url or "", b""), context, base_url=system_url)

    return Bundle()


def _sources(documents: Sequence[SchemaDocument]) -> Iterator[tuple[str, bytes]]:
    """What libxml2 reads: each document under its alias, one that joins those of a namespace, and one that joins all.

    libxml2 imports a namespace once, from the first place that it meets, so each namespace has to come as one. Aliases
    spare it what URLs and paths may have in them.
    """
    from lxml import etree

    aliases = {document.url: alias(number) for number, document in enumerate(documents)}
    parts: dict[str, list[str]] = {}
    for document in documents:
        parts.setdefault(document.namespace, []).append(aliases[document.url])
        changed = _derived(document.copy()) if document.url == INSTANCE_SCHEMA else _aliased(document, aliases)
        yield aliases[document.url], document.text if changed is None else etree.tostring(changed)
    places: list[tuple[str, str]] = []
    for namespace, own in parts.items():
        places.append((namespace, own[0] if len(own) == 1 else f"{own[0]}+"))
        if len(own) > 1:
            yield f"{own[0]}+", _joined(namespace, [("include", "", part) for part in own])
    yield "set:", _joined("set:", [("import", *place) for place in places], (_bearer(), _bare_root()))


def _aliased(document: SchemaDocument, aliases: Mapping[str, str]) -> "etree._Element | None":
    """A schema that includes others by their aliases; None for one that includes none."""
    ways = (xs("include"), xs("redefine"))
    if next(document.root.iterchildren(*ways), None) is None:
        return None
    copy = document.copy()
    for reference in copy.iterchildren(*ways):
        location = reference.get("schemaLocation", "")
        reference.set("schemaLocation", aliases.get(location, location))
    return copy


def _bearer() -> "etree._Element":
    """The declaration of an element that takes any attribute."""
    from lxml import etree

    name = BEARER.rpartition("}")[2]
    declaration = etree.Element(xs("element"), {"name": name}, nsmap={"xs": XS})
    content = etree.SubElement(declaration, xs("complexType"))
    etree.SubElement(content, xs("anyAttribute"), namespace="##any", processContents="lax")
    return declaration


def _bare_root() -> "etree._Element":
    """The declaration of an element that may have the attributes of the root of an instance."""
    from lxml import etree

    attributes = {"name": BARE_ROOT.rpartition("}")[2], "type": f"xbrli:{_ROOT_TYPE}"}
    return etree.Element(xs("element"), attributes, nsmap={"xs": XS, "xbrli": XBRLI})


def _joined(
    namespace: str, parts: Iterable[tuple[str, str, str]], declarations: "Iterable[etree._Element]" = ()
) -> bytes:
    """A schema of `namespace` that imports or includes its parts, each a way, a namespace and a URL."""
    from lxml import etree

    root = etree.Element(xs("schema"), {"targetNamespace": namespace} if namespace else {}, nsmap={"xs": XS})
    for way, part, url in parts:
        reference = etree.SubElement(root, xs(way), schemaLocation=url)
        if part:
            reference.set("namespace", part)
    root.extend(declarations)
    return etree.tostring(root)


def _derived(schema: "etree._Element") -> "etree._Element":
    """The instance schema with a root that takes anything, and with strict lexical forms.

    What the root is declared to be is left to `BARE_ROOT`. Of any declared type libxml2 makes an automaton that keeps
    the names of all children that it has met; it has none for ``xs:anyType``, whose children it judges by their own
    declarations.
    """
    from lxml import etree

    within = partial(etree.SubElement, nsmap=schema.nsmap)
    root = schema.find(f"{xs('element')}[@name='xbrl']")
    root_type = None if root is None else root.find(xs("complexType"))
    if root is not None and root_type is not None:
        for content in root_type.findall(xs("sequence")):
            content.clear()
        root_type.set("name", _ROOT_TYPE)
        schema.append(root_type)
        root.attrib.pop("type", None)
        root.set("type", "xs:anyType")
    for name, pattern in _STRICTER.items():
        stricter = within(within(schema, xs("simpleType"), name=f"set.{name}"), xs("restriction"), base=f"xs:{name}")
        within(stricter, xs("pattern"), value=pattern)
        for extension in schema.iterfind(f".//{xs('extension')}[@base='xs:{name}']"):
            extension.set("base", f"xbrli:set.{name}")
    return schema
