"""A report folder becomes a report, or the findings that say why not."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import MappingProxyType

from xbrlgen.findings import Counts, Finding, finding, ordered
from xbrlgen.model import Vocabulary
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.source_files import SourceFolder
from xbrlgen.readers.report_folder.structure_reading import Structure, read_structure
from xbrlgen.readers.report_folder.yaml_tree import read_tree


def read_report_folder(
    folder: Path,
    vocabulary: Callable[[str], Vocabulary | None],
    chosen: Callable[[str, str], str] = lambda taxonomy, _profile: taxonomy,
    packages: Callable[[Sequence[PlacedText]], Iterable[Finding]] = lambda _paths: (),
    markup: Callable[[str, str], Iterable[Finding]] = lambda _fragment, _path: (),
) -> Reading:
    """Read a report folder, with all that is wrong with it.

    `vocabulary` gives the names of a taxonomy by the taxonomy's name or the URL of its entry point, None for one that
    is not there. `chosen` is the one to take for the taxonomy and the profile (empty for none) that the report names.
    `packages` is told first in which taxonomy packages to look, by the paths that the report names, and says what is
    wrong with them. `markup` says what keeps a fragment of XHTML, from the file that messages call so, off a page.
    Nothing in the folder makes this raise. The format: docs/reference/report-folder.md.
    """
    findings: list[Finding] = []
    source = SourceFolder(folder, findings)
    structure = _structure(source)
    if structure is None:
        return Reading(None, MappingProxyType({}), ordered(findings))
    taxonomy = structure.report.taxonomy
    on_packages = tuple(packages(taxonomy.packages))
    findings += on_packages
    names = vocabulary(chosen(str(taxonomy.entry_point), str(structure.report.profile or "")))
    if names is None:
        if not Counts.of(on_packages).error:  # else that is the cause
            message = f"there is no taxonomy '{taxonomy.entry_point}'"
            findings.append(finding("XG117", message, taxonomy.entry_point.location))
        return Reading(None, MappingProxyType({}), ordered(findings))
    from xbrlgen.readers.report_folder.report_reading import ReportReading

    return ReportReading(structure, source, names, markup).read()


def _structure(source: SourceFolder) -> Structure | None:
    text = source.report_text()
    tree = None if text is None else read_tree(text, source.place.path, source.findings)
    return None if tree is None else read_structure(tree, source.findings)
