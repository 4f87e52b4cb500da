"""Who reports, as the covers of a page and of a summary say it."""

from xbrlgen.model import Fact, Report

_ENTITY_NAMES = (
    "NameOfReportingEntityOrOtherMeansOfIdentification",
    "EntityRegistrantName",
    "EntityCurrentLegalOrRegisteredName",
)


def naming_fact(report: Report) -> Fact | None:
    """The first fact that reports what the entity is called; None if none does."""
    return next(filter(_names_entity, report.facts), None)


def entity_words(report: Report) -> str:
    """What the entity is called where no fact says so: as the source calls it, else its identifier."""
    return report.entity_name or (report.entity.identifier if report.entity else "")


def _names_entity(fact: Fact) -> bool:
    is_plain = fact.unit is None and not fact.dimensions and isinstance(fact.value, str)
    return is_plain and fact.concept.local_name in _ENTITY_NAMES
