"""Violations as findings: where they are in the document, and where the user wrote what they are about."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.schema_validation.names import INLINE_1_1, LINK, XBRLI, XHTML, inline, namespace
from xbrlgen.schema_validation.positions import Paths, positions
from xbrlgen.schema_validation.violation import LIMIT, Violation
from xbrlgen.schema_validation.wording import message

if TYPE_CHECKING:
    from lxml import etree

_INLINE_FACTS = frozenset(map(inline, ("nonFraction", "nonNumeric", "fraction", "tuple")))

Source = Callable[[str], Location | None]
"""Answers a fact's id with the place where the user wrote it."""


class Document(NamedTuple):
    """A document under judgement: its root, its bytes and what locations call it."""

    root: "etree._Element"
    content: bytes
    name: str

    def locations(self, elements: Sequence["etree._Element"]) -> dict["etree._Element", Location]:
        """The place of each element: line and column of its start tag, and its XPath."""
        wanted = set(elements)
        numbers = {element: number for number, element in enumerate(self.root.iter("*")) if element in wanted}
        places = positions(self.content, numbers.values())
        paths = Paths()
        return {
            element: Location(
                self.name, *places.get(numbers[element], (element.sourceline or 0, 0)), pointer=paths.of(element)
            )
            for element in numbers
        }


def report(violations: Sequence[Violation], document: Document, source: Source | None) -> tuple[Finding, ...]:
    """A finding for each violation; the user's own place, where `source` knows it, comes before the document's."""
    if not violations:
        return ()
    locations = document.locations([violation.element for violation in violations])
    return tuple(_finding(violation, locations[violation.element], source) for violation in violations)


def limit_reached(name: str) -> Finding:
    """That the document called `name` breaks its schemas more often than is told."""
    message = f"{name} breaks its schemas {LIMIT} times or more; the rest is not listed."
    return finding("XG605", message, Location(name))


def _finding(violation: Violation, location: Location, source: Source | None) -> Finding:
    fact = next(_fact_ids(violation.element), "")
    origin = source(fact) if source is not None and fact else None
    places = (location,) if origin is None else (origin, location)
    return finding(violation.offence.value, message(violation), *places, standard=violation.rule, fact=fact)


def _fact_ids(element: "etree._Element") -> Iterator[str]:
    """The ids of the facts that `element` is or is in, innermost first."""
    for each in (element, *element.iterancestors()):
        identifier = each.get("id")
        if identifier and _may_be_fact(str(each.tag)):
            yield identifier


def _may_be_fact(tag: str) -> bool:
    return tag in _INLINE_FACTS or namespace(tag) not in {XBRLI, LINK, XHTML, INLINE_1_1}
