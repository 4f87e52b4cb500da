"""A small taxonomy and the means to write a report in a few words; for the tests of the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import count

from xbrlgen.findings import Finding, Location
from xbrlgen.model import (
    PURE,
    SHARES,
    Cell,
    CellKind,
    Column,
    Concept,
    Dimension,
    Display,
    Entity,
    Fact,
    ItemType,
    Period,
    QName,
    Report,
    Row,
    Section,
    Table,
    TypedDomain,
    TypedMember,
    Unit,
    ValueKind,
)
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.rules import check
from xbrlgen.taxonomy.networks import Network

NAMESPACE = "http://example.com/small"
DTR = "http://www.xbrl.org/dtr/type/2022-03-31"
XBRLDT = "http://xbrl.org/2005/xbrldt"
YEN, EURO = Unit.currency("JPY"), Unit.currency("EUR")
MILLION = 1_000_000

FY23 = Period.duration(date(2023, 4, 1), date(2024, 3, 31))
H1 = Period.duration(date(2023, 4, 1), date(2023, 9, 30))
Q2 = Period.duration(date(2023, 7, 1), date(2023, 9, 30))
MARCH, JUNE, SEPTEMBER = (Period.instant(day) for day in (date(2023, 3, 31), date(2023, 6, 30), date(2023, 9, 30)))
ENTITY = Entity("http://www.tse.or.jp/sicc", "99990")


def name(local_name: str) -> QName:
    return QName(NAMESPACE, local_name)


def item_type(kind: str, base: str, own_name: str = "", namespace: str = XBRLI, **facets: tuple[str, ...]) -> ItemType:
    return ItemType(QName(namespace, own_name or f"{kind}ItemType"), ValueKind(kind), base, facets)


MONETARY = item_type("monetary", "decimal")
STRING = item_type("string", "string")
TYPES = {
    "monetary": MONETARY,
    "shares": item_type("shares", "decimal"),
    "pure": item_type("pure", "decimal"),
    "percent": item_type("percent", "decimal", "percentItemType", DTR),
    "per-share": item_type("per-share", "decimal", "perShareItemType", DTR),
    "area": item_type("numeric", "decimal", "areaItemType", DTR),
    "decimal": item_type("numeric", "decimal", "decimalItemType"),
    "integer": item_type("numeric", "nonNegativeInteger", "nonNegativeIntegerItemType"),
    "double": item_type("numeric", "double", "doubleItemType"),
    "string": STRING,
    "text-block": item_type("text-block", "string", "textBlockItemType", DTR),
    "boolean": item_type("boolean", "boolean"),
    "date": item_type("date", "date"),
    "union": item_type("date", "anySimpleType", "dateUnionItemType", union=("date", "dateTime")),
    "uri": item_type("other", "anyURI", "anyURIItemType"),
    "enumeration": item_type(
        "name", "QName", "enumerationItemType", "http://xbrl.org/2020/extensible-enumerations-2.0"
    ),
    "enumeration-set": item_type(
        "name-set", "QName", "enumerationSetItemType", "http://xbrl.org/2020/extensible-enumerations-2.0"
    ),
    "domain": item_type("domain", "string", "domainItemType", DTR),
}
_PARENTS = {"percentItemType": ("pureItemType",), "perShareItemType": ("decimalItemType",)}


def concept(
    local_name: str, kind: str = "monetary", period_type: str = "duration", balance: str = "", **further: object
) -> Concept:
    group = further.pop("group", QName(XBRLI, "item"))
    return Concept(name(local_name), TYPES[kind], group, period_type, balance, **further)


_CONCEPTS = (
    concept("Revenue", balance="credit"),
    concept("CostOfSales", balance="debit"),
    concept("GrossProfit", balance="credit"),
    concept("ProfitLoss", balance="credit"),
    concept("DividendsPaid", balance="debit"),
    concept("FinanceCosts", balance="debit", is_nillable=False),
    concept("CashAndCashEquivalents", period_type="instant", balance="debit"),
    concept("Assets", period_type="instant", balance="debit"),
    concept("CurrentAssets", period_type="instant", balance="debit"),
    concept("NoncurrentAssets", period_type="instant", balance="debit"),
    concept("Equity", period_type="instant", balance="credit"),
    concept("IncreaseDecreaseInCash", balance="debit"),
    concept("EarningsPerShare", "per-share"),
    concept("NumberOfShares", "shares", "instant"),
    concept("NumberOfEmployees", "integer"),
    concept("EquityRatio", "pure"),
    concept("TaxRate", "percent"),
    concept("RevenueGrowth", "percent"),
    concept("FloorSpace", "area", "instant"),
    concept("Bandwidth", "decimal", "instant"),
    concept("Measured", "double"),
    concept("CompanyName", "string"),
    concept("Policy", "text-block"),
    concept("IsAudited", "boolean"),
    concept("DateOfRelease", "date"),
    concept("Moment", "union"),
    concept("Website", "uri"),
    concept("Method", "enumeration"),
    concept("Markets", "enumeration-set"),
    concept("AssetsAbstract", "string", is_abstract=True),
    Concept(name("Directors"), None, QName(XBRLI, "tuple"), ""),
    concept("SegmentsAxis", "string", group=QName(XBRLDT, "dimensionItem"), is_abstract=True),
    concept("ComponentsAxis", "string", group=QName(XBRLDT, "dimensionItem"), is_abstract=True),
    concept(
        "ContractAxis",
        "string",
        group=QName(XBRLDT, "dimensionItem"),
        is_abstract=True,
        typed_domain=TypedDomain(name("contract"), item_type("numeric", "positiveInteger", "positiveInteger")),
    ),
    concept("SegmentsTable", "string", group=QName(XBRLDT, "hypercubeItem"), is_abstract=True),
    *(concept(each, "domain", is_abstract=True) for each in ("AllMember", "NetworkMember", "AtmMember")),
    *(concept(each, "domain", is_abstract=True) for each in ("EliminationMember", "CapitalMember", "EarningsMember")),
)


class NoNetworks:
    """The networks of a taxonomy without linkbases."""

    def roles(self, _: str) -> tuple[()]:
        return ()

    def network(self, arcrole: str, role: str) -> Network:
        return Network(arcrole, role)


@dataclass(frozen=True, eq=False)
class SmallTaxonomy:
    """What the rules ask of a taxonomy, over the concepts above and further ones."""

    concepts: Mapping[QName, Concept]
    namespace: str = NAMESPACE
    prefixes: Mapping[str, str] = field(default_factory=lambda: {NAMESPACE: "s"})
    entry_point: str = "http://example.com/small.xsd"

    def concept(self, wanted: QName) -> Concept | None:
        return self.concepts.get(wanted)

    def names(self) -> list[QName]:
        return sorted(self.concepts)

    def default_member(self, axis: QName) -> QName | None:
        return name("AllMember") if axis == name("SegmentsAxis") else None

    networks: NoNetworks = field(default_factory=NoNetworks)
    role_types: Mapping[str, tuple[()]] = field(default_factory=dict)

    def schemas_of(self, _: str) -> tuple[()]:
        return ()

    def label(self, _: QName, language: str = "") -> None:
        return None

    def types(self, wanted: Concept) -> tuple[QName, ...]:
        return () if wanted.item_type is None else self.ancestors(wanted.item_type.name)

    def ancestors(self, wanted: QName) -> tuple[QName, ...]:
        return (wanted, *(QName(XBRLI, parent) for parent in _PARENTS.get(wanted.local_name, ())))


def taxonomy(*further: Concept) -> SmallTaxonomy:
    return SmallTaxonomy({each.name: each for each in (*_CONCEPTS, *further)})


TAXONOMY = taxonomy()
_UNITS = {
    "monetary": YEN,
    "shares": SHARES,
    "pure": PURE,
    "percent": PURE,
    "per-share": YEN.per(SHARES),
    "numeric": PURE,
}
_ids = count(1)


def members(**by_axis: str | TypedMember) -> tuple[Dimension, ...]:
    """Dimensions such as ``Segments="Atm"``."""
    found = [
        Dimension(name(f"{axis}Axis"), name(f"{each}Member") if isinstance(each, str) else each)
        for axis, each in by_axis.items()
    ]
    return tuple(sorted(found, key=lambda each: each.sort_key))


def fact(local_name: str, value: object, period: Period | None = H1, **aspects: object) -> Fact:
    """A fact, with the unit that its concept wants and the language en unless said otherwise; numbers as text or int."""
    known = TAXONOMY.concept(name(local_name))
    kind = known.kind if known else ValueKind.MONETARY
    is_number = isinstance(value, int) or (isinstance(value, str) and known is not None and kind.is_numeric)
    return Fact(
        id=str(aspects.get("id", f"f{next(_ids)}")),
        concept=name(local_name),
        entity=aspects.get("entity", ENTITY),
        period=period,
        value=Decimal(value) if is_number else value,
        unit=aspects.get("unit", _UNITS.get(kind)),
        decimals=aspects.get("decimals"),
        language=aspects.get("language", "en" if kind in {ValueKind.STRING, ValueKind.TEXT_BLOCK} else None),
        dimensions=aspects.get("dimensions", ()),
    )


def millions(local_name: str, value: int | str, period: Period | None = H1, **aspects: object) -> Fact:
    """A figure in millions of yen, rounded to the million."""
    return fact(local_name, int(Decimal(value) * MILLION), period, decimals=-6, **aspects)


def table(*facts: Fact, negated: bool = False, scale: int = 6, labels: Mapping[str, str] | None = None) -> Section:
    """A section with one table, one row for each fact."""
    rows = tuple(
        Row(
            f"row-{each.id}",
            (labels or {}).get(each.concept.local_name, each.concept.local_name),
            (Cell(f"cell-{each.id}", CellKind.FACT, "", each.id, Display(scale, 0, negated)),),
            each.concept,
            negated=negated,
        )
        for each in facts
    )
    return Section("s", "Statement", (Table("t", "Statement", (Column("c", "1H23"),), rows),))


def report(*facts: Fact, **parts: object) -> Report:
    """A report of a filing; with `sections`, one that is being made."""
    return Report(
        ENTITY, facts, ("http://example.com/small.xsd",), {"s": NAMESPACE}, period=parts.pop("period", H1), **parts
    )


def judged(made: Report, over: SmallTaxonomy = TAXONOMY) -> list[Finding]:
    """What the rules find; the place of the nth fact is line n of facts.csv."""
    locations = {each.id: Location("facts.csv", line) for line, each in enumerate(made.facts, 1)}
    locations |= {each.id: Location("report.yaml", line) for line, each in enumerate(made.equations, 1)}
    cells = (cell for section in made.sections for part in section.content for row in part.rows for cell in row.cells)
    locations |= {each.id: Location("cells.csv", line) for line, each in enumerate(cells, 1)}
    return list(check(made, over, locations))


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def lines(finding: Finding) -> list[int]:
    """The lines that a finding points at."""
    return [location.line for location in finding.locations]
