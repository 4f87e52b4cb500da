"""A report as CSV: its metadata, then its tables."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from xbrlgen.findings import Location, finding
from xbrlgen.model import Fact, Report
from xbrlgen.readers.contents import content_of
from xbrlgen.readers.oim.aspects import AspectError
from xbrlgen.readers.oim.document_info import DocumentInfo, check_extensions, read_document_info
from xbrlgen.readers.oim.duplicates import disallowed_duplicates
from xbrlgen.readers.oim.source import Members, Source
from xbrlgen.readers.oim.values import Values
from xbrlgen.readers.reading import AnyVocabulary, Reading
from xbrlgen.readers.xbrl_csv.aspects import Aspects
from xbrlgen.readers.xbrl_csv.columns import Columns
from xbrlgen.readers.xbrl_csv.facts import Facts, Note
from xbrlgen.readers.xbrl_csv.files import File, Files, LocalFiles, is_elsewhere, opened
from xbrlgen.readers.xbrl_csv.given import Value
from xbrlgen.readers.xbrl_csv.header import read_header
from xbrlgen.readers.xbrl_csv.links import read_links
from xbrlgen.readers.xbrl_csv.metadata import Metadata, read_metadata
from xbrlgen.readers.xbrl_csv.parameters import CSV, check_referenced, parameter_value, read_parameters
from xbrlgen.readers.xbrl_csv.places import Places
from xbrlgen.readers.xbrl_csv.records import MalformedCsvError, Record, read_records
from xbrlgen.readers.xbrl_csv.structure import SYNTAX
from xbrlgen.readers.xbrl_csv.tables import TableReading
from xbrlgen.readers.xbrl_csv.templates import (
    Properties,
    Table,
    Template,
    read_properties,
    read_tables,
    read_templates,
)

_Parameters = Mapping[str, Value]


def read_xbrl_csv(
    document: Path | bytes, vocabulary: AnyVocabulary, name: str = "", *, url: str = "", files: Files | None = None
) -> Reading:
    """Read a report from its metadata `document`; `vocabulary` is one, or what finds one for its taxonomies' URLs.

    `name` is what findings call the document, by default its path; `url` is where relative references start, by
    default the document or `name`; `files` finds what they lead to, by default on disk. Without a vocabulary a fact is
    numeric where it has a unit or decimals, and a member explicit where it is a name. Time and memory grow with the
    cells. Follows
    xBRL-CSV 1.0, https://www.xbrl.org/Specification/xbrl-csv/REC-2021-10-13+errata-2023-04-19/
    """
    path = name or (str(document) if isinstance(document, Path) else "report.json")
    source = Source(path, SYNTAX)
    content = content_of(document, path, source.findings)
    if content is None:
        return Reading(None, MappingProxyType({}), tuple(source.findings))
    found = files or LocalFiles(document if isinstance(document, Path) else Path(path))
    start = url or (document.as_posix() if isinstance(document, Path) else path)
    metadata, source = read_metadata(content, start, path, found)
    report, places = None, Places()
    if metadata is not None:
        report = _Reading(metadata, start, found, places).read(vocabulary)
    return Reading(report, places, tuple(source.findings))


class _Reading:
    """One report, from its metadata to its links."""

    def __init__(self, metadata: Metadata, url: str, files: Files, places: Places) -> None:
        self._tree = metadata.tree
        self._source = metadata.source
        self._url = url
        self._files = files
        self._places = places
        self._notes: dict[str, Note] = {}

    def read(self, vocabulary: AnyVocabulary) -> Report | None:
        """The report; None, with findings, where its metadata cannot be used."""
        tree, source = self._tree, self._source
        before = len(source.findings)
        info = read_document_info(tree["documentInfo"], source, required=())
        for steps, each in _extended(tree):
            check_extensions(each, info.namespaces, source, *steps)
        templates = read_templates(tree.get("tableTemplates"), source)
        tables = tuple(read_tables(tree.get("tables"), templates, source))
        properties = read_properties(tree, source)
        parameters = read_parameters(tree, self._url, self._files, source)
        if len(source.findings) == before:
            self._check_references(tables, templates, properties, parameters)
        found = vocabulary(info.taxonomy) if callable(vocabulary) and info.taxonomy else None
        aspects = Aspects(Values(info, found if callable(vocabulary) else vocabulary, source.syntax.prefix))
        _check_dimensions(properties, aspects, source)
        for template in templates.values():
            for each in template.levels():
                _check_dimensions(each, aspects, source)
        if len(source.findings) > before:
            return None
        return self._report(info, tables, (properties, parameters), aspects)

    def _check_references(
        self,
        tables: tuple[Table, ...],
        templates: Mapping[str, Template],
        properties: Properties,
        parameters: Collection[str],
    ) -> None:
        common = frozenset(properties.references())
        named = {name: frozenset(each.references()) for name, each in templates.items()}
        check_referenced(parameters, common.union(*named.values()), self._source, "parameters")
        for table in tables:
            steps = ("tables", table.name, "parameters")
            check_referenced(table.parameters, common | named[table.template.name], self._source, *steps)

    def _report(
        self, info: DocumentInfo, tables: tuple[Table, ...], common: tuple[Properties, _Parameters], aspects: Aspects
    ) -> Report:
        source, places = self._source, self._places
        facts = places.facts = tuple(chain.from_iterable(self._table(table, common, aspects) for table in tables))
        for first, again in disallowed_duplicates(facts, info.allowed_duplicates):
            what = f"facts {first.id!r} and {again.id!r} are duplicates, and only {info.allowed_duplicates} are allowed"
            source.findings.append(finding("XG177", what, places[again.id], places[first.id], fact=again.id))
        footnotes, links = read_links(self._tree.get("links"), self._notes, places, info, source)
        return Report(
            entity=facts[0].entity if facts else None,
            facts=facts,
            schema_refs=info.taxonomy,
            prefixes=MappingProxyType(dict(sorted(info.namespaces.items()))),
            language=next((fact.language for fact in facts if fact.language), "en"),
            footnotes=footnotes,
            links=links,
        )

    def _table(self, table: Table, common: tuple[Properties, _Parameters], aspects: Aspects) -> Iterator[Fact]:
        file = self._file(table)
        stream = None if file is None else opened(file, self._source)
        if stream is None:
            return
        path = str(file)
        self._places.begin(path)
        parameters: dict[str, Value] = {}
        for name, text in table.parameters.items():
            parameters |= parameter_value(name, text, self._source, "tables", table.name, "parameters", name)
        try:
            with stream:
                yield from self._rows(read_records(stream), table, (common[0], (parameters, common[1])), aspects)
        except MalformedCsvError as error:
            self._source.findings.append(finding("XG911", str(error), Location(path, error.line)))

    def _rows(
        self,
        records: Iterator[Record],
        table: Table,
        common: tuple[Properties, tuple[_Parameters, ...]],
        aspects: Aspects,
    ) -> Iterator[Fact]:
        """The facts of a table, as far as its rows can be read."""
        path, findings = self._places.path, self._source.findings
        first = next(records, None)
        header = None if first is None else read_header(first, table, path, findings)
        if header is None:
            return
        properties, parameters = common
        reader = Facts(aspects)
        columns = Columns(table.template, header.indexes, parameters, properties, aspects)
        reading = TableReading(table, header, columns, reader, self._places)
        reading.findings = findings
        yield from reading.facts(records)
        self._notes |= reading.notes
        if reader.has_zone:
            findings.append(finding("XG168", "the time zones of periods are left aside", Location(path)))

    def _file(self, table: Table) -> File | None:
        """The CSV file of a table; None, with a finding unless it is optional, where there is none."""
        steps = ("tables", table.name, "url")
        if is_elsewhere(table.url, CSV):
            what = f"table {table.name!r}: {table.url!r} is no part of the report"
            self._source.fault("XG921", what, *steps, standard="xbrlce:missingRequiredCSVFile")
            return None
        file = self._files.find(self._files.absolute(table.url, self._url))
        if file is None and not table.is_optional:
            self._source.fault("XG910", f"table {table.name!r}: there is no file {table.url!r}", *steps)
        return file


def _extended(tree: Members) -> Iterator[tuple[tuple[object, ...], object]]:
    """The objects that may have members of anyone's own, with their places (xBRL-CSV 1.0, section 3.3)."""
    yield (), tree
    yield ("documentInfo",), tree["documentInfo"]
    for section in ("tables", "tableTemplates"):
        members = tree.get(section)
        for name, each in members.items() if isinstance(members, Members) else ():
            yield (section, name), each
            columns = each.get("columns") if isinstance(each, Members) else None
            for column, body in columns.items() if isinstance(columns, Members) else ():
                yield (section, name, "columns", column), body


def _check_dimensions(properties: Properties, aspects: Aspects, source: Source) -> None:
    """That what metadata give can be a dimension, whether a fact uses it or not."""
    for key, given in properties.dimensions.items():
        try:
            aspects.check(key, given)
        except AspectError as error:
            place = Location(properties.place.path, pointer=f"{properties.place.pointer}/dimensions/{key}")
            source.findings.append(finding("XG917", str(error), place, standard=error.standard))
