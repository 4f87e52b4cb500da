"""What a transformation is: a named rule that turns the text of a tag into the lexical value of its fact."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import NamedTuple, Protocol, runtime_checkable

from xbrlgen.model import QName

_SHOWN = 60
"""So much of a text stands in a message; a text block can be megabytes long."""

_SPACE = re.compile(r"[ \t\n\r]+")
_LOOSE = re.compile(r"[\t\n\r]|^ |  | $")
"""What is not collapsed."""

Rule = Callable[[str], str | None]


class TransformationError(ValueError):
    """A text that its transformation does not take, or a format that no registry has; the message is one sentence."""


class Output(StrEnum):
    """The data type of the lexical value, by its name in XML Schema."""

    DECIMAL = "decimal"
    DOUBLE = "double"
    DATE = "date"
    MONTH_DAY = "gMonthDay"
    YEAR_MONTH = "gYearMonth"
    BOOLEAN = "boolean"
    DURATION = "duration"
    STRING = "string"


@runtime_checkable
class HasWholeNumbers(Protocol):
    """A rule to which most texts are whole numbers."""

    def whole_numbers(self, before: str, after: str) -> Callable[[str], Decimal | None]:
        """What gives the number of a text that is one; None for any other."""


class Definition(NamedTuple):
    """What a registry says of one name: the type of the value, which texts it takes (in words), and the rule.

    The rule gets the text with its white space collapsed and answers None where it does not fit. `is_fixed`: every text
    gives the same value.
    """

    output: Output
    takes: str
    rule: Rule
    is_fixed: bool = False


class Transformation(NamedTuple):
    """One transformation of a registry: `registry` is 1 to 5, None for the SEC's own."""

    format: QName
    registry: int | None
    definition: Definition

    @property
    def output(self) -> Output:
        """The data type of the value."""
        return self.definition.output

    @property
    def is_fixed(self) -> bool:
        """Whether every text gives the same value."""
        return self.definition.is_fixed

    @property
    def is_numeric(self) -> bool:
        """Whether the value is a number, as ix:nonFraction needs it (Inline XBRL 1.1 section 10.1.1)."""
        return self.output in {Output.DECIMAL, Output.DOUBLE}

    def whole_numbers(self, before: str, after: str) -> Callable[[str], Decimal | None]:
        """What gives the whole number that a text stands for, with `before` and `after` put to its digits, quickly.

        It gives None where `apply` has to say.
        """
        rule = self.definition.rule
        return rule.whole_numbers(before, after) if isinstance(rule, HasWholeNumbers) else _nothing

    def apply(self, text: str) -> str:
        """The lexical value that `text` stands for; raises TransformationError if the text is not one it takes."""
        value = self.definition.rule(text if self.is_fixed else collapse(text))
        if value is None:
            raise TransformationError(
                f"{_quoted(text)} does not fit {self.format.local_name}, which takes {self.definition.takes}"
            )
        return value


def _nothing(_text: str) -> None:
    """What gives no number."""


def collapse(text: str) -> str:
    """`text` with its white space collapsed (XML Schema part 2 section 4.3.6); a no-break space is none."""
    return text if _LOOSE.search(text) is None else _SPACE.sub(" ", text).strip(" ")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first needed: there are hundreds, and a report uses few."""
    return re.compile(pattern, re.DOTALL)


def _quoted(text: str) -> str:
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN]}…”"
