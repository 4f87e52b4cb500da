"""The periods of a report folder, by their short names."""

from collections.abc import Mapping
from typing import NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.model import Period
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest


class Periods(NamedTuple):
    """Looks periods up; `broken` are names whose declaration is a finding already."""

    by_name: Mapping[PlacedText, Period]
    findings: list[Finding]
    broken: frozenset[str]

    def period(self, text: PlacedText) -> Period | None:
        """The period of that name; None, and a finding, if there is none."""
        found = self.by_name.get(text)
        if found is not None or text in self.broken:
            return found
        meant, is_sure = nearest(text, self.by_name)
        hint = did_you_mean(meant) or f"the periods here are {', '.join(self.by_name)}"
        self.findings.append(finding("XG126", f"unknown period '{text}'", text.location, hint=hint))
        return self.by_name[_key(self.by_name, meant)] if is_sure else None


def _key(by_name: Mapping[PlacedText, Period], name: str) -> PlacedText:
    return next(key for key in by_name if key == name)
