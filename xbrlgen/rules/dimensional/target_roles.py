"""Judges the roles to which definition arcs lead (XBRL Dimensions 1.0 section 2.4.3)."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.taxonomy.concepts import XBRLDT
from xbrlgen.taxonomy.documents import LINK

if TYPE_CHECKING:
    from xbrlgen.taxonomy.linkbase import LinkbaseDocument

_TARGET_ROLE = f"{{{XBRLDT}}}targetRole"
_STANDARD = "http://www.xbrl.org/2003/role/link"


def check_target_roles(linkbases: "Iterable[LinkbaseDocument]") -> Iterator[Finding]:
    """Target roles of definition arcs that their linkbase does not refer to by a roleRef."""
    for linkbase in linkbases:
        if b"targetRole" in linkbase.content.arcs:  # most have none, and need not be parsed again
            yield from _check(linkbase)


def _check(linkbase: "LinkbaseDocument") -> Iterator[Finding]:
    known = {_STANDARD} | {each.get("roleURI", "").strip() for each in linkbase.root.iterchildren(f"{{{LINK}}}roleRef")}
    for link in linkbase.root.iterchildren(f"{{{LINK}}}definitionLink"):
        for arc in link.iterchildren(f"{{{LINK}}}definitionArc"):
            role = arc.get(_TARGET_ROLE)
            if role is not None and role.strip() not in known:
                message = f"a definition arc leads to the role '{role}', which this linkbase does not refer to"
                yield finding("XG867", message, linkbase.document.place(arc))
