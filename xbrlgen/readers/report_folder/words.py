"""Values that are no numbers: text, dates, booleans and names, in their canonical form."""

import re
from datetime import datetime
from html import escape
from typing import NamedTuple

from xbrlgen.model import Concept, ValueKind
from xbrlgen.readers.report_folder import settings
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.scope import Scope

_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
_SEPARATOR = re.compile(r"[\s,;]+")
_TEXTS = frozenset({ValueKind.STRING, ValueKind.TEXT_BLOCK})
_UNTRANSLATED = frozenset({"token", "language", "Name", "NCName", "ID", "NMTOKEN"})


def has_language(concept: Concept) -> bool:
    """Whether facts of `concept` are text facts, which have a language (OIM 1.0 section 2.1.6)."""
    base = concept.item_type.base if concept.item_type else ""
    return concept.kind in _TEXTS and base not in _UNTRANSLATED


class Words(NamedTuple):
    """Reads what stands in the cells of concepts that are not numeric."""

    scope: Scope

    def read(self, text: PlacedText, concept: Concept) -> str | None:
        """The canonical value; None, and a finding, if `text` is none of the concept's type."""
        try:
            return self._value(text, concept.kind)
        except ValueError as problem:
            code = "XG207" if concept.kind is ValueKind.BOOLEAN else "XG206"
            self.scope.find(code, str(problem), text.location)
            return None

    def _value(self, text: PlacedText, kind: ValueKind) -> str | None:
        readers = {
            ValueKind.BOOLEAN: lambda each: str(settings.boolean(each)).lower(),
            ValueKind.DATE: lambda each: settings.day(each).isoformat(),
            ValueKind.DATE_TIME: _date_time,
            ValueKind.TEXT_BLOCK: paragraphs,
            ValueKind.NAME: self._name,
            ValueKind.NAME_SET: self._names,
        }
        return readers.get(kind, str)(text)

    def _name(self, text: PlacedText) -> str | None:
        found = self.scope.names.concept(text)
        return None if found is None else str(found.name)

    def _names(self, text: PlacedText) -> str | None:
        """The names of a set, in order and each once (Extensible Enumerations 2.0 section 3.2.2)."""
        names: set[str | None] = set()
        offset = 0
        for piece in [*_SEPARATOR.finditer(text), None]:
            end = piece.start() if piece else len(text)
            if end > offset:
                names.add(self._name(text.part(offset, end)))
            offset = piece.end() if piece else end
        return None if None in names else " ".join(sorted(name for name in names if name))


def paragraphs(text: str) -> str:
    """Plain text as an XHTML fragment: one paragraph for each block between empty lines."""
    blocks = [block.strip() for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n"))]
    return "\n".join(f"<p>{escape(block, quote=False)}</p>" for block in blocks if block)


def _date_time(text: str) -> str:
    """A moment in the canonical form of OIM 1.0; a bare date is its midnight."""
    if not _TIME.fullmatch(text):
        return f"{settings.day(text).isoformat()}T00:00:00"
    try:
        return datetime.fromisoformat(text).isoformat(timespec="seconds")
    except ValueError:
        raise ValueError(f"there is no moment '{text}' in the calendar") from None
