"""The calculations of an extension taxonomy (ESEF Reporting Manual 3.4.1, EDGAR Filer Manual 6.14)."""

from collections.abc import Iterator

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName
from xbrlgen.rules.arcroles import PARENT_CHILD, SUMMATIONS
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnTaxonomy

_WHOLE = {"1", "1.0", "-1", "-1.0"}


def sums_over_period_types(own: OwnTaxonomy) -> Iterator[Finding]:
    """Balances and movements do not add up (EFM 6.14.3, GFM 1.7)."""
    for each in own.relationships(*SUMMATIONS):
        total, item = own.taxonomy.concept(each.source), own.taxonomy.concept(each.target)
        if total is not None and item is not None and total.period_type != item.period_type:
            message = (
                f"{own.spelt(each.target)} of the period type {item.period_type} is an item of"
                f" {own.spelt(each.source)}, which is of {total.period_type}."
            )
            yield finding("XG338", message, each.place)


def sums_not_presented(own: OwnTaxonomy) -> Iterator[Finding]:
    """Concepts of a sum that the presentation of the same role does not show (EFM 6.14.4, GFM 1.7)."""
    shown = {(each.role, end) for each in own.relationships(PARENT_CHILD) for end in (each.source, each.target)}
    for each in own.relationships(*SUMMATIONS):
        for end in (each.source, each.target):
            if (each.role, end) not in shown:
                message = f"{own.spelt(end)} is part of a sum, but not in the presentation of {each.role}."
                yield finding("XG339", message, each.place)


def calculation_arcroles(own: OwnTaxonomy) -> Iterator[Finding]:
    """Calculations of another version than the one that is wanted (ESEF Reporting Manual 3.4.1)."""
    wanted = own.conventions.calculation_arcrole
    for each in own.relationships(*SUMMATIONS) if wanted else ():
        if each.arcrole != wanted:
            yield finding("XG340", f"The calculation has the arcrole {each.arcrole}, not {wanted}.", each.place)


def weights(own: OwnTaxonomy) -> Iterator[Finding]:
    """Weights other than 1 and -1 (EFM 6.14.2, GFM 1.7)."""
    for each in own.relationships(*SUMMATIONS):
        weight = each.attributes.get(QName("", "weight"), "").strip()
        if weight.removeprefix("+") not in _WHOLE:
            message = f"{own.spelt(each.target)} is an item of {own.spelt(each.source)} with the weight '{weight}'."
            yield finding("XG341", message, each.place)
