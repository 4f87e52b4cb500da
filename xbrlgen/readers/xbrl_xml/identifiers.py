"""The ids of an instance, each of which must be there once (XML Schema Part 1, cvc-id.2)."""

from typing import TYPE_CHECKING

from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.xml_syntax.items import own_ids
from xbrlgen.readers.xml_syntax.repeated_contexts import MistakenError
from xbrlgen.readers.xml_syntax.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Identifiers:
    """Ids as they come: `of_facts`, those that these are `given` for lack of one among them, and `of_others`.

    `before` are those of an earlier pass, which none is given that stands in the document; `is_to_repeat` says that one
    was given before it came. With `is_sparing` no id may be there twice, by which contexts are told: that raises
    MistakenError.
    """

    def __init__(self, path: str, before: "Identifiers | None" = None, *, is_sparing: bool = False) -> None:
        self.of_facts: set[str] = set()
        self.of_others: set[str] = set()
        self.given: set[str] = set()
        self.are_unique = True
        self.is_to_repeat = False
        self.source = Source(path)
        self._before = before
        self._is_sparing = is_sparing

    def __contains__(self, identifier: str) -> bool:
        return identifier in self.of_others or identifier in self.of_facts

    def take(self, identifier: str, element: "Element") -> None:
        """Note the id of an element that is no fact."""
        collapsed_id = collapsed(identifier)
        if collapsed_id in self.given:
            self.is_to_repeat = True
        elif collapsed_id in self:
            if self._is_sparing:
                raise MistakenError
            self.source.fault("XG153", f"the id {identifier!r} is given twice", element)
            self.are_unique = False
        self.of_others.add(collapsed_id)

    def of_fact(self, element: "Element", number: int) -> str:
        """The id of a fact, the one at `number` among all; one of our own where it has none or one that is taken."""
        identifier = collapsed(element.get("id", ""))
        if not identifier or identifier in self.of_facts:
            identifier = next(each for each in own_ids(number + 1) if not self._is_taken(each))
            self.given.add(identifier)
        self.of_facts.add(identifier)
        return identifier

    def _is_taken(self, identifier: str) -> bool:
        before = self._before
        return identifier in self or (before is not None and identifier not in before.given and identifier in before)
