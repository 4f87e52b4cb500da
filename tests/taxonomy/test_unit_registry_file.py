"""A registry of units from a file: what it says, and what is wrong with it."""

from pathlib import Path

import pytest

from xbrlgen.model import SHARES, QName, Unit
from xbrlgen.model.namespaces import UTR, XBRLI
from xbrlgen.taxonomy.unit_registry_file import read_unit_registry
from xbrlgen.taxonomy.units import bundled_registry

OWN = "http://example.com/types"
SQUARE_METRE, METRE = (QName(UTR, each) for each in ("sqm", "m"))


def _unit(**parts: str) -> str:
    given = {"status": "REC", **parts}
    return f"<unit>{''.join(f'<{name}>{text}</{name}>' for name, text in given.items())}</unit>\n"


def _written(folder: Path, *units: str) -> Path:
    path = folder / "utr.xml"
    path.write_text(f'<utr xmlns="{UTR}"><units>\n{"".join(units)}</units></utr>', encoding="utf-8")
    return path


AREA = _unit(unitId="sqm", nsUnit=UTR, itemType="areaItemType")
RATIO = {"unitId": "Area_per_Anything", "itemType": "ratioItemType", "nsItemType": OWN}
RATIO |= {"numeratorItemType": "areaItemType", "denominatorItemType": "decimalItemType"}


def test_a_registry_is_read(tmp_path: Path):
    registry, findings = read_unit_registry(_written(tmp_path, AREA, _unit(**RATIO)))
    assert findings == ()
    area, ratio = (QName(OWN, "areaItemType"),), (QName(OWN, "ratioItemType"), QName(XBRLI, "decimalItemType"))
    assert registry.fits(Unit((SQUARE_METRE,)), area)
    assert not registry.fits(Unit((METRE,)), area)
    assert registry.fits(Unit((SQUARE_METRE,)).per(SHARES), ratio), "anything measures a type that has no units here"
    assert not registry.fits(Unit((METRE,)).per(SHARES), ratio)
    assert not registry.fits(Unit.of((SQUARE_METRE, METRE), (METRE,)), ratio), "products match nothing"
    assert registry.fits(Unit((METRE,)), (QName("http://example.com/other", "ratioItemType"),))


def test_candidates_rule_nothing(tmp_path: Path):
    registry, findings = read_unit_registry(
        _written(tmp_path, _unit(unitId="sqm", itemType="areaItemType", status="CR"))
    )
    assert (registry.units, findings) == ((), ())


@pytest.mark.parametrize(
    ("units", "words"),
    [
        ((AREA, AREA), "twice"),
        ((_unit(unitId="sqm"),), "itemType"),
        ((_unit(itemType="areaItemType"),), "unitId"),
        ((_unit(**RATIO, symbol="x"),), "symbol"),
        ((_unit(**{**RATIO, "numeratorItemType": ""}),), "not of both"),
        ((_unit(**{**RATIO, "denominatorItemType": "", "nsDenominatorItemType": OWN}),), "nsDenominatorItemType"),
    ],
)
def test_an_entry_at_fault(units: tuple[str, ...], words: str, tmp_path: Path):
    path = _written(tmp_path, *units)
    _, findings = read_unit_registry(path)
    assert {each.code for each in findings} == {"XG872"}
    assert words in findings[0].message
    assert (findings[0].locations[0].path, findings[0].locations[0].line) == (str(path), 1 + len(units))


@pytest.mark.parametrize(
    ("text", "code"), [("<utr/>", "XG872"), ("<utr>", "XG302"), ("<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "XG304")]
)
def test_what_is_no_registry(text: str, code: str, tmp_path: Path):
    path = tmp_path / "utr.xml"
    path.write_text(text, encoding="utf-8")
    registry, findings = read_unit_registry(path)
    assert registry is None
    assert [each.code for each in findings] == [code]


def test_the_built_in_registry_is_the_published_one(shared: Path):
    """Each unit in force, and no other but withdrawn and new currencies."""
    published, findings = read_unit_registry(shared / "conformance" / "utr" / "utr.xml")
    assert findings == ()

    def entries(registry) -> set[tuple[object, ...]]:
        found = set()
        for each in registry.units:
            ends = tuple(end and end.local_name for end in (each.numerator, each.denominator))
            found.add((each.item_type.local_name, each.measure if each.numerator is None else None, *ends))
        return found

    mine, theirs = entries(bundled_registry()), entries(published)
    assert theirs <= mine
    assert {name for name, *_ in mine - theirs} == {"monetaryItemType"}


def test_malformed_registries_of_the_suite(shared: Path):
    files = sorted((shared / "conformance" / "utr").rglob("malformed-utrs/*.xml"))
    assert len(files) == 7
    for path in files:
        assert [each.code for each in read_unit_registry(path)[1]] != [], path.name
