"""Both editions of the standard schemas, with a small taxonomy beside them."""

import pytest
import small_taxonomy
from standard_schemas import TAXONOMY, Edition

BESIDE = {TAXONOMY: small_taxonomy.schema(small_taxonomy.SHARED_TYPES)}


@pytest.fixture(scope="session")
def published() -> Edition:
    edition = Edition(published=True, beside=BESIDE)
    assert edition.locate("http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"), "Arelle keeps its schemas elsewhere"
    return edition


@pytest.fixture(scope="session")
def ours() -> Edition:
    return Edition(published=False, beside=BESIDE)
