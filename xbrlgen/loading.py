"""From a path to a reading and its taxonomy: which reader is for it, and where the taxonomy lies."""

from dataclasses import dataclass
from pathlib import Path

from xbrlgen.findings import Location
from xbrlgen.readers.reading import Reading
from xbrlgen.taxonomy import Taxonomy, bundled_names, load_taxonomy
from xbrlgen.taxonomy.dts import is_url


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and its taxonomy: None where the source names none, or none that is there."""

    reading: Reading
    taxonomy: Taxonomy | None


def load(source: Path) -> Reading:
    """Read a report folder, an instance or a report as JSON; raises OSError for a file that cannot be read."""
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
    from xbrlgen.readers.xbrl_json import read_xbrl_json
    from xbrlgen.readers.xbrl_xml import read_xbrl_xml

    named = [] if taxonomy is None else [taxonomy]

    def vocabulary(schema_refs: tuple[str, ...]) -> Taxonomy:
        if not named:
            references = (each if is_url(each) else (path.parent / each).as_posix() for each in schema_refs)
            named.append(load_taxonomy(*references, referrer=Location(str(path))))
        return named[0]

    read = read_xbrl_json if is_json(path, content) else read_xbrl_xml
    reading = read(content, vocabulary, str(path))
    return Loaded(reading, named[0] if named else None)


def is_json(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be JSON: by its first character, else by its name."""
    first = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return first == b"{" or (first != b"<" and path.suffix == ".json")
