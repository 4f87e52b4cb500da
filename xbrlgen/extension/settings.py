"""What regulators decide about an extension taxonomy: names, files, containers and arcroles, as values."""

from dataclasses import dataclass

from xbrlgen.extension.arcroles import SUMMATION_ITEM


@dataclass(frozen=True, slots=True)
class Settings:
    """How an extension taxonomy is written; the defaults suit no regulator in particular.

    Texts with braces are patterns. `file_name` knows ``prefix`` and ``date`` (the last day of the report's period);
    `schema_file`, `definition_file` and their like know ``name``, which is what `file_name` gives. `role_uri` knows
    ``namespace`` and ``name``; `role_definition` knows ``number``, ``kind`` (Statement, Disclosure) and ``title``.
    """

    file_name: str = "{prefix}-{date:%Y-%m-%d}"
    schema_file: str = "{name}.xsd"
    definition_file: str = "{name}_def.xml"
    container: str = "scenario"
    calculation_arcrole: str = SUMMATION_ITEM
    role_uri: str = "{namespace}/role/{name}"
    role_definition: str = "[{number:06}] {title}"


GENERIC = Settings()
"""For a report that is filed nowhere in particular."""
