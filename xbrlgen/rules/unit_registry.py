"""Which units the types of measured quantities take.

Follows the Units Registry 1.0 of XBRL International, as of 2024-10-22, https://www.xbrl.org/utr/utr.xml; money, shares
and pure numbers are the concern of the unit rules.
"""

from collections.abc import Mapping
from types import MappingProxyType

from xbrlgen.model import QName, Unit
from xbrlgen.model.namespaces import ISO4217, UTR

_SIMPLE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        item_type: frozenset(units.split())
        for item_type, units in {
            "areaItemType": "acre sqft sqmi sqyd ha sqkm sqm",
            "durationItemType": "Y M D H MM S Q WK",
            "electricChargeItemType": "Ah C",
            "electricCurrentItemType": "A",
            "energyItemType": (
                "Boe Btu ft_lb MBoe Mcfe MMBoe MMBTU Cal J kJ kWh mJ MWh GWh TWh MMcfe Bcfe Tcfe MWM GWM Wh VAh dth MWd"
                " GJ MJ TJ"
            ),
            "forceItemType": "N",
            "frequencyItemType": "Hz",
            "ghgEmissionsItemType": "tCO2e ktCO2e MtCO2e GtCO2e gCO2e",
            "lengthItemType": "ft in mi nmi yd cm dm km m mm",
            "massItemType": "lb oz ozt T t g kg kT MT GT kt Mt Gt",
            "memoryItemType": "B GB kB MB TB PB",
            "planeAngleItemType": "Degree rad",
            "powerItemType": "hp GW kW MW TW W var VA Mvar MVA",
            "pressureItemType": "Pa Bar psi atm",
            "temperatureItemType": "Celsius K F",
            "voltageItemType": "V kV MV GV",
            "volumeItemType": "bbl ft3 gal MBbls Mcf MMBbls MMcf l m3 bu aft Bcf Tcf hl Mhl Ml Mm3 TEU",
        }.items()
    }
)

_QUOTIENTS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "energyPerMonetaryItemType": (("energyItemType", "monetaryItemType"),),
        "flowItemType": (("volumeItemType", "durationItemType"), ("energyItemType", "durationItemType")),
        "ghgEmissionsPerMonetaryItemType": (("ghgEmissionsItemType", "monetaryItemType"),),
        "volumePerMonetaryItemType": (("volumeItemType", "monetaryItemType"),),
    }
)

REGISTERED = frozenset(unit for units in _SIMPLE.values() for unit in units) | {"Rate"}
"""The local names of all measures in the registry's namespace."""


def is_of_type(unit: Unit, item_type: str) -> bool:
    """Whether the registry has `unit` for the type of that local name; any unit suits a type that it does not have."""
    if item_type in _SIMPLE:
        return not unit.denominators and _is_one(unit.numerators, item_type)
    if item_type in _QUOTIENTS:
        return any(
            _is_one(unit.numerators, above) and _is_one(unit.denominators, below)
            for above, below in _QUOTIENTS[item_type]
        )
    return True


def examples(item_type: str) -> str:
    """The registry's units for a type, in words; empty for a quotient."""
    return ", ".join(f"utr:{unit}" for unit in sorted(_SIMPLE.get(item_type, ()))[:6])


def _is_one(measures: tuple[QName, ...], item_type: str) -> bool:
    """Whether `measures` are a single one that the registry has for the type."""
    if len(measures) != 1:
        return False
    (measure,) = measures
    if item_type == "monetaryItemType":
        return measure.namespace == ISO4217
    return measure.namespace == UTR and measure.local_name in _SIMPLE[item_type]
