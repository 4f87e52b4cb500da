"""Names of the standards that schema validation itself has to know."""

XS = "http://www.w3.org/2001/XMLSchema"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XBRLI = "http://www.xbrl.org/2003/instance"
LINK = "http://www.xbrl.org/2003/linkbase"
XBRLDI = "http://xbrl.org/2006/xbrldi"
XHTML = "http://www.w3.org/1999/xhtml"
INLINE_1_0 = "http://www.xbrl.org/2008/inlineXBRL"
INLINE_1_1 = "http://www.xbrl.org/2013/inlineXBRL"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
INSTANCE_SCHEMA = "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
INLINE_SCHEMA = "http://www.xbrl.org/2013/inlineXBRL/xhtml-inlinexbrl-1_1.xsd"

# Each standard's namespace has one schema, whichever copy a taxonomy asks for.
STANDARD_SCHEMAS = {
    XBRLI: INSTANCE_SCHEMA,
    LINK: "http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd",
    "http://www.xbrl.org/2003/XLink": "http://www.xbrl.org/2003/xl-2003-12-31.xsd",
    "http://www.w3.org/1999/xlink": "http://www.xbrl.org/2003/xlink-2003-12-31.xsd",
    "http://xbrl.org/2005/xbrldt": "http://www.xbrl.org/2005/xbrldt-2005.xsd",
    XBRLDI: "http://www.xbrl.org/2006/xbrldi-2006.xsd",
    "http://www.xbrl.org/dtr/type/non-numeric": "http://www.xbrl.org/dtr/type/nonNumeric-2009-12-16.xsd",
    "http://www.xbrl.org/dtr/type/numeric": "http://www.xbrl.org/dtr/type/numeric-2009-12-16.xsd",
    "http://www.w3.org/XML/1998/namespace": "http://www.w3.org/2001/xml.xsd",
}

# What every DTS has, named or not: contexts use xbrldi and texts xml:lang without any import.
ALWAYS = (
    INSTANCE_SCHEMA,
    STANDARD_SCHEMAS[XBRLDI],
    STANDARD_SCHEMAS["http://www.w3.org/XML/1998/namespace"],
)


def xs(name: str) -> str:
    """The element or type `name` of XML Schema, in Clark notation."""
    return f"{{{XS}}}{name}"


def xbrli(name: str) -> str:
    """The element `name` of instances, in Clark notation."""
    return f"{{{XBRLI}}}{name}"


def link(name: str) -> str:
    """The element `name` of linkbases, in Clark notation."""
    return f"{{{LINK}}}{name}"


def xhtml(name: str) -> str:
    """The element `name` of XHTML, in Clark notation."""
    return f"{{{XHTML}}}{name}"


def inline(name: str) -> str:
    """The element `name` of inline XBRL 1.1, in Clark notation."""
    return f"{{{INLINE_1_1}}}{name}"


def namespace(name: str) -> str:
    """The namespace of a name in Clark notation; empty where it has none."""
    return name.removeprefix("{").rpartition("}")[0]


def resolved(name: str, prefixes: "dict[str | None, str]") -> str:
    """The Clark notation of a QName in the content of an element with these `prefixes`."""
    prefix, _, local = name.strip().rpartition(":")
    namespace = prefixes.get(prefix or None)
    return f"{{{namespace}}}{local}" if namespace else local


def clark(name: str) -> str:
    """The Clark notation of a name that libxml2 writes as ``xs:decimal`` or ``{namespace}name``."""
    return xs(name.removeprefix("xs:")) if name.startswith("xs:") else name
