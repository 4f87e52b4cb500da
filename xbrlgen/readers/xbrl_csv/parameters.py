"""Parameters of a report, in its metadata and in a file of their own (xBRL-CSV 1.0, section 4)."""

from collections.abc import Iterable, Mapping

from xbrlgen.findings import Location, finding
from xbrlgen.readers.oim.source import Members, Source
from xbrlgen.readers.xbrl_csv.files import Files, is_elsewhere, opened
from xbrlgen.readers.xbrl_csv.given import IDENTIFIER, SpecialValueError, Value, read_value
from xbrlgen.readers.xbrl_csv.records import MalformedCsvError, Record, read_records
from xbrlgen.readers.xbrl_csv.templates import check_identifier

_HEADER = ["name", "value"]
CSV = frozenset({".csv"})


def read_parameters(tree: Members, url: str, files: Files, source: Source) -> Mapping[str, Value]:
    """The parameters of a report, those of its file first."""
    found: dict[str, Value] = {}
    given = tree.get("parameters")
    for name, text in given.items() if isinstance(given, Members) else ():
        if check_identifier(name, source, "parameters", name):
            found |= parameter_value(name, str(text), source, "parameters", name)
    reference = tree.get("parameterURL")
    if isinstance(reference, str):
        found |= _from_file(reference, url, files, source)
    return found


def parameter_value(name: str, text: str, source: Source, *steps: object) -> Mapping[str, Value]:
    """A parameter and what its text stands for; empty, with a finding, where it stands for nothing."""
    try:
        return {name: read_value(text)}
    except SpecialValueError as error:
        source.fault("XG914", f"parameter {name!r}: {error}", *steps, standard=error.standard)
        return {}


def check_referenced(names: Iterable[str], referenced: Iterable[str], source: Source, *steps: object) -> None:
    """That something refers to each parameter."""
    for name in sorted(set(names) - set(referenced)):
        source.fault("XG908", f"nothing refers to the parameter {name!r}", *steps, name)


def _from_file(reference: str, url: str, files: Files, source: Source) -> Mapping[str, Value]:
    if is_elsewhere(reference, CSV):
        what = f"{reference!r} is no part of the report"
        source.fault("XG921", what, "parameterURL", standard="xbrlce:missingParametersFile")
        return {}
    file = files.find(files.absolute(reference, url))
    if file is None:
        what = f"there is no file of parameters {reference!r}"
        source.fault("XG909", what, "parameterURL", standard="xbrlce:missingParametersFile")
        return {}
    stream = opened(file, source)
    if stream is None:
        return {}
    reading = _ParameterFile(str(file), source)
    try:
        with stream:
            for number, record in enumerate(read_records(stream)):
                reading.take(record, is_header=number == 0)
    except MalformedCsvError as error:
        source.findings.append(finding("XG911", str(error), Location(str(file), error.line)))
    if not reading.has_header:
        reading.fault("the file is empty", 1, 1)
    return reading.found


class _ParameterFile:
    """The parameters in a file, one a row."""

    def __init__(self, path: str, source: Source) -> None:
        self.found: dict[str, Value] = {}
        self.has_header = False
        self._path = path
        self._source = source

    def fault(self, message: str, line: int, column: int, code: str = "XG909", standard: str = "") -> None:
        place = Location(self._path, line, column)
        self._source.findings.append(finding(code, message, place, standard=standard))

    def take(self, record: Record, *, is_header: bool) -> None:
        cells = record.cells
        if is_header:
            self.has_header = True
            if cells[:2] != _HEADER or any(cells[2:]):
                self.fault(f"the first line is {','.join(cells)!r} instead of 'name,value'", record.line, 1)
            return
        name, value, more = (*cells[:1], "")[0], (*cells[:2], "", "")[1], cells[2:]
        if not name:
            if any(cells):
                self.fault("a row has no name and yet a value", *record.position(0))
        elif not IDENTIFIER.fullmatch(name):
            self.fault(f"{name!r} is no identifier", *record.position(0), code="XG904")
        elif not value:
            self.fault(f"parameter {name!r} has no value", *record.position(0))
        elif any(more):
            self.fault(f"the row of parameter {name!r} has more than two cells", *record.position(2))
        elif name in self.found:
            self.fault(f"parameter {name!r} is given twice", *record.position(0))
        else:
            self._note(name, value, record)

    def _note(self, name: str, value: str, record: Record) -> None:
        try:
            self.found[name] = read_value(value)
        except SpecialValueError as error:
            self.fault(f"parameter {name!r}: {error}", *record.position(1), code="XG914", standard=error.standard)
