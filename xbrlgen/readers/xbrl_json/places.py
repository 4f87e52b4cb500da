"""Where facts stand in a document: known by their ids, so nothing is kept for it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from xbrlgen.findings import Location
from xbrlgen.model import Report
from xbrlgen.readers.oim.source import Source


class Places(Mapping[str, Location]):
    """The places of the facts and footnotes of a report that was read from `source`."""

    def __init__(self, report: Report, source: Source) -> None:
        self._report = report
        self._source = source

    @cached_property
    def _ids(self) -> Mapping[str, None]:
        ids = dict.fromkeys(fact.id for fact in self._report.facts)
        return ids | dict.fromkeys(footnote.id for footnote in self._report.footnotes)

    def __getitem__(self, fact: str) -> Location:
        """The place of a fact or footnote; raises KeyError where there is none."""
        if fact not in self._ids:
            raise KeyError(fact)
        return self._source.at("facts", fact)

    def __iter__(self) -> Iterator[str]:
        """The ids of the facts and footnotes, in the order of the document."""
        return iter(self._ids)

    def __len__(self) -> int:
        """How many facts and footnotes there are."""
        return len(self._ids)
