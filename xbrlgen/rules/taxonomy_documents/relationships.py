"""What relationships of XBRL's own arcroles may join (XBRL 2.1 sections 5.1.1.2, 5.2.4.2.1, 5.2.5.2 and 5.2.6.2)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.taxonomy.concepts import TUPLE

if TYPE_CHECKING:
    from xbrlgen.model import Concept, QName
    from xbrlgen.taxonomy.networks import Relationship

_ARCROLE = "http://www.xbrl.org/2003/arcrole/"
_SUMMATIONS = (f"{_ARCROLE}summation-item", "https://xbrl.org/2023/arcrole/summation-item")
_BALANCE = "xbrl.5.1.1.2:balanceCalcWeightIllegal"


def calculations(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """Numbers add up, with a weight that suits their balances (sections 5.1.1.2 and 5.2.5.2)."""
    for each in _effective(documents, *_SUMMATIONS):
        total, item = documents.concepts.get(each.source), documents.concepts.get(each.target)
        if each.weight is not None and not each.weight:
            message = f"{documents.spelt(each.target)} is added to {documents.spelt(each.source)} with a weight of zero"
            yield finding("XG820", message, each.place)
        if total is None or item is None:
            continue
        for concept in (total, item):
            if not is_numeric(documents, concept):
                message = f"{documents.spelt(concept.name)} is part of a sum, but holds no number."
                yield finding("XG314", message, each.place)
        if each.weight and total.balance and item.balance and (each.weight < 0) == (total.balance == item.balance):
            yield _weight(documents, each, item, total)


def _weight(documents: TaxonomyDocuments, each: "Relationship", item: "Concept", total: "Concept") -> Finding:
    is_subtracted = each.weight is not None and each.weight < 0
    done = "subtracted from" if is_subtracted else "added to"
    names = documents.spelt(item.name), documents.spelt(total.name)
    message = f"{names[0]} ({item.balance}) is {done} {names[1]} ({total.balance})."
    return finding("XG313", message, each.place, standard=_BALANCE + ("Negative" if is_subtracted else "Positive"))


def is_numeric(documents: TaxonomyDocuments, concept: "Concept") -> bool:
    """Whether facts of a concept are numbers; fractions are (section 5.1.1.3)."""
    if concept.kind.is_numeric:
        return True
    declaration = documents.concepts.declaration(concept.name)
    definition = None if declaration is None else documents.concepts.definition(*declaration)
    return definition is not None and any(each.local_name == "fractionItemType" for each in definition.ancestors)


def preferred_labels(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """A label by which a line is to be shown is there (section 5.2.4.2.1)."""
    labelled: dict[QName, frozenset[str]] = {}
    for each in _effective(documents, f"{_ARCROLE}parent-child"):
        if not each.preferred_label:
            continue
        if each.target not in labelled:
            labelled[each.target] = frozenset(label.role for label in documents.taxonomy.labels(each.target))
        if each.preferred_label not in labelled[each.target]:
            name = documents.spelt(each.target)
            message = f"{name} has no label of the role '{each.preferred_label}', by which it is to be shown."
            yield finding("XG312", message, each.place)


def aliases(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """Concepts that mean the same are alike in type, period type and balance (section 5.2.6.2.2)."""
    for each in _effective(documents, f"{_ARCROLE}essence-alias"):
        essence, alias = documents.concepts.get(each.source), documents.concepts.get(each.target)
        if essence is None or alias is None:
            continue
        names = f"{documents.spelt(alias.name)} is an alias of {documents.spelt(essence.name)}"
        if TUPLE in {alias.substitution_group, essence.substitution_group}:
            message = f"{names}, but only items can stand for each other"
            yield finding("XG821", message, each.place, standard="xbrl.5.2.6.2.2:essenceAliasTypes")
        elif alias.item_type != essence.item_type:
            message = f"{names}, which has another type"
            yield finding("XG821", message, each.place, standard="xbrl.5.2.6.2.2:essenceAliasTypes")
        elif alias.period_type != essence.period_type:
            message = f"{names}, which has another period type"
            yield finding("XG821", message, each.place, standard="xbrl.5.2.6.2.2:essenceAliasTypes")
        elif alias.balance and essence.balance and alias.balance != essence.balance:
            message = f"{names}, which has the opposite balance"
            yield finding("XG821", message, each.place, standard="xbrl.5.2.6.2.2:essenceAliasBalance")


def similar_tuples(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """Similar tuples are tuples (section 5.2.6.2.3)."""
    for each in _effective(documents, f"{_ARCROLE}similar-tuples"):
        for name in (each.source, each.target):
            concept = documents.concepts.get(name)
            if concept is not None and concept.substitution_group != TUPLE:
                message = f"{documents.spelt(name)} is said to be like another tuple, but is none"
                yield finding("XG823", message, each.place, standard="xbrl.5.2.6.2.3")


def _effective(documents: TaxonomyDocuments, *arcroles: str) -> "Iterator[Relationship]":
    networks = documents.taxonomy.networks
    for arcrole, role in dict.fromkeys((each.arcrole, each.role) for each in documents.base_sets(*arcroles)):
        yield from networks.network(arcrole, role).relationships
