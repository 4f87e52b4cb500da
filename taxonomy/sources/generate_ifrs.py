# ruff: noqa: INP001, T201 - a script, not a package
"""Write the IFRS schemas of this taxonomy package from tables of facts.

    python taxonomy/sources/generate_ifrs.py TABLE [FOLDER]

TABLE lists one element a line: name, type, substitution group, period type, balance, abstract, nillable, and the
versions that have it. The tables beside this script add which member is the default of an axis, and which members an
enumeration may take. FOLDER is the package to write into (default: the one that holds this script).
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
Row = dict[str, str]

XBRLI = "http://www.xbrl.org/2003/instance"
INSTANCE_SCHEMA = "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
LINKBASE_SCHEMA = "http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd"
XBRLDT = "http://xbrl.org/2005/xbrldt"
XBRLDT_SCHEMA = "http://www.xbrl.org/2005/xbrldt-2005.xsd"
ENUM2 = "http://xbrl.org/2020/extensible-enumerations-2.0"
ENUM2_SCHEMA = "https://www.xbrl.org/2020/extensible-enumerations-2.0.xsd"
ARCROLES = "http://xbrl.org/int/dim/arcrole"

DTR_TYPES = {"areaItemType", "domainItemType", "perShareItemType", "percentItemType", "textBlockItemType"}
ENUMERATION_TYPES = {"enumerationItemType", "enumerationSetItemType"}


@dataclass(frozen=True)
class Version:
    """A version of the taxonomy: its date, the data type registry it uses, and the columns that say what it has."""

    date: str
    registry: str
    column: str
    defaults_column: str
    enumerations: tuple[Row, ...] = ()

    @property
    def base(self) -> str:
        """The URL that all its files start with."""
        return f"https://xbrl.ifrs.org/taxonomy/{self.date}"

    @property
    def namespace(self) -> str:
        """The namespace of its elements."""
        return f"{self.base}/ifrs-full"

    @property
    def enumeration_role(self) -> str:
        """The role of the network that says which members an enumeration may take."""
        return f"https://xbrl.ifrs.org/role/ifrs/ifrs-dim_{self.date}_role-995000"


def _table(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _versions() -> tuple[Version, ...]:
    enumerations = _table(HERE / "ifrs_enumerations.tsv")
    return (
        Version("2022-03-24", "2020-01-21", "in_2022", "default_2022"),
        Version("2023-03-23", "2020-01-21", "in_2023", "default_2022"),
        Version("2025-03-27", "2022-03-31", "in_2025", "default_2025", enumerations),
    )


def _declaration(row: Row, domains: dict[str, str], version: Version) -> str:
    prefix = "dtr" if row["type"] in DTR_TYPES else "enum2" if row["type"] in ENUMERATION_TYPES else "xbrli"
    group = "xbrli:item" if row["substitutionGroup"] == "item" else f"xbrldt:{row['substitutionGroup']}"
    attributes = [
        ("id", f"ifrs-full_{row['name']}"),
        ("name", row["name"]),
        ("type", f"{prefix}:{row['type']}"),
        ("substitutionGroup", group),
        ("abstract", "true" if row["abstract"] == "true" else ""),
        ("nillable", row["nillable"]),
        ("xbrli:periodType", row["periodType"]),
        ("xbrli:balance", row["balance"]),
    ]
    if row["name"] in domains:
        attributes += [
            ("enum2:domain", f"ifrs-full:{domains[row['name']]}"),
            ("enum2:linkrole", version.enumeration_role),
            ("enum2:headUsable", "false"),
        ]
    return "  <xs:element " + " ".join(f'{name}="{value}"' for name, value in attributes if value) + "/>"


def _core(rows: tuple[Row, ...], version: Version) -> Iterator[str]:
    """The schema that declares the elements."""
    domains = {concept: each["domain"] for each in version.enumerations for concept in each["concepts"].split()}
    registry = f"http://www.xbrl.org/dtr/type/{version.registry}"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<!-- Elements of the IFRS Accounting Taxonomy, {version.date}; generated from facts, see SOURCES.md. -->"
    yield '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    yield f'           xmlns:xbrli="{XBRLI}" xmlns:xbrldt="{XBRLDT}" xmlns:dtr="{registry}"'
    if domains:
        yield f'           xmlns:enum2="{ENUM2}"'
        yield '           xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
    yield f'           xmlns:ifrs-full="{version.namespace}" targetNamespace="{version.namespace}"'
    yield '           elementFormDefault="qualified" attributeFormDefault="unqualified">'
    if domains:
        yield from _linkbase_reference("dimensions/enumeration-domains.xml")
    yield _import(XBRLI, INSTANCE_SCHEMA)
    yield _import(XBRLDT, XBRLDT_SCHEMA)
    yield _import(registry, f"https://www.xbrl.org/dtr/type/{version.registry}/types.xsd")
    if domains:
        yield _import(ENUM2, ENUM2_SCHEMA)
    yield from (_declaration(row, domains, version) for row in rows)
    yield "</xs:schema>"


def _entry_point(version: Version) -> Iterator[str]:
    """The schema that reports refer to."""
    namespace = f"{version.base}/ifrs/full_ifrs_entry_point"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<!-- Entry point: the elements of IFRS Accounting Standards, {version.date}. -->"
    yield '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    yield '           xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
    yield f'           targetNamespace="{namespace}" elementFormDefault="qualified" attributeFormDefault="unqualified">'
    yield from _linkbase_reference("full_ifrs/dimensions/default-members.xml")
    yield _import("http://www.xbrl.org/2003/linkbase", LINKBASE_SCHEMA)
    yield _import(XBRLI, INSTANCE_SCHEMA)
    yield _import(XBRLDT, XBRLDT_SCHEMA)
    yield _import(version.namespace, f"full_ifrs/full_ifrs-cor_{version.date}.xsd")
    yield "</xs:schema>"


def _import(namespace: str, location: str) -> str:
    return f'  <xs:import namespace="{namespace}" schemaLocation="{location}"/>'


def _linkbase_reference(href: str) -> Iterator[str]:
    yield "  <xs:annotation><xs:appinfo>"
    yield '    <link:linkbaseRef xlink:type="simple" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"'
    yield f'        xlink:role="http://www.xbrl.org/2003/role/definitionLinkbaseRef" xlink:href="{href}"/>'
    yield "  </xs:appinfo></xs:annotation>"


def _role_type(version: Version) -> Iterator[str]:
    """The schema that declares the role of enumerations, at the place where the official taxonomy declares it."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<!-- The role of the members that enumerations may take, {version.date}. -->"
    yield '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:link="http://www.xbrl.org/2003/linkbase"'
    yield f'           targetNamespace="https://xbrl.ifrs.org/role/ifrs/dimensions_{version.date}"'
    yield '           elementFormDefault="qualified" attributeFormDefault="unqualified">'
    yield "  <xs:annotation><xs:appinfo>"
    yield f'    <link:roleType id="ifrs-dim_{version.date}_role-995000" roleURI="{version.enumeration_role}">'
    yield "      <link:definition>Values of enumerations</link:definition>"
    yield "      <link:usedOn>link:definitionLink</link:usedOn>"
    yield "    </link:roleType>"
    yield "  </xs:appinfo></xs:annotation>"
    yield _import("http://www.xbrl.org/2003/linkbase", LINKBASE_SCHEMA)
    yield "</xs:schema>"


