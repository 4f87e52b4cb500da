"""The issuer's own taxonomy, derived from the report."""

from xbrlgen.extension.derivation import ExtensionTaxonomy, extension_taxonomy
from xbrlgen.extension.settings import GENERIC, Settings

__all__ = ["GENERIC", "ExtensionTaxonomy", "Settings", "extension_taxonomy"]
