"""Which units facts of a type may have: currencies of ISO 4217, and the XBRL unit registry.

Follows XBRL 2.1 section 4.8.2 and the Units Registry 1.0, https://www.xbrl.org/utr/ (as of 2021-02-16).
"""

from collections.abc import Mapping
from functools import cache

from xbrlgen.model import QName
from xbrlgen.model.namespaces import ISO4217, UTR, XBRLI
from xbrlgen.taxonomy.unit_registry import TypeName, UnitRegistry, registry_of

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


_PURE, _SHARES = TypeName("pureItemType", XBRLI), TypeName("sharesItemType", XBRLI)
_MONEY, _ANYTHING = TypeName("monetaryItemType", XBRLI), TypeName("decimalItemType", XBRLI)
_QUOTIENTS = (
    (TypeName("perShareItemType"), _MONEY, _SHARES),
    (TypeName("perUnitItemType"), _MONEY, _ANYTHING),
    (_PURE, _MONEY, _MONEY),
    (TypeName("flowItemType"), TypeName("volumeItemType"), TypeName("durationItemType")),
)
"""Types of quotients, with those of their numerators and denominators; energy per duration is a candidate only."""


@cache
def bundled_registry() -> UnitRegistry:
    """The units registry as of 2021-02-16, with all currencies of ISO 4217, present and past."""
    measures = {
        TypeName(name, XBRLI if name == _PURE.local_name else ""): [QName(UTR, each) for each in names]
        for name, names in MEASURES.items()
    }
    measures[_PURE].append(QName(XBRLI, "pure"))
    measures[_SHARES] = [QName(XBRLI, "shares")]
    measures[_MONEY] = [QName(ISO4217, each) for each in sorted(CURRENCIES | FORMER_CURRENCIES)]
    return registry_of(measures, _QUOTIENTS)


def is_currency(measure: QName) -> bool:
    """Whether a measure is a currency of ISO 4217, present or past."""
    return measure.namespace == ISO4217 and measure.local_name in CURRENCIES | FORMER_CURRENCIES


def usual_units(ancestors: tuple[QName, ...], registry: UnitRegistry | None = None) -> tuple[str, ...]:
    """How a report folder writes the units that facts of a type may have: ``utr:sqm``, ``xbrli:pure``; for hints."""
    units = (registry or bundled_registry()).of(ancestors)
    name = units[0].item_type.local_name if units else ""
    standard = {
        "monetaryItemType": ("an ISO 4217 currency such as EUR",),
        "sharesItemType": ("shares",),
        "pureItemType": ("pure", "percent"),
        "perShareItemType": ("a currency per share such as EUR/shares",),
        "perUnitItemType": ("a currency per unit such as EUR/utr:t",),
        "flowItemType": ("a volume or energy per duration such as utr:m3/utr:D",),
    }
    return standard.get(name) or tuple(f"utr:{each.measure.local_name}" for each in units if each.measure is not None)
