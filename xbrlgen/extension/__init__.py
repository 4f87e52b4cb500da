"""The issuer's own taxonomy, derived from the report."""

from xbrlgen.extension.schema import extension_schema, schema_file_name, used_concepts

__all__ = ["extension_schema", "schema_file_name", "used_concepts"]
