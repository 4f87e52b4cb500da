"""Markup that a regulator's software does not take, though XHTML has it (EDGAR Filer Manual II, 5.2.5)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.findings.ruling import case
from xbrlgen.rules.filing.document import XHTML, XSI, local_name
from xbrlgen.rules.filing.filing import Filing
from xbrlgen.rules.wording import quoted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SCHEMA_LOCATION = f"{XSI}schemaLocation"


def refused_elements(filing: Filing) -> Iterator[Finding]:
    """Elements of XHTML that the regulator does not accept."""
    refused = [f"{XHTML}{name}" for name in sorted(filing.requirements.refused_elements)]
    for document in filing.documents if refused else ():
        found: dict[str, list[Element]] = {}
        for element in document.root.iter(*refused):
            found.setdefault(local_name(element), []).append(element)
        for name, elements in found.items():
            yield filing.found("XG485", f"The page has the element {name}.", document, *elements)


def refused_attributes(filing: Filing) -> Iterator[Finding]:
    """Attributes that the regulator does not accept, on these elements or on any."""
    refused = filing.requirements.refused_attributes
    for document in filing.documents if refused else ():
        found: dict[tuple[str, str], list[Element]] = {}
        for element in document.root.iter("*"):
            name = local_name(element)
            for attribute in element.attrib:
                if f"{name}/{attribute!s}" in refused or attribute == _SCHEMA_LOCATION:
                    found.setdefault((name, str(attribute)), []).append(element)
        for (name, attribute), elements in found.items():
            is_location = attribute == _SCHEMA_LOCATION
            shown = "xsi:schemaLocation" if is_location else attribute
            standard = case("schema-location") if is_location else ""
            yield filing.found("XG417", f"The page has {shown} on {name}.", document, *elements, standard=standard)


def meta_contents(filing: Filing) -> Iterator[Finding]:
    """Meta elements that say something else than what the page is."""
    wanted = filing.requirements.meta_content
    for document in filing.documents if wanted else ():
        for element in document.root.iter(f"{XHTML}meta"):
            content = element.get("content")
            if content is not None and not content.startswith(wanted):
                told = f"A meta element has the content {quoted(content)}, which does not begin with {quoted(wanted)}."
                yield filing.found("XG418", told, document, element)


def nested_tables(filing: Filing) -> Iterator[Finding]:
    """Tables in cells of tables."""
    for document in filing.documents:
        inner = [
            each
            for each in document.root.iter(f"{XHTML}table")
            if next(each.iterancestors(f"{XHTML}table"), None) is not None
        ]
        if inner:
            yield filing.found("XG419", f"The page has tables in tables: {len(inner)}.", document, *inner)
