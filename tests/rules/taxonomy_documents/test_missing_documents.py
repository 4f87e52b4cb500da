"""What a missing document may declare is not called undeclared: the one finding is that it is missing."""

from pathlib import Path

import pytest

from xbrlgen.validation import validate


@pytest.mark.parametrize("sample", ["nl-kvk-groot-en-ifrs", "nl-kvk-micro", "kr-samsung-2025q3", "mx-funo-2016"])
def test_a_filing_without_its_packages_has_one_finding_for_each(shared: Path, sample: str):
    (filing,) = (each for each in (shared / "samples" / sample).iterdir() if each.suffix in {".xbri", ".xbrl"})
    errors = [each for each in validate([filing]).findings if each.severity == "error"]
    assert {each.code for each in errors} == {"XG301"}
    servers = [each.message.split("://")[1].split("/")[0] for each in errors]
    assert len(servers) == len(set(servers))
