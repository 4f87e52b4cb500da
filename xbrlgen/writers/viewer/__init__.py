"""The interactive viewer: a report's inline page, the script of ixbrl-viewer, and the data that the script asks for."""

from xbrlgen.writers.viewer.concepts import reached
from xbrlgen.writers.viewer.script import Script, ScriptMissingError, installed_script
from xbrlgen.writers.viewer.subject import Arc, Label, Network, Role, Taxonomy
from xbrlgen.writers.viewer.writer import write_viewer

__all__ = [
    "Arc",
    "Label",
    "Network",
    "Role",
    "Script",
    "ScriptMissingError",
    "Taxonomy",
    "installed_script",
    "reached",
    "write_viewer",
]
