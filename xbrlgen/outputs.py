"""What a build writes of a report that was checked: documents in each syntax, package, viewer and summary."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Counts, Finding, Location, finding, ordered
from xbrlgen.model import Report
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from xbrlgen.model.binding import Bindings
    from xbrlgen.profiles import Profile
    from xbrlgen.target import TargetDocument
    from xbrlgen.writers.viewer import Script


class Documents(NamedTuple):
    """The files that hold the facts, the pages among them, and what they were written from, if that was to be kept."""

    files: tuple[Path, ...]
    pages: tuple[Path, ...]
    target: "TargetDocument | None"


class Outputs(NamedTuple):
    """All that is written of one report into `folder`; what cannot be written is added to `findings`.

    `source` is the report folder; `locations` lead from the parts of the report to their places in it.
    """

    report: Report
    taxonomy: Taxonomy
    profile: "Profile"
    source: Path
    locations: Mapping[str, Location]
    bindings: "Bindings | None"
    folder: Path
    findings: list[Finding]

    def write_documents(self, *, keeps_target: bool) -> Documents | None:
        """Write all that holds the facts; None where a page cannot be written."""
        from xbrlgen.packaging.settings import Settings
        from xbrlgen.packing import Packing

        schema = self._write_extension()
        document = self._target(schema)
        files = (*self._write_instances(document), self._write_tables(document, is_own=bool(schema)))
        pages = self._write_pages(document, self.folder / self._name)
        if Counts.of(self.findings).error:
            return None
        packing = Packing(self.report, self.profile.compose(Settings, "packaging"), self._name)
        packed = packing.write(document, self._write_pages, self.folder, schema, pages)
        return Documents((*files, *pages, *packed), pages, document if keeps_target else None)

    @property
    def _name(self) -> str:
        """What the names of the report's files begin with: prefix and last day of the period."""
        extension, period = self.report.extension, self.report.period
        prefix = extension.prefix if extension else re.sub(r"[^A-Za-z0-9.-]+", "-", self.source.resolve().name)
        return f"{prefix}-{period.last_day}" if period else prefix

    def _write_extension(self) -> str:
        """Write the issuer's taxonomy and return the path of its schema in the folder; empty where there is none."""
        from xbrlgen.extension import extension_taxonomy
        from xbrlgen.extension.settings import Settings

        if self.report.extension is None:
            return ""
        own = extension_taxonomy(self.report, self.taxonomy, self.profile.compose(Settings, "extension"))
        (self.folder / "taxonomy").mkdir()
        for name, content in own.files.items():
            (self.folder / "taxonomy" / name).write_bytes(content)
        return f"taxonomy/{own.schema}"

    def _target(self, schema: str) -> "TargetDocument":
        from xbrlgen.extension.settings import Settings
        from xbrlgen.target import target_document

        return target_document(
            self.report,
            self.taxonomy,
            container=self.profile.compose(Settings, "extension").container,
            schema_refs=(schema or self.taxonomy.entry_point,),
            grouped=self.bindings.index if self.bindings else None,
        )

    def _write_instances(self, document: "TargetDocument") -> tuple[Path, ...]:
        """Write the report as xBRL-XML and as xBRL-JSON."""
        from xbrlgen.writers.xbrl_json import write_xbrl_json
        from xbrlgen.writers.xbrl_xml import write_xbrl_xml

        writers = {".xbrl": write_xbrl_xml, ".json": write_xbrl_json}
        files = {self.folder / f"{self._name}{suffix}": write for suffix, write in writers.items()}
        for path, write in files.items():
            with path.open("wb") as out:
                write(document, out)
        return tuple(files)

    def _write_tables(self, document: "TargetDocument", *, is_own: bool) -> Path:
        """Write the report as CSV and return its metadata, from where an own taxonomy is in the folder beside."""
        from xbrlgen.writers.xbrl_csv import write_xbrl_csv

        path = self.folder / "csv" / f"{self._name}.json"
        path.parent.mkdir()
        references = tuple(f"../{each}" for each in document.schema_refs) if is_own else document.schema_refs
        return write_xbrl_csv(replace(document, schema_refs=references), path, self.report.sections)[0]

    def _write_pages(self, document: "TargetDocument", path: Path, *, is_one_page: bool = False) -> tuple[Path, ...]:
        """Write the report as readers see it, through the templates beside it if there are any."""
        from xbrlgen.labels import Labels
        from xbrlgen.writers.inline import InlineSettings, read_own_templates, write_inline_xbrl

        written = write_inline_xbrl(
            document,
            self.report,
            path,
            vocabulary=self.taxonomy,
            labels=Labels(self.taxonomy, self.report),
            settings=replace(self.profile.compose(InlineSettings, "inline"), is_set=not is_one_page),
            own=read_own_templates(self.source / "templates", f"{self.source}/templates"),
        )
        for each in written.problems:
            place = Location(each.path, each.line) if each.path else self.locations.get(each.subject)
            places = (place,) if place else ()
            self.findings.append(finding(each.code, each.message, *places, hint=each.hint, fact=each.subject))
        return written.pages

    def write_viewer(self, target: "TargetDocument", pages: tuple[Path, ...], script: "Script") -> None:
        """Write the viewer; a document set becomes one page for it, as a file from a disk may not open others."""
        from tempfile import TemporaryDirectory

        from xbrlgen.extension.settings import Settings
        from xbrlgen.viewing import FILE, viewed_taxonomy, write_viewer_file

        viewed = viewed_taxonomy(self.report, target, self.taxonomy, self.profile.compose(Settings, "extension"))
        out = pages[0].with_name(FILE)
        with TemporaryDirectory() as elsewhere:
            if len(pages) > 1:
                pages = self._write_pages(target, Path(elsewhere) / pages[0].stem, is_one_page=True)
            write_viewer_file(pages[0], out, target, viewed, script)

    def write_summary(self) -> None:
        """Write what people read of the report and of what was found, and the findings as JSON."""
        from xbrlgen.findings.json_form import to_json
        from xbrlgen.labels import Labels
        from xbrlgen.published import Published
        from xbrlgen.writers.summary import write_summary

        places = Published(self.locations, self.source)
        findings = tuple(map(places.finding, ordered(self.findings)))
        with (self.folder / "summary.html").open("wb") as out:
            write_summary(
                self.report,
                out,
                findings=findings,
                locations=places,
                labels=Labels(self.taxonomy, self.report),
                vocabulary=self.taxonomy,
                bindings=self.bindings,
            )
        (self.folder / "findings.json").write_bytes(to_json(findings))
