"""Longer texts from files of their own: Markdown, XHTML and plain text."""

from pathlib import PurePosixPath
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.model import Concept, TextDisclosure, ValueKind
from xbrlgen.model.fragment import canonical_fragment
from xbrlgen.readers.report_folder.aspects import Aspects
from xbrlgen.readers.report_folder.cells import Cells
from xbrlgen.readers.report_folder.levels import Level
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.structure import TextEntry
from xbrlgen.readers.report_folder.words import paragraphs

_SUFFIXES = (".md", ".xhtml", ".txt")


class Texts(NamedTuple):
    """Reads the text disclosures of a report."""

    scope: Scope
    cells: Cells

    def read(self, entry: TextEntry, section: str) -> TextDisclosure | None:
        """The text with its fact; None, and findings, if there is no fact to be had."""
        aspects = Level(self.scope).of_text(entry).over(Aspects(period=self.scope.period))
        text = self.scope.folder.text(entry.text)
        if text is None or aspects.concept is None:
            return None
        value = self._value(entry, text, aspects.concept)
        place = Location(self.scope.folder.display(entry.text), 1, 1)
        if value is None or aspects.is_broken:
            return None
        fact = self.cells.report(value, aspects, aspects.concept, entry.language or "", place)
        if fact is None:
            return None
        identifier = self.scope.ids.new(section, aspects.concept.name.local_name)
        self.scope.locations[identifier] = entry.text.location
        self.scope.footnotes.show(aspects.footnotes, identifier)
        is_block = aspects.concept.kind is ValueKind.TEXT_BLOCK
        return TextDisclosure(identifier, str(entry.label), fact, is_block)

    def _value(self, entry: TextEntry, text: str, concept: Concept) -> str | None:
        """The value of the fact: an XHTML fragment for a text block, the bare text for any other concept."""
        suffix = PurePosixPath(entry.text).suffix
        if suffix not in _SUFFIXES:
            message = f"'{entry.text}' is no text file: a text is {', '.join(_SUFFIXES)}"
            self.scope.find("XG147", message, entry.text.location)
            return None
        if not text.strip():
            place = Location(self.scope.folder.display(entry.text), 1, 1)
            self.scope.find("XG148", f"the text '{entry.text}' is empty", place, entry.text.location)
            return None
        if concept.kind is ValueKind.TEXT_BLOCK:
            fragment = self._fragment(entry, text, suffix)
            return fragment and canonical_fragment(fragment)
        if concept.kind is not ValueKind.STRING or suffix == ".xhtml":
            what = "markup" if suffix == ".xhtml" else "a text"
            message = f"'{entry.text}' is {what}, which '{concept.name.local_name}' cannot hold"
            self.scope.find("XG149", message, entry.text.location)
            return None
        return text.replace("\r\n", "\n").strip()

    def _fragment(self, entry: TextEntry, text: str, suffix: str) -> str | None:
        path, scope = self.scope.folder.display(entry.text), self.scope
        if suffix == ".md":
            from xbrlgen.readers.report_folder.markdown import rendered

            return rendered(text, path, scope.findings, scope.markup)
        if suffix == ".txt":
            return paragraphs(text)
        from xbrlgen.readers.report_folder.xhtml import check_fragment

        return text.strip() if check_fragment(text, path, scope.findings, scope.markup) else None
