"""Expanded names of concepts, dimensions, members and measures."""

from typing import NamedTuple


class QName(NamedTuple):
    """An expanded XML name: a namespace and a local name; prefixes are no part of it.

    Follows Namespaces in XML 1.0, https://www.w3.org/TR/xml-names/ (sections 2.1 and 6).
    """

    namespace: str
    local_name: str

    @classmethod
    def parse(cls, clark: str) -> "QName":
        """Read Clark notation, ``{namespace}local`` or ``local``; raises ValueError if the brace is not closed."""
        if not clark.startswith("{"):
            return cls("", clark)
        namespace, separator, local_name = clark[1:].partition("}")
        if not separator:
            raise ValueError(f"no closing brace in {clark!r}")
        return cls(namespace, local_name)

    def __str__(self) -> str:
        return f"{{{self.namespace}}}{self.local_name}" if self.namespace else self.local_name
