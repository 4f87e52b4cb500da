"""The short names that JSON and CSV give to types and groups of links."""

import re
from collections.abc import Iterable, Mapping

from xbrlgen.model import FACT_FOOTNOTE, STANDARD_LINK, Link

_TYPES = {FACT_FOOTNOTE: "footnote", "http://www.xbrl.org/2009/arcrole/fact-explanatoryFact": "explanatoryFact"}
_GROUPS = {STANDARD_LINK: "_"}
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def link_aliases(links: Iterable[Link]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The alias of each type, and of each group, by their URIs; reserved ones are kept (OIM-common 1.0 section 3.1)."""
    links = tuple(links)
    return _aliases({each.type for each in links}, _TYPES), _aliases({each.group for each in links}, _GROUPS)


def _aliases(uris: Iterable[str], reserved: Mapping[str, str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    taken = set(reserved.values())
    for uri in sorted(uris):
        words = _WORD.findall(uri)
        own, number = words[-1] if words else "link", 1
        alias = reserved.get(uri, own)
        while uri not in reserved and alias in taken:
            number += 1
            alias = f"{own}{number}"
        found[uri] = alias
        taken.add(alias)
    return found
