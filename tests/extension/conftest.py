"""Real taxonomies, read from their packages once."""

from pathlib import Path

import pytest

from xbrlgen.packages import given_packages
from xbrlgen.taxonomy import Catalog, Taxonomy, load_taxonomy

ESEF = "http://www.esma.europa.eu/taxonomy/2022-03-24/esef_cor.xsd"
IFRS = "https://xbrl.ifrs.org/taxonomy/2025-03-27/full_ifrs_entry_point_2025-03-27.xsd"


@pytest.fixture(scope="session")
def official(shared: Path) -> Taxonomy:
    """The IFRS taxonomy as its publisher has it, with labels."""
    return load_taxonomy(IFRS, catalog=given_packages([shared / "taxonomies" / "IFRSAT-2025.zip"]).catalog)


@pytest.fixture(scope="session")
def european_catalog(shared: Path) -> Catalog:
    """The package of ESEF's core taxonomies."""
    return given_packages([shared / "taxonomies" / "ifrs-esef-2019-2022.zip"]).catalog


@pytest.fixture(scope="session")
def european(european_catalog: Catalog) -> Taxonomy:
    """ESEF's core taxonomy of 2022."""
    return load_taxonomy(ESEF, catalog=european_catalog)
