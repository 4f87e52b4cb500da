"""What XBRL 2.1's own check of sums finds in an instance, as findings with the numbers behind each verdict."""

from collections.abc import Iterator
from decimal import localcontext

from xbrlgen.findings import Finding, finding
from xbrlgen.instance import InstanceDocument
from xbrlgen.model.exact import EXACT
from xbrlgen.rules.calculation_networks.calculations_2_1 import Inconsistency, inconsistencies
from xbrlgen.rules.calculation_networks.summations import LEGACY, summations
from xbrlgen.rules.calculation_networks.wording import listed, missing, role_name
from xbrlgen.rules.instance.items import Item, ItemIndex
from xbrlgen.rules.instance.rounding import UNKNOWN, rounded
from xbrlgen.rules.instance.subject import InstanceSubject
from xbrlgen.rules.subject import SHOWN_PLACES, Subject
from xbrlgen.rules.wording import number


def check_2_1(subject: Subject, document: InstanceDocument) -> Iterator[Finding]:
    """The sums of the taxonomy that XBRL 2.1 calls inconsistent in an instance."""
    sums = tuple(summations(subject.taxonomy, LEGACY))
    concepts = {name for each in sums for name in (each.total, *(item for item, _ in each.items))}
    if not concepts:
        return
    instance = InstanceSubject(document, subject.taxonomy, subject.report.facts)
    for found in inconsistencies(sums, ItemIndex(instance, concepts, units=True)):
        yield _finding(subject, found, document)


def _finding(subject: Subject, found: Inconsistency, document: InstanceDocument) -> Finding:
    total = found.total
    name, context = subject.spelt(total.concept), total.element.get("contextRef", "").strip()
    told = f"{name} in context '{context}' is {_figure(total)}"
    where = role_name(subject, found.summation.role)
    value = rounded(total.number, total.accuracy)
    if value is None or found.sum is None or found.reached is None:
        message = f"{told}, and nothing is known of one of the figures of its sum in {where}"
    else:
        with localcontext(EXACT):
            difference = value - found.reached
        reached = f"{number(found.sum)}, rounded alike {number(found.reached)}"
        message = f"{told}, but its items come to {reached}, a difference of {number(difference)}, in {where}"
    items = ((weight, each.concept, _figure(each)) for weight, each in found.items)
    hint = f"Its items: {listed(subject, items)}.{missing(subject, found.missing)}"
    elements = (total.element, *(each.element for _, each in found.items))[:SHOWN_PLACES]
    places = tuple(dict.fromkeys(document.place(each) for each in elements))
    return finding("XG851", message, *places, hint=hint, fact=total.element.get("id", ""))


def _figure(item: Item) -> str:
    if item.accuracy is UNKNOWN:
        return f"{number(item.number)} (precision 0)"
    return f"{number(item.number)} ({'exact' if item.accuracy is None else f'decimals {item.accuracy}'})"
