"""Rules against Arelle's: the same instances, the same facts at fault."""

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import arelle_referee
import pytest
from small_report import (
    ENTITY,
    EURO,
    H1,
    MARCH,
    NAMESPACE,
    SEPTEMBER,
    TAXONOMY,
    YEN,
    fact,
    judged,
    members,
    name,
    report,
)

from xbrlgen.findings import Severity
from xbrlgen.model import PURE, SHARES, Dimension, Equation, EquationKind, Fact, Period, QName, Reference, Report, Unit
from xbrlgen.model.namespaces import ISO4217, XBRLI
from xbrlgen.readers.xbrl_xml import read_xbrl_xml
from xbrlgen.rules import check
from xbrlgen.taxonomy import load_taxonomy

pytestmark = pytest.mark.arelle

DTR = "http://www.xbrl.org/dtr/type/2022-03-31"
TYPES = {
    "monetary": "xbrli:monetaryItemType",
    "shares": "xbrli:sharesItemType",
    "pure": "xbrli:pureItemType",
    "per-share": "dtr:perShareItemType",
    "percent": "dtr:percentItemType",
    "string": "xbrli:stringItemType",
    "boolean": "xbrli:booleanItemType",
    "date": "xbrli:dateItemType",
    "domain": "dtr:domainItemType",
}
TOTAL = Equation(
    "e",
    EquationKind.CALCULATION,
    Reference(name("Assets")),
    tuple(
        (Decimal(weight), Reference(name(each)))
        for each, weight in (("CurrentAssets", 1), ("NoncurrentAssets", 1), ("Equity", -1))
    ),
    "Assets = CurrentAssets + NoncurrentAssets - Equity",
)


