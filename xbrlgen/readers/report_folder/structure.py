"""The structure of report.yaml: every key, what may stand under it, and what it means (for editors, too)."""

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

from xbrlgen.readers.report_folder import settings
from xbrlgen.readers.report_folder.entry import Entry, Field, ShortEntry, optional, required, usual
from xbrlgen.readers.report_folder.forms import Check, Definitions, Form, ListOf, MappingOf, Steps, Value, placed
from xbrlgen.readers.report_folder.placed_text import Node, PlacedMapping
from xbrlgen.readers.report_folder.suggestions import nearest

TEXT = placed(str)
LOCAL_NAME = placed(settings.local_name, type="string")
IDENTIFIER = placed(settings.identifier, type="string")
PREFIX = placed(settings.prefix, type="string")
PERIOD_NAME = placed(settings.period_name, type="string")
URI = placed(settings.uri, type="string", format="uri")
LANGUAGE = Value(settings.language, type="string")
CURRENCY = Value(lambda text: str(settings.currency(text)), type="string", pattern="^[A-Z]{3}$")
BOOLEAN = Value(settings.boolean, enum=[True, False, "yes", "no"])
DASH = Value(settings.dash, enum=[*settings.Dash])
SCALE = Value(settings.scale, anyOf=[{"enum": [*settings.SCALES]}, {"type": "integer"}])
DECIMALS: Value[settings.Decimals] = Value(settings.decimals, anyOf=[{"const": "INF"}, {"type": "integer"}])
DATES = Value(settings.period, type="string", examples=["2023-09-30", "2023-04-01/2023-09-30"])


def _one_of(*options: str) -> Value[str]:
    return Value(lambda text: str(settings.choice(text, *options)), enum=[*options])


class EntityEntry(Entry):
    """Who reports."""

    name = required(TEXT, "The name of the reporting entity.")
    scheme = required(URI, "The URI of the scheme that the identifier belongs to.")
    identifier = required(TEXT, "The identifier of the entity within the scheme; in quotes.")


class TaxonomyEntry(ShortEntry):
    """The taxonomy that the report uses; short form: its entry point."""

    short_for = "entry_point"
    entry_point = required(TEXT, "A bundled taxonomy such as ifrs-2023, or an entry point by name or URL.")
    packages = usual(ListOf(TEXT), [], "Taxonomy packages to look into, relative to the report folder.")


class AnchorsEntry(Entry):
    """The concepts of the taxonomy that an own one lies between."""

    wider = usual(ListOf(TEXT), [], "Concepts of the taxonomy that mean more.")
    narrower = usual(ListOf(TEXT), [], "Concepts of the taxonomy that mean less, each a part of it.")


class ConceptEntry(Entry):
    """A concept that the issuer declares because no element of the taxonomy means it."""

    type = required(TEXT, "What its values are: monetary, shares, percent, string, text-block ...")
    period = required(_one_of("duration", "instant"), "Whether it is measured over a time or at a moment.")
    label = required(TEXT, "Its standard label, in the language of the report.")
    balance = optional(_one_of("debit", "credit"), "For monetary concepts only.")
    labels = usual(MappingOf(LANGUAGE, TEXT), {}, "Its standard label in further languages.")
    documentation = optional(TEXT, "What it means, in the language of the report.")
    abstract = usual(BOOLEAN, False, "Whether it is a heading, never reported itself.")
    anchors = optional(AnchorsEntry, "What it lies between; regulators in Europe ask for it.")


class MemberEntry(ShortEntry):
    """A member of an axis; short form: its label."""

    short_for = "label"
    label = required(TEXT, "Its standard label, in the language of the report.")
    labels = usual(MappingOf(LANGUAGE, TEXT), {}, "Its standard label in further languages.")
    documentation = optional(TEXT, "What it means, in the language of the report.")


class AxisEntry(Entry):
    """An axis of the issuer's own, or a standard axis with members of the issuer's own."""

    label = optional(TEXT, "The label of an own axis; left out for a standard one.")
    labels = usual(MappingOf(LANGUAGE, TEXT), {}, "The label of an own axis in further languages.")
    documentation = optional(TEXT, "What an own axis means.")
    default = optional(TEXT, "The member that facts without the axis have; never written.")
    members = usual(MappingOf(LOCAL_NAME, MemberEntry), {}, "The members in order, each with its label.")


class ExtensionEntry(Entry):
    """The issuer's own elements."""

    prefix = required(PREFIX, "The prefix of its names.")
    namespace = required(URI, "The URI of its namespace.")
    concepts = usual(MappingOf(LOCAL_NAME, ConceptEntry), {}, "Own concepts, by name without prefix.")
    axes = usual(MappingOf(LOCAL_NAME, AxisEntry), {}, "Own axes, and own members of standard axes.")


class FootnoteEntry(ShortEntry):
    """A footnote; short form: its text."""

    short_for = "text"
    text = required(TEXT, "What it says, in plain words.")
    language = optional(LANGUAGE, "The language of the text, if not that of the report.")


class AspectsEntry(Entry):
    """What facts have in common beside their concept."""

    period = optional(TEXT, "The name of a period.")
    dimensions = usual(MappingOf(TEXT, TEXT), {}, "Axes and the member on each.")
    unit = optional(TEXT, "percent, pure, shares, a currency, A/B, or a name from units.")
    scale = optional(SCALE, "units, thousands, millions, billions, or a power of ten.")
    decimals = Field[settings.Decimals | None](DECIMALS, "An integer, or INF for exact figures.", None)
    negated = optional(BOOLEAN, "Whether the printed sign is the opposite of the reported one.")
    dash = optional(DASH, "What a dash means: none, zero or nil.")
    footnotes = usual(ListOf(TEXT), [], "The footnotes on the facts, by their names.")


