"""Schema validation: judge the bytes of instances, inline documents, linkbases and schemas, whoever made them."""

from xbrlgen.schema_validation.inline import validate_inline
from xbrlgen.schema_validation.reporting import Source
from xbrlgen.schema_validation.schema_set import Resolve, SchemaSet
from xbrlgen.schema_validation.validation import validate_instance, validate_linkbase, validate_schemas

__all__ = [
    "Resolve",
    "SchemaSet",
    "Source",
    "validate_inline",
    "validate_instance",
    "validate_linkbase",
    "validate_schemas",
]
