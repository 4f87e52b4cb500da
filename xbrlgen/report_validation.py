"""Judges a report that was read: its documents, its taxonomy, the rules on its facts, and what its regulator wants."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.document_validation import schema_findings
from xbrlgen.findings import Finding, ordered
from xbrlgen.findings.causes import with_causes
from xbrlgen.loading import Loaded
from xbrlgen.readers.reading import Reading
from xbrlgen.syntaxes import is_csv, is_inline, is_json
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy_validation import schema_set, taxonomy_findings

if TYPE_CHECKING:
    from xbrlgen.profiles import Profile
    from xbrlgen.rules.filing import Package
    from xbrlgen.taxonomy.unit_registry import UnitRegistry

_REPEATED = "XG402"
"""Facts that are there twice with the same value: worth a word in an instance, while pages and tables show a figure
wherever their readers need it.
"""

_BROKEN_LINK = "XG163"
"""What the reader finds wrong with footnote links: the rules on links would say it again."""


class Validated(NamedTuple):
    """What was found in some files, and how many facts they hold together."""

    findings: tuple[Finding, ...]
    facts: int


class Criteria(NamedTuple):
    """By what a report is judged: somebody's rules, a way of checking sums, and a registry of units if one is given."""

    profile: "Profile"
    calculations: str
    units: "UnitRegistry | None"


def judged_report(
    loaded: Sequence[Loaded], files: Mapping[Path, bytes], wanted: Criteria, package: "Package | None" = None
) -> Validated:
    """One report, or each target document of a set; what is said of several is said once."""
    findings: dict[Finding, None] = {}
    for number, each in enumerate(loaded):
        findings |= dict.fromkeys(judged_target(each, files, wanted, package, is_first=number == 0))
    contents = {str(path): content for path, content in files.items()}
    return Validated(with_causes(ordered(findings), contents), sum(facts_of(each.reading) for each in loaded))


def judged_target(
    loaded: Loaded, files: Mapping[Path, bytes], wanted: Criteria, package: "Package | None", *, is_first: bool
) -> Sequence[Finding]:
    """The rules are asked only where the taxonomy is whole, for they would blame the facts for its gaps."""
    from xbrlgen.filing import Regulator
    from xbrlgen.model.binding import Bindings
    from xbrlgen.model.evaluation import FactIndex
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
    report, locations, instance = reading.report, reading.locations, reading.instance
    bindings, method = Bindings(FactIndex(report.facts, taxonomy.default_member)), wanted.calculations
    on_facts: Iterable[Finding] = check(
        report, taxonomy, locations, bindings=bindings, instance=instance, calculations=method, units=wanted.units
    )
    if prefix:
        on_facts = in_terms_of_oim(on_facts, reading.report, prefix)
    shows = any(is_inline(path, content) or is_csv(path, content) for path, content in files.items())
    findings += (each for each in on_facts if not (shows and each.code == _REPEATED))
    if instance is not None:
        findings += check_instance(instance, taxonomy, report.facts)
    regulator = Regulator(wanted.profile, report, taxonomy, locations, loaded.target, loaded.roots, bindings)
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


def facts_of(reading: Reading) -> int:
    """How many facts were read, with those that no report can hold."""
    unreported = 0 if reading.instance is None else len(reading.instance.unreported)
    return unreported + (0 if reading.report is None else len(reading.report.facts))


def _link_findings(reading: Reading, taxonomy: Taxonomy) -> Iterator[Finding]:
    """What is wrong with the references and footnote links of an instance; not what its reader has told already."""
    from xbrlgen.rules.instance import check_instance_links

    if reading.instance is not None:
        told = {_line(each) for each in reading.findings if each.code == _BROKEN_LINK}
        on_links = check_instance_links(reading.instance, taxonomy)
        yield from (each for each in on_links if _line(each) not in told)


def _line(each: Finding) -> tuple[str, int]:
    return next(((place.path, place.line) for place in each.locations), ("", 0))
