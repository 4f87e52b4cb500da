"""The stages of a build, in order; those of a validation are in `xbrlgen.validation`."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Counts, Finding, Location, finding, ordered
from xbrlgen.model import Report
from xbrlgen.taxonomy import Catalog, Taxonomy

if TYPE_CHECKING:
    from xbrlgen.model.binding import Bindings
    from xbrlgen.profiles import Profile
    from xbrlgen.writers.viewer import Script

Progress = Callable[[str], None]


class Built(NamedTuple):
    """What a build made: its findings, the folder (None when nothing was written), its files, and how many facts."""

    findings: tuple[Finding, ...]
    folder: Path | None
    files: tuple[Path, ...]
    facts: int


class _Rejected(Exception):  # noqa: N818 - leaves the output folder as it was; no failure of the program
    """What was written does not hold."""


def build(
    report: Path,
    out: Path | None = None,
    *,
    profile: str = "",
    packages: Sequence[Path] = (),
    viewer: bool = False,
    progress: Progress | None = None,
    afterwards: ExitStack | None = None,
) -> Built:
    """Make everything of the report folder `report` in the folder `out` (default: ``build/<name of report>``).

    The folder is replaced in one step, and only if there is no error. `profile` comes before the one that the report
    names. `packages` are zip files of taxonomies, looked into before the bundled ones. With `viewer`, the report is
    made into an interactive file as well. `progress` is told the name of each stage. What was in the folder before is
    removed when `afterwards` is left, if given. Raises ValueError for a profile that does not exist, and OSError for a
    package that cannot be read.
    """
    from xbrlgen.packages import given_packages
    from xbrlgen.profiles import load_profile
    from xbrlgen.viewing import viewer_script

    folder = out or default_folder(report)
    given = given_packages(packages)
    wanted = load_profile(profile) if profile else None
    script = viewer_script() if viewer else None
    if isinstance(script, Finding):
        return Built((script,), None, (), 0)
    findings = [*given.findings]
    return _Build(report, folder, progress or _silent, wanted, given.catalog, script, afterwards, findings).run()


def default_folder(report: Path) -> Path:
    """Where a report is built if nothing else is said."""
    return Path("build") / report.resolve().name


def _silent(_stage: str) -> None:
    """The progress of a build that nobody watches."""


@dataclass(slots=True)
class _Build:
    """One build, from the report folder to the output folder."""

    source: Path
    folder: Path
    announce: Progress
    profile: "Profile | None"
    catalog: Catalog
    script: "Script | None"
    afterwards: ExitStack | None
    findings: list[Finding] = field(default_factory=list)
    locations: Mapping[str, Location] = field(default_factory=dict)
    bindings: "Bindings | None" = None

    def run(self) -> Built:
        """Read, check, write, prove, replace."""
        from xbrlgen.filing import profile_of
        from xbrlgen.report_folders import load_folder

        self.announce("reading")
        loaded = load_folder(self.source, self.catalog, self.profile.name if self.profile else "")
        report, taxonomy = loaded.reading.report, loaded.taxonomy
        self.findings += loaded.reading.findings
        self.locations = loaded.reading.locations
        if report is None or taxonomy is None:
            return self._stopped(0)
        profile = self.profile or profile_of(report, self.locations)
        if isinstance(profile, Finding):
            self.findings.append(profile)
            return self._stopped(len(report.facts))
        self._check(report, taxonomy, profile)
        if self._has_errors():
            return self._stopped(len(report.facts))
        return self._replace(report, taxonomy, profile)

    def _check(self, report: Report, taxonomy: Taxonomy, profile: "Profile") -> None:
        from xbrlgen.filing import Regulator
        from xbrlgen.model.binding import Bindings
        from xbrlgen.model.evaluation import FactIndex
        from xbrlgen.rules import check
        from xbrlgen.target import obstacles

        self.announce("checking")
        self.bindings = Bindings(FactIndex(report.facts, taxonomy.default_member))
        is_whole = not self._has_errors()
        self.findings += check(report, taxonomy, self.locations, is_whole=is_whole, bindings=self.bindings)
        for each in obstacles(report, taxonomy):
            places = [self.locations[each.subject]] if each.subject in self.locations else []
            self.findings.append(finding(each.code, each.message, *places, fact=each.subject))
        regulator = Regulator(profile, report, taxonomy, self.locations, bindings=self.bindings)
        self.findings = [*regulator.on_findings(self.findings), *regulator.on_report()]

    def _replace(self, report: Report, taxonomy: Taxonomy, profile: "Profile") -> Built:
        """Write beside the output folder, prove what was written, and swap the two."""
        from xbrlgen.output_folder import replaced

        if problem := foreign_folder(self.folder):
            self.findings.append(problem)
            return self._stopped(len(report.facts))
        try:
            with replaced(self.folder, self.afterwards) as unfinished:
                self._write(report, taxonomy, profile, unfinished)
                names = sorted(path.relative_to(unfinished) for path in unfinished.rglob("*") if path.is_file())
        except _Rejected:
            return self._stopped(len(report.facts))
        except OSError as error:
            message = f"'{self.folder}' cannot be written: {error.strerror or error}"
            self.findings.append(finding("XG184", message, Location(str(self.folder))))
            return self._stopped(len(report.facts))
        files = tuple(self.folder / name for name in names)
        return Built(ordered(self.findings), self.folder, files, len(report.facts))

    def _write(self, report: Report, taxonomy: Taxonomy, profile: "Profile", unfinished: Path) -> None:
        from xbrlgen.outputs import Outputs
        from xbrlgen.proof import Proof

        self.announce("writing")
        outputs = Outputs(
            report, taxonomy, profile, self.source, self.locations, self.bindings, unfinished, self.findings
        )
        documents = outputs.write_documents(keeps_target=self.script is not None)
        if documents is None:
            raise _Rejected
        self.announce("proving")
        self.findings += Proof(report, self.locations, profile, taxonomy.dts.catalog).findings(documents.files)
        if self._has_errors():
            raise _Rejected
        if self.script is not None and documents.target is not None:
            self.announce("making the viewer")
            outputs.write_viewer(documents.target, documents.pages, self.script)
        self.announce("summing up")
        outputs.write_summary()

    def _has_errors(self) -> bool:
        return Counts.of(self.findings).error > 0

    def _stopped(self, facts: int) -> Built:
        return Built(ordered(self.findings), None, (), facts)


def foreign_folder(folder: Path) -> Finding | None:
    """What forbids to replace `folder`: whatever is in it that no build made would be lost."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return None
    if folder.is_dir() and (folder / "findings.json").is_file():
        return None
    return finding("XG186", f"'{folder}' holds something that no build made", Location(str(folder)))
