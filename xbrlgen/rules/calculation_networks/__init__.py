"""Sums that taxonomies declare, over the facts of any filing: by Calculations 1.1 or as XBRL 2.1 checks them."""

from collections.abc import Iterator

from xbrlgen.findings import Finding, finding
from xbrlgen.instance import InstanceDocument
from xbrlgen.rules.calculation_networks.findings_1_1 import check_1_1
from xbrlgen.rules.subject import Subject

__all__ = ["METHODS", "check_calculations"]

METHODS = ("round", "truncate", "1.0", "off")
"""How sums are checked: by Calculations 1.1 with figures as rounded or truncated, as XBRL 2.1 does, or not at all."""


def check_calculations(subject: Subject, method: str, document: InstanceDocument | None = None) -> Iterator[Finding]:
    """The sums of the taxonomy that do not hold; `document` is the instance that the report comes from, if any.

    `method` is one of METHODS. Only an instance can be checked as XBRL 2.1 does; other reports are left alone by it.
    """
    if method == "1.0":
        if document is not None:
            from xbrlgen.rules.calculation_networks.findings_2_1 import check_2_1

            yield from check_2_1(subject, document)
    elif method != "off":
        if document is not None and document.unreported:
            yield _left_out(document)
        if document is None or not document.is_beyond_oim:
            yield from check_1_1(subject, truncates=method == "truncate")


def _left_out(document: InstanceDocument) -> Finding:
    """What Calculations 1.1 cannot take into account; without some facts of a context, sums over the rest mislead."""
    place = document.place(document.root)
    if document.is_beyond_oim:
        message = "no sum is checked, as no report model holds all facts"
        return finding("XG855", message, place, standard="calc11e:oimIncompatibleReportWarning")
    message = f"{len(document.unreported):,} facts in tuples take no part in sums"
    return finding("XG855", message, place, standard="calc11e:tuplesInReportWarning")
