"""The units of a report folder: from text to measures."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from xbrlgen.findings import finding
from xbrlgen.model import PURE, SHARES, QName, Unit
from xbrlgen.model.namespaces import ISO4217, XBRLI
from xbrlgen.readers.report_folder.names import Names
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest

PERCENT = "percent"
_SIMPLE: Mapping[str, Unit] = {"pure": PURE, "shares": SHARES, "share": SHARES, PERCENT: PURE}
_CURRENCY = re.compile(r"[A-Z]{3}")


class PrintedUnit(NamedTuple):
    """A unit, and whether figures in it are printed in percent."""

    unit: Unit
    is_percent: bool = False


class Units(NamedTuple):
    """Looks units up: the report's own names, the names known to all, and measures by their QNames."""

    own: Mapping[PlacedText, PlacedText]
    names: Names

    def check(self) -> None:
        """Report what is wrong with the report's own units, used or not."""
        for name, text in self.own.items():
            if name in _SIMPLE:
                message = f"the unit '{name}' has a meaning already"
                self.names.findings.append(finding("XG124", message, name.location))
            self._quotient(text)

    def printed(self, text: PlacedText) -> PrintedUnit | None:
        """The unit that `text` names; None, and a finding, if there is none."""
        if text == PERCENT:
            return PrintedUnit(PURE, is_percent=True)
        unit = self._quotient(self.own.get(text, text), is_reported=text in self.own)
        return None if unit is None else PrintedUnit(unit)

    def _quotient(self, text: PlacedText, *, is_reported: bool = False) -> Unit | None:
        numerator, slash, denominator = text.partition("/")
        above = self._measure(text.part(0, len(numerator)).stripped(), is_reported=is_reported)
        if not slash:
            return above
        below = self._measure(text.part(len(text) - len(denominator), len(text)).stripped(), is_reported=is_reported)
        return None if above is None or below is None else above.per(below)

    def _measure(self, text: PlacedText, *, is_reported: bool) -> Unit | None:
        if text in _SIMPLE:
            return _SIMPLE[text]
        if _CURRENCY.fullmatch(text):
            return Unit.currency(str(text))
        if ":" in text and not text.startswith(":") and not text.endswith(":"):
            name = self.names.name(text)
            return None if name is None else self._known(name, text)
        if not is_reported and text not in self.names.broken:
            self._unknown(text)
        return None

    def _known(self, name: QName, text: PlacedText) -> Unit | None:
        """A measure by its QName; only XBRL's own namespaces are closed (XBRL 2.1 section 4.8.2)."""
        is_wrong = (name.namespace == XBRLI and name.local_name not in {"pure", "shares"}) or (
            name.namespace == ISO4217 and not _CURRENCY.fullmatch(name.local_name)
        )
        if is_wrong:
            self._unknown(text)
            return None
        return Unit((name,))

    def _unknown(self, text: PlacedText) -> None:
        known = [*_SIMPLE, *self.own]
        hint = did_you_mean(nearest(text, known)[0])
        message = f"unknown unit '{text}'"
        self.names.findings.append(finding("XG124", message, text.location, hint=hint))
