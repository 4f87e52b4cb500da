"""What can be wrong with a report in CSV: one fault in each document, with the codes for it."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

import kinds
from csv_documents import ABSENT, BASE, FILES, METADATA, changed


@dataclass(frozen=True)
class Case:
    """A document with one fault: members to change by JSON pointer, files to replace, the codes that are expected.

    `arelle` is Arelle's code where it is not ours, or none where Arelle lets it pass.
    """

    name: str
    code: str
    standard: str
    members: Mapping[str, object] = field(default_factory=dict)
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    arelle: str | None = None

    @property
    def expected_by_arelle(self) -> str:
        return self.standard if self.arelle is None else self.arelle


def _row(line: int, text: str, name: str = "money.csv") -> dict[str, str]:
    """The file with another line, counted from 1."""
    lines = FILES[name].splitlines(keepends=True)
    end = lines[0][len(lines[0].rstrip("\r\n")) :]
    lines[line - 1] = f"{text}{end}"
    return {name: "".join(lines)}


def _base(members: Mapping[str, object], own: Mapping[str, object] = {}) -> dict:
    """A document that extends another, which has these members."""
    return {
        "members": {"documentInfo/extends": ["base.json"], **own},
        "files": {"base.json": json.dumps(changed(members, BASE))},
    }


_T, _C = "tableTemplates/money", "tableTemplates/money/columns"
_BAD = "xbrlce:invalidJSONStructure"


def faults() -> Iterator[Case]:
    yield from _json()
    yield from _extension()
    yield from _definitions()
    yield from _dimensions()
    yield from _files()
    yield from _cells()
    yield from _links()


def _json() -> Iterator[Case]:
    text = json.dumps(METADATA)
    # Arelle goes by the name of the file for the prefix of this code
    yield Case("not json", "XG900", "xbrlce:invalidJSON", files={"metadata.json": text[:-1]})
    twice = text.replace('"decimals": -6', '"decimals": -6, "decimals": 0')
    yield Case("repeated key", "XG900", "xbrlce:invalidJSON", files={"metadata.json": twice})
    yield Case("unknown member", "XG901", _BAD, {"own": 1})
    yield Case("unbound member", "XG173", "oimce:unboundPrefix", {"zz:own": 1})
    yield Case("unbound member of a column", "XG173", "oimce:unboundPrefix", {f"{_C}/north/zz:own": 1})
    yield Case("no url", "XG901", _BAD, {"tables/balance/url": ABSENT})
    yield Case("no columns", "XG901", _BAD, {_C: ABSENT})
    yield Case("optional is no boolean", "XG901", _BAD, {"tables/balance/optional": "true"})
    yield Case("parameter is no string", "XG901", _BAD, {"parameters/half": 2023})
    yield Case("dimension is null", "XG901", _BAD, {"dimensions/period": None})
    yield Case("dimension of the model", "XG901", _BAD, {f"{_C}/north/dimensions/noteId": "a"})
    yield Case("dimension in xbrl", "XG901", _BAD, {"dimensions/xbrl:period": "2023"})
    yield Case("targets are no array", "XG901", _BAD, {"links/footnote/_": {"balance.r_b.north": "notes.r_1.text"}})
    # Arelle takes a final object that is not final
    final = {"documentInfo/final": {"tables": False}}
    yield Case("final is false", "XG901", _BAD, final, arelle="")
    yield Case("duplicates of no kind", "XG901", _BAD, {"documentInfo/features": {"xbrl:allowedDuplicates": "some"}})
    yield Case("no taxonomy", "XG166", "oime:noTaxonomy", {"documentInfo/taxonomy": []})
    yield Case("taxonomy missing", "XG166", "oime:noTaxonomy", {"documentInfo/taxonomy": ABSENT})
    twice_named = {"documentInfo/namespaces/q": kinds.NAMESPACE}
    yield Case("two aliases", "XG173", "oimce:multipleAliasesForURI", twice_named)
    unlike = {"documentInfo/documentType": "https://xbrl.org/2099/xbrl-csv"}
    reserved = {"documentInfo/namespaces/xbrlce": "http://x"}
    yield Case("reserved alias", "XG173", "oimce:invalidURIForReservedAlias", reserved)
    yield Case("base of no address", "XG901", "oime:invalidBaseURL", {"documentInfo/baseURL": "here"})
    spaces = {"documentInfo/namespaces/x": " http://x"}
    yield Case("address with spaces", "XG901", _BAD, spaces)
    yield Case("another version", "XG172", "oimce:unsupportedDocumentType", unlike)


def _extension() -> Iterator[Case]:
    nothing = {"documentInfo/extends": ["nothing.json"]}
    yield Case("base missing", "XG902", "xbrlce:unresolvableBaseMetadataFile", nothing)
    yield Case("base is itself", "XG902", "xbrlce:cycleInExtensionChain", {"documentInfo/extends": ["metadata.json"]})
    outside = {"documentInfo/extends": ["/etc/base.conf"]}
    yield Case("base elsewhere", "XG921", "xbrlce:unresolvableBaseMetadataFile", outside)
    json_type = {"documentInfo/documentType": "https://xbrl.org/2021/xbrl-json"}
    yield Case("base of another type", "XG902", "xbrlce:multipleDocumentTypesInExtensionChain", **_base(json_type))
    unlike = {"tableTemplates/notes/columns": {"other": {}}}
    yield Case("base contradicted", "XG903", "xbrlce:conflictingMetadataValue", **_base(unlike))
    more = {"decimals": 0}
    standard = "xbrlce:illegalRedefinitionOfNonExtensibleProperty"
    yield Case("base redefined", "XG903", standard, **_base(more))
    final = {"documentInfo/final": {"tableTemplates": True}}
    yield Case("final object extended", "XG903", "xbrlce:illegalExtensionOfFinalProperty", **_base(final))
    final = {"documentInfo/final": {"tables": True}}
    yield Case("final object added", "XG903", "xbrlce:illegalExtensionOfFinalProperty", **_base(final))
    other = {"parameters": {"half": "2023"}}
    # Arelle has a code of its own for parameters, and gives both
    yield Case("parameter contradicted", "XG903", "xbrlce:conflictingMetadataValue", **_base(other))


def _definitions() -> Iterator[Case]:
    invalid = "xbrlce:invalidIdentifier"
    yield Case("name of a template", "XG904", invalid, {"tableTemplates/a.b": {"columns": {}}})
    yield Case("name of a column", "XG904", invalid, {f"{_C}/1st": {}})
    yield Case(
        "name of a table", "XG904", invalid, {"tables/a b": {"url": "x.csv", "template": "notes", "optional": True}}
    )
    groups = "tableTemplates/texts/columns/kind/propertyGroups"
    yield Case("name of a group", "XG904", invalid, {f"{groups}/a.b": {}})
    yield Case("name of a parameter", "XG904", invalid, {"parameters": {"half": "2023", "a.b": "1"}})
    parameter = {"tables/texts/parameters": {"who": "sicc:37740", "a.b": "1"}}
    yield Case("name of a table's parameter", "XG904", "xbrlce:invalidParameterName", parameter)
    comment = {f"{_C}/north/comment": True}
    yield Case("comment and facts", "XG905", "xbrlce:conflictingColumnType", comment)
    both = {"tableTemplates/texts/columns/kind/dimensions": {}}
    yield Case("groups and facts", "XG905", "xbrlce:conflictingColumnType", both)
    yield Case("decimals of no fact", "XG905", "xbrlce:misplacedDecimalsOnNonFactColumn", {f"{_C}/when/decimals": 0})
    undefined = {f"{_T}/rowIdColumn": "row"}
    yield Case("row ids nowhere", "XG905", "xbrlce:undefinedRowIdColumn", undefined)
    yield Case("row ids in comments", "XG905", "xbrlce:invalidRowIdColumn", {f"{_T}/rowIdColumn": "label"})
    reference = {f"{_C}/north/propertiesFrom": ["id"]}
    yield Case("no groups", "XG905", "xbrlce:invalidPropertyGroupColumnReference", reference)
    columns = deepcopy(METADATA["tableTemplates"]["texts"]["columns"])
    columns["sort"] = {"propertyGroups": {"x": {"dimensions": {"concept": "k:Name"}}, "y": {}}}
    columns["value"]["propertiesFrom"] = ["kind", "sort"]
    repeated = {"tableTemplates/texts/columns": columns}
    yield Case("dimension from two groups", "XG905", "xbrlce:repeatedPropertyGroupDimension", repeated)
    columns = deepcopy(columns)
    columns["sort"] = {"propertyGroups": {"x": {"decimals": 0}}}
    repeated = {"tableTemplates/texts/columns": columns}
    yield Case("decimals from two groups", "XG905", "xbrlce:repeatedPropertyGroupDecimalsProperty", repeated)
    unknown = {"tables/balance/template": "other"}
    yield Case("unknown template", "XG906", "xbrlce:unknownTableTemplate", {**unknown, "links": {}})
    yield Case("reference to no name", "XG907", "xbrlce:invalidReference", {f"{_T}/dimensions/unit": "$a b"})
    yield Case("specifier", "XG907", "xbrlce:invalidPeriodSpecifier", {"dimensions/period": "$half@middle"})
    yield Case("unused parameter", "XG908", "xbrlce:unreferencedParameter", {"parameters/other": "1"})
    more = {"tables/balance/parameters": {"other": "1"}}
    yield Case("unused parameter of a table", "XG908", "xbrlce:unreferencedParameter", more)
    yield Case("special value", "XG914", "xbrlce:unknownSpecialValue", {f"{_T}/dimensions/unit": "#1"})
    yield Case("decimals as text", "XG918", "xbrlce:invalidDecimalsValue", {"decimals": "-6"})
    # Arelle takes what is no integer for a fault of structure
    yield Case("broken decimals", "XG918", "xbrlce:invalidDecimalsValue", {"decimals": 1.5}, arelle=_BAD)


def _dimensions() -> Iterator[Case]:
    for key, value, standard in (
        ("concept", "Revenue", "xbrlce:invalidConceptQName"),
        ("concept", "#nil", "xbrlce:invalidConceptQName"),
        ("concept", "zz:Revenue", "oimce:unboundPrefix"),
        ("concept", "k:Revenues", "oime:unknownConcept"),
        ("concept", "k:SegmentsAxis", "oime:valueForAbstractConcept"),
        ("concept", "k:Manager", "oime:unsupportedConceptDataType"),
        ("concept", "k:Fraction", "oime:unsupportedConceptDataType"),
        ("entity", "37740", "oimce:invalidSQName"),
        ("period", "2023-13", "xbrlce:invalidPeriodRepresentation"),
        ("period", "30.09.2023", "xbrlce:invalidPeriodRepresentation"),
        ("period", "2023Q5", "xbrlce:invalidPeriodRepresentation"),
        ("period", "2023W54", "xbrlce:invalidPeriodRepresentation"),
        ("unit", "JPY", "oimce:invalidUnitStringRepresentation"),
        ("unit", "xbrli:pure", "oime:illegalPureUnit"),
        ("language", "a b", "xbrlce:invalidLanguageCode"),
        ("language", "#nil", "xbrlce:invalidJSONStructure"),
        ("k:OtherAxis", "k:NorthMember", "oime:unknownDimension"),
        ("k:SegmentsAxis", "North", "xbrlce:invalidDimensionValue"),
        ("k:SegmentsAxis", "k:GroupMember", "xbrlce:invalidDimensionValue"),
    ):
        # Arelle takes what has no prefix for a name in no namespace
        arelle = "xbrldie:ExplicitMemberUndefinedQNameError" if value == "North" else None
        yield Case(f"{key} {value}", "XG917", standard, {f"{_C}/north/dimensions/{key}": value}, {}, arelle)
    yield Case("name of a dimension", "XG901", _BAD, {f"{_C}/north/dimensions/k:1 2": "x"})
    nowhere = {f"{_C}/north/dimensions/unit": "$nowhere"}
    yield Case("reference to nothing", "XG907", "xbrlce:invalidReferenceTarget", nowhere)
    comment = {f"{_C}/north/dimensions/unit": "$label"}
    yield Case("reference to a comment", "XG907", "xbrlce:invalidReferenceTarget", comment)


def _files() -> Iterator[Case]:
    yield Case("file missing", "XG910", "xbrlce:missingRequiredCSVFile", {"tables/more/optional": False})
    # Arelle looks into any file of the machine
    elsewhere = {"tables/more/url": "/etc/passwd"}
    yield Case("file elsewhere", "XG921", "xbrlce:missingRequiredCSVFile", elsewhere, arelle="")
    above = {"parameters": {}, "parameterURL": "../../../../../../etc/hostname"}
    # there Arelle misses the header
    yield Case("parameters elsewhere", "XG921", "xbrlce:missingParametersFile", above, arelle="")
    yield Case("broken quotes", "XG911", "xbrlce:invalidCSVFileFormat", {"links": {}}, _row(3, 'b,"x"y,,,,12'), "")
    quote = _row(3, 'b,x "y",,,,12')
    yield Case("quote within", "XG911", "xbrlce:invalidCSVFileFormat", {"links": {}}, quote, "")
    open_quote = _row(4, 'c,"Shares,k:Cash,2023W26,7d0,')
    yield Case("open quote", "XG911", "xbrlce:invalidCSVFileFormat", {"links": {}}, open_quote, "")
    utf16 = {"notes.csv": FILES["notes.csv"].encode("utf-16-le")}
    yield Case("utf-16", "XG911", "xbrlce:invalidCSVFileFormat", {"links": {}}, utf16)
    latin = {"notes.csv": b"text\nna\xefve\n"}
    yield Case("latin", "XG911", "xbrlce:invalidCSVFileFormat", {"links": {}}, latin)
    yield Case("semicolons", "XG912", "xbrlce:invalidHeaderValue", {"links": {}}, {"notes.csv": "text;more\nx;y\n"})
    yield Case("unknown column", "XG912", "xbrlce:unknownColumn", {"links": {}}, {"notes.csv": "text,more\nx,y\n"})
    twice = {"notes.csv": "text,text\nx,y\n"}
    yield Case("repeated column", "XG912", "xbrlce:repeatedColumnIdentifier", {"links": {}}, twice)
    url = {"parameters": {}, "parameterURL": "parameters.csv"}
    yield Case("parameters missing", "XG909", "xbrlce:missingParametersFile", url)
    for name, text, code, standard in (
        ("header", "id,value\nhalf,2023\n", "XG909", "xbrlce:invalidParameterCSVFile"),
        ("empty", "", "XG909", "xbrlce:invalidParameterCSVFile"),
        ("no value", "name,value\nhalf,\n", "XG909", "xbrlce:invalidParameterCSVFile"),
        ("no name", "name,value\nhalf,2023\n,2023\n", "XG909", "xbrlce:invalidParameterCSVFile"),
        ("three cells", "name,value\nhalf,2023,x\n", "XG909", "xbrlce:invalidParameterCSVFile"),
        ("twice", "name,value\nhalf,2023\nhalf,2023\n", "XG909", "xbrlce:invalidParameterCSVFile"),
        ("identifier", "name,value\nhalf,2023\na.b,1\n", "XG904", "xbrlce:invalidIdentifier"),
    ):
        arelle = "" if name == "empty" else None
        yield Case(f"parameters: {name}", code, standard, {**url}, {"parameters.csv": text}, arelle)


def _cells() -> Iterator[Case]:
    yield Case("row id missing", "XG913", "xbrlce:missingRowIdentifier", files=_row(3, ",Revenue,,,,12"))
    yield Case("row id broken", "XG913", "xbrlce:invalidRowIdentifier", files=_row(3, "b.c,Revenue,,,,12"))
    yield Case("row id repeated", "XG913", "xbrlce:repeatedRowIdentifier", files=_row(3, "a-1,Revenue,,,,12"))
    yield Case(
        "unknown special value", "XG914", "xbrlce:unknownSpecialValue", files=_row(4, "ja,name,#1,x", "texts.csv")
    )
    yield Case("none as a fact", "XG914", "xbrlce:illegalUseOfNone", files=_row(3, "b,,,,,#none"))
    group = _row(4, "ja,#none,1,x", "texts.csv")
    yield Case("none as a group", "XG914", "xbrlce:illegalUseOfNone", files=group)
    yield Case("unknown group", "XG916", "xbrlce:unknownPropertyGroup", files=_row(4, "ja,nam,1,x", "texts.csv"))
    yield Case("language of a number", "XG915", "xbrlce:unmappedCellValue", files=_row(7, "en,staff,1,", "texts.csv"))
    yield Case("group of nothing", "XG915", "xbrlce:unmappedCellValue", files=_row(4, ",name,,", "texts.csv"))
    yield Case("below no heading", "XG915", "xbrlce:unmappedCellValue", files=_row(3, "b,Revenue,,,,12,x"))
    yield Case("period of nothing", "XG915", "xbrlce:unmappedCellValue", files=_row(3, "b,,,2023,,12"))
    yield Case("no concept", "XG917", "oime:missingConceptDimension", files=_row(4, "c,,,2023,7,"))
    yield Case("period of a cell", "XG917", "xbrlce:invalidPeriodRepresentation", files=_row(4, "c,,k:Cash,today,7,"))
    instant = _row(4, "c,,k:Cash,2023-10-01T00:00:00,7,")
    yield Case("instant without ends", "XG917", "xbrlce:referenceTargetNotDuration", files=instant)
    short = _row(4, "c,,k:Cash,2023@end,7,")
    yield Case("end without ends", "XG917", "xbrlce:referenceTargetNotDuration", files=short)
    yield Case("concept of a cell", "XG917", "xbrlce:invalidConceptQName", files=_row(4, "c,,Cash,2023,7,"))
    yield Case("unbound concept", "XG917", "oimce:unboundPrefix", files=_row(4, "c,,zz:Cash,2023,7,"))
    # Arelle leaves languages of cells alone
    language = _row(4, "a b,name,x,x", "texts.csv")
    yield Case("language of a cell", "XG917", "xbrlce:invalidLanguageCode", files=language, arelle="")
    yield Case("decimals of a cell", "XG918", "xbrlce:invalidDecimalsSuffix", files=_row(4, "c,,k:Cash,2023,7d1.5,"))
    nil = _row(4, "c,,k:Cash,2023,#nil,")
    yield Case("decimals of nil", "XG918", "oime:misplacedDecimalsProperty", files=nil)
    template = {f"{_C}/north/decimals": "$label", f"{_C}/label": {}, "links": {}}
    files = {"money.csv": "id,label,north\na,0,1\nb,x,12\n"}
    yield Case("decimals of a column", "XG918", "xbrlce:invalidDecimalsValue", template, files)
    yield Case("no number", "XG919", "xbrlce:invalidFactValue", files=_row(4, 'c,,k:Cash,2023,"1,000",'))
    region = {f"{_C}/amount/dimensions/period": "$when", "links": {}}
    unbound = _row(4, "c,,k:Regions,2023,k:NorthMember zz:SouthMember,")
    yield Case("unbound name in a value", "XG173", "oimce:unboundPrefix", region, unbound)
    none = {"documentInfo/features": {"xbrl:allowedDuplicates": "none"}}
    twice = {"texts.csv": FILES["texts.csv"] + ",staff,4803,#empty\n"}
    yield Case("promised no duplicates", "XG177", "oime:disallowedDuplicateFacts", none, twice)


def _links() -> Iterator[Case]:
    start, note = "balance.r_a-1.amount", "notes.r_1.text"
    links = "links/footnote/_"
    yield Case("link from nothing", "XG920", "xbrlce:unknownLinkSource", {links: {"balance.r_z.amount": [note]}})
    yield Case("link to nothing", "XG920", "xbrlce:unknownLinkTarget", {links: {start: ["notes.r_9.text"]}})
    of_type = {"links": {"other": {"_": {start: [note]}}}}
    yield Case("link of no type", "XG920", "xbrlce:unknownLinkType", of_type)
    of_group = {"links": {"footnote": {"other": {start: [note]}}}}
    yield Case("link of no group", "XG920", "xbrlce:unknownLinkGroup", of_group)
    to_fact = {links: {start: ["balance.r_b.north"]}}
    yield Case("footnote that is a fact", "XG920", "oime:illegalStandardFootnoteTarget", to_fact)
    column = "tableTemplates/notes/columns/text/dimensions"
    yield Case(
        "note without language",
        "XG917",
        "oime:missingLanguageForNoteFact",
        {f"{column}/language": "#none", "links": {}},
    )
    yield Case(
        "note with a period", "XG917", "oime:misplacedNoteFactDimension", {f"{column}/period": "2023", "links": {}}
    )
    broken = {"notes.csv": "text\n<b>See\n"}
    foreign = {"notes.csv": 'text\n"<x xmlns=""http://x""/>"\n'}
    yield Case("note in another language", "XG920", "oime:invalidXHTMLFragment", {"links": {}}, foreign)
    prefixed = {"notes.csv": 'text\n"<x:b xmlns:x=""http://www.w3.org/1999/xhtml"">x</x:b>"\n'}
    yield Case("note with prefixes", "XG920", "oime:xhtmlElementInNonDefaultNamespace", {"links": {}}, prefixed)
    yield Case("note is no fragment", "XG920", "oime:invalidXHTMLFragment", {"links": {}}, broken)
