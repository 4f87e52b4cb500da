"""Rules on extension taxonomies, derived or given: generator functions, one file per family."""

from collections.abc import Callable, Iterator, Mapping

from xbrlgen.findings import Finding
from xbrlgen.findings.ruling import Ruling, ruling_on
from xbrlgen.rules.extension_taxonomy.anchors import (
    anchor_ends,
    anchor_types,
    anchors_beside_dimensions,
    unanchored_concepts,
)
from xbrlgen.rules.extension_taxonomy.base_taxonomy import (
    changed_defaults,
    changed_references,
    definition_arcroles,
    namespace_forms,
    refused_imports,
    repeated_names,
    repeated_types,
)
from xbrlgen.rules.extension_taxonomy.calculations import (
    calculation_arcroles,
    sums_not_presented,
    sums_over_period_types,
    weights,
)
from xbrlgen.rules.extension_taxonomy.definitions import axes_without_default, hypercube_forms, items_without_hypercube
from xbrlgen.rules.extension_taxonomy.documents import (
    embedded_linkbases,
    file_names,
    missing_linkbases,
    mixed_linkbases,
    own_references,
    priorities,
)
from xbrlgen.rules.extension_taxonomy.labels import (
    changed_labels,
    documented_base,
    label_roles,
    label_texts,
    labels_alike,
    missing_labels,
    repeated_labels,
    reported_without_label,
)
from xbrlgen.rules.extension_taxonomy.own_taxonomy import Conventions, OwnTaxonomy
from xbrlgen.rules.extension_taxonomy.presentation import (
    axes_without_members,
    moments_of_durations,
    orders,
    related_not_reported,
    repeated_lines,
    reported_not_presented,
    several_roots,
)
from xbrlgen.rules.extension_taxonomy.schemas import (
    amounts_without_balance,
    declaration_forms,
    heading_types,
    lengths,
    member_types,
    name_endings,
    role_forms,
    schema_form,
    texts_of_instants,
    tuples_and_fractions,
)

__all__ = ["STYLE", "Conventions", "OwnTaxonomy", "Rule", "check_extension_taxonomy"]

Rule = Callable[[OwnTaxonomy], Iterator[Finding]]

STYLE: tuple[Rule, ...] = (
    schema_form,
    declaration_forms,
    heading_types,
    texts_of_instants,
    amounts_without_balance,
    name_endings,
    member_types,
    lengths,
    role_forms,
    tuples_and_fractions,
    embedded_linkbases,
    mixed_linkbases,
    file_names,
    priorities,
    own_references,
    missing_labels,
    repeated_labels,
    label_texts,
    label_roles,
    changed_labels,
    several_roots,
    repeated_lines,
    orders,
    reported_not_presented,
    related_not_reported,
    sums_over_period_types,
    sums_not_presented,
    calculation_arcroles,
    weights,
    hypercube_forms,
    items_without_hypercube,
    axes_without_default,
    unanchored_concepts,
    anchor_ends,
    anchors_beside_dimensions,
    anchor_types,
    missing_linkbases,
    reported_without_label,
    labels_alike,
    documented_base,
    refused_imports,
    namespace_forms,
    repeated_names,
    repeated_types,
    changed_defaults,
    changed_references,
    definition_arcroles,
    moments_of_durations,
    axes_without_members,
)
"""What regulators want beyond XBRL; a profile says which of them, how badly, and under which code."""


def check_extension_taxonomy(own: OwnTaxonomy, rulings: Mapping[str, Ruling]) -> Iterator[Finding]:
    """What is wrong with an issuer's own taxonomy to the regulator whose `rulings` are given."""
    for rule in STYLE if rulings else ():
        for each in rule(own):
            ruling = ruling_on(each, rulings)
            if ruling is not None and ruling.severity is not None:
                yield ruling.apply(each)
