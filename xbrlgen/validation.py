"""The stages of a validation: read, load the taxonomy, judge by schema, check by rules; and the proof of a build."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.findings import Counts, Finding, Location, ordered
from xbrlgen.loading import Loaded, is_csv, is_inline, is_json, is_taxonomy, load_document, load_report
from xbrlgen.model import Report
from xbrlgen.packages import given_packages, packaged_catalog
from xbrlgen.packaging.checking import check_package, is_package
from xbrlgen.readers.reading import Reading
from xbrlgen.taxonomy import Catalog, Taxonomy, bundled_catalog, load_taxonomy
from xbrlgen.taxonomy_validation import schema_set, taxonomy_findings

if TYPE_CHECKING:
    from xbrlgen.profiles import Profile
    from xbrlgen.rules.filing import Package
    from xbrlgen.schema_validation.schema_set import SchemaSet


REPEATED = "XG402"
"""Facts that are there twice with the same value: worth a word in an instance, while a page shows a figure wherever its
readers need it.
"""


BROKEN_LINK = "XG163"
"""What the reader finds wrong with footnote links: the rules on links would say it again."""


@dataclass(frozen=True, slots=True)
class Validated:
    """What was found in some files, and how many facts they hold together."""

    findings: tuple[Finding, ...]
    facts: int


def validate(
    files: Sequence[Path],
    *,
    profile: str = "generic",
    packages: Sequence[Path] = (),
    calculations: str = "round",
    progress: Callable[[str], None] | None = None,
) -> Validated:
    """Judge pages, instances, reports as JSON and packages by their taxonomies.

    These are in `packages`, bundled, beside the file, or in the package that is judged. `profile` says whose rules the
    files have to follow, `calculations` how the sums of their taxonomies are checked: with figures as rounded
    (``round``) or truncated (``truncate``) by Calculations 1.1, as XBRL 2.1 does (``1.0``), or not at all (``off``).
    `progress` is told which file is judged. Raises OSError for a file that cannot be read, and ValueError for a profile
    that does not exist.
    """
    from xbrlgen.profiles import load_profile

    wanted = _Wanted(load_profile(profile), calculations)
    given = given_packages(packages)
    findings = [*given.findings]
    facts = 0
    for path in files:
        if progress is not None:
            progress(f"judging {path.name}")
        judge = _judged_package if is_package(path) else _judged_file
        judged = judge(path, wanted, given.catalog)
        findings += judged.findings
        facts += judged.facts
    return Validated(ordered(findings), facts)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """By what a file is judged: somebody's rules, and a way of checking sums."""

    profile: "Profile"
    calculations: str


def _judged_file(path: Path, wanted: _Wanted, catalog: Catalog) -> Validated:
    content = path.read_bytes()
    if is_taxonomy(path, content):
        taxonomy = load_taxonomy(str(path), catalog=catalog)
        return Validated(tuple(taxonomy_findings(taxonomy, schema_set(taxonomy))), 0)
    return _judged(load_document(path, content, catalog=catalog), {path: content}, wanted)


def _judged_package(path: Path, wanted: _Wanted, catalog: Catalog) -> Validated:
    """A package, and each report in it."""
    package = check_package(path)
    own = packaged_catalog(package, catalog)
    archive = _archive(path)
    judged = [
        _judged(load_report(each, own), {Path(str(file)): file.read_bytes() for file in each.files}, wanted, archive)
        for each in package.reports
    ]
    findings = [*package.findings, *(each for one in judged for each in one.findings)]
    return Validated(tuple(findings), sum(one.facts for one in judged))


def _judged(
    loaded: Loaded, files: Mapping[Path, bytes], wanted: _Wanted, package: "Package | None" = None
) -> Validated:
    """One report; the rules are asked only where its taxonomy is whole, for they would blame the facts for its gaps."""
    from xbrlgen.filing import Regulator
    from xbrlgen.rules import check
    from xbrlgen.rules.oim import in_terms_of_oim

    reading, taxonomy = loaded.reading, loaded.taxonomy
    findings = [*reading.findings]
    schemas = None if taxonomy is None or reading.report is None else schema_set(taxonomy)
    for path, content in files.items():
        if reading.report is not None:
            findings += _schema_findings(path, content, schemas, None)
    if taxonomy is not None and reading.report is not None:
        findings += taxonomy_findings(taxonomy, schemas)
        if not Counts.of(taxonomy.findings).error:
            instance, method = reading.instance, wanted.calculations
            on_facts: Iterable[Finding] = check(
                reading.report, taxonomy, reading.locations, instance=instance, calculations=method
            )
            if prefix := _syntax_of_oim(files):
                on_facts = in_terms_of_oim(on_facts, reading.report, prefix)
            is_page = any(is_inline(path, content) for path, content in files.items())
            findings += (each for each in on_facts if not (is_page and each.code == REPEATED))
            findings += _instance_findings(reading, taxonomy)
            regulator = Regulator(wanted.profile, reading.report, taxonomy, reading.locations)
            findings = [*regulator.on_findings(findings), *regulator.on_report()]
            if wanted.profile.rulings:  # else nobody says which taxonomies are no issuer's own
                findings += regulator.on_documents(files, package)
    return Validated(tuple(findings), _facts(reading))


