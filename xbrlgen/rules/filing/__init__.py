"""Rules of regulators, one file per family; a profile says which are on, how grave they are, and under which code."""

from collections.abc import Callable, Iterator, Sequence

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

__all__ = ["DOCUMENT_RULES", "REPORT_RULES", "Document", "Filing", "Package", "Requirements", "Rule", "check_filing"]

Rule = Callable[[Filing], Iterator[Finding]]

REPORT_RULES: tuple[Rule, ...] = (
    identifiers,
    several_entities,
    cover_identifier,
    required_contexts,
    instants_on_new_years_day,
    percentages_above_one,
    values_below_their_scale,
    custom_units,
    empty_text_blocks,
    mandatory_items,
    texts_without_language,
    texts_in_other_languages,
    footnotes_in_other_languages,
    entry_points,
    elements_outside_the_core,
)
"""Rules on what is reported; they need no document."""

DOCUMENT_RULES: tuple[Rule, ...] = (
    inline_version,
    containers,
    written_dates,
    unused_contexts,
    repeated_contexts,
    repeated_units,
    periods_that_meet,
    long_measures,
    precision,
    tagged_empty_cells,
    unused_footnotes,
    footnote_roles,
    footnote_links,
    executable_code,
    mail_addresses,
    external_references,
    bases,
    refused_elements,
    refused_attributes,
    meta_contents,
    nested_tables,
    images,
    image_files,
    style_sheets,
    fonts,
    facts_hidden_by_style,
    transformable_hidden_facts,
    hidden_facts_out_of_sight,
    hidden_styles,
    escapes,
    special_characters_in_blocks,
    facts_without_id,
    registries,
    reading_order,
    targets,
    missing_targets,
    references_of_target,
    tuples_and_fractions,
    prefixes,
    own_schemas,
    pointers,
    own_names,
    own_typed_dimensions,
    repeated_core_elements,
    primary_statements,
    report_names,
    package_names,
    package_size,
    placement,
    paths,
    publisher_country,
    encodings,
)
"""Rules on how it is written: the markup of the documents, the issuer's own linkbases, names and sizes."""


def check_filing(filing: Filing, rules: Sequence[Rule] = REPORT_RULES + DOCUMENT_RULES) -> Iterator[Finding]:
    """What the regulator objects to, as the regulator tells it; `rules` are run in their order."""
    for rule in rules:
        for each in rule(filing):
            ruling = ruling_on(each, filing.rulings)
            if ruling is not None and ruling.severity is not None:
                yield ruling.apply(each)
