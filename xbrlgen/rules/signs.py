"""Signs must be plausible: an expense, a payment or an asset below zero is most often a sign turned twice."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from xbrlgen.findings import Finding
from xbrlgen.model import Concept, Dimension, Fact, TypedMember, ValueKind
from xbrlgen.rules.subject import Subject

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")

_EITHER_SIGN = frozenset(
    _WORDS.findall("""
    Accumulated Actuarial Adjustment Adjustments Allowance Cancellation Change Changes Comprehensive Cumulative
    Decrease Deferred Deficit Derivative Derivatives Difference Differences Different Disposal Earnings Effect Effects
    Elimination Equity Exchange Flows Gain Gains Hedge Hedging Increase Inflows Insurance Loss Losses Movement Net
    Outflows Past Profit Reclassification Reclassified Reconciling Regulatory Reinsurance Remeasurement Reserve
    Reserves Retained Revaluation Reversal Reversals Sharebased Surplus Tax Transfer Transfers Translation Variance
    Working
    """)
)
"""Words in the names of concepts whose figures may be above or below zero."""

_CONTRARY = frozenset(
    _WORDS.findall("""
    Accumulated Adjustment Adjustments Allowance Cancellation Change Changes Corporate Correction Decrease Difference
    Disposal Effect Eliminated Elimination Eliminations Hedging Impairment Increase Intersegment Intragroup
    Reclassification Reconciling Reserve Reserves Retained Transfer Unallocated
    """)
)
"""Words in the names of members that take something away or correct it."""

_OPPOSITES = (
    (frozenset({"Income", "Revenue", "Revenues"}), frozenset({"Cost", "Costs", "Expense", "Expenses"})),
    (frozenset({"Assets"}), frozenset({"Liabilities"})),
)
"""Words that together in one name make a balance of the two."""

_ABOVE_ZERO = tuple(
    (re.compile(pattern), balance)
    for pattern, balance in (
        (r"(Assets|Inventories|Receivables|Prepayments|Goodwill|Expenses?|Costs)$", "debit"),
        (r"^(CostOf|Depreciation|Amortisation|WagesAndSalaries|OtherExpense|AdministrativeExpense)", "debit"),
        (r"^(CashAndCashEquivalents|PropertyPlantAndEquipment|IntangibleAssets|InvestmentProperty)", "debit"),
        (r"^(TreasuryShares$|Inventories|RightofuseAssets|Assets|CurrentAssets|NoncurrentAssets)", "debit"),
        (r"(Liabilities|Payables|Borrowings|Provisions)$", "credit"),
        (r"^(Revenue|IssuedCapital|Borrowings|CurrentLiabilities|NoncurrentLiabilities|Provisions)", "credit"),
        (r"^(ProceedsFrom|Payments?(To|For|Of|From)|Purchases?Of|Repayments?Of)", ""),
        (r"^(Dividends|Interest)(Paid|Received|Payable|Receivable)", ""),
        (r"^(NumberOf|WeightedAverageNumberOf|AdjustedWeightedAverageShares|WeightedAverageShares)", ""),
    )
)
"""Names of concepts whose figures are above zero if they have this balance; empty where any will do."""

_KINDS = frozenset({ValueKind.MONETARY, ValueKind.SHARES, ValueKind.PER_SHARE, ValueKind.PURE, ValueKind.NUMERIC})
_SIGNED = frozenset({"decimal", "integer", "float", "double"})


def signs(subject: Subject) -> Iterator[Finding]:
    """Negative values where none can be meant, by the name, balance and type of the concept and the members.

    Where the name of a concept leaves the sign open, nothing is said: a false alarm costs more than a missed one.
    """
    for concept, facts in subject.items():
        if is_never_negative(concept):
            for fact in facts:
                if _is_negative(fact) and not any(_is_contrary(each) for each in fact.dimensions):
                    yield _finding(subject, fact)


def is_never_negative(concept: Concept) -> bool:
    """Whether the figures of a concept are zero or more unless their sign is wrong, as far as name and balance say."""
    name = concept.name.local_name
    words = _words(name)
    if concept.kind not in _KINDS or _is_bounded(concept) or words & _EITHER_SIGN:
        return False
    if any(words & one and words & other for one, other in _OPPOSITES):
        return False
    return any(balance in ("", concept.balance) and pattern.search(name) for pattern, balance in _ABOVE_ZERO)


def _is_bounded(concept: Concept) -> bool:
    """Whether the type itself forbids what is below zero: that is told as a value against its type."""
    item_type = concept.item_type
    return item_type is not None and (item_type.base not in _SIGNED or "minInclusive" in item_type.facets)


def _is_negative(fact: Fact) -> bool:
    value = fact.value
    return isinstance(value, Decimal) and value.is_signed() and value.is_finite() and value < 0


def _is_contrary(dimension: Dimension) -> bool:
    """Whether a member may turn the sign: what it stands for cannot be known of a typed one."""
    return isinstance(dimension.member, TypedMember) or bool(_words(dimension.member.local_name) & _CONTRARY)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(name))


def _finding(subject: Subject, fact: Fact) -> Finding:
    if subject.display(fact).negated:
        hint = "Its row says negated, which is for figures printed below zero: leave it out, or print this one so."
    elif subject.is_own:
        hint = "If it is printed in parentheses because it is taken away, say negated on its row."
    else:
        hint = "A minus that only shows that a figure is taken away belongs to the presentation, not to the value."
    message = f"{subject.told(fact)} is {subject.figure(fact)}, but figures of this concept are above zero."
    return subject.finding("XG270", message, fact, hint=hint)
