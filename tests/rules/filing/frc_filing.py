"""A small filing for UKSEF: the page of ESEF, and facts of the target UKFRS over a stand-in for the FRC's taxonomy."""

from collections.abc import Mapping
from pathlib import Path

import esef_filing as small

ENTRY_POINT = "https://xbrl.frc.org.uk/IFRS/2025-01-01/UKSEF/IFRS-2025-01-01.xsd"
OTHER_ENTRY_POINT = "https://xbrl.frc.org.uk/FRS-102/2025-01-01/UKSEF/FRS-102-2025-01-01.xsd"
NUMBER = "01234567"
_BASE = "http://xbrl.frc.org.uk"
NAMESPACES = {
    "bus": f"{_BASE}/cd/2025-01-01/business",
    "core": f"{_BASE}/fr/2025-01-01/core",
    "aurep": f"{_BASE}/reports/2025-01-01/aurep",
    "direp": f"{_BASE}/reports/2025-01-01/direp",
}
MANDATORY = {
    "bus": (
        "UKCompaniesHouseRegisteredNumber",
        "BalanceSheetDate",
        "StartDateForPeriodCoveredByReport",
        "EndDateForPeriodCoveredByReport",
        "EntityCurrentLegalOrRegisteredName",
        "EntityDormantTruefalse",
        "EntityTradingStatus",
        "AccountingStandardsApplied",
        "AccountsStatusAuditedOrUnaudited",
        "AccountsType",
    ),
    "core": (
        "DateAuthorisationFinancialStatementsForIssue",
        "DirectorSigningFinancialStatements",
        "AverageNumberEmployeesDuringPeriod",
        "ProfitLoss",
    ),
}
OF_AUDITED_GROUPS = {
    "bus": ("NameEntityAuditors",),
    "aurep": ("DateAuditorsReport", "NameSeniorStatutoryAuditor", "OpinionAuditorsOnEntity"),
    "direp": ("DateSigningDirectorsReport", "DirectorSigningDirectorsReport"),
}
AXES = {"AccountsStatusDimension": ("Audited",), "ScopeAccountsDimension": ("ConsolidatedGroupCompanyAccounts",)}


def frc_package(folder: Path) -> Path:
    """The stand-in for the FRC's taxonomy, as a taxonomy package; items are strings of a duration."""
    path = folder / "frc.zip"
    schemas = {f"{prefix}.xsd": _schema(prefix) for prefix in NAMESPACES}
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="https://xbrl.frc.org.uk/{prefix}.xsd"/>'
        for prefix, namespace in NAMESPACES.items()
    )
    for name in (ENTRY_POINT, OTHER_ENTRY_POINT):
        schemas[name.removeprefix("https://xbrl.frc.org.uk/")] = (
            f'<xs:schema {small._SCHEMA} targetNamespace="{_BASE}/{name.rpartition("/")[2]}">{imports}</xs:schema>'
        )
    files = {f"frc/{name}": content for name, content in schemas.items()}
    small._write(path, {**files, **small._metadata({"https://xbrl.frc.org.uk/": "../frc/"}, ENTRY_POINT)})
    return path


def _schema(prefix: str) -> str:
    names = [*MANDATORY.get(prefix, ()), *OF_AUDITED_GROUPS.get(prefix, ())]
    item = 'substitutionGroup="xbrli:item" xbrli:periodType="duration" nillable="true"'
    declared = "".join(
        f'<xs:element id="{prefix}_{name}" name="{name}" type="xbrli:stringItemType" {item}/>' for name in names
    )
    if prefix == "bus":
        axis = item.replace("xbrli:item", "xbrldt:dimensionItem")
        declared += "".join(
            f'<xs:element id="bus_{name}" name="{name}" type="xbrli:stringItemType" abstract="true" {axis}/>'
            + "".join(
                f'<xs:element id="bus_{member}" name="{member}" type="dtr:domainItemType" abstract="true" {item}/>'
                for member in members
            )
            for name, members in AXES.items()
        )
    return (
        f'<xs:schema {small._SCHEMA} targetNamespace="{NAMESPACES[prefix]}">{small._imports({})}{declared}</xs:schema>'
    )


def context(
    name: str, number: str = NUMBER, members: Mapping[str, str] | None = None, container: str = "segment"
) -> str:
    """A context of the target, identified by the company's number."""
    period = "<xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate>"
    written = small.context(name, period, lei=number)
    written = written.replace("http://standards.iso.org/iso/17442", "http://www.companieshouse.gov.uk/")
    if not members:
        return written
    inner = "".join(
        f'<xbrldi:explicitMember dimension="bus:{axis}">bus:{member}</xbrldi:explicitMember>'
        for axis, member in members.items()
    )
    place = "</xbrli:entity>" if container == "segment" else "</xbrli:context>"
    within = f"<xbrli:{container}>{inner}</xbrli:{container}>"
    return written.replace(place, f"{within}{place}")


def fact(name: str, where: str = "uk") -> str:
    """A fact of the target, in a line of its own."""
    local = name.rpartition(":")[2]
    return f'<p><ix:nonNumeric id="k-{local}" target="UKFRS" name="{name}" contextRef="{where}">{local}</ix:nonNumeric></p>'


def references(*schemas: str) -> str:
    """What begins the target."""
    links = "".join(f'<link:schemaRef xlink:type="simple" xlink:href="{each}"/>' for each in schemas)
    return f'<ix:references xml:lang="en" target="UKFRS">{links}</ix:references>'


def page() -> str:
    """A sound page with both targets."""
    facts = "\n".join(fact(f"{prefix}:{name}") for prefix, names in MANDATORY.items() for name in names)
    prefixes = " ".join(f'xmlns:{prefix}="{namespace}"' for prefix, namespace in NAMESPACES.items())
    return (
        small.page()
        .replace("-esef-ix-hidden", "-ix-hidden")
        .replace("xmlns:lantern=", f"{prefixes} xmlns:lantern=")
        .replace("<ix:resources>", f"{references(ENTRY_POINT)}\n<ix:resources>\n{context('uk')}")
        .replace("<p>End.</p>", f"{facts}\n<p>End.</p>")
    )
