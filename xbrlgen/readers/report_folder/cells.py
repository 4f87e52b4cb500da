"""Cells: from text and aspects to what the presentation shows, and the facts that it points at."""

from dataclasses import dataclass, field
from decimal import Decimal

from xbrlgen.findings import Location
from xbrlgen.model import Cell, CellKind, Computation, Concept, Display, FactKey, Moment, Period, QName, Unit, is_dash
from xbrlgen.readers.report_folder.aspects import Aspects, Formula
from xbrlgen.readers.report_folder.expressions import uses_here
from xbrlgen.readers.report_folder.figures import Figures, is_percent, scale_of, worked_out_display
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.printed_numbers import looks_numeric
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.settings import Dash
from xbrlgen.readers.report_folder.words import Words, has_language
from xbrlgen.readers.report_folder.worked_out import WorkedOut

NIL = "nil"
NO_CONCEPT = QName("", "")
"""Stands in the context of a figure that is computed where no concept is at hand."""


@dataclass(slots=True)
class Cells:
    """Reads cells, and reports the facts in them."""

    scope: Scope
    worked_out: WorkedOut
    figures: Figures = field(init=False)
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.figures, self.words = Figures(self.scope), Words(self.scope)

    def read(self, identifier: str, text: PlacedText, aspects: Aspects, language: str = "") -> Cell:
        """The cell that is typed as `text`; `language` is that of its words, where it is not the report's."""
        text = text.stripped()
        self.scope.locations[identifier] = text.location
        self.scope.footnotes.show(aspects.footnotes, identifier)
        dash = (aspects.dash or Dash.NONE) if is_dash(text) else None
        formula = None if aspects.is_broken else aspects.formula
        if not text:
            return self._empty(identifier, text, aspects, formula)
        is_checked = formula is not None and not formula.has_concept
        if dash is Dash.NONE or (dash is Dash.NIL and is_checked) or (dash is Dash.ZERO and _has_words(aspects)):
            return Cell(identifier, CellKind.DASH, str(text))
        if formula and is_checked:
            return self._checked(identifier, text, aspects, formula)
        return self._typed(identifier, text, aspects, language)

    def _typed(self, identifier: str, text: PlacedText, aspects: Aspects, language: str) -> Cell:
        """A cell that reports a fact, if it has a concept."""
        if aspects.concept is None or aspects.is_broken:
            return self._unreported(identifier, text, aspects)
        if text == NIL or (is_dash(text) and aspects.dash is Dash.NIL):
            return self._nil(identifier, text, aspects, aspects.concept, language)
        if aspects.concept.kind.is_numeric:
            return self._number(identifier, text, aspects, aspects.concept)
        return self._words(identifier, text, aspects, aspects.concept, language)

    def _empty(self, identifier: str, text: PlacedText, aspects: Aspects, formula: Formula | None) -> Cell:
        """An empty cell shows what is computed, if it stands where a figure can be."""
        concept = aspects.concept
        is_heading = concept is not None and (concept.is_abstract or not concept.kind.is_numeric)
        if not formula or aspects.is_contested or is_heading or (concept is None and uses_here(formula.expression)):
            return Cell(identifier, CellKind.EMPTY)
        computation = self._computation(aspects, formula, worked_out_display(aspects), None)
        cell = Cell(identifier, CellKind.COMPUTED, display=computation.display, computation=computation)
        if formula.has_concept and concept and (key := self._key(aspects, concept, "")):
            self.worked_out.expect(cell, key, text.location)
        return cell

    def _checked(self, identifier: str, text: PlacedText, aspects: Aspects, formula: Formula) -> Cell:
        """A computed figure that is printed as well."""
        if aspects.concept is None and uses_here(formula.expression):
            message = f"there is no concept that 'fact' in '{formula.text}' could stand for"
            self.scope.find("XG141", message, formula.text.location, text.location)
        figure = self.figures.read(self._figure_text(text), aspects)
        if figure is None:
            return Cell(identifier, CellKind.TEXT, str(text))
        computation = self._computation(aspects, formula, figure.display, figure.value, percent=figure.is_percent)
        return Cell(identifier, CellKind.COMPUTED, str(text), None, figure.display, computation)

    def _unreported(self, identifier: str, text: PlacedText, aspects: Aspects) -> Cell:
        """Text that reports nothing; a number must not get lost that way."""
        if looks_numeric(text):
            if not aspects.is_broken:
                message = f"'{text}' reports nothing: neither its row nor its column names a concept"
                self.scope.find("XG211", message, text.location)
            self.figures.read(text, aspects)
        return Cell(identifier, CellKind.TEXT, str(text))

    def _number(self, identifier: str, text: PlacedText, aspects: Aspects, concept: Concept) -> Cell:
        figure = self.figures.read(self._figure_text(text), aspects)
        key = self._key(aspects, concept, "")
        if figure is None or key is None:
            return Cell(identifier, CellKind.TEXT, str(text))
        fact = self.scope.facts.add(key, figure.value, figure.decimals, text.location)
        computation = None
        if aspects.formula:
            shows_percent = figure.is_percent
            computation = self._computation(
                aspects, aspects.formula, figure.display, figure.value, percent=shows_percent
            )
        return Cell(identifier, CellKind.FACT, str(text), fact, figure.display, computation)

    def _words(self, identifier: str, text: PlacedText, aspects: Aspects, concept: Concept, language: str) -> Cell:
        value = self.words.read(text, concept)
        fact = None if value is None else self.report(value, aspects, concept, language, text.location)
        return Cell(identifier, CellKind.FACT if fact else CellKind.TEXT, str(text), fact)

    def report(self, value: str, aspects: Aspects, concept: Concept, language: str, place: Location) -> str | None:
        """Report words as a fact, and give its id; None, and findings, if one of its dimensions cannot be told."""
        key = self._key(aspects, concept, language)
        return None if key is None else self.scope.facts.add(key, value, None, place)

    def _nil(self, identifier: str, text: PlacedText, aspects: Aspects, concept: Concept, language: str) -> Cell:
        key = self._key(aspects, concept, language)
        if key is None:
            return Cell(identifier, CellKind.TEXT, str(text))
        fact = self.scope.facts.add(key, None, None, text.location)
        return Cell(identifier, CellKind.FACT, str(text), fact, Display(scale_of(aspects)))

    def _figure_text(self, text: PlacedText) -> PlacedText:
        """A dash that is left here means zero."""
        return PlacedText.at("0", text.location) if is_dash(text) else text

    def _key(self, aspects: Aspects, concept: Concept, language: str) -> FactKey | None:
        """All dimensions of the fact; None, and findings, if one of them cannot be told."""
        period = self._period(aspects, concept)
        is_numeric = concept.kind.is_numeric
        place = aspects.place or self.scope.folder.place
        unit = self.figures.unit(aspects, concept, place) if is_numeric else None
        if period is None or (is_numeric and unit is None):
            return None
        tag = (language or self.scope.language) if has_language(concept) else None
        dimensions = aspects.reported_dimensions(self.scope.names)
        dimensions = self.scope.members.setdefault(dimensions, dimensions)
        return FactKey(concept.name, self.scope.entity, period, unit, tag, dimensions)

    def _period(self, aspects: Aspects, concept: Concept) -> Period | None:
        place = aspects.place or self.scope.folder.place
        period, moment, name = aspects.period, aspects.moment, concept.name.local_name
        if period is None:
            self.scope.find("XG212", f"nothing says which period '{name}' is reported for", place)
            return None
        if moment and (period.is_instant or concept.period_type != "instant"):
            what = f"its column is the moment {period}" if period.is_instant else "it is not measured at a moment"
            self.scope.find("XG213", f"'{name}' is reported at the {moment} of a period, but {what}", place)
        if concept.period_type != "instant":
            return period
        return period.opening if moment is Moment.START else period.closing

    def _computation(
        self,
        aspects: Aspects,
        formula: Formula,
        display: Display,
        printed: Decimal | None,
        *,
        percent: bool | None = None,
    ) -> Computation:
        """What works a figure out, at the dimensions of its cell."""
        concept = aspects.concept
        period = aspects.period or self.scope.period
        if period and aspects.moment:
            period = period.opening if aspects.moment is Moment.START else period.closing
        elif period and concept and concept.period_type == "instant":
            period = period.closing
        context = FactKey(
            concept.name if concept else NO_CONCEPT,
            self.scope.entity,
            period,
            self._computed_unit(aspects),
            None,
            aspects.reported_dimensions(self.scope.names),
        )
        shows_percent = is_percent(aspects) if percent is None else percent
        return Computation(formula.expression, str(formula.text), context, display, printed, shows_percent)

    def _computed_unit(self, aspects: Aspects) -> Unit | None:
        if aspects.unit is not None:
            return aspects.unit.unit
        if aspects.concept is None or not aspects.concept.kind.is_numeric:
            return None
        return self.figures.unit(aspects, aspects.concept, aspects.place or self.scope.folder.place)


def _has_words(aspects: Aspects) -> bool:
    return aspects.concept is not None and not aspects.concept.kind.is_numeric
