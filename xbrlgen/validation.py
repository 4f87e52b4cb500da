"""The stages of a validation: read, load the taxonomy, judge by schema, check by rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, Location, ordered
from xbrlgen.findings.causes import with_causes
from xbrlgen.loading import Loaded, contents_of, is_csv, is_inline, is_json, is_taxonomy, load_files, load_instance
from xbrlgen.packages import given_packages, inner_url, packaged_catalog, read_offer
from xbrlgen.packaging.kinds import is_package
from xbrlgen.readers.contents import is_large
from xbrlgen.readers.reading import Reading
from xbrlgen.taxonomy import Catalog, Taxonomy, load_taxonomy
from xbrlgen.taxonomy_validation import schema_set, taxonomy_findings

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.packaging.checking import Package as CheckedPackage
    from xbrlgen.profiles import Profile
    from xbrlgen.rules.filing import Package
    from xbrlgen.schema_validation.schema_set import SchemaSet
    from xbrlgen.taxonomy.unit_registry import UnitRegistry


REPEATED = "XG402"
"""Facts that are there twice with the same value: worth a word in an instance, while pages and tables show a figure
wherever their readers need it.
"""


_BEGINNING = 65_536
"""Bytes of a large file that tell its kind."""

BROKEN_LINK = "XG163"
"""What the reader finds wrong with footnote links: the rules on links would say it again."""


class Validated(NamedTuple):
    """What was found in some files, and how many facts they hold together."""

    findings: tuple[Finding, ...]
    facts: int


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
    wanted = _Wanted(load_profile(profile), calculations, registry)
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


class _Wanted(NamedTuple):
    """By what a file is judged: somebody's rules, a way of checking sums, and a registry of units if one is given."""

    profile: "Profile"
    calculations: str
    units: "UnitRegistry | None"


def _judged_files(paths: Sequence[Path], wanted: _Wanted, catalog: Catalog) -> Validated:
    """One file, or the pages of a document set."""
    if (large := _judged_large(paths, wanted, catalog)) is not None:
        return large
    files = {path: path.read_bytes() for path in paths}
    path, content = next(iter(files.items()))
    if len(files) == 1 and is_taxonomy(path, content):
        is_usual = path.suffix.lower() in {".xsd", ".xml"}  # any other relative path could be the name of a taxonomy
        taxonomy = load_taxonomy(str(path if is_usual else path.absolute()), catalog=catalog)
        return Validated(with_causes(ordered(taxonomy_findings(taxonomy)), {}), 0)
    return _judged(_loaded(files, catalog), files, wanted)


def _judged_large(paths: Sequence[Path], wanted: _Wanted, catalog: Catalog) -> Validated | None:
    """A large instance that its schemas take, whose bytes are not held; None for any other file."""
    path = paths[0]
    if len(paths) > 1 or wanted.profile.rulings or not is_large(path):
        return None
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if is_json(path, beginning) or is_inline(path, beginning) or is_taxonomy(path, beginning):
        return None
    from xbrlgen.schema_validation.while_read import JudgeWhileRead

    loaded = load_instance(path, catalog=catalog, judge=JudgeWhileRead(schema_set))
    if str(path) not in loaded.taken:
        return None
    found = ordered(dict.fromkeys(_judged_target(loaded, {path: beginning}, wanted, None, is_first=True)))
    contents = {str(path): path.read_bytes()} if found[1:] else {}
    return Validated(with_causes(found, contents), _facts(loaded.reading))


def _loaded(files: Mapping[Path, bytes], catalog: Catalog, url: str = "") -> tuple[Loaded, ...]:
    """The files of one report, judged by their schemas while they are read."""
    from xbrlgen.schema_validation.while_read import JudgeWhileRead

    return load_files(files, catalog=catalog, url=url, parse=parse_page, judge=JudgeWhileRead(schema_set))


