"""The taxonomies that regulators publish need no schema that neither their packages nor the bundled one has."""

from collections import deque
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import etree
from standard_schemas import XS, Edition

from xbrlgen.addresses import absolute
from xbrlgen.packages import given_packages
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.validation import validate_instance, validate_linkbase, validate_schemas
from xbrlgen.taxonomy import Catalog, bundled_catalog, load_taxonomy

DANISH = (
    "http://archprod.service.eogs.dk/taxonomy/{0}/entryDanishGAAPBalanceSheetAccountFormIncomeStatementByNature"
    "IncludingManagementsReviewStatisticsAndTax{0}.xsd"
)
ENTRY_POINTS = {
    "ifrs-esef-2019-2022.zip": [
        f"http://www.esma.europa.eu/taxonomy/{version}/esef_cor.xsd"
        for version in ("2019-03-27", "2020-03-16", "2021-03-24", "2022-03-24")
    ],
    "IFRSAT-2025.zip": [
        f"https://xbrl.ifrs.org/taxonomy/2025-03-27/{name}_2025-03-27.xsd"
        for name in ("full_ifrs_entry_point", "ifrs_18_entry_point_ext", "for_ifrs_18")
    ],
    "dk-2013-2017.zip": [
        DANISH.format("20161001"),
        DANISH.format("20171001"),
        "http://archprod.service.eogs.dk/taxonomy/20171220/ifrs/entryAll-ifrs-dk_2017-12-20.xsd",
    ],
}
HREF = "{http://www.w3.org/1999/xlink}href"
LINK = "{http://www.xbrl.org/2003/linkbase}"


@pytest.mark.parametrize(("package", "url"), [(name, url) for name, urls in ENTRY_POINTS.items() for url in urls])
def test_every_document_of_a_taxonomy_is_there(package: str, url: str, shared: Path):
    """By imports and by what linkbases point at (XBRL 2.1, section 3.2)."""
    catalog = given_packages([shared / "taxonomies" / package]).catalog
    taxonomy = load_taxonomy(url, catalog=catalog)
    assert taxonomy.findings == ()
    assert validate_schemas(SchemaSet(taxonomy.dts.schemas, taxonomy.dts.locate)) == ()
    reached = _reached(url, catalog)
    assert len(reached) > 15
    schemas = [each for each, root in reached.items() if root.tag == f"{XS}schema"]
    assert validate_schemas(SchemaSet(schemas, catalog.locate)) == ()


def _reached(start: str, catalog: Catalog) -> dict[str, etree._Element]:
    queue, found = deque([start]), {}
    while queue:
        url = queue.popleft()
        if url not in found:
            source = catalog.locate(url)
            assert source is not None, url
            found[url] = etree.fromstring(source.read_bytes())
            queue.extend(absolute(each, url) for each in _references(found[url]))
    return found


def _references(root: etree._Element) -> set[str]:
    imports = (each.get("schemaLocation") for each in root.iterchildren(f"{XS}import", f"{XS}include"))
    links = root.iter(*(f"{LINK}{name}" for name in ("linkbaseRef", "loc", "roleRef", "arcroleRef")))
    named = [*imports, *(each.get(HREF) for each in links)]
    return {each.strip() for each in named if each and urldefrag(each).url}


def test_the_severities_are_a_valid_linkbase(ours: Edition):
    schemas = ours.schema_set(
        "http://www.xbrl.org/2016/assertion-severity.xsd", "http://www.xbrl.org/2008/generic-link.xsd"
    )
    severities = bundled_catalog().locate("http://www.xbrl.org/2016/severities.xml")
    assert severities is not None
    assert validate_linkbase(severities.read_bytes(), schemas, "severities.xml") == ()


@pytest.mark.parametrize("version", ["2020-07-02", "CR/2018-11-01"])
@pytest.mark.parametrize(
    ("value", "codes"), [("ABCDEFGHIJKLMNOPQR12", []), ("ABCDEFGHIJKLMNOPQR1X", ["XG619"]), ("ABCDEFGHIJ12", ["XG619"])]
)
def test_an_lei_has_20_characters_of_which_two_are_check_digits(
    version: str, value: str, codes: list[str], ours: Edition
):
    url = f"http://www.xbrl.org/taxonomy/int/lei/{version}/lei-required.xsd"
    namespace = f"http://www.xbrl.org/taxonomy/int/lei/{version.removeprefix('CR/')}"
    document = f"""<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
      xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:lei="{namespace}">
      <link:schemaRef xlink:type="simple" xlink:href="{url}"/>
      <xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="http://example.com">1</xbrli:identifier></xbrli:entity>
        <xbrli:period><xbrli:forever/></xbrli:period></xbrli:context>
      <lei:LEI contextRef="c">{value}</lei:LEI></xbrli:xbrl>"""
    schemas = SchemaSet([url], bundled_catalog().locate)
    assert [each.code for each in validate_instance(document.encode(), schemas, "a.xbrl")] == codes


def test_two_addresses_of_one_data_type_registry_are_one_schema():
    head = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x">'
    imports = "".join(
        f'<xs:import namespace="http://www.xbrl.org/dtr/type/numeric" schemaLocation="http://{host}/dtr/type/numeric-2009-12-16.xsd"/>'
        for host in ("xbrl.org", "www.xbrl.org")
    )
    schema = f"{head}{imports}</xs:schema>".encode()
    located = bundled_catalog().locate
    assert validate_schemas(SchemaSet(["urn:x"], lambda url: schema if url == "urn:x" else located(url))) == ()
