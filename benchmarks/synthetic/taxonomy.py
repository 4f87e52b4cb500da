"""The taxonomy of a synthetic report: schema, calculation and definition linkbase."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.synthetic.size import Size

NAMESPACE = "http://example.com/synthetic"
ROLE = f"{NAMESPACE}/role/statement"
SCHEMA = "synthetic.xsd"
_DIM = "http://xbrl.org/int/dim/arcrole/"


def write_taxonomy(folder: Path, size: Size) -> Path:
    """Write the three documents into `folder`, and return the schema's path."""
    for name, lines in ((SCHEMA, _schema(size)), ("synthetic_cal.xml", _calc(size)), ("synthetic_def.xml", _def(size))):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / SCHEMA


def _schema(size: Size) -> Iterator[str]:
    yield (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"'
        f' xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' xmlns:xbrldt="http://xbrl.org/2005/xbrldt" targetNamespace="{NAMESPACE}" elementFormDefault="qualified">'
    )
    yield f'<xs:annotation><xs:appinfo><link:roleType id="statement" roleURI="{ROLE}">'
    yield "<link:usedOn>link:calculationLink</link:usedOn><link:usedOn>link:definitionLink</link:usedOn>"
    yield "</link:roleType>"
    for kind in ("calculation", "definition"):
        yield (
            f'<link:linkbaseRef xlink:type="simple" xlink:href="synthetic_{kind[:3]}.xml"'
            f' xlink:role="http://www.xbrl.org/2003/role/{kind}LinkbaseRef"'
            ' xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
        )
    yield "</xs:appinfo></xs:annotation>"
    yield (
        '<xs:import namespace="http://www.xbrl.org/2003/instance"'
        ' schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>'
    )
    yield (
        '<xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>'
    )
    for index in range(size.concept_count):
        kind = "string" if size.is_text(index) else "monetary"
        yield _element(f"Concept{index}", f"xbrli:{kind}ItemType", "xbrli:item")
    if size.dimensions:
        yield _element("Lines", "xbrli:stringItemType", "xbrli:item", abstract=True)
        yield _element("Table", "xbrli:stringItemType", "xbrldt:hypercubeItem", abstract=True)
    for axis in range(size.dimensions):
        yield _element(f"Axis{axis}", "xbrli:stringItemType", "xbrldt:dimensionItem", abstract=True)
        yield _element(f"Domain{axis}", "xbrli:stringItemType", "xbrli:item", abstract=True)
        for member in range(size.member_count):
            yield _element(f"Axis{axis}Member{member}", "xbrli:stringItemType", "xbrli:item", abstract=True)
    yield "</xs:schema>"


def _element(name: str, item_type: str, group: str, *, abstract: bool = False) -> str:
    return (
        f'<xs:element name="{name}" id="s_{name}" type="{item_type}" substitutionGroup="{group}"'
        f' xbrli:periodType="duration" nillable="true" abstract="{str(abstract).lower()}"/>'
    )


def _linkbase(link: str, arcs: Iterator[str], roles: Iterator[str]) -> Iterator[str]:
    yield (
        '<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:xbrldt="http://xbrl.org/2005/xbrldt">'
    )
    yield f'<link:roleRef xlink:type="simple" roleURI="{ROLE}" xlink:href="{SCHEMA}#statement"/>'
    yield from roles
    yield f'<link:{link} xlink:type="extended" xlink:role="{ROLE}">'
    yield from arcs
    yield f"</link:{link}>"
    yield "</link:linkbase>"


def _locators(names: Iterator[str]) -> Iterator[str]:
    for name in names:
        yield f'<link:loc xlink:type="locator" xlink:href="{SCHEMA}#s_{name}" xlink:label="{name}"/>'


def _calc(size: Size) -> Iterator[str]:
    def arcs() -> Iterator[str]:
        totals = dict(size.totals())
        yield from _locators(f"Concept{each}" for total in totals for each in (total, *totals[total]))
        for total, parts in totals.items():
            for part in parts:
                yield (
                    '<link:calculationArc xlink:type="arc" weight="1"'
                    ' xlink:arcrole="http://www.xbrl.org/2003/arcrole/summation-item"'
                    f' xlink:from="Concept{total}" xlink:to="Concept{part}" order="{part}"/>'
                )

    return _linkbase("calculationLink", arcs(), iter(()))


def _def(size: Size) -> Iterator[str]:
    names = ("all", "hypercube-dimension", "dimension-domain", "domain-member")
    roles = (
        f'<link:arcroleRef xlink:type="simple" arcroleURI="{_DIM}{name}"'
        f' xlink:href="http://www.xbrl.org/2005/xbrldt-2005.xsd#{name}"/>'
        for name in names
    )
    return _linkbase("definitionLink", _cube(size), roles)


def _cube(size: Size) -> Iterator[str]:
    if not size.dimensions:
        return
    concepts = [f"Concept{each}" for each in range(size.concept_count)]
    yield from _locators(iter(("Lines", "Table", *concepts)))
    yield _arc("all", "Lines", "Table", 0, ' xbrldt:contextElement="scenario" xbrldt:closed="true"')
    for order, concept in enumerate(concepts):
        yield _arc("domain-member", "Lines", concept, order)
    for axis in range(size.dimensions):
        members = [f"Axis{axis}Member{each}" for each in range(size.member_count)]
        yield from _locators(iter((f"Axis{axis}", f"Domain{axis}", *members)))
        yield _arc("hypercube-dimension", "Table", f"Axis{axis}", axis)
        yield _arc("dimension-domain", f"Axis{axis}", f"Domain{axis}", 0)
        for order, member in enumerate(members):
            yield _arc("domain-member", f"Domain{axis}", member, order)


def _arc(arcrole: str, start: str, end: str, order: int, more: str = "") -> str:
    return (
        f'<link:definitionArc xlink:type="arc" xlink:arcrole="{_DIM}{arcrole}"'
        f' xlink:from="{start}" xlink:to="{end}" order="{order}"{more}/>'
    )
