"""What an instance refers to, from which its taxonomy is discovered (XBRL 2.1 sections 3.2 and 4.2 to 4.5)."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from xbrlgen.addresses import absolute
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.xml_syntax.source import LINK, XLINK, XML

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FURTHER_REFERENCES = (f"{LINK}linkbaseRef", f"{LINK}roleRef", f"{LINK}arcroleRef")
"""References beside those to schemas: to linkbases, and to what declares roles and arcroles."""


def address(reference: "Element") -> str:
    """Where a reference leads, by its href and every ``xml:base`` around it; empty where it leads nowhere."""
    href = collapsed(reference.get(f"{XLINK}href", ""))
    base = ""
    for each in (*reversed([*reference.iterancestors()]), reference):
        base = absolute(collapsed(each.get(f"{XML}base", "")), base)
    return absolute(href, base) if base and href else href


def further_addresses(references: "Iterable[Element]") -> Iterator[str]:
    """Where references lead that lead anywhere, without pointers into documents."""
    return (location for each in references if (location := address(each).partition("#")[0]))
