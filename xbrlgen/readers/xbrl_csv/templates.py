"""Templates of tables and the tables that use them, as metadata define them (xBRL-CSV 1.0, section 3.1)."""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.readers.oim.aspects import AspectError
from xbrlgen.readers.oim.source import Members, NumberText, Source
from xbrlgen.readers.oim.values import FURTHEST
from xbrlgen.readers.xbrl_csv.given import IDENTIFIER, Given, Reference, Special, SpecialValueError, read_given

Decimals = int | Special | Reference | None


class Properties(NamedTuple):
    """Dimensions and decimals that metadata give; `place` is where."""

    place: Location
    dimensions: Mapping[str, Given] = MappingProxyType({})
    decimals: Decimals = None

    def references(self) -> Iterator[str]:
        """The names that are referred to."""
        for given in (*self.dimensions.values(), self.decimals):
            if isinstance(given, Reference):
                yield given.name


class ColumnKind(Enum):
    """What the cells of a column are."""

    FACTS = auto()
    GROUPS = auto()
    """Names of property groups."""
    PLAIN = auto()
    """What dimensions refer to."""
    COMMENT = auto()


class Column(NamedTuple):
    """A column of a template; `sources` are the columns whose property groups say more of its facts."""

    name: str
    kind: ColumnKind
    properties: Properties
    groups: Mapping[str, Properties] = MappingProxyType({})
    sources: tuple[str, ...] = ()


class Template(NamedTuple):
    """What tables have in common."""

    name: str
    columns: Mapping[str, Column]
    properties: Properties
    row_id: str = ""

    def levels(self) -> Iterator[Properties]:
        """What it says of all facts, of those of each column, and of those of each property group."""
        yield self.properties
        for column in self.columns.values():
            yield column.properties
            yield from column.groups.values()

    def references(self) -> Iterator[str]:
        """The names that anything in it refers to."""
        return chain.from_iterable(each.references() for each in self.levels())


class Table(NamedTuple):
    """A CSV file that is read by a template; `place` is where the metadata say so."""

    name: str
    template: Template
    url: str
    place: Location
    parameters: Mapping[str, str] = MappingProxyType({})
    is_optional: bool = False


def read_templates(value: object, source: Source) -> Mapping[str, Template]:
    """The templates by name, with findings for what is wrong with them; their structure is known to be sound."""
    found: dict[str, Template] = {}
    for name, body in _members(value):
        check_identifier(name, source, "tableTemplates", name)
        found[name] = _template(name, body, source)
    return found


def read_tables(value: object, templates: Mapping[str, Template], source: Source) -> Iterator[Table]:
    """The tables whose template there is."""
    for name, body in _members(value):
        steps = ("tables", name)
        check_identifier(name, source, *steps)
        template = str(body.get("template", name))
        if check_identifier(template, source, *steps, "template") and template not in templates:
            source.fault("XG906", f"table {name!r} uses {template!r}, and there is no such template", *steps)
        parameters = {key: str(each) for key, each in _all(body.get("parameters"))}
        for key in parameters:
            check_identifier(key, source, *steps, "parameters", key, standard="xbrlce:invalidParameterName")
        if template in templates:
            url, is_optional = str(body["url"]), body.get("optional") is True
            yield Table(name, templates[template], url, source.at(*steps), parameters, is_optional)


def check_identifier(text: str, source: Source, *steps: object, standard: str = "") -> bool:
    """Whether a name is an identifier; a finding where it is none."""
    is_identifier = IDENTIFIER.fullmatch(text) is not None
    if not is_identifier:
        source.fault("XG904", f"{text!r} is no identifier", *steps, standard=standard)
    return is_identifier


def read_properties(body: Members, source: Source, *steps: object) -> Properties:
    """What an object says of dimensions and decimals."""
    dimensions = {}
    for key, text in _all(body.get("dimensions")):
        given = _given(str(text), source, *steps, "dimensions", key)
        if given is not None:
            dimensions[key] = given
    decimals = _decimals(body["decimals"], source, *steps, "decimals") if "decimals" in body else None
    return Properties(source.at(*steps), dimensions, decimals)


def _members(value: object) -> Iterator[tuple[str, Members]]:
    for name, body in _all(value):
        if isinstance(body, Members):
            yield name, body


def _all(value: object) -> tuple[tuple[str, object], ...]:
    return tuple(value.items()) if isinstance(value, Members) else ()


