"""Units: currencies and the unit registry."""

from pathlib import Path

import pytest
from lxml import etree

from xbrlgen.model import PURE, SHARES, QName, Unit
from xbrlgen.model.namespaces import UTR, XBRLI
from xbrlgen.taxonomy import load_taxonomy
from xbrlgen.taxonomy.units import (
    CURRENCIES,
    FORMER_CURRENCIES,
    MEASURES,
    bundled_registry,
    is_currency,
    usual_units,
)

DTR = "http://www.xbrl.org/dtr/type/2022-03-31"
YEN, EURO = Unit.currency("JPY"), Unit.currency("EUR")
SQUARE_METRE, KILOGRAM, DAY = (Unit((QName(UTR, each),)) for each in ("sqm", "kg", "D"))


def _ancestors(namespace: str, name: str) -> tuple[QName, ...]:
    taxonomy = load_taxonomy("ifrs-2025")
    found = taxonomy.ancestors(QName(namespace, name))
    assert found
    return found


def test_the_table_has_every_measure_of_the_registry_and_no_other(shared: Path):
    namespace = "{http://www.xbrl.org/2009/utr}"
    registry = etree.parse(shared / "conformance" / "utr" / "utr.xml")
    theirs: dict[str, set[str]] = {}
    currencies = set()
    for unit in registry.iter(f"{namespace}unit"):
        name, owner = unit.findtext(f"{namespace}unitId"), unit.findtext(f"{namespace}nsUnit")
        if owner == UTR:
            theirs.setdefault(unit.findtext(f"{namespace}itemType"), set()).add(name)
        elif owner and owner.endswith("iso4217"):
            currencies.add(name)
    assert {name: set(measures) for name, measures in MEASURES.items()} == theirs
    assert currencies <= CURRENCIES | FORMER_CURRENCIES


def test_a_code_is_in_force_or_withdrawn():
    assert not CURRENCIES & FORMER_CURRENCIES
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES | FORMER_CURRENCIES)


@pytest.mark.parametrize(
    ("code", "is_one"), [("JPY", True), ("DEM", True), ("ZWG", True), ("jpy", False), ("YEN", False)]
)
def test_a_currency_is_an_iso_code_past_or_present(code: str, is_one: bool):
    assert is_currency(Unit.currency(code).numerators[0]) is is_one
    assert not is_currency(QName(UTR, code))


@pytest.mark.parametrize(
    ("namespace", "name", "unit", "does_fit"),
    [
        (XBRLI, "monetaryItemType", YEN, True),
        (XBRLI, "monetaryItemType", SHARES, False),
        (XBRLI, "monetaryItemType", Unit.currency("YEN"), False),
        (XBRLI, "monetaryItemType", Unit.of((*YEN.numerators, *EURO.numerators)), False),
        (XBRLI, "sharesItemType", SHARES, True),
        (XBRLI, "sharesItemType", PURE, False),
        (XBRLI, "pureItemType", PURE, True),
        (XBRLI, "pureItemType", YEN.per(EURO), True),
        (XBRLI, "pureItemType", YEN, False),
        (DTR, "percentItemType", PURE, True),
        (DTR, "percentItemType", SHARES, False),
        (DTR, "perShareItemType", YEN.per(SHARES), True),
        (DTR, "perShareItemType", YEN, False),
        (DTR, "perShareItemType", SHARES.per(YEN), False),
        (DTR, "areaItemType", SQUARE_METRE, True),
        (DTR, "areaItemType", KILOGRAM, False),
        (DTR, "areaItemType", SQUARE_METRE.per(DAY), False),
        (DTR, "areaItemType", Unit((QName("http://example.com/own", "sqm"),)), False),
        (DTR, "massItemType", KILOGRAM, True),
        (DTR, "flowItemType", Unit((QName(UTR, "m3"),)).per(DAY), True),
        (DTR, "flowItemType", KILOGRAM.per(DAY), False),
        (DTR, "noDecimalsMonetaryItemType", YEN, True),
        (DTR, "noDecimalsMonetaryItemType", PURE, False),
        (XBRLI, "decimalItemType", KILOGRAM.per(DAY), True),
        (XBRLI, "integerItemType", PURE, True),
    ],
)
def test_a_unit_fits_what_its_type_measures(namespace: str, name: str, unit: Unit, does_fit: bool):
    assert bundled_registry().fits(unit, _ancestors(namespace, name)) is does_fit


def test_a_type_is_regulated_by_its_nearest_registered_ancestor():
    regulated = bundled_registry().regulated
    assert regulated(_ancestors(DTR, "percentItemType")) == QName(XBRLI, "pureItemType")
    assert regulated(_ancestors(XBRLI, "decimalItemType")) is None


def test_a_type_that_the_registry_names_without_a_namespace_is_regulated_in_any():
    area = QName("http://fasb.org/us-types/2020-01-31", "areaItemType")
    assert bundled_registry().regulated((area,)) == area
    assert bundled_registry().regulated((QName("http://example.com/own", "monetaryItemType"),)) is None


def test_the_units_of_a_type_can_be_named():
    assert "utr:sqm" in usual_units(_ancestors(DTR, "areaItemType"))
    assert usual_units(_ancestors(XBRLI, "sharesItemType")) == ("shares",)
    assert usual_units(_ancestors(XBRLI, "decimalItemType")) == ()