def _judged_package(paths: Sequence[Path], wanted: _Wanted, catalog: Catalog) -> Validated:
    """A package, and each report in it; of a taxonomy package without reports, the taxonomies that it offers."""
    from xbrlgen.filing import filed_package
    from xbrlgen.packaging.checking import check_package

    package = check_package(paths[0])
    own = packaged_catalog(package, catalog)
    filed = filed_package(paths[0], package)
    judged = [
        _judged(_loaded(files, own, inner_url(each.files[0])), files, wanted, filed)
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


def _judged(
    loaded: Sequence[Loaded], files: Mapping[Path, bytes], wanted: _Wanted, package: "Package | None" = None
) -> Validated:
    """One report, or each target document of a set; what is said of several is said once."""
    findings: dict[Finding, None] = {}
    for number, each in enumerate(loaded):
        findings |= dict.fromkeys(_judged_target(each, files, wanted, package, is_first=number == 0))
    contents = {str(path): content for path, content in files.items()}
    return Validated(with_causes(ordered(findings), contents), sum(_facts(each.reading) for each in loaded))


def _judged_target(
    loaded: Loaded, files: Mapping[Path, bytes], wanted: _Wanted, package: "Package | None", *, is_first: bool
) -> Sequence[Finding]:
    """The rules are asked only where the taxonomy is whole, for they would blame the facts for its gaps."""
    from xbrlgen.filing import Regulator
    from xbrlgen.rules import check
    from xbrlgen.rules.instance import check_instance
    from xbrlgen.rules.oim import in_terms_of_oim

    reading, taxonomy = loaded.reading, loaded.taxonomy
    findings = [*reading.findings]
    if reading.report is None:
        return findings
    schemas = loaded.schemas or (None if taxonomy is None else schema_set(taxonomy))
    for path, content in files.items() if is_first else ():
        findings += schema_findings(path, content, loaded, schemas)
    if taxonomy is None:
        return findings
    findings += taxonomy_findings(taxonomy)
    findings += _link_findings(reading, taxonomy)
    if prefix := _syntax_of_oim(files):
        findings = [*in_terms_of_oim(findings, reading.report, prefix)]
    if not taxonomy.is_whole:
        return findings
    instance, method = reading.instance, wanted.calculations
    on_facts: Iterable[Finding] = check(
        reading.report, taxonomy, reading.locations, instance=instance, calculations=method, units=wanted.units
    )
    if prefix:
        on_facts = in_terms_of_oim(on_facts, reading.report, prefix)
    shows = any(is_inline(path, content) or is_csv(path, content) for path, content in files.items())
    findings += (each for each in on_facts if not (shows and each.code == REPEATED))
    if instance is not None:
        findings += check_instance(instance, taxonomy, reading.report.facts)
    regulator = Regulator(wanted.profile, reading.report, taxonomy, reading.locations, loaded.target, loaded.roots)
    findings = [*regulator.on_findings(findings)]
    if wanted.profile.rulings:  # else nobody says which taxonomies are no issuer's own
        findings += regulator.on_filing(files, package)
    return findings


def _syntax_of_oim(files: Mapping[Path, bytes]) -> str:
    """What the codes of the syntax of a report begin with; empty for XML."""
    path, content = next(iter(files.items()))
    if not is_json(path, content):
        return ""
    return "xbrlce" if is_csv(path, content) else "xbrlje"


def _facts(reading: Reading) -> int:
    unreported = 0 if reading.instance is None else len(reading.instance.unreported)
    return unreported + (0 if reading.report is None else len(reading.report.facts))


def _link_findings(reading: Reading, taxonomy: Taxonomy) -> Iterator[Finding]:
    """What is wrong with the references and footnote links of an instance; not what its reader has told already."""
    from xbrlgen.rules.instance import check_instance_links

    if reading.instance is not None:
        told = {_line(each) for each in reading.findings if each.code == BROKEN_LINK}
        on_links = check_instance_links(reading.instance, taxonomy)
        yield from (each for each in on_links if _line(each) not in told)


def _line(each: Finding) -> tuple[str, int]:
    return next(((place.path, place.line) for place in each.locations), ("", 0))


def dimensional_findings(reading: Reading, taxonomy: Taxonomy, locations: Mapping[str, Location]) -> Iterator[Finding]:
    """Facts that the hypercubes of a written taxonomy do not allow where they were written."""
    from xbrlgen.rules import Subject
    from xbrlgen.rules.dimensional.validity import dimensional_validity

    if reading.instance is not None and reading.report is not None:
        yield from dimensional_validity(Subject(reading.report, taxonomy, locations, instance=reading.instance))


def parse_page(content: bytes) -> "Element | None":
    """The root of a page that its schema takes, which `schema_findings` need not judge once more."""
    from xbrlgen.schema_validation.inline import parse_valid

    return parse_valid(content)


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
        root, is_taken, has_unique_ids = loaded.roots.get(name), name in loaded.taken, name in loaded.distinct
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