def _definitions(version: Version, arcrole: str, role: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    """A linkbase with one definition arc from the first to the second element of each pair."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">'
    if role == version.enumeration_role:
        href = f"rol_full_ifrs-dim_{version.date}.xsd#ifrs-dim_{version.date}_role-995000"
        yield f'  <link:roleRef roleURI="{role}" xlink:type="simple" xlink:href="{href}"/>'
    yield f'  <link:arcroleRef arcroleURI="{ARCROLES}/{arcrole}" xlink:type="simple"'
    yield f'      xlink:href="{XBRLDT_SCHEMA}#{arcrole}"/>'
    yield f'  <link:definitionLink xlink:type="extended" xlink:role="{role}">'
    for name in sorted({name for pair in pairs for name in pair}):
        href = f"../full_ifrs-cor_{version.date}.xsd#ifrs-full_{name}"
        yield f'    <link:loc xlink:type="locator" xlink:label="{name}" xlink:href="{href}"/>'
    for order, (source, target) in enumerate(pairs, 1):
        yield f'    <link:definitionArc xlink:type="arc" xlink:arcrole="{ARCROLES}/{arcrole}" order="{order}"'
        yield f'        xlink:from="{source}" xlink:to="{target}"/>'
    yield "  </link:definitionLink>"
    yield "</link:linkbase>"


def _elements(elements: tuple[Row, ...], version: Version) -> tuple[Row, ...]:
    """What a version has, and the default members of its axes: in all versions that were read each axis has one."""
    names = {row["name"] for row in elements if row[version.column]}
    table = _table(HERE / "ifrs_default_members.tsv")
    defaults = {each[version.defaults_column] for each in table if each["axis"] in names}
    return tuple(row for row in elements if row[version.column] or row["name"] in defaults)


def _documents(elements: tuple[Row, ...], version: Version) -> Iterator[tuple[str, Iterator[str]]]:
    """Each file of a version: its path below the version's folder, and its lines."""
    rows = _elements(elements, version)
    names = {row["name"] for row in rows}
    defaults = [
        (row["axis"], row[version.defaults_column])
        for row in _table(HERE / "ifrs_default_members.tsv")
        if row["axis"] in names and row[version.defaults_column] in names
    ]
    yield f"full_ifrs_entry_point_{version.date}.xsd", _entry_point(version)
    yield f"full_ifrs/full_ifrs-cor_{version.date}.xsd", _core(rows, version)
    standard_role = "http://www.xbrl.org/2003/role/link"
    yield (
        "full_ifrs/dimensions/default-members.xml",
        _definitions(version, "dimension-default", standard_role, defaults),
    )
    members = [(each["domain"], member) for each in version.enumerations for member in each["members"].split()]
    if members:
        yield f"full_ifrs/dimensions/rol_full_ifrs-dim_{version.date}.xsd", _role_type(version)
        yield (
            "full_ifrs/dimensions/enumeration-domains.xml",
            _definitions(version, "domain-member", version.enumeration_role, members),
        )


def generate(table: Path, package: Path) -> tuple[Path, ...]:
    """Write the IFRS schemas into `package` from the facts of `table`; gives the files written."""
    elements, written = _table(table), []
    for version in _versions():
        for name, lines in _documents(elements, version):
            path = package / "xbrl.ifrs.org" / "taxonomy" / version.date / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes("".join(f"{line}\n" for line in lines).encode())
            written.append(path)
    return tuple(written)


if __name__ == "__main__":
    for path in generate(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else HERE.parent):  # noqa: PLR2004
        print(path)
