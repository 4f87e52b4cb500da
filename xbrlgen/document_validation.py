"""Judges the documents of a report by schema, and where its facts stand in them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, ordered
from xbrlgen.loading import Loaded
from xbrlgen.readers.reading import Reading
from xbrlgen.syntaxes import is_inline, is_json
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.readers.inline.plain_tags import Watch
    from xbrlgen.schema_validation.schema_set import SchemaSet


def parse_page(content: bytes, watch: "Watch") -> "Element | None":
    """The root of a page that its schema takes, which `schema_findings` need not judge once more; `watch` sees tags."""
    from xbrlgen.schema_validation.inline import parse_valid

    return parse_valid(content, watch)


def schema_findings(
    path: Path,
    content: bytes,
    loaded: Loaded,
    schemas: "SchemaSet | None",
    source: Callable[[str], Location | None] | None = None,
) -> Sequence[Finding]:
    """What the schemas say of a page or an instance, at the places that `source` gives for the ids of facts.

    An instance is judged where its taxonomy is whole; the schema of pages does not depend on one.
    """
    if is_inline(path, content):
        from xbrlgen.schema_validation.inline import validate_inline
        from xbrlgen.schema_validation.page_contexts import validate_page_contexts

        name = str(path)
        is_taken, has_unique_ids = name in loaded.taken, name in loaded.distinct
        root = (loaded.bare_roots if is_taken else loaded.roots).get(name)
        found = validate_inline(content, name, source, root=root, is_taken=is_taken, has_unique_ids=has_unique_ids)
        if root is None or schemas is None:
            return found
        return *found, *validate_page_contexts(root, content, schemas, name)
    if is_json(path, content) or schemas is None:
        return ()
    if str(path) in loaded.taken:
        return ordered(schemas.missing)
    from xbrlgen.schema_validation.validation import validate_instance

    return validate_instance(content, schemas, str(path), source)


def dimensional_findings(reading: Reading, taxonomy: Taxonomy, locations: Mapping[str, Location]) -> Iterator[Finding]:
    """Facts that the hypercubes of a written taxonomy do not allow where they were written."""
    from xbrlgen.rules import Subject
    from xbrlgen.rules.dimensional.validity import dimensional_validity

    if reading.instance is not None and reading.report is not None:
        yield from dimensional_validity(Subject(reading.report, taxonomy, locations, instance=reading.instance))
