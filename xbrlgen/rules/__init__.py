"""Validation rules over a report: generator functions, one file per family, that yield findings and change nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from xbrlgen.findings import Finding, Location
from xbrlgen.instance import InstanceDocument
from xbrlgen.model import Report
from xbrlgen.model.binding import Bindings
from xbrlgen.rules.accuracy import decimals, misplaced_decimals, percentages
from xbrlgen.rules.computed import computed_figures
from xbrlgen.rules.concepts import unknown_concepts, unreportable_concepts
from xbrlgen.rules.dimensional.validity import dimensional_validity
from xbrlgen.rules.dimensions import dimensions, repeated_axes
from xbrlgen.rules.duplicates import duplicates
from xbrlgen.rules.enumerations.values import enumerations, orders
from xbrlgen.rules.equations import (
    aggregations,
    calculations,
    inexpressible_calculations,
    roll_forwards,
    tie_outs,
    unchecked_equations,
)
from xbrlgen.rules.periods import dates, period_types, periods_after_the_report
from xbrlgen.rules.signs import signs
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.units import measures, units_against_types
from xbrlgen.rules.values import nils, values
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.unit_registry import UnitRegistry

__all__ = ["ARITHMETIC", "RULES", "Subject", "check"]

Rule = Callable[[Subject], Iterator[Finding]]

ARITHMETIC: tuple[Rule, ...] = (
    calculations,
    aggregations,
    roll_forwards,
    tie_outs,
    unchecked_equations,
    computed_figures,
)
"""The rules that need all facts: one that could not be read would make them blame those that could."""

RULES: tuple[Rule, ...] = (
    unknown_concepts,
    unreportable_concepts,
    values,
    nils,
    period_types,
    dates,
    periods_after_the_report,
    units_against_types,
    measures,
    misplaced_decimals,
    decimals,
    percentages,
    dimensions,
    repeated_axes,
    dimensional_validity,
    enumerations,
    orders,
    duplicates,
    signs,
    inexpressible_calculations,
    *ARITHMETIC,
)
"""All rules, in the order in which they are run."""

ON_EACH_FACT: tuple[Rule, ...] = (
    unknown_concepts,
    unreportable_concepts,
    values,
    nils,
    period_types,
    dates,
    units_against_types,
    measures,
    misplaced_decimals,
    decimals,
)
"""The rules that are asked of facts, too, which an instance has and no report can hold."""


def check(
    report: Report,
    taxonomy: Taxonomy,
    locations: Mapping[str, Location],
    *,
    is_whole: bool = True,
    bindings: Bindings | None = None,
    instance: InstanceDocument | None = None,
    calculations: str = "off",
    units: UnitRegistry | None = None,
) -> Iterator[Finding]:
    """What the rules find in `report`, whose concepts `taxonomy` declares (the report's own ones included).

    A report that is not whole, because parts of its source could not be read, is spared arithmetic. `locations` map
    the ids of facts, cells and equations to their places in the source; `bindings` are the equations with their facts,
    if others need them, too; `instance` is the source of the report, where it has contexts; `calculations` says
    how the sums of the taxonomy are checked (see `calculation_networks.METHODS`); `units` are those that types may
    have, those of the public registry if not given. The findings come rule by rule; `xbrlgen.findings.ordered` sorts
    them by place.
    """
    subject = Subject(report, taxonomy, locations, bindings, instance, units=units)
    for rule in RULES:
        if is_whole or rule not in ARITHMETIC:
            yield from rule(subject)
    if instance is not None and instance.unreported:
        unreported = Subject(replace(report, facts=instance.unreported), taxonomy, locations, units=units)
        for rule in ON_EACH_FACT:
            yield from rule(unreported)
    if calculations != "off":
        from xbrlgen.rules.calculation_networks import check_calculations

        yield from check_calculations(subject, calculations, instance)
