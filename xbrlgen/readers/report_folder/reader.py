"""A report folder becomes a report, or the findings that say why not."""

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from xbrlgen.findings import Finding, finding, ordered
from xbrlgen.model import Vocabulary
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.report_folder.source_files import SourceFolder
from xbrlgen.readers.report_folder.structure_reading import Structure, read_structure
from xbrlgen.readers.report_folder.yaml_tree import read_tree


def read_report_folder(
    folder: Path,
    vocabulary: Callable[[str], Vocabulary | None],
    chosen: Callable[[str, str], str] = lambda taxonomy, _profile: taxonomy,
) -> Reading:
    """Read a report folder, with all that is wrong with it.

    `vocabulary` gives the names of a taxonomy by the taxonomy's name or the URL of its entry point, None for one that
    is not there. `chosen` is the one to take for the taxonomy and the profile (empty for none) that the report names.
    Nothing in the folder makes this raise. The format: docs/reference/report-folder.md.
    """
    findings: list[Finding] = []
    source = SourceFolder(folder, findings)
    structure = _structure(source)
    if structure is None:
        return Reading(None, MappingProxyType({}), ordered(findings))
    names = vocabulary(chosen(str(structure.report.taxonomy), str(structure.report.profile or "")))
    if names is None:
        message = f"there is no taxonomy '{structure.report.taxonomy}'"
        findings.append(finding("XG117", message, structure.report.taxonomy.location))
        return Reading(None, MappingProxyType({}), ordered(findings))
    from xbrlgen.readers.report_folder.report_reading import ReportReading

    return ReportReading(structure, source, names).read()


def _structure(source: SourceFolder) -> Structure | None:
    text = source.report_text()
    tree = None if text is None else read_tree(text, source.place.path, source.findings)
    return None if tree is None else read_structure(tree, source.findings)
