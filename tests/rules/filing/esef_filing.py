"""A small filing for ESEF over a stand-in for the core taxonomy, put together so that a test can break one thing in it.

The stand-in has the addresses, namespaces and names that the rules look at, and nothing else.
"""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DTR = "http://www.xbrl.org/dtr/type/2022-03-31"
LEI = "254900LANTERNTIDE042"
NAME = "lantern-2024-12-31"
LINE_ITEMS_ROLE = "https://www.esma.europa.eu/xbrl/role/cor/esef_role-999999"
DEFAULTS_ROLE = "https://www.esma.europa.eu/xbrl/role/cor/ifrs-dim_role-990000"

MANDATORY = (
    "NameOfReportingEntityOrOtherMeansOfIdentification",
    "ExplanationOfChangeInNameOfReportingEntityOrOtherMeansOfIdentificationFromEndOfPrecedingReportingPeriod",
    "DomicileOfEntity",
    "LegalFormOfEntity",
    "CountryOfIncorporation",
    "AddressOfRegisteredOfficeOfEntity",
    "PrincipalPlaceOfBusiness",
    "DescriptionOfNatureOfEntitysOperationsAndPrincipalActivities",
    "NameOfParentEntity",
    "NameOfUltimateParentOfGroup",
)
ITEMS = {
    "Assets": ("xbrli:monetaryItemType", "instant", ' xbrli:balance="debit"'),
    "CurrentAssets": ("xbrli:monetaryItemType", "instant", ' xbrli:balance="debit"'),
    "Revenue": ("xbrli:monetaryItemType", "duration", ' xbrli:balance="credit"'),
    "TaxRate": ("dtr:percentItemType", "duration", ""),
    "EnergyUsed": ("xbrli:decimalItemType", "duration", ""),
    "WebsiteOfEntity": ("xbrli:anyURIItemType", "duration", ""),
    "DisclosureOfRevenueExplanatory": ("dtr:textBlockItemType", "duration", ""),
    **dict.fromkeys(MANDATORY, ("xbrli:stringItemType", "duration", "")),
}
ABSTRACT = ("StatementOfFinancialPositionAbstract", "StatementOfFinancialPositionLineItems", "NotesAbstract")
_SCHEMA = (
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance" '
    'xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" '
    f'xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:dtr="{DTR}" elementFormDefault="qualified"'
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_IMPORTS = {
    "http://www.xbrl.org/2003/instance": "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd",
    "http://xbrl.org/2005/xbrldt": "http://www.xbrl.org/2005/xbrldt-2005.xsd",
    DTR: "https://www.xbrl.org/dtr/type/2022-03-31/types.xsd",
}


def ifrs(date: str) -> str:
    """The namespace of the elements of IFRS of one year."""
    return f"https://xbrl.ifrs.org/taxonomy/{date}/ifrs-full"


def _ifrs(date: str) -> str:
    """Where the stand-in for IFRS lies, beside the bundled declarations of some years."""
    return f"https://xbrl.ifrs.org/taxonomy/{date}/stand-in/"


def core_package(folder: Path, date: str = "2024-03-27") -> Path:
    """The stand-in for the core taxonomy of one year, as a taxonomy package."""
    path = folder / f"core-{date}.zip"
    base = f"www.esma.europa.eu/taxonomy/{date}/"
    rewrites = {f"https://{base}": f"../{base}", "https://www.xbrl.org/dtr/": "../dtr/", _ifrs(date): "../ifrs/"}
    files = {
        f"{base}esef_cor.xsd": _core(date),
        "ifrs/ifrs.xsd": _elements(date),
        **{
            f"dtr/{each.relative_to(ROOT / 'taxonomy/www.xbrl.org/dtr')}": each.read_text()
            for each in sorted((ROOT / "taxonomy/www.xbrl.org/dtr").rglob("*.xsd"))
        },
    }
    _write(path, {**files, **_metadata(rewrites, f"https://{base}esef_cor.xsd")})
    return path


def _imports(more: Mapping[str, str]) -> str:
    known = {**_IMPORTS, **more}
    return "".join(f'<xs:import namespace="{name}" schemaLocation="{url}"/>' for name, url in known.items())


def _core(date: str) -> str:
    roles = "".join(
        f'<link:roleType id="{name}" roleURI="{uri}"><link:definition>{name}</link:definition>'
        "<link:usedOn>link:definitionLink</link:usedOn></link:roleType>"
        for name, uri in (("line-items", LINE_ITEMS_ROLE), ("defaults", DEFAULTS_ROLE))
    )
    return (
        f'{_XML}<xs:schema {_SCHEMA} targetNamespace="https://www.esma.europa.eu/taxonomy/{date}/esef_cor" '
        f'xmlns:esef_cor="https://www.esma.europa.eu/taxonomy/{date}/esef_cor">'
        f"<xs:annotation><xs:appinfo>{roles}</xs:appinfo></xs:annotation>{_imports({ifrs(date): f'{_ifrs(date)}ifrs.xsd'})}"
        '<xs:element id="esef_cor_LineItemsNotDimensionallyQualified" name="LineItemsNotDimensionallyQualified" '
        'abstract="true" nillable="true" type="xbrli:stringItemType" substitutionGroup="xbrli:item" '
        'xbrli:periodType="duration"/>'
        '<xs:element id="esef_cor_LineItemsNotDimensionallyQualifiedHypercube" abstract="true" nillable="true" '
        'name="LineItemsNotDimensionallyQualifiedHypercube" type="xbrli:stringItemType" '
        'substitutionGroup="xbrldt:hypercubeItem" xbrli:periodType="duration"/>'
        "</xs:schema>"
    )


def _elements(date: str) -> str:
    declared = "".join(
        f'<xs:element id="ifrs-full_{name}" name="{name}" type="{kind}" nillable="true" '
        f'substitutionGroup="xbrli:item" xbrli:periodType="{period}"{more}/>'
        for name, (kind, period, more) in ITEMS.items()
    ) + "".join(
        f'<xs:element id="ifrs-full_{name}" name="{name}" type="xbrli:stringItemType" abstract="true" nillable="true" '
        'substitutionGroup="xbrli:item" xbrli:periodType="duration"/>'
        for name in ABSTRACT
    )
    return (
        f'{_XML}<xs:schema {_SCHEMA} targetNamespace="{ifrs(date)}" xmlns:ifrs-full="{ifrs(date)}">'
        f"{_imports({})}{declared}</xs:schema>"
    )


def _metadata(rewrites: Mapping[str, str], entry_point: str, country: str = "") -> dict[str, str]:
    described = f"<tp:publisherCountry>{country}</tp:publisherCountry>" if country else ""
    rules = "".join(f'<rewriteURI uriStartString="{url}" rewritePrefix="{path}"/>' for url, path in rewrites.items())
    return {
        "META-INF/catalog.xml": f'{_XML}<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{rules}</catalog>',
        "META-INF/taxonomyPackage.xml": (
            f'{_XML}<tp:taxonomyPackage xmlns:tp="http://xbrl.org/2016/taxonomy-package" xml:lang="en">'
            f"<tp:identifier>{entry_point}</tp:identifier><tp:name>n</tp:name><tp:description>d</tp:description>"
            f"<tp:version>1</tp:version><tp:publisher>p</tp:publisher>{described}<tp:publicationDate>2024-12-31</tp:publicationDate>"
            f"<tp:entryPoints><tp:entryPoint><tp:name>e</tp:name><tp:entryPointDocument href='{entry_point}'/>"
            "</tp:entryPoint></tp:entryPoints></tp:taxonomyPackage>"
        ),
    }


def _write(path: Path, files: Mapping[str, str | bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{path.stem}/{name}", content)


def extension(
    date: str, *, own: str = "", imports: str = "", entry_point: str = "", statement: str = ABSTRACT[0]
) -> dict[str, str]:
    """The issuer's taxonomy.

    `own` declares elements in its schema, `imports` further taxonomies, `statement` heads the presentation, and
    `entry_point` is imported instead of the core taxonomy.
    """
    core = f"https://www.esma.europa.eu/taxonomy/{date}/"
    namespace = "http://lantern.example/xbrl"
    references = "".join(
        f'<link:linkbaseRef xlink:type="simple" xlink:href="{NAME}_{file}.xml" '
        f'xlink:role="http://www.xbrl.org/2003/role/{kind}LinkbaseRef" '
        'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
        for kind, file in (("presentation", "pre"), ("calculation", "cal"), ("definition", "def"), ("label", "lab-en"))
    )
    schema = (
        f'{_XML}<xs:schema {_SCHEMA} targetNamespace="{namespace}" xmlns:lantern="{namespace}">\n'
        f"<xs:annotation><xs:appinfo>{references}</xs:appinfo></xs:annotation>\n"
        f"{entry_point or _imports({f'{core}esef_cor': f'{core}esef_cor.xsd'})}{imports}\n{own}\n</xs:schema>"
    )
    names = [each for each in ITEMS if each != "EnergyUsed"]
    elements = f"{_ifrs(date)}ifrs.xsd#ifrs-full_"
    return {
        f"{NAME}.xsd": schema,
        f"{NAME}_pre.xml": _linkbase(
            "presentation",
            "http://www.xbrl.org/2003/role/link",
            [(f"{elements}{statement}", f"{elements}{name}", "parent-child", "") for name in names],
        ),
        f"{NAME}_cal.xml": _linkbase(
            "calculation",
            "http://www.xbrl.org/2003/role/link",
            [(f"{elements}Assets", f"{elements}CurrentAssets", "summation-item", ' weight="1"')],
        ),
        f"{NAME}_def.xml": _definition(core, elements, names),
        f"{NAME}_lab-en.xml": (
            f"{_XML}<link:linkbase {_LINKS}><link:labelLink xlink:type='extended' "
            "xlink:role='http://www.xbrl.org/2003/role/link'/></link:linkbase>"
        ),
    }


_LINKS = (
    'xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:xbrldt="http://xbrl.org/2005/xbrldt"'
)
_ARCROLES = {
    "parent-child": "http://www.xbrl.org/2003/arcrole/parent-child",
    "summation-item": "https://xbrl.org/2023/arcrole/summation-item",
    "all": "http://xbrl.org/int/dim/arcrole/all",
    "domain-member": "http://xbrl.org/int/dim/arcrole/domain-member",
}
_DECLARED = {
    "summation-item": "http://www.xbrl.org/2023/calculation-1.1.xsd#summation-item",
    "all": "http://www.xbrl.org/2005/xbrldt-2005.xsd#all",
    "domain-member": "http://www.xbrl.org/2005/xbrldt-2005.xsd#domain-member",
}


def _definition(core: str, elements: str, names: Iterable[str]) -> str:
    line_items = f"{core}esef_cor.xsd#esef_cor_LineItemsNotDimensionallyQualified"
    arcs = [(line_items, f"{line_items}Hypercube", "all", ' xbrldt:contextElement="scenario" xbrldt:closed="true"')]
    arcs += [(line_items, f"{elements}{name}", "domain-member", "") for name in names]
    role = f'<link:roleRef xlink:type="simple" xlink:href="{core}esef_cor.xsd#line-items" roleURI="{LINE_ITEMS_ROLE}"/>'
    return _linkbase("definition", LINE_ITEMS_ROLE, arcs, role)


def _linkbase(kind: str, role: str, arcs: Iterable[tuple[str, str, str, str]], references: str = "") -> str:
    arcs = list(arcs)
    ends = list(dict.fromkeys(end for arc in arcs for end in arc[:2]))
    locators = "".join(
        f'<link:loc xlink:type="locator" xlink:href="{end}" xlink:label="l{ends.index(end)}"/>' for end in ends
    )
    written = "".join(
        f'<link:{kind}Arc xlink:type="arc" xlink:arcrole="{_ARCROLES[name]}" order="{number}" '
        f'xlink:from="l{ends.index(source)}" xlink:to="l{ends.index(target)}"{more}/>'
        for number, (source, target, name, more) in enumerate(arcs, 1)
    )
    used = "".join(
        f'<link:arcroleRef xlink:type="simple" arcroleURI="{_ARCROLES[name]}" xlink:href="{_DECLARED[name]}"/>'
        for name in dict.fromkeys(arc[2] for arc in arcs)
        if name in _DECLARED
    )
    return (
        f"{_XML}<link:linkbase {_LINKS}>{references}{used}"
        f'<link:{kind}Link xlink:type="extended" xlink:role="{role}">{locators}{written}</link:{kind}Link></link:linkbase>'
    )


def page(date: str = "2024-03-27", registry: str = "2022-02-16") -> str:
    """A page without faults; each part that a test changes stands on a line of its own."""
    texts = "\n".join(
        f'<p><ix:nonNumeric id="t{number}" name="ifrs-full:{name}" contextRef="d">{name}</ix:nonNumeric></p>'
        for number, name in enumerate(MANDATORY, 1)
    )
    return f"""{_XML}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" \
xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" \
xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" \
xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/{registry}" \
xmlns:ifrs-full="{ifrs(date)}" xmlns:lantern="http://lantern.example/xbrl" xml:lang="en">
<head><title>Report</title>
<style type="text/css">p {{color: black}}</style></head>
<body><div style="display:none"><ix:header><ix:hidden>
<ix:nonNumeric id="h1" name="ifrs-full:WebsiteOfEntity" contextRef="d">https://lantern.example/</ix:nonNumeric>
</ix:hidden>
<ix:references xml:lang="en"><link:schemaRef xlink:type="simple" xlink:href="../{NAME}.xsd"/></ix:references>
<ix:resources>
{context("d", "<xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate>")}
{context("i", "<xbrli:instant>2024-12-31</xbrli:instant>")}
<xbrli:unit id="EUR"><xbrli:measure>iso4217:EUR</xbrli:measure></xbrli:unit>
<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
<ix:relationship fromRefs="f1" toRefs="n1"/>
</ix:resources></ix:header></div>
{texts}
<p style="-esef-ix-hidden:h1">https://lantern.example/</p>
<p><ix:nonFraction id="f1" name="ifrs-full:Assets" contextRef="i" unitRef="EUR" decimals="-3" scale="3" format="ixt:num-dot-decimal">1,234</ix:nonFraction></p>
<p><ix:nonFraction id="f4" name="ifrs-full:CurrentAssets" contextRef="i" unitRef="EUR" decimals="-3" scale="3" format="ixt:num-dot-decimal">1,234</ix:nonFraction></p>
<p><ix:nonFraction id="f2" name="ifrs-full:Revenue" contextRef="d" unitRef="EUR" decimals="-3" scale="3" format="ixt:num-dot-decimal">567</ix:nonFraction></p>
<p><ix:nonFraction id="f3" name="ifrs-full:TaxRate" contextRef="d" unitRef="pure" decimals="3" scale="-2" format="ixt:num-dot-decimal">25.0</ix:nonFraction></p>
<div><ix:nonNumeric id="b1" name="ifrs-full:DisclosureOfRevenueExplanatory" contextRef="d" escape="true"><p>Lamps.</p></ix:nonNumeric></div>
<p><ix:footnote id="n1" xml:lang="en">At cost.</ix:footnote></p>
<p>End.</p>
</body></html>
"""


def context(name: str, period: str, *, lei: str = LEI, container: str = "") -> str:
    """A context on one line."""
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="http://standards.iso.org/iso/17442">{lei}'
        f"</xbrli:identifier></xbrli:entity><xbrli:period>{period}</xbrli:period>{container}</xbrli:context>"
    )


def write_filing(
    folder: Path,
    *pages: str,
    taxonomy: Mapping[str, str],
    name: str = f"{NAME}-1-en",
    report: str = "",
    extension: str = ".xhtml",
    suffix: str = ".zip",
    more: Mapping[str, bytes] | None = None,
    country: str = "",
) -> Path:
    """A report package with these pages; `more` are further files in ``reports/``, `country` is the publisher's."""
    path = folder / f"{name}{suffix}"
    base = "http://lantern.example/"
    report = report or name
    names = [report] if len(pages) == 1 else [f"set/{report}-{number}" for number in range(1, len(pages) + 1)]
    depth = "../" * names[0].count("/")
    files: dict[str, str | bytes] = {**_metadata({base: "../"}, f"{base}{NAME}.xsd", country), **taxonomy}
    kind = "https://xbrl.org/report-package/2023" + (suffix.replace(".", "/") if suffix != ".zip" else "")
    files["META-INF/reportPackage.json"] = f'{{"documentInfo": {{"documentType": "{kind}"}}}}'
    for each, content in zip(names, pages, strict=True):
        files[f"reports/{each}{extension}"] = content.replace(f"../{NAME}.xsd", f"{depth}../{NAME}.xsd")
    _write(path, {**files, **{f"reports/{each}": content for each, content in (more or {}).items()}})
    return path
