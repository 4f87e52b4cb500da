"""The canonical model: XBRL's Open Information Model, and the thin presentation that points at its facts."""

from xbrlgen.model.concept import Concept, ItemType, TypedDomain, ValueKind, Vocabulary
from xbrlgen.model.expression import Equation, EquationKind, Expression, Moment, Number, Operation, Reference
from xbrlgen.model.fact import NO_ENTITY, Dimension, Entity, Fact, FactKey, TypedMember
from xbrlgen.model.interval import Interval
from xbrlgen.model.period import Period
from xbrlgen.model.presentation import (
    PERCENT_SCALE,
    Cell,
    CellKind,
    Column,
    Computation,
    Display,
    Row,
    RowStyle,
    Section,
    Table,
    TextDisclosure,
    is_dash,
)
from xbrlgen.model.qname import QName
from xbrlgen.model.report import (
    FACT_FOOTNOTE,
    STANDARD_LINK,
    Anchors,
    Axis,
    Extension,
    ExtensionConcept,
    Footnote,
    Link,
    Report,
)
from xbrlgen.model.unit import PURE, SHARES, Unit

__all__ = [
    "FACT_FOOTNOTE",
    "NO_ENTITY",
    "PERCENT_SCALE",
    "PURE",
    "SHARES",
    "STANDARD_LINK",
    "Anchors",
    "Axis",
    "Cell",
    "CellKind",
    "Column",
    "Computation",
    "Concept",
    "Dimension",
    "Display",
    "Entity",
    "Equation",
    "EquationKind",
    "Expression",
    "Extension",
    "ExtensionConcept",
    "Fact",
    "FactKey",
    "Footnote",
    "Interval",
    "ItemType",
    "Link",
    "Moment",
    "Number",
    "Operation",
    "Period",
    "QName",
    "Reference",
    "Report",
    "Row",
    "RowStyle",
    "Section",
    "Table",
    "TextDisclosure",
    "TypedDomain",
    "TypedMember",
    "Unit",
    "ValueKind",
    "Vocabulary",
    "is_dash",
]