class ColumnEntry(AspectsEntry, ShortEntry):
    """A column of values; short form: its period."""

    short_for = "period"
    concept = optional(TEXT, "The concept of all cells of the column.")
    computed = optional(TEXT, "An expression that works the cells out.")
    heading = optional(TEXT, "The printed heading, if not the name of the column.")
    group = optional(TEXT, "The heading that spans neighbouring columns with the same one.")


class TableEntry(Entry):
    """A table from a CSV file."""

    table = required(TEXT, "The CSV file, relative to the report folder.")
    columns = required(MappingOf(TEXT, ColumnEntry), "The value columns in order, by their names in the file.")
    title = optional(TEXT, "The title, if not that of the section.")
    caption = optional(TEXT, "Printed above the table.")
    aspects = optional(AspectsEntry, "What all cells have in common, unless they say otherwise.")
    calculations = usual(ListOf(TEXT), [], "Totals of one context: Total = A + B - C.")
    aggregations = usual(ListOf(TEXT), [], "Totals over members: fact = fact[Axis=A] + fact[Axis=B].")
    roll_forwards = usual(ListOf(TEXT), [], "Balance@end = Balance@start + Increase - Decrease.")
    notes = usual(ListOf(TEXT), [], "Notes under the table.")


class TextEntry(Entry):
    """A text from a file of its own."""

    text = required(TEXT, "The file: .md, .xhtml or .txt, relative to the report folder.")
    concept = required(TEXT, "The concept that the text reports.")
    label = required(TEXT, "The heading of the text.")
    period = optional(TEXT, "The name of a period, if not that of the report.")
    dimensions = usual(MappingOf(TEXT, TEXT), {}, "Axes and the member on each.")
    language = optional(LANGUAGE, "The language of the text, if not that of the report.")
    footnotes = usual(ListOf(TEXT), [], "The footnotes on the text, by their names.")


class FactEntry(AspectsEntry):
    """One value."""

    concept = required(TEXT, "The concept that is reported.")
    label = required(TEXT, "As printed.")
    value = optional(TEXT, "The value as printed.")
    nil = usual(BOOLEAN, False, "Whether the fact says that there is no value.")
    computed = optional(TEXT, "An expression that works the value out, or checks it.")
    language = optional(LANGUAGE, "The language of a text value, if not that of the report.")


class FactsEntry(Entry):
    """Short values, one each."""

    facts = required(ListOf(FactEntry, at_least=1), "The values in order.")
    title = optional(TEXT, "The title, if not that of the section.")


ContentEntry = TableEntry | TextEntry | FactsEntry


class _Content:
    """One of the three kinds of content, told by a key."""

    _forms: Mapping[str, Form[ContentEntry]] = MappingProxyType(
        {"table": TableEntry, "text": TextEntry, "facts": FactsEntry}
    )

    def read(self, node: Node, steps: Steps, check: Check) -> ContentEntry | None:
        """The content that a mapping describes, by its telling key, be it misspelt."""
        keys = tuple(node) if isinstance(node, PlacedMapping) else ()
        told = chain(keys, (nearest(key, self._forms)[0] for key in keys))
        kind = next((key for key in told if key in self._forms), None)
        if kind is not None:
            return self._forms[kind].read(node, steps, check)
        check.refuse(steps, "expected a mapping with one of the keys table, text and facts")
        return None

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        """The kinds as JSON Schema."""
        return {"oneOf": [each.schema(definitions) for each in self._forms.values()]}


_CONTENT: Form[ContentEntry] = _Content()


class SectionEntry(Entry):
    """A part of the report with a title of its own."""

    id = required(IDENTIFIER, "A short name, unique in the report.")
    title = required(TEXT, "As printed.")
    kind = usual(_one_of("Statement", "Disclosure"), "Statement", "Statement or Disclosure.")
    new_file = usual(BOOLEAN, False, "Whether a further page of the report begins here.")
    content = required(ListOf(_CONTENT, at_least=1), "Tables, texts and short values in order.")


class ReportEntry(Entry):
    """A report: report.yaml."""

    title = required(TEXT, "The title of the report.")
    entity = required(EntityEntry, "Who reports.")
    language = usual(LANGUAGE, "en", "The language of labels and texts.")
    taxonomy = required(TaxonomyEntry, "The taxonomy that the report uses.")
    profile = optional(TEXT, "Whose rules the report has to follow: esef-2024, edgar ...")
    period = required(TEXT, "The period that the report is about: a name from periods.")
    periods = required(
        MappingOf(PERIOD_NAME, DATES, at_least=1), "Dates by short name: one day, or first day/last day."
    )
    currency = optional(CURRENCY, "The ISO 4217 code of monetary facts.")
    scale = usual(SCALE, 0, "Of monetary cells: units, thousands, millions, billions, or a power of ten.")
    dash = usual(DASH, settings.Dash.NONE, "What a dash in a cell means: none, zero or nil.")
    units = usual(MappingOf(TEXT, TEXT), {}, "Own names of units: prefix:Name, or A/B.")
    extension = optional(ExtensionEntry, "The issuer's own elements.")
    footnotes = usual(MappingOf(IDENTIFIER, FootnoteEntry), {}, "Footnotes by a short name, in order.")
    sections = required(ListOf(SectionEntry, at_least=1), "The parts of the report in order.")
    tie_outs = usual(ListOf(TEXT), [], "Equations between figures of different statements.")
    highlights = usual(ListOf(TEXT), [], "Concepts to show as key figures, in order.")
