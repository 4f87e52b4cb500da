"""The schema of a report's own concepts: what it declares, and that Arelle loads it with either taxonomy package."""

from dataclasses import replace
from pathlib import Path

import pytest
from arelle_referee import load
from extended_report import OWN, extended_report, written
from lxml import etree

from xbrlgen.extension import Settings, extension_taxonomy
from xbrlgen.extension.schema import used_concepts
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.taxonomy import load_taxonomy

XS = "{http://www.w3.org/2001/XMLSchema}"
LINK = "{http://www.xbrl.org/2003/linkbase}"


def test_only_what_is_used_is_declared_in_the_order_of_declaration():
    assert [each.name.local_name for each in used_concepts(extended_report(load_taxonomy("ifrs-2023")))] == [
        "Subtotal",
        "Spending",
        "AdjustedEarningsPerShare",
        "ForecastAxis",
        "ResultMember",
        "TargetMember",
        "NetworkMember",
        "HighlightsAbstract",
    ]


def test_the_file_is_named_by_prefix_and_period_end():
    taxonomy = load_taxonomy("ifrs-2023")
    report = extended_report(taxonomy)
    assert extension_taxonomy(report, taxonomy).schema == "own-2023-09-30.xsd"
    settings = Settings(file_name="{prefix}-{date:%Y%m%d}")
    assert extension_taxonomy(report, taxonomy, settings).schema == "own-20230930.xsd"
    for incomplete in (replace(report, period=None), replace(report, extension=None)):
        with pytest.raises(ValueError, match="extension and a period"):
            extension_taxonomy(incomplete, taxonomy)


@pytest.mark.parametrize(("name", "registry"), [("ifrs-2023", "2020-01-21"), ("ifrs-2025", "2022-03-31")])
def test_declarations_follow_the_conventions_of_regulators(name: str, registry: str):
    taxonomy = load_taxonomy(name)
    own = extension_taxonomy(extended_report(taxonomy), taxonomy)
    root = etree.fromstring(own.files[own.schema])
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
    assert [each.get(f"{{{XBRLI}}}balance") for each in (member, subtotal)] == [None, "credit"]


def test_a_role_is_declared_for_each_section_under_the_issuers_authority():
    taxonomy = load_taxonomy("ifrs-2025")
    settings = Settings(role_definition="{number:06} - {kind} - {title}")
    own = extension_taxonomy(extended_report(taxonomy), taxonomy, settings)
    root = etree.fromstring(own.files[own.schema])
    roles = {each.get("roleURI"): each for each in root.iter(f"{LINK}roleType")}
    assert all(uri.startswith(f"{OWN}/role/") for uri in roles)
    highlights = roles[f"{OWN}/role/highlights-1h23"]
    assert highlights.findtext(f"{LINK}definition") == "100100 - Statement - Highlights <1H23>"
    assert [each.text for each in highlights.iter(f"{LINK}usedOn")] == [
        "link:presentationLink",
        "link:calculationLink",
        "link:definitionLink",
    ]


def test_our_own_reader_finds_in_the_schema_what_the_report_declares(tmp_path: Path):
    base = load_taxonomy("ifrs-2023")
    report = extended_report(base)
    read, extended = load_taxonomy(str(written(report, base, tmp_path))), base.extended(report.extension)
    assert read.findings == ()
    assert read.prefixes[OWN] == "own"
    for each in used_concepts(report):
        assert read.concept(each.name) == extended.concept(each.name)


@pytest.mark.arelle
@pytest.mark.parametrize("name", ["ifrs-2022", "ifrs-2023", "ifrs-2025"])
def test_arelle_loads_the_taxonomy_with_the_bundled_package(name: str, root: Path, tmp_path: Path):
    taxonomy = load_taxonomy(name)
    verdict = load(written(extended_report(taxonomy), taxonomy, tmp_path), [root / "taxonomy"])
    assert verdict.messages == []
