"""Real taxonomies: the same documents, relationships, labels and references as Arelle sees."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import arelle_documents
import pytest
from arelle_documents import Row

from xbrlgen.model import QName
from xbrlgen.packages import given_packages
from xbrlgen.taxonomy import Taxonomy, load_taxonomy
from xbrlgen.taxonomy.resources import CONCEPT_LABEL, CONCEPT_REFERENCE

IFRS = "https://xbrl.ifrs.org/taxonomy/2025-03-27/full_ifrs_entry_point_2025-03-27.xsd"
ESEF = "http://www.esma.europa.eu/taxonomy/2022-03-24/esef_cor.xsd"
DANISH = "http://archprod.service.eogs.dk/taxonomy/20171220/ifrs/entryAll-ifrs-dk_2017-12-20.xsd"
SOUTH_AFRICAN = "https://xbrl.cipc.co.za/taxonomy/2023-09-30/rep/cipc/full_cipc_entry_point_full_ifrs_2023-09-30.xsd"
KOREAN = "samples/kr-samsung-2025q3/entity00126380_2025-09-30.xsd"


@pytest.mark.parametrize(
    ("entry_point", "package"),
    [
        (IFRS, "IFRSAT-2025.zip"),
        (ESEF, "ifrs-esef-2019-2022.zip"),
        (DANISH, "dk-2013-2017.zip"),
        (SOUTH_AFRICAN, "za-cipc-stub.zip"),
        (KOREAN, "dart-2024-06-30-stub.zip"),
    ],
    ids=["ifrs", "esef", "danish", "south-african", "korean"],
)
def test_a_real_taxonomy_is_what_arelle_sees(shared: Path, entry_point: str, package: str):
    packages = [shared / "taxonomies" / package]
    start = entry_point if entry_point.startswith("http") else str(shared / entry_point)
    taxonomy = load_taxonomy(start, catalog=given_packages(packages).catalog)
    seen = arelle_documents.look(start, packages)
    assert taxonomy.findings == ()
    assert {*taxonomy.dts.schemas, *taxonomy.dts.linkbases} == seen.documents
    rows = Counter(_rows(taxonomy))
    assert rows - seen.rows == seen.rows - rows == Counter()


def _rows(taxonomy: Taxonomy) -> Iterator[Row]:
    for arcrole in taxonomy.networks.arcroles():
        for role in taxonomy.networks.roles(arcrole):
            for each in taxonomy.networks.network(arcrole, role).relationships:
                weight = "" if each.weight is None else str(each.weight.normalize())
                order = str(each.order.normalize())
                yield (arcrole, role, str(each.source), str(each.target), order, weight, each.preferred_label)
            for arc in taxonomy.networks.effective(arcrole, role):
                if isinstance(arc.source, QName) and not isinstance(arc.target, QName):
                    resource = taxonomy.dts.linkbases[arc.target.linkbase].resources[arc.target.number]
                    ends = arcrole, role, str(arc.source), resource.role
                    if arcrole == CONCEPT_LABEL and isinstance(resource.content, str):
                        yield (*ends, resource.language, resource.content.strip())
                    elif arcrole == CONCEPT_REFERENCE:
                        yield (*ends, *(text for part in resource.content for text in part))
