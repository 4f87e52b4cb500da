"""What a network of sums can say: which item may be part of which total."""

from xbrlgen.model.concept import Concept


def obstacle(total: Concept, item: Concept, weight: int) -> str:
    """What keeps `item` from being summed into `total` with a weight of that sign, in words; empty if nothing does.

    XBRL 2.1 sections 5.2.5.2 and 5.1.1.2, table 6: both are numbers, equal balances are added, opposite ones
    subtracted. Facts of two period types never meet in one context.
    """
    if item.name == total.name:
        return "a total is no part of itself"
    if not (total.kind.is_numeric and item.kind.is_numeric):
        return "only numbers add up"
    if item.period_type != total.period_type:
        return f"one is of the period type {item.period_type}, the other {total.period_type}"
    if item.balance and total.balance and (item.balance == total.balance) != (weight > 0):
        done = "added to" if weight > 0 else "subtracted from"
        return f"a {item.balance} cannot be {done} a {total.balance}"
    return ""