def _syntax_of_oim(files: Mapping[Path, bytes]) -> str:
    """What the codes of the syntax of a report begin with; empty for XML."""
    path, content = next(iter(files.items()))
    if not is_json(path, content):
        return ""
    return "xbrlce" if is_csv(path, content) else "xbrlje"


def _facts(reading: Reading) -> int:
    unreported = 0 if reading.instance is None else len(reading.instance.unreported)
    return unreported + (0 if reading.report is None else len(reading.report.facts))


def _instance_findings(reading: Reading, taxonomy: Taxonomy) -> Iterator[Finding]:
    """What XBRL 2.1 says of an instance beyond the facts of its report; not what its reader has found there already."""
    from xbrlgen.rules.instance import check_instance

    if reading.instance is None or reading.report is None:
        return
    told = {each.locations for each in reading.findings if each.code == BROKEN_LINK}
    on_instance = check_instance(reading.instance, taxonomy, reading.report.facts)
    yield from (each for each in on_instance if each.locations not in told)


def written_findings(
    report: Report,
    files: Sequence[Path],
    locations: Mapping[str, Location],
    profile: "Profile",
    catalog: Catalog | None = None,
) -> Iterator[Finding]:
    """What is wrong with files that were written for `report`: by schema, by reading them again, to the regulator.

    `locations` lead from facts back to the cells of the source; `catalog` answers the URLs of taxonomies. The regulator
    is shown what is in a package, if there is one among the files.
    """
    from xbrlgen.comparison import differences
    from xbrlgen.filing import Regulator

    taxonomy: Taxonomy | None = None
    schemas: SchemaSet | None = None
    pages: dict[Path, bytes] = {}
    packages = [path for path in files if is_package(path)]
    for path in packages:
        yield from _packaged_findings(report, path, locations, profile, catalog)
    for path in files:
        if path in packages:
            continue
        content = path.read_bytes()
        if is_inline(path, content):
            pages[path] = content
        loaded = load_document(path, content, taxonomy, catalog=catalog)
        if loaded.taxonomy is not None and taxonomy is None:
            taxonomy = loaded.taxonomy
            schemas = schema_set(taxonomy)
            yield from taxonomy_findings(taxonomy, schemas)
        yield from loaded.reading.findings
        yield from _schema_findings(path, content, schemas, _cell_of(locations))
        if loaded.reading.report is not None:
            yield from differences(report, loaded.reading.report, locations)
            if taxonomy is not None and not is_inline(path, content):  # pages have the same contexts
                yield from _dimensional_findings(loaded.reading, taxonomy, locations)
    if taxonomy is not None and pages and not packages:
        yield from Regulator(profile, report, taxonomy, locations).on_documents(pages)


def _dimensional_findings(reading: Reading, taxonomy: Taxonomy, locations: Mapping[str, Location]) -> Iterator[Finding]:
    """Facts that the hypercubes of a written taxonomy do not allow where they were written."""
    from xbrlgen.rules import Subject
    from xbrlgen.rules.dimensional.validity import dimensional_validity

    if reading.instance is not None and reading.report is not None:
        yield from dimensional_validity(Subject(reading.report, taxonomy, locations, instance=reading.instance))


def _packaged_findings(
    report: Report, path: Path, locations: Mapping[str, Location], profile: "Profile", catalog: Catalog | None
) -> Iterator[Finding]:
    """What is wrong with the package at `path` that was written for `report`."""
    from xbrlgen.comparison import differences
    from xbrlgen.filing import Regulator

    package = check_package(path)
    own = packaged_catalog(package, catalog or bundled_catalog())
    yield from package.findings
    for each in package.reports:
        loaded = load_report(each, own)
        yield from loaded.reading.findings
        if loaded.reading.report is not None and loaded.taxonomy is not None:
            yield from loaded.taxonomy.findings
            yield from differences(report, loaded.reading.report, locations)
            files = {Path(str(file)): file.read_bytes() for file in each.files}
            yield from Regulator(profile, report, loaded.taxonomy, locations).on_documents(files, _archive(path))


def _archive(path: Path) -> "Package":
    """What a regulator asks of a package as such."""
    from xbrlgen.rules.filing import Package

    return Package(str(path), path.stat().st_size)


def _cell_of(locations: Mapping[str, Location]) -> Callable[[str], Location | None]:
    """Where the fact with an id was written; pages that show one again give it the same id and a number."""
    return lambda name: locations.get(name) or locations.get(name.rpartition("-")[0])


def _schema_findings(
    path: Path, content: bytes, schemas: "SchemaSet | None", source: Callable[[str], Location | None] | None
) -> Sequence[Finding]:
    """What the schemas say of a page or an instance, at the places that `source` gives for the ids of facts.

    An instance is judged where its taxonomy is whole; the schema of pages does not depend on one.
    """
    from xbrlgen.schema_validation.inline import validate_inline
    from xbrlgen.schema_validation.validation import validate_instance

    if is_inline(path, content):
        return validate_inline(content, str(path), source)
    if is_json(path, content) or schemas is None:
        return ()
    return validate_instance(content, schemas, str(path), source)
