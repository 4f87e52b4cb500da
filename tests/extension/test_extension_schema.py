"""The schema of a report's own concepts: what it declares, and that Arelle loads it with either taxonomy package."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from arelle_referee import load
from lxml import etree

from xbrlgen.extension import extension_schema, schema_file_name, used_concepts
from xbrlgen.model import (
    Axis,
    Cell,
    CellKind,
    Dimension,
    Entity,
    Extension,
    ExtensionConcept,
    Fact,
    Period,
    QName,
    Report,
    Row,
    Section,
    Table,
    Unit,
)
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.taxonomy import Taxonomy, load_taxonomy

OWN = "http://example.com/own?a=1&b=2"
XBRLDT = "http://xbrl.org/2005/xbrldt"
XS = "{http://www.w3.org/2001/XMLSchema}"
ITEM, DIMENSION = QName(XBRLI, "item"), QName(XBRLDT, "dimensionItem")
ENTITY = Entity("http://www.tse.or.jp/sicc", "37740")
YEAR = Period.duration(date(2023, 4, 1), date(2023, 9, 30))


def _own(name: str) -> QName:
    return QName(OWN, name)


def _concept(name: str, item_type: QName, period_type: str = "duration", balance: str = "", **more) -> ExtensionConcept:
    more = {"substitution_group": ITEM, "labels": {"en": name}} | more
    return ExtensionConcept(_own(name), item_type, period_type, balance=balance, **more)


def _fact(number: int, concept: QName, *dimensions: Dimension) -> Fact:
    return Fact(
        f"f{number}", concept, ENTITY, YEAR, Decimal(number), Unit.currency("JPY"), -6, dimensions=tuple(dimensions)
    )


def _report(taxonomy: Taxonomy) -> Report:
    member = taxonomy.item_type_called("domainItemType").name
    text, money = QName(XBRLI, "stringItemType"), QName(XBRLI, "monetaryItemType")
    per_share = taxonomy.item_type_called("perShareItemType").name
    concepts = (
        _concept("Subtotal", money, "duration", "debit"),
        _concept("Spending", money, "duration"),
        _concept("AdjustedEarningsPerShare", per_share),
        _concept("NeverReported", money, "instant", "credit"),
        _concept("ForecastAxis", text, is_abstract=True, substitution_group=DIMENSION),
        _concept("ResultMember", member, is_abstract=True),
        _concept("TargetMember", member, is_abstract=True),
        _concept("IdleMember", member, is_abstract=True),
        _concept("IdleAxis", text, is_abstract=True, substitution_group=DIMENSION),
        _concept("NetworkServicesMember", member, is_abstract=True),
        _concept("HighlightsAbstract", text, is_abstract=True),
    )
    segments = QName(taxonomy.namespace, "SegmentsAxis")
    axes = (
        Axis(
            _own("ForecastAxis"), _own("ResultMember"), (_own("ResultMember"), _own("TargetMember"), _own("IdleMember"))
        ),
        Axis(_own("IdleAxis"), _own("IdleMember"), (_own("IdleMember"),)),
        Axis(segments, None, (_own("NetworkServicesMember"),)),
    )
    facts = (
        _fact(1, _own("Subtotal")),
        _fact(2, _own("Spending"), Dimension(_own("ForecastAxis"), _own("TargetMember"))),
        _fact(3, QName(taxonomy.namespace, "Revenue"), Dimension(segments, _own("NetworkServicesMember"))),
        replace(
            _fact(4, _own("AdjustedEarningsPerShare")), unit=Unit.currency("JPY").per(Unit((QName(XBRLI, "shares"),)))
        ),
    )
    heading = Row("r1", "Highlights", (Cell("c1", CellKind.EMPTY),), concept=_own("HighlightsAbstract"))
    return Report(
        entity=ENTITY,
        facts=facts,
        schema_refs=(taxonomy.entry_point,),
        prefixes={},
        period=YEAR,
        sections=(Section("s", "Highlights", (Table("t", "Highlights", (), (heading,)),)),),
        extension=Extension("own", OWN, concepts, axes),
    )


def test_only_what_is_used_is_declared_in_the_order_of_declaration():
    assert [each.name.local_name for each in used_concepts(_report(load_taxonomy("ifrs-2023")))] == [
        "Subtotal",
        "Spending",
        "AdjustedEarningsPerShare",
        "ForecastAxis",
        "ResultMember",
        "TargetMember",
        "NetworkServicesMember",
        "HighlightsAbstract",
    ]


def test_the_file_is_named_by_prefix_and_period_end():
    report = _report(load_taxonomy("ifrs-2023"))
    assert schema_file_name(report) == "own-2023-09-30.xsd"
    with pytest.raises(ValueError, match="extension and a period"):
        schema_file_name(replace(report, period=None))
    with pytest.raises(ValueError, match="no extension"):
        extension_schema(replace(report, extension=None), load_taxonomy("ifrs-2023"))


@pytest.mark.parametrize(("name", "registry"), [("ifrs-2023", "2020-01-21"), ("ifrs-2025", "2022-03-31")])
def test_declarations_follow_the_conventions_of_regulators(name: str, registry: str):
    taxonomy = load_taxonomy(name)
    root = etree.fromstring(extension_schema(_report(taxonomy), taxonomy))
    assert (root.get("elementFormDefault"), root.get("attributeFormDefault")) == ("qualified", "unqualified")
    assert root.get("targetNamespace") == OWN
    imports = {each.get("namespace"): each.get("schemaLocation") for each in root.iterchildren(f"{XS}import")}
    assert taxonomy.entry_point in imports.values()
    assert imports[f"http://www.xbrl.org/dtr/type/{registry}"] == f"https://www.xbrl.org/dtr/type/{registry}/types.xsd"
    declared = {each.get("name"): each for each in root.iterchildren(f"{XS}element")}
    assert all(each.get("id") == f"own_{name}" and each.get("nillable") == "true" for name, each in declared.items())
    member, axis, subtotal = declared["TargetMember"], declared["ForecastAxis"], declared["Subtotal"]
    prefix, _, local_name = member.get("type").partition(":")
    assert (root.nsmap[prefix], local_name) == (f"http://www.xbrl.org/dtr/type/{registry}", "domainItemType")
    assert (axis.get("type"), axis.get("substitutionGroup")) == ("xbrli:stringItemType", "xbrldt:dimensionItem")
    assert [each.get("abstract") for each in (member, axis, subtotal)] == ["true", "true", None]
    assert [each.get(f"{{{XBRLI}}}periodType") for each in (member, axis, subtotal)] == ["duration"] * 3
    assert [each.get(f"{{{XBRLI}}}balance") for each in (member, subtotal)] == [None, "debit"]


def test_our_own_reader_finds_in_the_schema_what_the_report_declares(tmp_path: Path):
    base = load_taxonomy("ifrs-2023")
    report = _report(base)
    path = tmp_path / schema_file_name(report)
    path.write_bytes(extension_schema(report, base))
    read, extended = load_taxonomy(str(path)), base.extended(report.extension)
    assert read.findings == ()
    assert read.prefixes[OWN] == "own"
    for each in used_concepts(report):
        assert read.concept(each.name) == extended.concept(each.name)


@pytest.mark.arelle
@pytest.mark.parametrize("name", ["ifrs-2022", "ifrs-2023", "ifrs-2025"])
def test_arelle_loads_the_schema_with_the_bundled_package(name: str, root: Path, tmp_path: Path):
    verdict = load(_written(name, tmp_path), [root / "taxonomy"])
    assert verdict.messages == []


@pytest.mark.arelle
def test_arelle_loads_the_schema_with_the_official_package(shared: Path, tmp_path: Path):
    verdict = load(_written("ifrs-2025", tmp_path), [shared / "taxonomies" / "IFRSAT-2025.zip"])
    assert verdict.messages == []


def _written(name: str, folder: Path) -> Path:
    taxonomy = load_taxonomy(name)
    report = _report(taxonomy)
    path = folder / schema_file_name(report)
    path.write_bytes(extension_schema(report, taxonomy))
    return path
