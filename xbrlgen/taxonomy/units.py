"""Which units facts of a type may have: currencies of ISO 4217, and the XBRL unit registry.

Follows XBRL 2.1 section 4.8.2 and the Units Registry 1.0, https://www.xbrl.org/utr/ (as of 2021-02-16).
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from xbrlgen.model import QName, Unit
from xbrlgen.model.namespaces import ISO4217, UTR, XBRLI

_IN_FORCE = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
    CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
    GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG
    QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
    UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU
    XTS XUA XXX YER ZAR ZMW ZWG
"""
_WITHDRAWN = """
    ADP AFA ATS AZM BEF BGL BYB BYR CSD CSK CYP DDM DEM EEK ESP FIM FRF GHC GRD HRK IEP ITL LTL LUF LVL MGF MRO MTL MXP
    MZM NLG PLZ PTE ROL RUR SDD SIT SKK SLL SRG STD SUR TMM TRL UAK USS VEB VEF XEU XFO XFU YUM ZMK ZWD ZWL ZWN ZWR
"""
CURRENCIES = frozenset(_IN_FORCE.split())
"""The codes in force."""

FORMER_CURRENCIES = frozenset(_WITHDRAWN.split())
"""Codes that were withdrawn, which older filings use."""

MEASURES: Mapping[str, tuple[str, ...]] = {
    name: tuple(measures.split())
    for name, measures in {
        "areaItemType": "acre ha sqft sqkm sqm sqmi sqyd",
        "durationItemType": "D H M MM Q S WK Y",
        "electricChargeItemType": "Ah C",
        "electricCurrentItemType": "A",
        "energyItemType": "Bcfe Boe Btu Cal GJ GWM GWh J MBoe MJ MMBTU MMBoe MMcfe MWM MWd MWh Mcfe TJ TWh Tcfe VAh Wh "
        "dth ft_lb kJ kWh mJ",
        "forceItemType": "N",
        "frequencyItemType": "Hz",
        "ghgEmissionsItemType": "GtCO2e MtCO2e ktCO2e tCO2e",
        "lengthItemType": "cm dm ft in km m mi mm nmi yd",
        "massItemType": "GT Gt MT Mt T g kT kg kt lb oz ozt t",
        "memoryItemType": "B GB MB PB TB kB",
        "planeAngleItemType": "Degree rad",
        "powerItemType": "GW MVA MW Mvar TW VA W hp kW var",
        "pressureItemType": "Bar Pa atm psi",
        "pureItemType": "Rate",
        "temperatureItemType": "Celsius F K",
        "voltageItemType": "GV MV V kV",
        "volumeItemType": "Bcf MBbls MMBbls MMcf Mcf Tcf aft bbl bu ft3 gal l m3",
    }.items()
}
"""The measures of the registry's own namespace, by the item type whose values they measure."""


class _Quotient(NamedTuple):
    numerator: str
    denominator: str


_ANYTHING = "decimalItemType"
_QUOTIENTS: Mapping[str, tuple[_Quotient, ...]] = {
    "perShareItemType": (_Quotient("monetaryItemType", "sharesItemType"),),
    "perUnitItemType": (_Quotient("monetaryItemType", _ANYTHING),),
    "pureItemType": (_Quotient("monetaryItemType", "monetaryItemType"),),
    "flowItemType": (_Quotient("volumeItemType", "durationItemType"), _Quotient("energyItemType", "durationItemType")),
}
_TYPES_OF_UTR: Mapping[str, str] = {measure: name for name, measures in MEASURES.items() for measure in measures}
_REGISTERED = {"monetaryItemType", "sharesItemType", *MEASURES, *_QUOTIENTS}
_NAMESPACE = re.compile(r"http://www\.xbrl\.org/dtr/type/|http://www\.xbrl\.org/2003/instance$")


def is_currency(measure: QName) -> bool:
    """Whether a measure is a currency of ISO 4217, present or past."""
    return measure.namespace == ISO4217 and measure.local_name in CURRENCIES | FORMER_CURRENCIES


def registered_type(ancestors: tuple[QName, ...]) -> str:
    """The nearest of a type and its ancestors whose units are regulated, by its local name; empty if none is."""
    names = (each.local_name for each in ancestors if _NAMESPACE.match(each.namespace))
    return next((name for name in names if name in _REGISTERED), "")


def fits(unit: Unit, ancestors: tuple[QName, ...]) -> bool:
    """Whether facts of a type may have `unit`; `ancestors` are the type and those that it derives from, itself first.

    Types that nothing regulates, such as decimalItemType, may have any.
    """
    name = registered_type(ancestors)
    if not name:
        return True
    if len(unit.numerators) != 1 or len(unit.denominators) > 1:
        return False
    above = _type_of(unit.numerators[0])
    if not unit.denominators:
        return above == name
    below = _type_of(unit.denominators[0])
    return any(above == each.numerator and each.denominator in {below, _ANYTHING} for each in _QUOTIENTS.get(name, ()))


def usual_units(ancestors: tuple[QName, ...]) -> tuple[str, ...]:
    """How a report folder writes the units that facts of a type may have: ``utr:sqm``, ``xbrli:pure``; for hints."""
    name = registered_type(ancestors)
    standard = {
        "monetaryItemType": ("an ISO 4217 currency such as EUR",),
        "sharesItemType": ("shares",),
        "pureItemType": ("pure", "percent"),
        "perShareItemType": ("a currency per share such as EUR/shares",),
        "perUnitItemType": ("a currency per unit such as EUR/utr:t",),
        "flowItemType": ("a volume or energy per duration such as utr:m3/utr:D",),
    }
    return standard.get(name) or tuple(f"utr:{each}" for each in MEASURES.get(name, ()))


def _type_of(measure: QName) -> str:
    """The item type whose values a measure measures, empty for an unknown one."""
    if measure.namespace == UTR:
        return _TYPES_OF_UTR.get(measure.local_name, "")
    if measure.namespace == XBRLI:
        return {"pure": "pureItemType", "shares": "sharesItemType"}.get(measure.local_name, "")
    return "monetaryItemType" if is_currency(measure) else ""
