"""The words for concepts, members and aspects of facts: those of the taxonomy, else made from names."""

from functools import cache, cached_property

from xbrlgen.model import Dimension, Fact, Period, QName, Report, Unit
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.labels import readable_label
from xbrlgen.writers.inline.wording import Wording, wording

STANDARD_LABEL = "http://www.xbrl.org/2003/role/label"


class Labels:
    """The words in the language of a report, its own concepts' first; what it has none for, `others` may have."""

    def __init__(self, taxonomy: Taxonomy, report: Report, *others: "Labels") -> None:
        self._taxonomy = taxonomy
        self._language = report.language
        self._others = others
        self._own = {each.name: each.labels for each in report.extension.concepts} if report.extension else {}
        self.of = cache(self._label)

    def __call__(self, name: QName) -> str:
        """The standard label of a concept or member."""
        return self.of(name)

    def _label(self, name: QName, role: str = "") -> str:
        """The label of a role, else the standard one, in the language, else in any; never empty."""
        found = (each.given(name, role) for each in (self, *self._others))
        return next((each for each in found if each), "") or readable_label(name.local_name)

    def given(self, name: QName, role: str) -> str:
        """What the report or its taxonomy calls a concept, empty if nothing."""
        if own := self._own.get(name):
            return own.get(self._language) or next(iter(own.values()))
        roles = dict.fromkeys((role or STANDARD_LABEL, STANDARD_LABEL))
        for language in (self._language, ""):
            for each in roles:
                if found := self._taxonomy.label(name, each, language):
                    return found
        return ""

    @cached_property
    def words(self) -> Wording:
        """The words for periods and units."""
        return wording(self._language)

    def period(self, period: Period | None) -> str:
        """A period in words."""
        return self.words.period_words(period)

    def unit(self, unit: Unit | None) -> str:
        """A unit in words; empty for plain numbers and for texts."""
        return self.words.unit_words(unit)

    def members(self, dimensions: tuple[Dimension, ...]) -> str:
        """The members of a fact in words."""
        return ", ".join(map(self._member, dimensions))

    def aspects(self, fact: Fact) -> str:
        """Members and period of a fact in words."""
        return ", ".join(each for each in (self.members(fact.dimensions), self.period(fact.period)) if each)

    def _member(self, dimension: Dimension) -> str:
        member = dimension.member
        return self(member) if isinstance(member, QName) else member.value or "nil"
