"""The structure of report.yaml: every key, what may stand under it, and what it means (for editors, too)."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from xbrlgen.readers.report_folder import settings
from xbrlgen.readers.report_folder.entry import (
    Boolean,
    Currency,
    Dash,
    Dates,
    Decimals,
    Entry,
    Identifier,
    Kind,
    Language,
    LocalName,
    PeriodName,
    Prefix,
    Scale,
    ShortEntry,
    Text,
    Uri,
    one_of,
)
from xbrlgen.readers.report_folder.placed_text import PlacedMapping
from xbrlgen.readers.report_folder.suggestions import nearest

PeriodType = Annotated[str, one_of("duration", "instant")]
Balance = Annotated[str, one_of("debit", "credit")]
SectionKind = Annotated[str, one_of("Statement", "Disclosure")]


class EntityEntry(Entry):
    """Who reports."""

    name: Text = Field(description="The name of the reporting entity.")
    scheme: Uri = Field(description="The URI of the scheme that the identifier belongs to.")
    identifier: Text = Field(description="The identifier of the entity within the scheme; in quotes.")


class TaxonomyEntry(ShortEntry):
    """The taxonomy that the report uses; short form: its entry point."""

    short_for = "entry_point"
    entry_point: Text = Field(description="A bundled taxonomy such as ifrs-2023, or an entry point by name or URL.")
    packages: list[Text] = Field([], description="Taxonomy packages to look into, relative to the report folder.")


class AnchorsEntry(Entry):
    """The concepts of the taxonomy that an own one lies between."""

    wider: list[Text] = Field([], description="Concepts of the taxonomy that mean more.")
    narrower: list[Text] = Field([], description="Concepts of the taxonomy that mean less, each a part of it.")


class ConceptEntry(Entry):
    """A concept that the issuer declares because no element of the taxonomy means it."""

    type: Text = Field(description="What its values are: monetary, shares, percent, string, text-block ...")
    period: PeriodType = Field(description="Whether it is measured over a time or at a moment.")
    label: Text = Field(description="Its standard label, in the language of the report.")
    balance: Balance | None = Field(None, description="For monetary concepts only.")
    labels: dict[Language, Text] = Field({}, description="Its standard label in further languages.")
    documentation: Text | None = Field(None, description="What it means, in the language of the report.")
    abstract: Boolean = Field(default=False, description="Whether it is a heading, never reported itself.")
    anchors: AnchorsEntry | None = Field(None, description="What it lies between; regulators in Europe ask for it.")


class MemberEntry(ShortEntry):
    """A member of an axis; short form: its label."""

    short_for = "label"
    label: Text = Field(description="Its standard label, in the language of the report.")
    labels: dict[Language, Text] = Field({}, description="Its standard label in further languages.")
    documentation: Text | None = Field(None, description="What it means, in the language of the report.")


class AxisEntry(Entry):
    """An axis of the issuer's own, or a standard axis with members of the issuer's own."""

    label: Text | None = Field(None, description="The label of an own axis; left out for a standard one.")
    labels: dict[Language, Text] = Field({}, description="The label of an own axis in further languages.")
    documentation: Text | None = Field(None, description="What an own axis means.")
    default: Text | None = Field(None, description="The member that facts without the axis have; never written.")
    members: dict[LocalName, MemberEntry] = Field({}, description="The members in order, each with its label.")


class ExtensionEntry(Entry):
    """The issuer's own elements."""

    prefix: Prefix = Field(description="The prefix of its names.")
    namespace: Uri = Field(description="The URI of its namespace.")
    concepts: dict[LocalName, ConceptEntry] = Field({}, description="Own concepts, by name without prefix.")
    axes: dict[LocalName, AxisEntry] = Field({}, description="Own axes, and own members of standard axes.")


class FootnoteEntry(ShortEntry):
    """A footnote; short form: its text."""

    short_for = "text"
    text: Text = Field(description="What it says, in plain words.")
    language: Language | None = Field(None, description="The language of the text, if not that of the report.")


class AspectsEntry(Entry):
    """What facts have in common beside their concept."""

    period: Text | None = Field(None, description="The name of a period.")
    dimensions: dict[Text, Text] = Field({}, description="Axes and the member on each.")
    unit: Text | None = Field(None, description="percent, pure, shares, a currency, A/B, or a name from units.")
    scale: Scale | None = Field(None, description="units, thousands, millions, billions, or a power of ten.")
    decimals: Decimals | None = Field(None, description="An integer, or INF for exact figures.")
    negated: Boolean | None = Field(None, description="Whether the printed sign is the opposite of the reported one.")
    dash: Dash | None = Field(None, description="What a dash means: none, zero or nil.")
    footnotes: list[Text] = Field([], description="The footnotes on the facts, by their names.")