def _schema() -> str:
    """The concepts of the small taxonomy whose types are in `TYPES`, as a schema with a calculation linkbase."""
    elements = "".join(
        f'<xs:element name="{each.name.local_name}" id="s_{each.name.local_name}" type="{_type(each)}" '
        f'substitutionGroup="{"xbrldt" if each.is_dimension else "xbrli"}:{each.substitution_group.local_name}" '
        f'nillable="{str(each.is_nillable).lower()}" abstract="{str(each.is_abstract).lower()}" '
        f'xbrli:periodType="{each.period_type}"{f" xbrli:balance={chr(34)}{each.balance}{chr(34)}" if each.balance else ""}/>'
        for each in TAXONOMY.concepts.values()
        if each.item_type is not None
        and each.kind.value in TYPES
        and each.typed_domain is None
        and not each.is_hypercube
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="{XBRLI}" xmlns:dtr="{DTR}" targetNamespace="{NAMESPACE}"
  xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:link="http://www.xbrl.org/2003/linkbase"
  xmlns:xlink="http://www.w3.org/1999/xlink" elementFormDefault="qualified">
  <xs:annotation><xs:appinfo><link:linkbaseRef xlink:type="simple" xlink:href="calculation.xml"
    xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/></xs:appinfo></xs:annotation>
  <xs:import namespace="{XBRLI}" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
  <xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
  <xs:import namespace="{DTR}" schemaLocation="https://www.xbrl.org/dtr/type/2022-03-31/types.xsd"/>
  {elements}
</xs:schema>"""


def _type(concept) -> str:
    return TYPES[concept.kind.value]


def _linkbase() -> str:
    locators = "".join(
        f'<link:loc xlink:type="locator" xlink:label="{each}" xlink:href="small.xsd#s_{each}"/>'
        for each in ("Assets", "CurrentAssets", "NoncurrentAssets", "Equity")
    )
    arcs = "".join(
        f'<link:calculationArc xlink:type="arc" xlink:arcrole="https://xbrl.org/2023/arcrole/summation-item" '
        f'xlink:from="Assets" xlink:to="{reference.concept.local_name}" weight="{weight}" order="1"/>'
        for weight, reference in TOTAL.terms
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">
  <link:arcroleRef xlink:type="simple" arcroleURI="https://xbrl.org/2023/arcrole/summation-item"
    xlink:href="http://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>
  <link:calculationLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">{locators}{arcs}</link:calculationLink>
</link:linkbase>"""


def _instance(made: Report) -> str:
    """The report as xBRL-XML, written without any of the product's own writers: a context and a unit for each fact."""
    body = "".join(_written(each) for each in made.facts)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xbrli:xbrl xmlns:xbrli="{XBRLI}" xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:s="{NAMESPACE}" xmlns:iso4217="{ISO4217}" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <link:schemaRef xlink:type="simple" xlink:href="small.xsd"/>
  {body}
</xbrli:xbrl>"""


def _written(each: Fact) -> str:
    dimensions = "".join(
        f'<xbrldi:explicitMember dimension="s:{one.axis.local_name}">s:{one.member.local_name}</xbrldi:explicitMember>'
        for one in each.dimensions
    )
    segment = f"<xbrli:segment>{dimensions}</xbrli:segment>" if dimensions else ""
    context = (
        f'<xbrli:context id="c-{each.id}"><xbrli:entity><xbrli:identifier scheme="{ENTITY.scheme}">{ENTITY.identifier}'
        f"</xbrli:identifier>{segment}</xbrli:entity><xbrli:period>{_period(each.period)}</xbrli:period></xbrli:context>"
    )
    unit = f'<xbrli:unit id="u-{each.id}">{_unit(each.unit)}</xbrli:unit>' if each.unit else ""
    unit_ref = f' unitRef="u-{each.id}"' if each.unit else ""
    is_number = isinstance(each.value, Decimal) or each.decimals is not None
    decimals = f' decimals="{"INF" if each.decimals is None else each.decimals}"' if is_number else ""
    nil = ' xsi:nil="true"' if each.is_nil else ""
    value = "" if each.is_nil else f"{each.value:f}" if isinstance(each.value, Decimal) else each.value
    tag = f"s:{each.concept.local_name}"
    return f'{context}{unit}<{tag} id="{each.id}" contextRef="c-{each.id}"{unit_ref}{decimals}{nil}>{value}</{tag}>'


def _period(period: Period) -> str:
    if period.start is None:
        return f"<xbrli:instant>{period.last_day}</xbrli:instant>"
    return f"<xbrli:startDate>{period.first_day}</xbrli:startDate><xbrli:endDate>{period.last_day}</xbrli:endDate>"


def _unit(unit: Unit) -> str:
    prefixes = {XBRLI: "xbrli", ISO4217: "iso4217", NAMESPACE: "s"}
    above, below = (
        "".join(f"<xbrli:measure>{prefixes[each.namespace]}:{each.local_name}</xbrli:measure>" for each in side)
        for side in (unit.numerators, unit.denominators)
    )
    if not below:
        return above
    return (
        f"<xbrli:divide><xbrli:unitNumerator>{above}</xbrli:unitNumerator>"
        f"<xbrli:unitDenominator>{below}</xbrli:unitDenominator></xbrli:divide>"
    )


def _verdict(made: Report, folder: Path, duplicates: str = "") -> arelle_referee.Verdict:
    (folder / "small.xsd").write_text(_schema(), encoding="utf-8")
    (folder / "calculation.xml").write_text(_linkbase(), encoding="utf-8")
    (folder / "report.xbrl").write_text(_instance(made), encoding="utf-8")
    return arelle_referee.load(folder / "report.xbrl", duplicates=duplicates, registry_of_units=True)


def _random_totals(seed: int, count: int) -> Iterator[Fact]:
    """Totals and their items, one lot for each day: near enough to the sum for rounding to decide."""
    random_number = random.Random(seed)
    for number in range(count):
        day = Period.instant(date(2020, 1, 31) + timedelta(days=number))
        parts = [random_number.randint(-5000, 5000) for _ in range(3)]
        total = parts[0] + parts[1] - parts[2] + random_number.randint(-12, 12)
        for local_name, value in zip(
            ("CurrentAssets", "NoncurrentAssets", "Equity", "Assets"), (*parts, total), strict=True
        ):
            for copy in range(random_number.choice((0, 1, 1, 1, 1, 2))):
                decimals = random_number.choice((None, 0, 0, -1, -1, -2))
                rounded = value if decimals is None else round(value, decimals)
                slip = random_number.choice((0, 0, 0, 0, 1)) if copy else 0
                yield fact(local_name, rounded + slip, day, decimals=decimals, id=f"f-{number}-{local_name}-{copy}")


def test_the_same_totals_do_not_add_up(tmp_path: Path):
    made = report(*_random_totals(seed=11, count=150), equations=(TOTAL,), period=None)
    verdict = _verdict(made, tmp_path)
    theirs = {
        _lot(message)
        for message in verdict.messages
        if message.startswith("[calc11e:inconsistentCalculationUsingRounding]")
    }
    days = {each.id: str(each.period) for each in made.facts}
    ours = {days[each.fact] for each in judged(made) if each.code == "XG410"}
    lots = {each.id.split("-")[1]: str(each.period) for each in made.facts}
    assert len(theirs) > 15
    assert len(lots) - len(theirs) > 60
    assert ours == {lots[lot] for lot in theirs}


def _lot(message: str) -> str:
    found = re.search(r"context c-f-(\d+)-", message)
    assert found, message
    return found[1]


def test_the_same_duplicates_contradict_each_other(tmp_path: Path):
    made = report(*_random_totals(seed=7, count=150), period=None)
    verdict = _verdict(made, tmp_path, duplicates="inconsistent")
    theirs = {_copies(message) for message in verdict.messages if message.startswith("[arelle:duplicateFacts]")}
    ours = {each.fact.rpartition("-")[0] for each in judged(made) if each.code == "XG400"}
    assert ours == theirs
    assert 5 < len(theirs) < sum(1 for each in judged(made) if each.code == "XG401")


def _copies(message: str) -> str:
    found = re.search(r"c-(f-\d+-\w+)-", message)
    assert found, message
    return found[1]


def _measure(namespace: str, local_name: str) -> Unit:
    return Unit((QName(namespace, local_name),))


FAULTS = [
    fact("Revenue", 1, id="ok"),
    fact("Revenue", 1, unit=EURO, id="euro"),
    fact("Revenue", 1, unit=PURE, id="moneyPure"),
    fact("Revenue", 1, unit=YEN.per(SHARES), id="moneyPerShare"),
    fact("Revenue", 1, unit=_measure(ISO4217, "jpy"), id="lowerCase"),
    fact("NumberOfShares", 1, MARCH, unit=PURE, id="sharesPure"),
    fact("NumberOfShares", 1, MARCH, unit=SHARES.per(YEN), id="sharesPerYen"),
    fact("NumberOfShares", 1, MARCH, id="shares"),
    fact("EquityRatio", 1, unit=YEN, id="ratioMoney"),
    fact("EquityRatio", 1, unit=YEN.per(EURO), id="ratioOfMoney"),
    fact("TaxRate", 1, unit=SHARES, id="rateShares"),
    fact("EarningsPerShare", 1, unit=YEN, id="perShareMoney"),
    fact("EarningsPerShare", 1, id="perShare"),
    fact("Revenue", 1, unit=None, id="noUnit"),
    fact("Revenue", None, decimals=0, id="nilDecimals"),
    fact("Revenue", 1, SEPTEMBER, id="flowAtMoment"),
    fact("Assets", 1, H1, id="balanceOverDuration"),
    fact("Assets", 1, MARCH, id="balance"),
    fact("Revenue", 1, dimensions=members(Segments="Atm"), id="member"),
    fact("Revenue", 1, dimensions=members(Segments="Atn"), id="unknownMember"),
    fact("Revenue", 1, dimensions=(Dimension(name("CostOfSales"), name("AtmMember")),), id="noAxis"),
    fact("Revenue", 1, dimensions=(*members(Segments="Atm"), *members(Segments="Network")), id="axisTwice"),
    fact("CompanyName", "x", id="text"),
    fact("CompanyName", "x", unit=YEN, id="textUnit"),
]
DUPLICATES = {"XG400", "XG401", "XG402", "XG403"}
FAMILIES = ("xbrl.4", "xbrldie:", "utre:")


def test_the_same_facts_are_at_fault(tmp_path: Path):
    made = report(*FAULTS, period=None)
    verdict = _verdict(made, tmp_path)
    theirs = {
        (found[1], code[1])
        for message in verdict.messages
        if (code := re.match(r"\[(\S+?)\]", message)) and code[1].startswith(FAMILIES)
        if (found := re.search(r"\b[cu]-(\w+)", message))
    }
    ours = {(each.fact, each.standard) for each in judged(made) if each.standard.startswith(FAMILIES)}
    told_before = {(each, "utre:error-NumericFactUtrInvalid") for each, code in theirs if code.startswith("xbrl.4.8.2")}
    assert ours == theirs - told_before
    assert len(ours) == 15


MUTANTS = (
    *("valid", "bad-boolean", "bad-date-value", "negative-nonneg-integer", "currency-lowercase", "currency-unknown"),
    *("dimension-not-a-dimension", "dup-complete", "dup-consistent", "dup-inconsistent", "dup-text-same-lang"),
    *("dup-text-different-lang-ok", "eps-unit-not-divided", "forever-period", "instant-concept-duration-ctx"),
    *("monetary-unit-pure", "percent-unit-EUR", "pure-unit-unprefixed", "shares-unit-pure"),
)
OTHER_RULES = {"xbrldie:PrimaryItemDimensionallyInvalidError"}
"""What follows from the networks of dimensions."""


@pytest.mark.parametrize("mutant", MUTANTS)
def test_published_mutants_have_the_faults_that_arelle_found(mutant: str, shared: Path):
    folder = shared / "conformance" / "mutants"
    entry = json.loads((folder / "expected.json").read_text(encoding="utf-8"))[f"xml/{mutant}.xbrl"]
    expected = entry["codes"] | entry["warnings"]
    taxonomy = load_taxonomy(str(folder / "mut.xsd"))
    reading = read_xbrl_xml(folder / "xml" / f"{mutant}.xbrl", taxonomy)
    found = list(check(reading.report, taxonomy, reading.locations))
    ours = {each.standard for each in found if each.standard.startswith(FAMILIES)}
    theirs = {code for code in expected if code.startswith(FAMILIES)} - OTHER_RULES
    if any(code.startswith("xbrl.4.8.2") for code in theirs):
        theirs.discard("utre:error-NumericFactUtrInvalid")
    assert ours == theirs
    assert any(each.code == "XG230" for each in found) == ("xmlSchema:valueError" in expected)
    assert any(each.code in DUPLICATES for each in found) == ("arelle:duplicateFacts" in expected)
    only_a_word = {"utre:error-NumericFactUtrInvalid", "arelle:duplicateFacts"}
    assert any(each.severity is Severity.ERROR for each in found) == bool(expected.keys() - only_a_word - OTHER_RULES)
