"""Which reports a batch is about: folders, folders of folders, and lists of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.inputs import file_problem, folder_problem

REPORT_FILE = "report.yaml"


def named_reports(sources: Iterable[Path]) -> tuple[dict[str, Path], list[Finding]]:
    """The report folders that `sources` name, by the names of their outputs, and what is wrong with the sources.

    A source is a report folder, a folder that holds report folders, or a text file with the path of one on each line,
    relative to the file; empty lines and lines that start with ``#`` are passed over.
    """
    reports: dict[str, Path] = {}
    findings: list[Finding] = []
    for path, place in _paths(sources, findings):
        name = path.resolve().name
        if reports.setdefault(name, path).resolve() != path.resolve():
            message = f"'{reports[name]}' and '{path}' would both be written into the folder '{name}'"
            findings.append(finding("XG951", message, place))
    if not reports and not findings:
        places = [Location(str(each)) for each in sources]
        findings.append(finding("XG950", "there is no report folder to build", *places))
    return reports, findings


def _paths(sources: Iterable[Path], findings: list[Finding]) -> Iterator[tuple[Path, Location]]:
    for source in sources:
        place = Location(str(source))
        if (source / REPORT_FILE).is_file():
            yield source, place
        elif source.is_dir():
            yield from ((each.parent, place) for each in sorted(source.glob(f"*/{REPORT_FILE}")))
        elif problem := file_problem(source):
            findings.append(problem)
        else:
            yield from _listed(source, findings)


def _listed(source: Path, findings: list[Finding]) -> Iterator[tuple[Path, Location]]:
    text = source.read_text(encoding="utf-8-sig", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        path, place = source.parent / name, Location(str(source), number, 1, length=len(line))
        if (problem := folder_problem(path)) is None:
            yield path, place
        else:
            findings.append(finding(problem.code, problem.message, place, hint=problem.hint))
