"""What regulators decide about an extension taxonomy: names, files, containers and arcroles, as values."""

from dataclasses import dataclass

from xbrlgen.extension.arcroles import SUMMATION_ITEM


@dataclass(frozen=True, slots=True)
class Settings:
    """How an extension taxonomy is written; the defaults suit no regulator in particular.

    Texts with braces are patterns. `file_name` knows ``prefix`` and ``date`` (the last day of the report's period);
    the names of the single files know ``name``, which is what `file_name` gives, that of labels ``language`` as well.
    `role_uri` knows ``namespace`` and ``name``; `role_definition` knows ``number``, ``kind`` (Statement, Disclosure)
    and ``title``. `container` is ``scenario`` or ``segment``.
    """

    file_name: str = "{prefix}-{date:%Y-%m-%d}"
    schema_file: str = "{name}.xsd"
    presentation_file: str = "{name}_pre.xml"
    calculation_file: str = "{name}_cal.xml"
    definition_file: str = "{name}_def.xml"
    label_file: str = "{name}_lab-{language}.xml"
    container: str = "scenario"
    calculation_arcrole: str = SUMMATION_ITEM
    role_uri: str = "{namespace}/role/{name}"
    role_definition: str = "[{number:06}] {title}"
    defaults_role: str = ""
    """The role of the base taxonomy that default members have to stand in; empty for a role of the issuer's own."""
    undimensioned_role: str = ""
    """The role of the base taxonomy for line items that no hypercube with axes has; empty where they need none."""
    undimensioned_line_items: str = ""
    """The local name of the concept in that role that such line items stand below."""
    disclosure_heading: str = ""
    """The local name of the concept of the base taxonomy that heads every disclosure; empty where there is none."""


GENERIC = Settings()
"""For a report that is filed nowhere in particular."""
