"""Instances with all that XBRL 2.1 has them say, for the rules that a report does not know enough for."""

from xbrlgen.instance.context import NO_CONTAINER, Container, InstanceContext
from xbrlgen.instance.document import InstanceDocument, PlacedItem

__all__ = ["NO_CONTAINER", "Container", "InstanceContext", "InstanceDocument", "PlacedItem"]