class ColumnEntry(AspectsEntry, ShortEntry):
    """A column of values; short form: its period."""

    short_for = "period"
    concept: Text | None = Field(None, description="The concept of all cells of the column.")
    computed: Text | None = Field(None, description="An expression that works the cells out.")
    heading: Text | None = Field(None, description="The printed heading, if not the name of the column.")
    group: Text | None = Field(None, description="The heading that spans neighbouring columns with the same one.")


class TableEntry(Entry):
    """A table from a CSV file."""

    table: Text = Field(description="The CSV file, relative to the report folder.")
    columns: dict[Text, ColumnEntry] = Field(description="The value columns in order, by their names in the file.")
    title: Text | None = Field(None, description="The title, if not that of the section.")
    caption: Text | None = Field(None, description="Printed above the table.")
    aspects: AspectsEntry | None = Field(None, description="What all cells have in common, unless they say otherwise.")
    calculations: list[Text] = Field([], description="Totals of one context: Total = A + B - C.")
    aggregations: list[Text] = Field([], description="Totals over members: fact = fact[Axis=A] + fact[Axis=B].")
    roll_forwards: list[Text] = Field([], description="Balance@end = Balance@start + Increase - Decrease.")
    notes: list[Text] = Field([], description="Notes under the table.")


class TextEntry(Entry):
    """A text from a file of its own."""

    text: Text = Field(description="The file: .md, .xhtml or .txt, relative to the report folder.")
    concept: Text = Field(description="The concept that the text reports.")
    label: Text = Field(description="The heading of the text.")
    period: Text | None = Field(None, description="The name of a period, if not that of the report.")
    dimensions: dict[Text, Text] = Field({}, description="Axes and the member on each.")
    language: Language | None = Field(None, description="The language of the text, if not that of the report.")
    footnotes: list[Text] = Field([], description="The footnotes on the text, by their names.")


class FactEntry(AspectsEntry):
    """One value."""

    concept: Text = Field(description="The concept that is reported.")
    label: Text = Field(description="As printed.")
    value: Text | None = Field(None, description="The value as printed.")
    nil: Boolean = Field(default=False, description="Whether the fact says that there is no value.")
    computed: Text | None = Field(None, description="An expression that works the value out, or checks it.")
    language: Language | None = Field(None, description="The language of a text value, if not that of the report.")


class FactsEntry(Entry):
    """Short values, one each."""

    facts: list[FactEntry] = Field(description="The values in order.", min_length=1)
    title: Text | None = Field(None, description="The title, if not that of the section.")


def _kind_of_content(data: Any) -> Kind | None:
    """Which of its three kinds an entry of `content` is, by its telling key, be it misspelt."""
    if not isinstance(data, PlacedMapping):
        return None
    known = {str(kind): kind for kind in Kind}
    for key in data:
        if key in known:
            return known[key]
    return next((known[meant] for key in data if (meant := nearest(key, known)[0])), None)


ContentEntry = Annotated[
    Annotated[TableEntry, Tag(Kind.TABLE.tag)]
    | Annotated[TextEntry, Tag(Kind.TEXT.tag)]
    | Annotated[FactsEntry, Tag(Kind.FACTS.tag)],
    Discriminator(lambda data: kind.tag if (kind := _kind_of_content(data)) else None),
]


class SectionEntry(Entry):
    """A part of the report with a title of its own."""

    id: Identifier = Field(description="A short name, unique in the report.")
    title: Text = Field(description="As printed.")
    kind: SectionKind = Field("Statement", description="Statement or Disclosure.")
    new_file: bool = Field(default=False, description="Whether a further page of the report begins here.")
    content: list[ContentEntry] = Field(description="Tables, texts and short values in order.", min_length=1)


class ReportEntry(Entry):
    """A report: report.yaml."""

    title: Text = Field(description="The title of the report.")
    entity: EntityEntry = Field(description="Who reports.")
    language: Language = Field("en", description="The language of labels and texts.")
    taxonomy: TaxonomyEntry = Field(description="The taxonomy that the report uses.")
    profile: Text | None = Field(None, description="Whose rules the report has to follow: esef-2024, edgar ...")
    period: Text = Field(description="The period that the report is about: a name from periods.")
    periods: dict[PeriodName, Dates] = Field(
        description="Dates by short name: one day, or first day/last day.", min_length=1
    )
    currency: Currency | None = Field(None, description="The ISO 4217 code of monetary facts.")
    scale: Scale = Field(0, description="Of monetary cells: units, thousands, millions, billions, or a power of ten.")
    dash: Dash = Field(settings.Dash.NONE, description="What a dash in a cell means: none, zero or nil.")
    units: dict[Text, Text] = Field({}, description="Own names of units: prefix:Name, or A/B.")
    extension: ExtensionEntry | None = Field(None, description="The issuer's own elements.")
    footnotes: dict[Identifier, FootnoteEntry] = Field({}, description="Footnotes by a short name, in order.")
    sections: list[SectionEntry] = Field(description="The parts of the report in order.", min_length=1)
    tie_outs: list[Text] = Field([], description="Equations between figures of different statements.")
    highlights: list[Text] = Field([], description="Concepts to show as key figures, in order.")
