"""What a report must not contain: code that runs, addresses outside the filing, and bases that bend addresses."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from xbrlgen.findings import Finding
from xbrlgen.rules.filing.document import ADDRESSES, LINK, RUNNING, XHTML, XML, Document, local_name
from xbrlgen.rules.filing.filing import Filing
from xbrlgen.rules.filing.style_sheets import addresses
from xbrlgen.rules.wording import quoted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RUNNING_SCHEMES = ("javascript:", "vbscript:", "data:text/html")
_OUTSIDE = frozenset({"http", "https", "ftp", "ws", "wss"})
_IGNORED = "".join(map(chr, range(33)))
"""Browsers leave white space and control characters in a scheme aside."""


def executable_code(filing: Filing) -> Iterator[Finding]:
    """Scripts, event attributes, and addresses that run."""
    for document in filing.documents:
        for element in _page(document):
            if what := code_in(element):
                yield filing.found("XG458", f"The page has {what}.", document, element)


def mail_addresses(filing: Filing) -> Iterator[Finding]:
    """Links that open a mail program."""
    for document in filing.documents:
        for element in document.root.iter(f"{XHTML}a"):
            if "mailto:" in element.get("href", "").lower():
                told = f"A link is to the mail address {quoted(element.get('href', ''))}."
                yield filing.found("XG459", told, document, element)


def external_references(filing: Filing) -> Iterator[Finding]:
    """What a browser would fetch from outside the filing; links too, where the regulator does not want them."""
    for document in filing.documents:
        for element in _page(document):
            if element.tag == f"{XHTML}base":
                continue  # it is told of as a base
            for address in _fetched(element, is_link_fetched=not filing.requirements.links_outside):
                if is_outside(address) and not _is_accepted(filing, element, address):
                    told = (
                        f"The page refers to {quoted(address)} in {local_name(element)}, which is outside the filing."
                    )
                    yield filing.found("XG460", told, document, element)


def bases(filing: Filing) -> Iterator[Finding]:
    """``base`` and ``xml:base``, by which addresses would start elsewhere."""
    for document in filing.documents:
        for element in document.notable:
            if element.tag == f"{XHTML}base" or element.get(f"{XML}base") is not None:
                what = "base" if element.tag == f"{XHTML}base" else f"xml:base on {local_name(element)}"
                yield filing.found("XG461", f"The page sets a base for addresses by {what}.", document, element)


def code_in(element: "Element") -> str:
    """What of an element runs, in words; empty where nothing does."""
    name = local_name(element)
    if name in RUNNING:
        return f"the element {name}"
    for attribute, value in element.attrib.items():
        if str(attribute).startswith("on"):
            return f"the event attribute {attribute!s} on {name}"
        if attribute in ADDRESSES and _compact(str(value)).startswith(_RUNNING_SCHEMES):
            return f"the address {quoted(str(value))} on {name}"
    return ""


def is_outside(address: str) -> bool:
    """Whether an address leads to another machine."""
    compact = address.strip(_IGNORED)
    try:
        return urlsplit(compact).scheme.lower() in _OUTSIDE or compact.startswith(("//", "\\\\"))
    except ValueError:  # an address that no machine has
        return False


def _is_accepted(filing: Filing, element: "Element", address: str) -> bool:
    pattern = filing.requirements.accepted_links
    return bool(pattern) and local_name(element) == "a" and re.fullmatch(pattern, address.strip()) is not None


def _page(document: Document) -> "Iterator[Element]":
    """The notable elements of a page, without the references to taxonomies, which have to lead outside."""
    return (each for each in document.notable if not str(each.tag).startswith(LINK)) if document.is_inline else iter(())


def _fetched(element: "Element", *, is_link_fetched: bool) -> Iterator[str]:
    is_link = local_name(element) in {"a", "area"}
    for attribute in ADDRESSES:
        value = element.get(attribute)
        if value is not None and (is_link_fetched or not is_link):
            yield from value.split() if attribute == "archive" else (value,)
    yield from (each.strip().split(" ")[0] for each in element.get("srcset", "").split(","))
    yield from addresses(element.get("style", ""))
    if element.tag == f"{XHTML}style":
        yield from addresses(element.text or "")


def _compact(address: str) -> str:
    return "".join(character for character in address.lower() if character not in _IGNORED)
