"""Sums that taxonomies declare, over the facts of any filing (XG850 to XG859)."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

_1_1 = "Calculations 1.1, https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html"
_2_1 = "https://www.xbrl.org/Specification/XBRL-2.1/REC-2003-12-31/XBRL-2.1-REC-2003-12-31+corrected-errata-2013-02-20.html"

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG850",
        name="declared-sum-inconsistent",
        severity=Severity.WARNING,
        summary="A total differs from the sum that the taxonomy declares by more than rounding or truncation explains.",
        reason=(
            "Each figure is taken for all that are reported as it is, and none of them make the sum true. A figure "
            "is wrong, or an item of the sum is not reported."
        ),
        example="Assets 100 with CurrentAssets 40 and NoncurrentAssets 50, all exact to the unit",
        fix="Compare the figures with their source; look for a wrong sign, swapped digits, an item left out.",
        reference=_1_1,
    ),
    CatalogueEntry(
        code="XG851",
        name="declared-sum-inconsistent-to-2-1",
        severity=Severity.WARNING,
        summary="A total is not the sum of its rounded items, rounded to the accuracy of the total.",
        reason=(
            "XBRL 2.1 checks sums in this way; rounding alone can lead to it, which is why Calculations 1.1 has taken "
            "its place."
        ),
        example="Assets 101 with CurrentAssets 40 and NoncurrentAssets 60, all with decimals 0",
        fix="Compare the figures with their source; see whether --calculations round finds the same.",
        reference=f"XBRL 2.1, section 5.2.5.2, {_2_1}",
        standard="xbrl.5.2.5.2:calcInconsistency",
    ),
    CatalogueEntry(
        code="XG852",
        name="sum-over-contradicting-facts",
        severity=Severity.WARNING,
        summary="A figure of a sum is reported with values that cannot all be true, so that the sum is not checked.",
        reason="Nobody knows which of the values to add.",
        example="Assets 100 and Assets 110 in one context, both exact",
        fix="Correct the wrong value, or take it out.",
        reference=_1_1,
    ),
    CatalogueEntry(
        code="XG853",
        name="sum-over-excess-digits",
        severity=Severity.WARNING,
        summary="A figure of a sum has digits beyond its decimals, so that the sum is not checked.",
        reason="Its value says more than its decimals vouch for: it stands for no range of values that one could add.",
        example='<x:Assets decimals="-6" ...>1234567</x:Assets>',
        fix="Round the value, or raise its decimals.",
        reference=_1_1,
        standard="calc11e:excessDigits",
    ),
    CatalogueEntry(
        code="XG854",
        name="broken-declared-sum",
        severity=Severity.ERROR,
        summary="A sum by Calculations 1.1 has an item twice, or takes in what is no decimal number.",
        reason="Sums of this kind are exact; an item that counts twice is a slip of the taxonomy.",
        example="two arcs from Assets to CurrentAssets in one link role",
        fix="Delete one of the arcs; sum up concepts of decimal types only.",
        reference=_1_1,
    ),
    CatalogueEntry(
        code="XG855",
        name="sums-not-checked",
        severity=Severity.INFO,
        summary="Sums are not checked for all facts, as the document says what Calculations 1.1 has no place for.",
        reason="It reckons with reports as the Open Information Model has them, which knows no tuples.",
        example="an instance with tuples",
        fix="Check the sums as XBRL 2.1 does (--calculations 1.0).",
        reference=_1_1,
    ),
)
