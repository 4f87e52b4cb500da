"""The members of metadata and their types (xBRL-CSV 1.0, section 3.1)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from xbrlgen.model.namespaces import OIM
from xbrlgen.readers.oim.document_info import DOCUMENT_INFO
from xbrlgen.readers.oim.source import Kind, Members, Source, Syntax
from xbrlgen.readers.oim.structure import fault, known_members, texts

SYNTAX = Syntax(
    "xBRL-CSV",
    f"{OIM}/xbrl-csv",
    "xbrlce",
    not_json="XG900",
    structure="XG901",
    document_info=MappingProxyType({"extends": Kind.STRINGS, "final": Kind.OBJECT}),
    aliases=MappingProxyType({"xbrlce": f"{OIM}/xbrl-csv/error"}),
)
_DOCUMENT = MappingProxyType(
    {
        "documentInfo": Kind.OBJECT,
        "tableTemplates": Kind.OBJECT,
        "tables": Kind.OBJECT,
        "parameters": Kind.OBJECT,
        "parameterURL": Kind.STRING,
        "dimensions": Kind.OBJECT,
        "decimals": Kind.DECIMALS,
        "links": Kind.OBJECT,
    }
)
_FINAL = MappingProxyType(
    dict.fromkeys(
        (
            *("namespaces", "taxonomy", "linkTypes", "linkGroups", "features", "final"),
            *("tableTemplates", "tables", "dimensions", "parameters", "parameterURL"),
        ),
        Kind.TRUE,
    )
)
_PROPERTIES = MappingProxyType({"dimensions": Kind.OBJECT, "decimals": Kind.DECIMALS})
_TEMPLATE = MappingProxyType({"columns": Kind.OBJECT, "rowIdColumn": Kind.STRING, **_PROPERTIES})
_COLUMN = MappingProxyType(
    {"comment": Kind.BOOLEAN, "propertyGroups": Kind.OBJECT, "propertiesFrom": Kind.STRINGS, **_PROPERTIES}
)
_TABLE = MappingProxyType(
    {"url": Kind.STRING, "template": Kind.STRING, "optional": Kind.BOOLEAN, "parameters": Kind.OBJECT}
)
_CORE = MappingProxyType(dict.fromkeys(("concept", "entity", "period", "unit", "language"), Kind.STRING))
_NAME = re.compile(r"[^\W\d][\w.-]*")
_PREFIXED = re.compile(r"(?!xbrl:)[^\W\d][\w.-]*:[^\W\d][\w.-]*")
_Kinds = Mapping[str, Kind]


def check_structure(tree: object, source: Source) -> bool:
    """Whether a document of metadata has the members that it may have; findings where it has not."""
    before = len(source.findings)
    document = known_members(tree, _DOCUMENT, source)
    info = known_members(document.get("documentInfo"), DOCUMENT_INFO | SYNTAX.document_info, source, "documentInfo")
    if "final" in info:
        known_members(info["final"], _FINAL, source, "documentInfo", "final")
    for name, template in _each(document, "tableTemplates"):
        _check_template(template, source, "tableTemplates", name)
    for name, table in _each(document, "tables"):
        found = known_members(table, _TABLE, source, "tables", name, required=("url",))
        dict(texts(found.get("parameters"), source, "tables", name, "parameters"))
    dict(texts(document.get("parameters"), source, "parameters"))
    _check_dimensions(document.get("dimensions", Members()), source, "dimensions")
    _check_links(document.get("links", Members()), source)
    return len(source.findings) == before


def _each(of: Mapping[str, object], key: str) -> tuple[tuple[str, object], ...]:
    members = of.get(key)
    return tuple(members.items()) if isinstance(members, Members) else ()


def _check_template(template: object, source: Source, *steps: object) -> None:
    found = known_members(template, _TEMPLATE, source, *steps, required=("columns",))
    _check_dimensions(found.get("dimensions", Members()), source, *steps, "dimensions")
    for name, column in _each(found, "columns"):
        place = (*steps, "columns", name)
        members = known_members(column, _COLUMN, source, *place)
        _check_dimensions(members.get("dimensions", Members()), source, *place, "dimensions")
        for group, properties in _each(members, "propertyGroups"):
            inner = (*place, "propertyGroups", group)
            given = known_members(properties, _PROPERTIES, source, *inner)
            _check_dimensions(given.get("dimensions", Members()), source, *inner, "dimensions")


def _check_dimensions(dimensions: object, source: Source, *steps: object) -> None:
    known_members(dimensions, _CORE, source, *steps)
    for key, value in dimensions.items() if isinstance(dimensions, Members) else ():
        if ":" not in key:
            continue
        if not _PREFIXED.fullmatch(key):
            fault(source, f"{key!r} is no name of a dimension", *steps, key)
        elif type(value) is not str:
            fault(source, f"{key!r} is not a string", *steps, key)


def _check_links(links: object, source: Source) -> None:
    """Types, groups and sources, one in the other, with lists of targets at the end."""
    for kind, groups in links.items() if isinstance(links, Members) else ():
        for group, sources in _named(kind, groups, source, "links"):
            for fact, targets in _named(group, sources, source, "links", kind):
                if not isinstance(targets, list) or not all(type(each) is str for each in targets):
                    fault(source, f"{fact!r} is not an array of strings", "links", kind, group, fact)


def _named(name: str, members: object, source: Source, *steps: object) -> tuple[tuple[str, object], ...]:
    if not _NAME.fullmatch(name):
        fault(source, f"{name!r} is no name", *steps, name)
    if isinstance(members, Members):
        return tuple(members.items())
    fault(source, f"{name!r} is not an object", *steps, name)
    return ()
