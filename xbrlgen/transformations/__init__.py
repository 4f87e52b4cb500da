"""The Transformation Rules Registries of Inline XBRL: from the text of a tag to the value of its fact, and back."""

from xbrlgen.transformations.date_formatting import DateStyle, FormattedText, format_boolean, format_date
from xbrlgen.transformations.formatting import (
    Formatted,
    NumberStyle,
    Unformattable,
    WholeNumbers,
    format_number,
    number_of,
    whole_numbers,
)
from xbrlgen.transformations.registries import (
    NAMESPACES,
    SEC_NAMESPACE,
    registry_version,
    transform,
    transformation,
    transformation_names,
)
from xbrlgen.transformations.transformation import Output, Transformation, TransformationError

__all__ = [
    "NAMESPACES",
    "SEC_NAMESPACE",
    "DateStyle",
    "Formatted",
    "FormattedText",
    "NumberStyle",
    "Output",
    "Transformation",
    "TransformationError",
    "Unformattable",
    "WholeNumbers",
    "format_boolean",
    "format_date",
    "format_number",
    "number_of",
    "registry_version",
    "transform",
    "transformation",
    "transformation_names",
    "whole_numbers",
]
