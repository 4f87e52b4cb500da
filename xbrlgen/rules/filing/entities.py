"""Who files: one entity, with an identifier of the scheme that the regulator knows."""

import re
from collections.abc import Iterator

from xbrlgen.findings import Finding, finding
from xbrlgen.model import Entity, Fact
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.wording import quoted

_MODULUS = 97


def identifiers(filing: Filing) -> Iterator[Finding]:
    """The scheme of each entity, the form of its identifier, and its check digits."""
    wanted = filing.requirements
    for entity, facts in _entities(filing).items():
        if wanted.scheme and entity.scheme != wanted.scheme:
            message = (
                f"The entity {quoted(entity.identifier)} is identified by {entity.scheme}, not by {wanted.scheme}."
            )
            yield _finding(filing, "XG431", message, facts)
        elif wanted.identifier and not re.fullmatch(wanted.identifier, entity.identifier, re.ASCII):
            message = f"{quoted(entity.identifier)} has not the form of an identifier of {entity.scheme}."
            yield _finding(filing, "XG432", message, facts)
        elif wanted.check_digits and not has_check_digits(entity.identifier):
            message = f"The last two digits of {quoted(entity.identifier)} are not those that the others come to."
            yield _finding(filing, "XG433", message, facts)


def several_entities(filing: Filing) -> Iterator[Finding]:
    """All facts are of one entity."""
    entities = _entities(filing)
    if len(entities) > 1:
        names = listed(quoted(each.identifier) for each in entities)
        first_facts = (facts[0] for facts in entities.values())
        yield filing.subject.finding("XG434", f"The facts are of {len(entities)} entities: {names}.", *first_facts)


def cover_identifier(filing: Filing) -> Iterator[Finding]:
    """The identifier that the cover page reports is that of the entity."""
    name = filing.requirements.identifier_item
    for fact in filing.subject.report.facts:
        if name and fact.concept.local_name == name and fact.value not in {None, fact.entity.identifier}:
            told, value = filing.subject.told(fact), quoted(str(fact.value))
            message = f"{told} is {value}, but the entity is {quoted(fact.entity.identifier)}."
            yield filing.subject.finding("XG499", message, fact)


def has_check_digits(identifier: str) -> bool:
    """Whether an identifier of digits and capital letters ends in the right digits (ISO 7064, MOD 97-10)."""
    return int("".join(str(int(character, 36)) for character in identifier)) % _MODULUS == 1


def _finding(filing: Filing, code: str, message: str, facts: list[Fact]) -> Finding:
    """A finding on an entity: where the source names it, else at the first of its facts."""
    known = filing.subject.places("entity")
    return finding(code, message, *(known or filing.subject.places(facts[0].id)))


def _entities(filing: Filing) -> dict[Entity, list[Fact]]:
    found: dict[Entity, list[Fact]] = {}
    for fact in filing.subject.report.facts:
        found.setdefault(fact.entity, []).append(fact)
    return found
