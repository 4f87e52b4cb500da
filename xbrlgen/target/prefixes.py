"""A prefix for each namespace: the standard one, the one that the source or taxonomy uses, or one made from its URI."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from xbrlgen.model import QName, Vocabulary
from xbrlgen.model.namespaces import ISO4217, OIM, OWN, UTR, XBRLI
from xbrlgen.target.identifiers import is_ncname

STANDARD = MappingProxyType(
    {
        XBRLI: "xbrli",
        ISO4217: "iso4217",
        UTR: "utr",
        OIM: "xbrl",
        OWN: "xbrlgen",
        "http://xbrl.org/2020/extensible-enumerations-2.0": "enum2",
        "http://www.xbrl.org/2003/linkbase": "link",
        "http://www.w3.org/1999/xlink": "xlink",
        "http://www.w3.org/2001/XMLSchema": "xs",
        "http://www.w3.org/2001/XMLSchema-instance": "xsi",
        "http://xbrl.org/2006/xbrldi": "xbrldi",
        "http://xbrl.org/2005/xbrldt": "xbrldt",
        "http://www.w3.org/1999/xhtml": "xhtml",
        "http://www.w3.org/XML/1998/namespace": "xml",
        "http://standards.iso.org/iso/17442": "lei",
        "http://www.sec.gov/CIK": "cik",
    }
)
"""Prefixes that always mean the same, and are given to no other namespace (OIM-common 1.0 section 3.1 among others)."""

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def allocate(namespaces: Iterable[str], source: Mapping[str, str], vocabulary: Vocabulary) -> Mapping[str, str]:
    """A prefix for each of `namespaces`, the same ones whatever their order; `source` maps prefixes to namespaces."""
    taken = set(STANDARD.values())
    chosen: dict[str, str] = {}
    for namespace in sorted(set(namespaces)):
        if namespace in STANDARD:
            chosen[namespace] = STANDARD[namespace]
        elif namespace:
            prefix = next(each for each in _candidates(namespace, source, vocabulary) if each not in taken)
            chosen[namespace] = prefix
            taken.add(prefix)
    return MappingProxyType(chosen)


def _candidates(namespace: str, source: Mapping[str, str], vocabulary: Vocabulary) -> Iterator[str]:
    usual = [
        *sorted(prefix for prefix, uri in source.items() if uri == namespace),
        vocabulary.prefixes.get(namespace, ""),
    ]
    yield from (prefix for prefix in usual if is_ncname(prefix) and not prefix.lower().startswith("xml"))
    words = [word for word in _WORD.findall(namespace) if not word.lower().startswith("xml")]
    own = words[-1].lower() if words else "ns"
    yield own
    number = 1
    while True:
        number += 1
        yield f"{own}{number}"


def names_in(value: str) -> Iterator[QName]:
    """The names in the value of a QName or enumeration fact, which are in Clark notation."""
    return (QName.parse(name) for name in value.split())
