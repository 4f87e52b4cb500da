"""What definition arcs ask of instances: aliases that agree, concepts that require others (section 5.2.6.2)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.rules.instance.subject import InstanceSubject
from xbrlgen.taxonomy.networks import Relationship

if TYPE_CHECKING:
    from xbrlgen.rules.instance.items import Item, ItemIndex

_ALIAS = "http://www.xbrl.org/2003/arcrole/essence-alias"
_REQUIRES = "http://www.xbrl.org/2003/arcrole/requires-element"


def definitions(subject: InstanceSubject) -> Iterator[Finding]:
    """Aliases and requirements, for the concepts of such arcs only."""
    aliases = _relationships(subject, _ALIAS)
    required = _relationships(subject, _REQUIRES)
    concepts = {name for each in (*aliases, *required) for name in (each.source, each.target)}
    if not concepts:
        return
    from xbrlgen.rules.instance.items import ItemIndex

    items = ItemIndex(subject, concepts, units=False)
    for each in aliases:
        yield from _alias(subject, each, items)
    for each in required:
        if each.source in items.reported and each.target not in items.reported:
            source, target = subject.spelt(each.source), subject.spelt(each.target)
            message = f"{source} is reported, but {target}, which it requires, is not"
            first = next(subject.document.facts_of({each.source}))
            yield subject.finding("XG841", message, first)


def _relationships(subject: InstanceSubject, arcrole: str) -> list[Relationship]:
    networks = subject.taxonomy.networks
    return [each for role in networks.roles(arcrole) for each in networks.network(arcrole, role).relationships]


def _alias(subject: InstanceSubject, relationship: Relationship, items: "ItemIndex") -> Iterator[Finding]:
    """An essence against its alias, in the same tuple and in equal contexts (section 5.2.6.2.2)."""
    aliases = items.of(relationship.target)
    for place, essences in items.of(relationship.source).items():
        for essence in essences:
            for alias in aliases.get(place, ()):
                if essence.parent is alias.parent is items.ancestors[place] and not _agree(essence, alias):
                    message = (
                        f"{subject.spelt(essence.concept)} is {essence.value}, but its alias"
                        f" {subject.spelt(alias.concept)} is {alias.value}"
                        f"{'' if essence.unit == alias.unit else ' in another unit'}"
                    )
                    yield subject.finding("XG840", message, essence.element, alias.element)


def _agree(one: "Item", other: "Item") -> bool:
    """Whether two items are v-equal and u-equal (section 4.10): numbers as far as the less exact one is known."""
    from xbrlgen.rules.instance.rounding import UNKNOWN, rounded

    if one.value is None or other.value is None:
        return True
    if one.unit != other.unit or UNKNOWN in {one.accuracy, other.accuracy}:
        return False
    known = [each for each in (one.accuracy, other.accuracy) if isinstance(each, int)]
    least = min(known) if known else None
    return one.value == other.value or (bool(known) and rounded(one.number, least) == rounded(other.number, least))
