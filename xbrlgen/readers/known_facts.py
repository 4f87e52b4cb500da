"""Facts that are known before a document is read that should report them, so that they need not be held twice."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from xbrlgen.model import Fact


class KnownFacts:
    """The facts that a document should report: each takes the place of the equal one that is read.

    They are soonest found where the document reports them in the same order.
    """

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        self._done = 0

    def replace(self, facts: list[Fact], ids: set[str]) -> Mapping[str, str]:
        """Replace those of `facts` that came since the last call and equal a known fact, id and all; and their `ids`.

        Returns the ids of all that came, as they are held now.
        """
        if not self._facts:
            return {}
        start, self._done = self._done, len(facts)
        read = facts[start:]
        known = list(self._facts[start : self._done])
        if known != read:
            known = [self._known(fact) for fact in read]
        facts[start:] = known
        held = {fact.id: fact.id for fact in known}
        ids.difference_update(held)  # as an equal id in the set would stay
        ids.update(held)
        return held

    def _known(self, fact: Fact) -> Fact:
        known = self._by_id.get(fact.id)
        return known if known is not None and known == fact else fact

    @cached_property
    def _by_id(self) -> Mapping[str, Fact]:
        return {fact.id: fact for fact in self._facts}
