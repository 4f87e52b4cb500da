"""How large a synthetic report is, and what it therefore reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil

PERIODS = 10
"""Years that are reported."""

FIRST_YEAR = 2014
LARGEST = 1_000_003
"""Values are spread below this prime, in thousands, so that neighbours differ."""

PART = 5
"""Every concept of a number whose index divides by this is the total of the others up to the next."""


@dataclass(frozen=True, slots=True)
class SyntheticFact:
    """One fact: the indexes of its concept, year and member on each axis, and its value as text."""

    concept: int
    context: int
    value: str


@dataclass(frozen=True)
class Size:
    """A report of `facts` facts in `contexts` contexts over `dimensions` axes; some of its concepts are texts."""

    facts: int
    contexts: int = 0
    dimensions: int = 1
    text_share: int = 0
    """How many of the concepts are texts, in percent."""

    @cached_property
    def context_count(self) -> int:
        """Contexts, by default one for every twenty facts."""
        return max(1, min(self.facts, self.contexts or ceil(self.facts / 20)))

    @cached_property
    def concept_count(self) -> int:
        """Enough concepts that every fact of a context has its own."""
        return ceil(self.facts / self.context_count)

    @cached_property
    def text_count(self) -> int:
        """How many of the concepts, the last ones, are texts."""
        return self.concept_count * self.text_share // 100

    @cached_property
    def year_count(self) -> int:
        """How many years the contexts are spread over."""
        return min(PERIODS, self.context_count)

    @cached_property
    def member_count(self) -> int:
        """Members of each axis: just enough to tell the contexts of a year apart."""
        wanted, members = ceil(self.context_count / self.year_count), 1
        while self.dimensions and members**self.dimensions < wanted:
            members += 1
        return members if self.dimensions else 0

    def year(self, context: int) -> int:
        """The year of a context."""
        return FIRST_YEAR + context % self.year_count

    def members(self, context: int) -> tuple[int, ...]:
        """The index of the member on each axis of a context; without axes contexts differ in the entity."""
        rest, found = context // self.year_count, []
        for _ in range(self.dimensions):
            rest, member = divmod(rest, self.member_count)
            found.append(member)
        return tuple(found)

    def is_text(self, concept: int) -> bool:
        """Whether a concept is a text."""
        return concept >= self.concept_count - self.text_count

    def totals(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Each total, and the concepts that it is the sum of."""
        numbers = self.concept_count - self.text_count
        for total in range(0, numbers, PART):
            parts = tuple(range(total + 1, min(total + PART, numbers)))
            if parts:
                yield total, parts

    def all_facts(self) -> Iterator[SyntheticFact]:
        """The facts, context by context."""
        totals = dict(self.totals())
        written = 0
        for context in range(self.context_count):
            last = min(self.concept_count, self.facts - written)
            amounts = [self._amount(context, concept) for concept in range(self.concept_count)]
            for concept in range(last):
                parts = totals.get(concept, ())
                amount = sum(amounts[part] for part in parts if part < last) if parts else amounts[concept]
                yield SyntheticFact(concept, context, self._text(context, concept) or f"{amount}000")
            written += last
            if written >= self.facts:
                return

    def _amount(self, context: int, concept: int) -> int:
        return (context * 7_919 + concept * 104_729 + 1) % LARGEST

    def _text(self, context: int, concept: int) -> str:
        return f"Note {concept} on case {context}: nothing to report. " * 8 if self.is_text(concept) else ""
