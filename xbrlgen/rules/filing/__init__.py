"""Rules of regulators, one file per family; a profile says which are on, how grave they are, and under which code."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from xbrlgen.findings import Finding
from xbrlgen.findings.ruling import ruling_on
from xbrlgen.rules.filing.active_content import (
    bases,
    executable_code,
    external_references,
    mail_addresses,
)
from xbrlgen.rules.filing.contexts import (
    containers,
    instants_on_new_years_day,
    required_contexts,
    unused_contexts,
    written_dates,
)
from xbrlgen.rules.filing.document import Document
from xbrlgen.rules.filing.entities import cover_identifier, identifiers, several_entities
from xbrlgen.rules.filing.facts import (
    custom_units,
    empty_text_blocks,
    mandatory_items,
    percentages_above_one,
    precision,
    tagged_empty_cells,
    values_below_their_scale,
)
from xbrlgen.rules.filing.filing import Filing
from xbrlgen.rules.filing.footnotes import footnote_links, footnote_roles, unused_footnotes
from xbrlgen.rules.filing.hidden_facts import hidden_facts_out_of_sight, hidden_styles, transformable_hidden_facts
from xbrlgen.rules.filing.images import image_files, images
from xbrlgen.rules.filing.languages import (
    footnotes_in_other_languages,
    texts_in_other_languages,
    texts_without_language,
)
from xbrlgen.rules.filing.markup import meta_contents, nested_tables, refused_attributes, refused_elements
from xbrlgen.rules.filing.names import package_names, package_size, report_names
from xbrlgen.rules.filing.placement import encodings, paths, placement, publisher_country
from xbrlgen.rules.filing.repetitions import long_measures, periods_that_meet, repeated_contexts, repeated_units
from xbrlgen.rules.filing.requirements import Requirements
from xbrlgen.rules.filing.statements import primary_statements
from xbrlgen.rules.filing.styles import facts_hidden_by_style, fonts, style_sheets
from xbrlgen.rules.filing.tagging import (
    escapes,
    facts_without_id,
    inline_version,
    missing_targets,
    prefixes,
    reading_order,
    references_of_target,
    registries,
    special_characters_in_blocks,
    targets,
    tuples_and_fractions,
)
from xbrlgen.rules.filing.taxonomies import (
    elements_outside_the_core,
    entry_points,
    own_names,
    own_schemas,
    own_typed_dimensions,
    pointers,
    repeated_core_elements,
)
from xbrlgen.rules.package import Package

__all__ = [
    "DOCUMENT_RULES",
    "REPORT_RULES",
    "RULES",
    "Document",
    "Filing",
    "Package",
    "Requirements",
    "Rules",
    "check_filing",
]

Rule = Callable[[Filing], Iterator[Finding]]
Rules = Mapping[Rule, tuple[str, ...]]
"""Each with the codes of all that it may find."""

REPORT_RULES: Rules = MappingProxyType(
    {
        identifiers: ("XG431", "XG432", "XG433"),
        several_entities: ("XG434",),
        cover_identifier: ("XG499",),
        required_contexts: ("XG427",),
        instants_on_new_years_day: ("XG439",),
        percentages_above_one: ("XG443",),
        values_below_their_scale: ("XG444",),
        custom_units: ("XG445",),
        empty_text_blocks: ("XG404",),
        mandatory_items: ("XG446",),
        texts_without_language: ("XG449",),
        texts_in_other_languages: ("XG450",),
        footnotes_in_other_languages: ("XG453", "XG454"),
        entry_points: ("XG493", "XG494"),
        elements_outside_the_core: ("XG495",),
    }
)
"""Rules on what is reported; they need no document."""

DOCUMENT_RULES: Rules = MappingProxyType(
    {
        inline_version: ("XG456", "XG457"),
        containers: ("XG435", "XG436"),
        written_dates: ("XG437", "XG438"),
        unused_contexts: ("XG440",),
        repeated_contexts: ("XG423",),
        repeated_units: ("XG424",),
        periods_that_meet: ("XG425",),
        long_measures: ("XG426",),
        precision: ("XG442",),
        tagged_empty_cells: ("XG487",),
        unused_footnotes: ("XG451",),
        footnote_roles: ("XG452",),
        footnote_links: ("XG455",),
        executable_code: ("XG458",),
        mail_addresses: ("XG459",),
        external_references: ("XG460",),
        bases: ("XG461",),
        refused_elements: ("XG485",),
        refused_attributes: ("XG417",),
        meta_contents: ("XG418",),
        nested_tables: ("XG419",),
        images: ("XG441", "XG458", "XG462", "XG463", "XG464", "XG465", "XG466"),
        image_files: ("XG409", "XG465"),
        style_sheets: ("XG468", "XG469"),
        fonts: ("XG467",),
        facts_hidden_by_style: ("XG470",),
        transformable_hidden_facts: ("XG471",),
        hidden_facts_out_of_sight: ("XG471", "XG472", "XG473", "XG475"),
        hidden_styles: ("XG474",),
        escapes: ("XG476",),
        special_characters_in_blocks: ("XG477",),
        facts_without_id: ("XG478",),
        registries: ("XG479",),
        reading_order: ("XG480",),
        targets: ("XG481",),
        missing_targets: ("XG482",),
        references_of_target: ("XG416",),
        tuples_and_fractions: ("XG483", "XG484"),
        prefixes: ("XG486",),
        own_schemas: ("XG428",),
        pointers: ("XG429",),
        own_names: ("XG496",),
        own_typed_dimensions: ("XG498",),
        repeated_core_elements: ("XG497",),
        primary_statements: ("XG447", "XG448"),
        report_names: ("XG488", "XG489"),
        package_names: ("XG490", "XG491"),
        package_size: ("XG492",),
        placement: ("XG405",),
        paths: ("XG406",),
        publisher_country: ("XG407",),
        encodings: ("XG408",),
    }
)
"""Rules on how it is written: the markup of the documents, the issuer's own linkbases, names and sizes."""

RULES: Rules = MappingProxyType({**REPORT_RULES, **DOCUMENT_RULES})


def check_filing(filing: Filing, rules: Rules = RULES) -> Iterator[Finding]:
    """What the regulator objects to, as the regulator tells it; `rules` are run in their order.

    One that could only tell what is of no concern to the regulator is not run at all.
    """
    for rule, codes in rules.items():
        for each in rule(filing) if filing.is_on(*codes) else ():
            ruling = ruling_on(each, filing.rulings)
            if ruling is not None and ruling.severity is not None:
                yield ruling.apply(each)
