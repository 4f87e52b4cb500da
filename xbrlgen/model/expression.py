"""Arithmetic over facts, as an issuer declares it: totals, roll-forwards, tie-outs and computed figures.

An expression is a tree of `Number`, `Reference` and `Operation`. A reference is relative to where it is evaluated: what
it leaves open (concept, period, dimensions) is taken from there.
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from xbrlgen.model.fact import Dimension
from xbrlgen.model.period import Period
from xbrlgen.model.qname import QName


class Moment(StrEnum):
    """An end of the period at which an expression is evaluated."""

    START = "start"
    END = "end"


class Number(NamedTuple):
    """A constant."""

    value: Decimal


class Reference(NamedTuple):
    """A fact: `concept` None is the concept of the cell or context at hand; `at` None is its period.

    `dimensions` replace those of the same axes at hand and keep the others; `without` lists axes that are taken away,
    as a default member or ``Axis=none`` says.
    """

    concept: QName | None
    dimensions: tuple[Dimension, ...] = ()
    at: Period | Moment | None = None
    without: tuple[QName, ...] = ()


class Operation(NamedTuple):
    """Two expressions joined by one of ``+ - * /``."""

    operator: str
    left: "Expression"
    right: "Expression"


Expression = Number | Reference | Operation


class EquationKind(StrEnum):
    """What an equation between facts means to its author."""

    CALCULATION = "calculation"
    """A total of the same context: becomes a summation-item network."""
    AGGREGATION = "aggregation"
    """A total over members of a dimension, as segments that make up the group."""
    ROLL_FORWARD = "roll-forward"
    """Opening balance and movements make up the closing balance."""
    TIE_OUT = "tie-out"
    """Two statements must show the same figure."""


class Equation(NamedTuple):
    """`total` must equal the sum of weighted `terms` within rounding, wherever its facts are reported.

    `id` is unique in the report and the key of the equation's source location; `text` is what the author wrote;
    `concepts` lists what a total without a concept stands for (the concepts of the table that declares it). `table` is
    the id of that table, empty for an equation of the whole report.
    """

    id: str
    kind: EquationKind
    total: Reference
    terms: tuple[tuple[Decimal, Reference], ...]
    text: str
    concepts: tuple[QName, ...] = ()
    table: str = ""
