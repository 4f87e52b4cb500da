"""Small schemas and linkbases for tests, and the folders that hold them."""

from collections.abc import Mapping
from pathlib import Path

OWN = "http://example.com/own"
ARCROLES = "http://www.xbrl.org/2003/arcrole"
ROLE = "http://www.xbrl.org/2003/role/link"
SUMMATION, PARENT_CHILD = f"{ARCROLES}/summation-item", f"{ARCROLES}/parent-child"

_NAMESPACES = """xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
  xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:own="http://example.com/own\""""
_IMPORT = (
    '<xs:import namespace="http://www.xbrl.org/2003/instance"'
    ' schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>'
)


def schema(*names: str, appinfo: str = "", body: str = "", namespace: str = OWN, attributes: str = "") -> str:
    """A schema with an item for each name, whose id is the name itself."""
    items = "\n".join(
        f'<xs:element name="{name}" id="{name}" type="xbrli:decimalItemType" substitutionGroup="xbrli:item"'
        ' nillable="true" xbrli:periodType="duration"/>'
        for name in names
    )
    annotation = f"<xs:annotation><xs:appinfo>{appinfo}</xs:appinfo></xs:annotation>" if appinfo else ""
    target = f'targetNamespace="{namespace}"'
    return f"<xs:schema {_NAMESPACES} {target} {attributes}>{annotation}{_IMPORT}{body}\n{items}</xs:schema>"


def linkbase_reference(href: str, attributes: str = "") -> str:
    """A reference of a schema to a linkbase."""
    return (
        f'<link:linkbaseRef {attributes} xlink:type="simple" xlink:href="{href}"'
        ' xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
    )


def linkbase(*links: str, before: str = "", attributes: str = "") -> str:
    """A linkbase of these links; `before` are its references to roles."""
    return f"<link:linkbase {_NAMESPACES} {attributes}>{before}{''.join(links)}</link:linkbase>"


def link(content: str, name: str = "calculation", role: str = ROLE) -> str:
    """An extended link called ``link:nameLink``."""
    return f'<link:{name}Link xlink:type="extended" xlink:role="{role}">{content}</link:{name}Link>'


def locator(href: str, label: str) -> str:
    """A locator."""
    return f'<link:loc xlink:type="locator" xlink:href="{href}" xlink:label="{label}"/>'


def arc(source: str, target: str, attributes: str = "", name: str = "calculation", arcrole: str = SUMMATION) -> str:
    """An arc called ``link:nameArc``."""
    return (
        f'<link:{name}Arc xlink:type="arc" xlink:arcrole="{arcrole}" xlink:from="{source}" xlink:to="{target}"'
        f" {attributes}/>"
    )


def label(identifier: str, text: str, role: str = "http://www.xbrl.org/2003/role/label", language: str = "en") -> str:
    """A label whose id is that of its XLink label too."""
    return (
        f'<link:label xlink:type="resource" xlink:label="{identifier}" id="{identifier}" xlink:role="{role}"'
        f' xml:lang="{language}">{text}</link:label>'
    )


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """`folder` with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder
