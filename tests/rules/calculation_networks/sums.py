"""A taxonomy with sums, and instances of it, as files: the tests say only what matters to them."""

from collections.abc import Iterable
from pathlib import Path

NAMESPACE = "http://example.com/sums"
LEGACY = "http://www.xbrl.org/2003/arcrole/summation-item"
CURRENT = "https://xbrl.org/2023/arcrole/summation-item"

_HEAD = f"""xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
  xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:s="{NAMESPACE}" """
_ROLE = "http://www.xbrl.org/2003/role/link"

Arc = tuple[str, str, str]
"""Source, target and weight."""


def taxonomy(folder: Path, arcs: Iterable[Arc], arcrole: str = LEGACY, extra: str = "", types: str = "") -> Path:
    """A schema with the concepts of `arcs` (decimal, instant), and its linkbase; `extra` is put into the schema."""
    arcs = tuple(arcs)
    names = dict.fromkeys(name for source, target, _ in arcs for name in (source, target))
    kind = "calculation" if "summation" in arcrole else "definition"
    elements = "".join(
        f'<xs:element name="{name}" id="s_{name}" type="{types or "xbrli:decimalItemType"}" nillable="true"'
        ' substitutionGroup="xbrli:item" xbrli:periodType="instant"/>\n'
        for name in names
    )
    (folder / "sums.xsd").write_text(
        f'<xs:schema {_HEAD} targetNamespace="{NAMESPACE}" elementFormDefault="qualified">'
        '<xs:annotation><xs:appinfo><link:linkbaseRef xlink:type="simple" xlink:href="sums.xml"'
        ' xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/></xs:appinfo></xs:annotation>'
        '<xs:import namespace="http://www.xbrl.org/2003/instance"'
        ' schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>\n'
        f"{elements}{extra}</xs:schema>"
    )
    locators = "".join(
        f'<link:loc xlink:type="locator" xlink:href="sums.xsd#s_{name}" xlink:label="{name}"/>' for name in names
    )
    weights = "".join(
        f'<link:{kind}Arc xlink:type="arc" xlink:arcrole="{arcrole}" xlink:from="{source}" xlink:to="{target}"'
        f' order="{number}"{f" weight={weight!r}".replace(chr(39), chr(34)) if weight else ""}/>'
        for number, (source, target, weight) in enumerate(arcs, 1)
    )
    reference = (
        f'<link:arcroleRef xlink:type="simple" arcroleURI="{CURRENT}"'
        ' xlink:href="http://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>'
        if arcrole == CURRENT
        else ""
    )
    (folder / "sums.xml").write_text(
        f'<link:linkbase {_HEAD}>{reference}<link:{kind}Link xlink:type="extended" xlink:role="{_ROLE}">'
        f"{locators}{weights}</link:{kind}Link></link:linkbase>"
    )
    return folder / "sums.xsd"


def context(identifier: str, day: str = "2024-12-31", inside: str = "", scenario: str = "") -> str:
    """A context whose entity is that of all, at `day`; `inside` is the content of its segment."""
    segment = f"<xbrli:segment>{inside}</xbrli:segment>" if inside else ""
    end = f"<xbrli:scenario>{scenario}</xbrli:scenario>" if scenario else ""
    return (
        f'<xbrli:context id="{identifier}"><xbrli:entity><xbrli:identifier scheme="http://s">e</xbrli:identifier>'
        f"{segment}</xbrli:entity><xbrli:period><xbrli:instant>{day}</xbrli:instant></xbrli:period>{end}</xbrli:context>"
    )


UNIT = '<xbrli:unit id="u"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>'


def item(name: str, value: str, accuracy: str = 'decimals="0"', where: str = "c", identifier: str = "") -> str:
    """An item; ``nil`` for one without a value."""
    nil = value == "nil"
    written = 'xsi:nil="true"' if nil else accuracy
    own = f' id="{identifier}"' if identifier else ""
    return f'<s:{name} contextRef="{where}" unitRef="u" {written}{own}>{"" if nil else value}</s:{name}>'


def instance(folder: Path, body: str, contexts: str = "", references: str = "") -> Path:
    """An instance of the taxonomy; without `contexts` it has one, ``c``."""
    path = folder / "report.xbrl"
    path.write_text(
        f'<xbrli:xbrl {_HEAD}><link:schemaRef xlink:type="simple" xlink:href="sums.xsd"/>{references}\n'
        f"{contexts or context('c')}{UNIT}\n{body}</xbrli:xbrl>"
    )
    return path
