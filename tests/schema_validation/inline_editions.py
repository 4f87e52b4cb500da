"""The schema of inline XBRL 1.1 as either edition has it, by its own includes and redefinitions."""

from collections.abc import Iterator

import xmlschema
from standard_schemas import Edition
from xmlschema.validators import XsdElement, XsdGroup

INLINE = "http://www.xbrl.org/2013/inlineXBRL/xhtml-inlinexbrl-1_1.xsd"
HTML = "{http://www.w3.org/1999/xhtml}html"


def built(edition: Edition) -> xmlschema.XMLSchema:
    """The schema by its own includes and redefinitions."""

    def file(url: str) -> str:
        located = edition.locate(url)
        return located.as_posix() if located is not None else url

    return xmlschema.XMLSchema(file(INLINE), uri_mapper=file, allow="local", use_fallback=False)


def every_element(root: XsdElement) -> Iterator[tuple[str, XsdElement]]:
    """Every element that a document may have, and its one declaration."""
    queue, seen = [root], {}
    while queue:
        element = queue.pop()
        if element.name in seen:
            assert element.type is seen[element.name].type, element.name
            continue
        seen[element.name] = element
        yield element.name, element
        content = element.type.content if element.type.is_complex() else None
        if isinstance(content, XsdGroup):
            queue += [each.ref or each for each in content.iter_elements() if isinstance(each, XsdElement)]