def _template(name: str, body: Members, source: Source) -> Template:
    steps = ("tableTemplates", name)
    columns = {key: _column(key, column, source, *steps, "columns", key) for key, column in _members(body["columns"])}
    for key, column in columns.items():
        _check_sources(column, columns, source, *steps, "columns", key, "propertiesFrom")
    row_id = str(body.get("rowIdColumn", ""))
    if row_id or "rowIdColumn" in body:
        _check_row_id(row_id, columns, source, *steps, "rowIdColumn")
    return Template(name, columns, read_properties(body, source, *steps), row_id)


def _check_row_id(name: str, columns: Mapping[str, Column], source: Source, *steps: object) -> None:
    if name not in columns:
        what = f"row ids should be in the column {name!r}, and there is none"
        source.fault("XG905", what, *steps, standard="xbrlce:undefinedRowIdColumn")
    elif columns[name].kind is ColumnKind.COMMENT:
        what = f"row ids should be in the column {name!r}, which is a comment"
        source.fault("XG905", what, *steps, standard="xbrlce:invalidRowIdColumn")


def _column(name: str, body: Members, source: Source, *steps: object) -> Column:
    check_identifier(name, source, *steps)
    is_fact = "dimensions" in body or "propertiesFrom" in body
    is_group, is_comment = "propertyGroups" in body, body.get("comment") is True
    if is_fact + is_group + is_comment > 1:
        what = f"column {name!r} is of more than one kind: comment, facts, property groups"
        source.fault("XG905", what, *steps, standard="xbrlce:conflictingColumnType")
    if "decimals" in body and not is_fact:
        what = f"column {name!r} has decimals, and its cells are no facts"
        source.fault("XG905", what, *steps, standard="xbrlce:misplacedDecimalsOnNonFactColumn")
    groups = {}
    for group, properties in _members(body.get("propertyGroups")):
        check_identifier(group, source, *steps, "propertyGroups", group)
        groups[group] = read_properties(properties, source, *steps, "propertyGroups", group)
    kinds = {ColumnKind.COMMENT: is_comment, ColumnKind.FACTS: is_fact, ColumnKind.GROUPS: is_group}
    kind = next((each for each, holds in kinds.items() if holds), ColumnKind.PLAIN)
    sources = body.get("propertiesFrom")
    names = tuple(map(str, sources)) if isinstance(sources, list) else ()
    return Column(name, kind, read_properties(body, source, *steps), groups, names)


def _check_sources(column: Column, columns: Mapping[str, Column], source: Source, *steps: object) -> None:
    """That the property groups of a column are there and do not say the same thing twice."""
    given: dict[str, str] = {}
    for name in dict.fromkeys(column.sources):
        if name not in columns or columns[name].kind is not ColumnKind.GROUPS:
            what = f"column {column.name!r} takes property groups from {name!r}, which has none"
            source.fault("XG905", what, *steps, standard="xbrlce:invalidPropertyGroupColumnReference")
            continue
        groups = columns[name].groups.values()
        said = {key for group in groups for key in group.dimensions}
        said |= {"decimals" for group in groups if group.decimals is not None}
        for key in sorted(said):
            if given.setdefault(key, name) != name:
                what = f"column {column.name!r} has its {key} from the groups of both {given[key]!r} and {name!r}"
                is_decimals = key == "decimals"
                standard = "xbrlce:repeatedPropertyGroup" + ("DecimalsProperty" if is_decimals else "Dimension")
                source.fault("XG905", what, *steps, standard=standard)


def _given(text: str, source: Source, *steps: object) -> Given | None:
    """What a text gives; None, with a finding, where it gives nothing that could be understood."""
    try:
        return read_given(text)
    except SpecialValueError as error:
        source.fault("XG914", str(error), *steps, standard=error.standard)
    except AspectError as error:
        source.fault("XG907", str(error), *steps, standard=error.standard)
    return None


def _decimals(value: object, source: Source, *steps: object) -> Decimals:
    if isinstance(value, NumberText):
        if value.lstrip("-").isdigit() and len(value) <= len(str(-FURTHEST)) and abs(int(value)) <= FURTHEST:
            return int(value)
    else:
        given = _given(str(value), source, *steps)
        if given is None or isinstance(given, Reference) or given is Special.NONE:
            return given if isinstance(given, Special | Reference) else None
    what = f"decimals are {str(value)[:20]!r}, neither a whole number nor #none nor a reference"
    source.fault("XG918", what, *steps, standard="xbrlce:invalidDecimalsValue")
    return None
