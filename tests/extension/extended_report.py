"""A small report with an extension: one of each kind of concept, axes of three kinds, and some that nothing uses."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from xbrlgen.extension import GENERIC, Settings, extension_taxonomy
from xbrlgen.model import (
    SHARES,
    Anchors,
    Axis,
    Cell,
    CellKind,
    Dimension,
    Display,
    Entity,
    Equation,
    EquationKind,
    Extension,
    ExtensionConcept,
    Fact,
    Period,
    QName,
    Reference,
    Report,
    Row,
    RowStyle,
    Section,
    Table,
    Unit,
)
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.taxonomy import Taxonomy

OWN = "http://example.com/own?a=1&b=2"
XBRLDT = "http://xbrl.org/2005/xbrldt"
ITEM, DIMENSION = QName(XBRLI, "item"), QName(XBRLDT, "dimensionItem")
ENTITY = Entity("http://www.tse.or.jp/sicc", "37740")
YEAR = Period.duration(date(2023, 4, 1), date(2023, 9, 30))


def own(name: str) -> QName:
    """A name of the extension."""
    return QName(OWN, name)


def concept(name: str, item_type: QName, period_type: str = "duration", balance: str = "", **more) -> ExtensionConcept:
    """An own concept that is labelled by its name."""
    more = {"substitution_group": ITEM, "labels": MappingProxyType({"en": name})} | more
    return ExtensionConcept(own(name), item_type, period_type, balance=balance, **more)


def fact(number: int, name: QName, *dimensions: Dimension) -> Fact:
    """A monetary fact of the year."""
    ordered = tuple(sorted(dimensions, key=lambda each: each.sort_key))
    return Fact(f"f{number}", name, ENTITY, YEAR, Decimal(number), Unit.currency("JPY"), -6, dimensions=ordered)


def row(number: int, name: QName | None, *facts: Fact, label: str = "", negated: bool = False, **more) -> Row:
    """A row that shows some facts."""
    display = Display(negated=negated)
    cells = [Cell(f"c{number}.{each.id}", CellKind.FACT, fact=each.id, display=display) for each in facts]
    empty = (Cell(f"c{number}", CellKind.EMPTY),)
    return Row(f"r{number}", label or f"Row {number}", tuple(cells) or empty, name, negated=negated, **more)


def total(table: str, name: QName, *terms: tuple[int, QName]) -> Equation:
    """A total that a table declares."""
    weighted = tuple((Decimal(weight), Reference(each)) for weight, each in terms)
    identifier = f"{table}.calculation.{name.local_name}-{len(terms)}"
    return Equation(identifier, EquationKind.CALCULATION, Reference(name), weighted, "", table=table)


def extended_report(taxonomy: Taxonomy) -> Report:
    """Highlights with an own axis that has a default and a standard one, and key figures without any."""
    standard = {name: QName(taxonomy.namespace, name) for name in ("SegmentsAxis", "Revenue")}
    segments, revenue = standard["SegmentsAxis"], standard["Revenue"]
    target, network = Dimension(own("ForecastAxis"), own("TargetMember")), Dimension(segments, own("NetworkMember"))
    facts = (
        fact(1, own("Subtotal")),
        fact(2, own("Spending"), target),
        fact(3, revenue, network),
        fact(4, own("AdjustedEarningsPerShare"))._replace(unit=Unit.currency("JPY").per(SHARES)),
        fact(5, revenue),
        fact(6, revenue, target, network),
    )
    highlights = (
        row(1, own("HighlightsAbstract"), label="Highlights of the year", style=RowStyle.HEADING),
        row(2, own("Subtotal"), facts[0], label="Sub- total", style=RowStyle.TOTAL, level=1),
        row(3, own("Spending"), facts[1], label="Network", level=1, negated=True),
        row(4, revenue, facts[2], facts[4], facts[5], level=1),
    )
    return Report(
        entity=ENTITY,
        facts=facts,
        schema_refs=(taxonomy.entry_point,),
        prefixes={},
        period=YEAR,
        sections=(
            Section("highlights-1h23", "Highlights <1H23>", (Table("t", "Highlights", (), highlights),)),
            Section("key-figures", "Key figures", (Table("k", "Key", (), (row(5, facts[3].concept, facts[3]),)),)),
        ),
        equations=(total("t", own("Subtotal"), (1, revenue), (-1, own("Spending"))),),
        extension=Extension("own", OWN, _concepts(taxonomy), _axes(segments)),
    )


def _concepts(taxonomy: Taxonomy) -> tuple[ExtensionConcept, ...]:
    member = taxonomy.item_type_called("domainItemType").name
    text, money = QName(XBRLI, "stringItemType"), QName(XBRLI, "monetaryItemType")
    labels = MappingProxyType({"en": "Subtotal  of all", "ja": "小計"})
    anchors = Anchors((QName(taxonomy.namespace, "ProfitLoss"),), (QName(taxonomy.namespace, "OtherIncome"),))
    return (
        concept(
            "Subtotal", money, "duration", "credit", labels=labels, documentation={"en": "All & more."}, anchors=anchors
        ),
        concept("Spending", money, "duration", "debit"),
        concept("AdjustedEarningsPerShare", taxonomy.item_type_called("perShareItemType").name),
        concept("NeverReported", money, "instant", "credit"),
        concept("ForecastAxis", text, is_abstract=True, substitution_group=DIMENSION),
        concept("ResultMember", member, is_abstract=True),
        concept("TargetMember", member, is_abstract=True),
        concept("IdleMember", member, is_abstract=True),
        concept("IdleAxis", text, is_abstract=True, substitution_group=DIMENSION),
        concept("NetworkMember", member, is_abstract=True),
        concept("HighlightsAbstract", text, is_abstract=True),
    )


def _axes(segments: QName) -> tuple[Axis, ...]:
    forecast = (own("ResultMember"), own("TargetMember"), own("IdleMember"))
    return (
        Axis(own("ForecastAxis"), own("ResultMember"), forecast),
        Axis(own("IdleAxis"), own("IdleMember"), (own("IdleMember"),)),
        Axis(segments, None, (own("NetworkMember"),)),
    )


def written(report: Report, taxonomy: Taxonomy, folder: Path, settings: Settings = GENERIC) -> Path:
    """The extension taxonomy of a report in a folder; the path of its schema."""
    own_taxonomy = extension_taxonomy(report, taxonomy, settings)
    for name, content in own_taxonomy.files.items():
        (folder / name).write_bytes(content)
    return folder / own_taxonomy.schema
