"""The primary statements: that they are there, and in which currency their figures are."""

from collections import Counter
from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.model import Fact, QName, ValueKind
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.filing.presentation import Tree, trees
from xbrlgen.rules.wording import counted, unit_name


def primary_statements(filing: Filing) -> Iterator[Finding]:
    """Some tree of the presentation begins with the placeholder of a primary statement, and with nothing else."""
    if filing.own is None or not filing.requirements.statements:
        return
    statements = tuple(tree for tree in trees(filing.own) if _placeholders(filing, tree))
    if not statements:
        names = ", ".join(filing.requirements.statements)
        yield filing.about_the_whole("XG448", f"No part of the presentation begins with one of {names}.")
    yield from _other_currencies(filing, statements)


def _placeholders(filing: Filing, tree: Tree) -> tuple[QName, ...]:
    names = filing.requirements.statements
    return tuple(root for root in tree.roots if root.local_name in names and tree.children.get(root))


def _other_currencies(filing: Filing, statements: tuple[Tree, ...]) -> Iterator[Finding]:
    """Monetary concepts of the statements with no fact in the currency that most figures of the statements are in."""
    roots = ((tree, root) for tree in statements for root in _placeholders(filing, tree))
    shown = {concept for tree, root in roots for concept in tree.under(root)}
    facts = {
        concept.name: [fact for fact in of_concept if not fact.is_nil]
        for concept, of_concept in filing.subject.items()
        if concept.name in shown and concept.kind is ValueKind.MONETARY
    }
    units = Counter(fact.unit for of_concept in facts.values() for fact in of_concept)
    if len(units) < 2:  # noqa: PLR2004 - one currency, or none
        return
    declared = max(units, key=lambda unit: (units[unit], unit_name(unit)))
    others = {each: found for each, found in facts.items() if found and all(fact.unit != declared for fact in found)}
    if others:
        yield _finding(filing, unit_name(declared), others)


def _finding(filing: Filing, currency: str, others: dict[QName, list[Fact]]) -> Finding:
    names = listed(map(filing.subject.spelt, others))
    told = f"{counted(len(others), 'item')} of the primary statements not reported in {currency}: {names}."
    return filing.subject.finding("XG447", told, *(fact for found in others.values() for fact in found))
