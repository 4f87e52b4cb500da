"""The stages of a validation: read, load the taxonomy, judge by schema, check by rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.document_validation import parse_page
from xbrlgen.findings import Finding, ordered
from xbrlgen.findings.causes import with_causes
from xbrlgen.loading import Loaded, load_files, load_large
from xbrlgen.packages import given_packages, inner_url, packaged_catalog, read_offer
from xbrlgen.packaging.kinds import is_package
from xbrlgen.report_validation import Criteria, Validated, facts_of, judged_report, judged_target
from xbrlgen.syntaxes import beginning_of, is_taxonomy
from xbrlgen.taxonomy import Catalog, load_taxonomy
from xbrlgen.taxonomy_validation import schema_set, taxonomy_findings

if TYPE_CHECKING:
    from xbrlgen.packaging.checking import Package as CheckedPackage
    from xbrlgen.taxonomy.unit_registry import UnitRegistry


def validate(
    files: Sequence[Path],
    *,
    profile: str = "generic",
    packages: Sequence[Path] = (),
    calculations: str = "round",
    units: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Validated:
    """Judge pages, instances, reports as JSON and packages by their taxonomies.

    These are in `packages`, bundled, beside the file, or in the package that is judged. `profile` says whose rules the
    files have to follow, `calculations` how the sums of their taxonomies are checked: with figures as rounded
    (``round``) or truncated (``truncate``) by Calculations 1.1, as XBRL 2.1 does (``1.0``), or not at all (``off``).
    `units` is a registry of units to judge by in place of the one that is built in. `progress` is told which file is
    judged. Raises OSError for a file that cannot be read, and ValueError for a profile that does not exist.
    """
    from xbrlgen.document_sets import grouped
    from xbrlgen.profiles import load_profile

    registry, findings_on_units = (None, ()) if units is None else _registry(units)
    wanted = Criteria(load_profile(profile), calculations, registry)
    given = given_packages(packages)
    findings = [*given.findings, *findings_on_units]
    facts = 0
    for paths in grouped(files):
        if progress is not None:
            progress(f"judging {', '.join(path.name for path in paths)}")
        judge = _judged_package if is_package(paths[0]) else _judged_files
        judged = judge(paths, wanted, given.catalog)
        findings += judged.findings
        facts += judged.facts
    return Validated(ordered(findings), facts)


def _registry(path: Path) -> tuple["UnitRegistry | None", tuple[Finding, ...]]:
    from xbrlgen.taxonomy.unit_registry_file import read_unit_registry

    return read_unit_registry(path)


def _judged_files(paths: Sequence[Path], wanted: Criteria, catalog: Catalog) -> Validated:
    """One file, or the pages of a document set."""
    if (large := _judged_large(paths, wanted, catalog)) is not None:
        return large
    files = {path: path.read_bytes() for path in paths}
    path, content = next(iter(files.items()))
    if len(files) == 1 and is_taxonomy(path, content):
        is_usual = path.suffix.lower() in {".xsd", ".xml"}  # any other relative path could be the name of a taxonomy
        taxonomy = load_taxonomy(str(path if is_usual else path.absolute()), catalog=catalog)
        return Validated(with_causes(ordered(taxonomy_findings(taxonomy)), {}), 0)
    return judged_report(_loaded(files, catalog), files, wanted)


def _judged_large(paths: Sequence[Path], wanted: Criteria, catalog: Catalog) -> Validated | None:
    """A large report as JSON, or a large instance that its schemas take: its bytes are not held. None for any other."""
    path = paths[0]
    if len(paths) > 1 or wanted.profile.rulings:
        return None
    from xbrlgen.schema_validation.while_read import JudgeWhileRead

    loaded = load_large(path, catalog=catalog, judge=JudgeWhileRead(schema_set))
    if loaded is None or (loaded.reading.instance is not None and str(path) not in loaded.taken):
        return None
    found = ordered(dict.fromkeys(judged_target(loaded, {path: beginning_of(path)}, wanted, None, is_first=True)))
    contents = {str(path): path.read_bytes()} if found[1:] else {}
    return Validated(with_causes(found, contents), facts_of(loaded.reading))


def _loaded(files: Mapping[Path, bytes], catalog: Catalog, url: str = "") -> tuple[Loaded, ...]:
    """The files of one report, judged by their schemas while they are read."""
    from xbrlgen.schema_validation.while_read import JudgeWhileRead

    return load_files(files, catalog=catalog, url=url, parse=parse_page, judge=JudgeWhileRead(schema_set))


def _judged_package(paths: Sequence[Path], wanted: Criteria, catalog: Catalog) -> Validated:
    """A package, and each report in it; of a taxonomy package without reports, the taxonomies that it offers."""
    from xbrlgen.filing import filed_package
    from xbrlgen.packaging.checking import check_package
    from xbrlgen.sources import contents_of

    package = check_package(paths[0])
    own = packaged_catalog(package, catalog)
    filed = filed_package(paths[0], package)
    judged = [
        judged_report(_loaded(files, own, inner_url(each.files[0])), files, wanted, filed)
        for each in package.reports
        for files in (contents_of(each),)
    ]
    findings = [*package.findings, *(each for one in judged for each in one.findings)]
    if not package.reports:
        findings += with_causes(ordered(_offered_findings(package, own)), {})
    return Validated(tuple(findings), sum(one.facts for one in judged))


def _offered_findings(package: "CheckedPackage", own: Catalog) -> Iterator[Finding]:
    """What is wrong with the taxonomies at the entry points of a package, whose documents `own` has."""
    offered = read_offer(package)
    for each in () if offered is None else offered.entry_points:
        taxonomy = load_taxonomy(*each.urls, catalog=own)
        yield from taxonomy_findings(taxonomy)
