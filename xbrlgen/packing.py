"""What a build puts into its report package."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from xbrlgen.model import Report
from xbrlgen.packaging.contents import Description, PackagedTaxonomy, report_package
from xbrlgen.packaging.kinds import EXTENSIONS, Kind
from xbrlgen.packaging.settings import Settings
from xbrlgen.packaging.zip_writer import write_archive
from xbrlgen.target import TargetDocument
from xbrlgen.writers.instance import filters
from xbrlgen.writers.xbrl_xml import write_xbrl_xml

_UNUSUAL = re.compile(r"[^\w.-]+")


class Packing(NamedTuple):
    """How one report is packed; `name` is what its other files are called, without extension."""

    report: Report
    settings: Settings
    name: str

    @property
    def package_name(self) -> str:
        """The name of the package and of its directory at the top, without extension."""
        return self._named(self.settings.package_name)

    @property
    def report_name(self) -> str:
        """The name of the report in the package, without extension."""
        return self._named(self.settings.report_name)

    def _named(self, pattern: str) -> str:
        """What a pattern gives, as a name that every file system takes: what an issuer writes leads nowhere else."""
        report = self.report
        text = pattern.format(
            name=self.name,
            prefix=report.extension.prefix if report.extension else "",
            identifier=report.entity.identifier if report.entity else "",
            date=report.period.last_day if report.period else "",
            language=report.language,
        )
        return _UNUSUAL.sub("-", text).lstrip(".") or "report"

    def taxonomy(self, files: Mapping[str, bytes], schema: str) -> PackagedTaxonomy | None:
        """The issuer's taxonomy, which starts from the file `schema`; None where the report has none.

        Its files lie where its namespace says: the namespace and a slash is the URL of their directory, as filers under
        ESEF have it.
        """
        extension, language = self.report.extension, self.report.language
        if extension is None or not files:
            return None
        description = Description(
            identifier=extension.namespace,
            names={language: self.report.title or self.package_name},
            version=self.settings.taxonomy_version,
            publishers={language: self.report.entity_name} if self.report.entity_name else {},
            publisher_url=self.settings.publisher_url,
            publisher_country=self.settings.publisher_country,
        )
        return PackagedTaxonomy(f"{extension.namespace.rstrip('/')}/", files, (schema,), description)

    def write(
        self,
        document: TargetDocument,
        write_pages: Callable[[TargetDocument, Path], object],
        folder: Path,
        schema: str,
        pages: Sequence[Path] = (),
    ) -> tuple[Path, ...]:
        """Write the package into `folder`, where the issuer's taxonomy lies already; its path, if one is wanted.

        `schema` is the path of that taxonomy's schema in `folder`, empty where there is none. In the package the report
        refers to the schema by its URL, which the catalog of the package answers. Nothing else differs from `pages`,
        which were written already, and which are taken over; only a set that has another name in the package, by which
        its files refer to each other, is written once more.
        """
        if not self.settings.extension:
            return ()
        files = {each.name: each.read_bytes() for each in sorted((folder / schema).parent.iterdir())} if schema else {}
        own = self.taxonomy(files, Path(schema).name)
        references = (own.reference(Path(schema).name),) if own else document.schema_refs
        packaged = replace(document, schema_refs=references)
        reports = self._referring(pages, document, packaged) or self._reports(packaged, write_pages, folder)
        path = folder / f"{self.package_name}{self.settings.extension}"
        with path.open("wb") as out:
            write_archive(report_package(self.package_name, self._kind, reports, own), out)
        return (path,)

    @property
    def _kind(self) -> Kind:
        return EXTENSIONS[self.settings.extension]

    def _referring(
        self, pages: Sequence[Path], document: TargetDocument, packaged: TargetDocument
    ) -> Mapping[str, bytes] | None:
        """Pages as `packaged` refers to schemas; None where they do not say so in one place alone, or need each other.

        The files of a set refer to each other by name, so they can only be taken over under the names that they have.
        """
        is_set = len(pages) > 1
        if self._kind is Kind.NON_INLINE or (is_set and pages[0].stem != self.report_name):
            return None
        files = {page.name if is_set else f"{self.report_name}{page.suffix}": page.read_bytes() for page in pages}
        for old, new in zip(document.schema_refs, packaged.schema_refs, strict=True):
            if any(content.count(_href(old)) != 1 for content in files.values()):
                return None
            files = {name: content.replace(_href(old), _href(new)) for name, content in files.items()}
        if is_set and (stylesheet := pages[0].with_suffix(".css")).is_file():
            files[stylesheet.name] = stylesheet.read_bytes()
        return self._below_reports(files)

    def _reports(
        self, document: TargetDocument, write_pages: Callable[[TargetDocument, Path], object], folder: Path
    ) -> Mapping[str, bytes]:
        """The files below the directory of reports, written anew."""
        with TemporaryDirectory(dir=folder) as place:
            path = Path(place) / self.report_name
            if self._kind is Kind.NON_INLINE:
                with path.with_name(f"{path.name}.xbrl").open("wb") as out:
                    write_xbrl_xml(document, out)
            else:
                write_pages(document, path)
            written = {each.name: each.read_bytes() for each in sorted(Path(place).iterdir())}
        return self._below_reports(written)

    def _below_reports(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The files of a report by their paths; those of a document set lie in a directory of their own."""
        below = f"{self.report_name}/" if len(files) > 1 else ""
        return {f"{below}{name}": files[name] for name in sorted(files)}


def _href(reference: str) -> bytes:
    """The address of a schema as templates write it."""
    return f'xlink:href="{filters()["xml_attribute"](reference)}"'.encode()
