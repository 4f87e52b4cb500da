"""The stages of a build, in order; those of a validation are in `xbrlgen.validation`."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Counts, Finding, Location, finding, ordered
from xbrlgen.model import Report
from xbrlgen.taxonomy import Catalog, Taxonomy

if TYPE_CHECKING:
    from xbrlgen.model.binding import Bindings
    from xbrlgen.profiles import Profile
    from xbrlgen.target import TargetDocument
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
        from xbrlgen.proof import Proof

        self.announce("writing")
        written, pages, document = self._write_documents(report, taxonomy, profile, unfinished)
        self.announce("proving")
        self.findings += Proof(report, self.locations, profile, taxonomy.dts.catalog).findings(written)
        if self._has_errors():
            raise _Rejected
        if self.script is not None and document is not None:
            self.announce("making the viewer")
            self._write_viewer(report, document, taxonomy, profile, pages, script=self.script)
        self.announce("summing up")
        self._write_summary(report, taxonomy, unfinished)

    def _write_documents(
        self, report: Report, taxonomy: Taxonomy, profile: "Profile", unfinished: Path
    ) -> "tuple[tuple[Path, ...], tuple[Path, ...], TargetDocument | None]":
        """Write all that holds the facts; its files, the pages among them, and the document if it is needed yet."""
        from xbrlgen.extension.settings import Settings as ExtensionSettings
        from xbrlgen.packaging.settings import Settings as PackageSettings
        from xbrlgen.packing import Packing
        from xbrlgen.target import target_document
        from xbrlgen.writers.xbrl_json import write_xbrl_json
        from xbrlgen.writers.xbrl_xml import write_xbrl_xml

        schema = self._write_extension(report, taxonomy, profile, unfinished)
        container = profile.compose(ExtensionSettings, "extension").container
        document = target_document(
            report,
            taxonomy,
            container=container,
            schema_refs=(schema or taxonomy.entry_point,),
            grouped=self.bindings.index if self.bindings else None,
        )
        name = _base_name(report, self.source)
        files = {unfinished / f"{name}.xbrl": write_xbrl_xml, unfinished / f"{name}.json": write_xbrl_json}
        for path, write in files.items():
            with path.open("wb") as out:
                write(document, out)
        tables = _write_tables(report, document, unfinished / "csv" / f"{name}.json", is_own=bool(schema))
        pages = self._write_pages(report, document, taxonomy, profile, unfinished / name)
        if self._has_errors():
            raise _Rejected
        packing = Packing(report, profile.compose(PackageSettings, "packaging"), name)
        packed = packing.write(
            document, lambda of, path: self._write_pages(report, of, taxonomy, profile, path), unfinished, schema, pages
        )
        return (*files, tables, *pages, *packed), pages, document if self.script else None

    def _write_viewer(
        self,
        report: Report,
        document: "TargetDocument",
        taxonomy: Taxonomy,
        profile: "Profile",
        pages: tuple[Path, ...],
        *,
        script: "Script",
    ) -> None:
        """Write the viewer; a document set becomes one page for it, as a file from a disk may not open others."""
        from tempfile import TemporaryDirectory

        from xbrlgen.extension.settings import Settings
        from xbrlgen.viewing import FILE, viewed_taxonomy, write_viewer_file

        viewed = viewed_taxonomy(report, document, taxonomy, profile.compose(Settings, "extension"))
        out = pages[0].with_name(FILE)
        with TemporaryDirectory() as elsewhere:
            if len(pages) > 1:
                one = Path(elsewhere) / pages[0].stem
                pages = self._write_pages(report, document, taxonomy, profile, one, is_one_page=True)
            write_viewer_file(pages[0], out, document, viewed, script)

    def _write_pages(
        self,
        report: Report,
        document: "TargetDocument",
        taxonomy: Taxonomy,
        profile: "Profile",
        path: Path,
        *,
        is_one_page: bool = False,
    ) -> tuple[Path, ...]:
        """Write the report as readers see it, through the templates beside it if there are any."""
        from xbrlgen.labels import Labels
        from xbrlgen.writers.inline import InlineSettings, read_own_templates, write_inline_xbrl

        own = read_own_templates(self.source / "templates", f"{self.source}/templates")
        settings = profile.compose(InlineSettings, "inline")
        settings = replace(settings, is_set=not is_one_page)
        written = write_inline_xbrl(
            document,
            report,
            path,
            vocabulary=taxonomy,
            labels=Labels(taxonomy, report),
            settings=settings,
            own=own,
        )
        for each in written.problems:
            place = Location(each.path, each.line) if each.path else self.locations.get(each.subject)
            places = (place,) if place else ()
            self.findings.append(finding(each.code, each.message, *places, hint=each.hint, fact=each.subject))
        return written.pages

    @staticmethod
    def _write_extension(report: Report, taxonomy: Taxonomy, profile: "Profile", unfinished: Path) -> str:
        """Write the issuer's taxonomy and return the path of its schema in the folder; empty where there is none."""
        from xbrlgen.extension import extension_taxonomy
        from xbrlgen.extension.settings import Settings

        if report.extension is None:
            return ""
        own = extension_taxonomy(report, taxonomy, profile.compose(Settings, "extension"))
        (unfinished / "taxonomy").mkdir()
        for name, content in own.files.items():
            (unfinished / "taxonomy" / name).write_bytes(content)
        return f"taxonomy/{own.schema}"

    def _write_summary(self, report: Report, taxonomy: Taxonomy, unfinished: Path) -> None:
        from xbrlgen.findings.json_form import to_json
        from xbrlgen.labels import Labels
        from xbrlgen.published import Published
        from xbrlgen.writers.summary import write_summary

        places = Published(self.locations, self.source)
        findings = tuple(map(places.finding, ordered(self.findings)))
        labels = Labels(taxonomy, report)
        with (unfinished / "summary.html").open("wb") as out:
            write_summary(
                report,
                out,
                findings=findings,
                locations=places,
                labels=labels,
                vocabulary=taxonomy,
                bindings=self.bindings,
            )
        (unfinished / "findings.json").write_bytes(to_json(findings))

    def _has_errors(self) -> bool:
        return Counts.of(self.findings).error > 0

    def _stopped(self, facts: int) -> Built:
        return Built(ordered(self.findings), None, (), facts)


def _write_tables(report: Report, document: "TargetDocument", path: Path, *, is_own: bool) -> Path:
    """Write the report as CSV, with its metadata at `path`, from where an own taxonomy is in the folder beside."""
    from xbrlgen.writers.xbrl_csv import write_xbrl_csv

    path.parent.mkdir()
    references = tuple(f"../{each}" for each in document.schema_refs) if is_own else document.schema_refs
    return write_xbrl_csv(replace(document, schema_refs=references), path, report.sections)[0]


def foreign_folder(folder: Path) -> Finding | None:
    """What forbids to replace `folder`: whatever is in it that no build made would be lost."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return None
    if folder.is_dir() and (folder / "findings.json").is_file():
        return None
    return finding("XG186", f"'{folder}' holds something that no build made", Location(str(folder)))


def _base_name(report: Report, source: Path) -> str:
    """What the names of the report's files begin with: prefix and last day of the period."""
    prefix = report.extension.prefix if report.extension else re.sub(r"[^A-Za-z0-9.-]+", "-", source.resolve().name)
    return f"{prefix}-{report.period.last_day}" if report.period else prefix
