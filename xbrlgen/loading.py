"""From a path to a reading and its taxonomy: which reader is for it, and where the taxonomy lies."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.findings import Location
from xbrlgen.readers.reading import Reading
from xbrlgen.taxonomy import Taxonomy, bundled_names, load_taxonomy
from xbrlgen.taxonomy.dts import is_url

if TYPE_CHECKING:
    from xbrlgen.readers.inline import InlineDocument

_PAGES = frozenset({".xhtml", ".html", ".htm"})
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?html[\s>]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and its taxonomy: None where the source names none, or none that is there."""

    reading: Reading
    taxonomy: Taxonomy | None


def load(source: Path) -> Reading:
    """Read a report folder or a file of any syntax; raises OSError for a file that cannot be read."""
    return load_folder(source).reading if source.is_dir() else load_document(source, source.read_bytes()).reading


def load_folder(folder: Path) -> Loaded:
    """Read a report folder; its taxonomy has the report's own concepts with it."""
    from xbrlgen.readers.report_folder import read_report_folder

    named: list[Taxonomy] = []

    def vocabulary(name: str) -> Taxonomy | None:
        if name not in bundled_names():
            return None
        named.append(load_taxonomy(name))
        return named[-1]

    reading = read_report_folder(folder, vocabulary)
    if not named or reading.report is None or reading.report.extension is None:
        return Loaded(reading, named[-1] if named else None)
    return Loaded(reading, named[-1].extended(reading.report.extension))


def load_document(path: Path, content: bytes, taxonomy: Taxonomy | None = None) -> Loaded:
    """Read `content`, the file at `path`; its taxonomy is looked for beside it unless it is known already."""
    from xbrlgen.readers.inline import InlineDocument
    from xbrlgen.readers.xbrl_json import read_xbrl_json
    from xbrlgen.readers.xbrl_xml import read_xbrl_xml

    if is_inline(path, content):
        return load_inline([InlineDocument(str(path), content)], taxonomy)
    named = [] if taxonomy is None else [taxonomy]
    read = read_xbrl_json if is_json(path, content) else read_xbrl_xml
    reading = read(content, _finder(path, named), str(path))
    return Loaded(reading, named[0] if named else None)


def load_inline(
    documents: "Sequence[InlineDocument]", taxonomy: Taxonomy | None = None, target: str | None = None
) -> Loaded:
    """Read one target of an inline document set, by default the one without a name.

    The pages lie in one folder; its taxonomy is looked for there unless it is known already.
    """
    from xbrlgen.readers.inline import read_inline_xbrl
    from xbrlgen.transformations import transformation

    named = [] if taxonomy is None else [taxonomy]
    reading = read_inline_xbrl(documents, _finder(Path(documents[0].name), named), transformation, target)
    return Loaded(reading, named[0] if named else None)


def _finder(path: Path, named: list[Taxonomy]) -> Callable[[tuple[str, ...]], Taxonomy]:
    """What finds the taxonomy of the file at `path` by its references, and keeps it in `named`."""

    def vocabulary(schema_refs: tuple[str, ...]) -> Taxonomy:
        if not named:
            references = (each if is_url(each) else (path.parent / each).as_posix() for each in schema_refs)
            named.append(load_taxonomy(*references, referrer=Location(str(path))))
        return named[0]

    return vocabulary


def is_json(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be JSON: by its first character, else by its name."""
    first = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return first == b"{" or (first != b"<" and path.suffix == ".json")


def is_inline(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be a page: by its name, else by its first element; JSON is none."""
    return (path.suffix.lower() in _PAGES or _PAGE.match(content) is not None) and not is_json(path, content)
