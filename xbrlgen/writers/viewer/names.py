"""Short names in the data: prefixes of namespaces, and keys of roles and arcroles."""

from collections.abc import Iterable, Mapping

from xbrlgen.model import QName, Vocabulary
from xbrlgen.target import TargetDocument
from xbrlgen.target.prefixes import allocate

_FIXED = {
    "http://www.xbrl.org/2003/role/label": "std",
    "http://www.xbrl.org/2003/role/documentation": "doc",
    "http://www.xbrl.org/2003/arcrole/summation-item": "calc",
    "https://xbrl.org/2023/arcrole/summation-item": "calc11",
    "http://www.xbrl.org/2003/arcrole/parent-child": "pres",
    "http://xbrl.org/int/dim/arcrole/dimension-default": "d-d",
    "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower": "w-n",
}
"""The keys that the script knows roles and arcroles by."""

_REGISTRY = "http://www.xbrl.org/dtr/type/"
_TYPES = {f"{_REGISTRY}numeric": "num", f"{_REGISTRY}non-numeric": "nonnum"}
"""What everyone calls the data type registry: readers see the prefixes of types."""

STANDARD_LABEL = "http://www.xbrl.org/2003/role/label"
DIMENSION_DEFAULT = "http://xbrl.org/int/dim/arcrole/dimension-default"


def shown_arcrole(uri: str) -> str | None:
    """The key of an arcrole that the script looks at, None for any other."""
    return _FIXED.get(uri) if "/arcrole/" in uri else None


class Roles:
    """Keys of roles: the last part of the URI where that is free."""

    def __init__(self) -> None:
        self._keys = dict(_FIXED)

    def key(self, uri: str) -> str:
        """The key of a role, the same each time."""
        if uri not in self._keys:
            taken, wanted = set(self._keys.values()), uri.rstrip("/#").rpartition("/")[2] or "role"
            numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
            self._keys[uri] = next(each for each in (wanted, *numbered) if each not in taken)
        return self._keys[uri]

    def by_key(self) -> Mapping[str, str]:
        """The URI of each key."""
        return {key: uri for uri, key in self._keys.items()}


class Prefixes:
    """Names with the prefixes of the page, and more where the taxonomy has names that the page has not."""

    def __init__(self, document: TargetDocument, further: Iterable[QName], vocabulary: Vocabulary) -> None:
        needed = {*document.prefixes, *(name.namespace for name in further)}
        types = {_TYPES.get(each, "dtr-types"): each for each in sorted(needed) if each.startswith(_REGISTRY)}
        source = types | {prefix: namespace for namespace, prefix in document.prefixes.items()}
        self._prefixes = allocate(needed, source, vocabulary)

    def name(self, name: QName) -> str:
        """A name with its prefix."""
        return f"{self._prefixes[name.namespace]}:{name.local_name}" if name.namespace else name.local_name

    def of(self, namespace: str) -> str:
        """The prefix of a namespace."""
        return self._prefixes[namespace]

    def by_prefix(self) -> Mapping[str, str]:
        """The namespace of each prefix."""
        return {prefix: namespace for namespace, prefix in self._prefixes.items()}
