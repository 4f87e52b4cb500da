"""What an engine finds wrong in a document, before it is put into words."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml import etree


LIMIT = 1000
"""A document that breaks its schemas more often than this is of the wrong kind, and more findings help nobody."""


class Offence(StrEnum):
    """The ways to break a schema; each value is the code of the finding that reports it."""

    SCHEMA = "XG604"
    ROOT = "XG610"
    UNDECLARED_ELEMENT = "XG611"
    MISPLACED_ELEMENT = "XG612"
    INCOMPLETE = "XG613"
    ABSTRACT = "XG614"
    TEXT = "XG615"
    MISSING_ATTRIBUTE = "XG616"
    ATTRIBUTE_NOT_ALLOWED = "XG617"
    ATTRIBUTE_VALUE = "XG618"
    VALUE = "XG619"
    DUPLICATE_ID = "XG620"
    DANGLING_REFERENCE = "XG621"
    NIL = "XG622"
    TYPE = "XG623"
    OTHER = "XG624"
    UNKNOWN_TO_XHTML = "XG625"


class Violation(NamedTuple):
    """One broken rule: the element that breaks it, and what the schema has there instead.

    `attribute` is the Clark notation of the attribute concerned, empty where the element itself is. `expected` are the
    Clark notations of the elements that might stand there, or one phrase for the values allowed. `rule` is the
    validation rule of XML Schema 1.0 Part 1, appendix C (``cvc-...``), where one is known.
    """

    offence: Offence
    element: "etree._Element"
    attribute: str = ""
    expected: tuple[str, ...] = ()
    rule: str = ""

    @property
    def place(self) -> tuple["etree._Element", str]:
        """Where the rule is broken: two engines that see the same fault name the same place."""
        return self.element, self.attribute
