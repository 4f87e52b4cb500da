"""Each finding of the reader: a folder with that one fault, the code that it gets, and its place."""

import os
from dataclasses import dataclass

import pytest
from small_folder import REPORT, TABLE, SmallFolder

from xbrlgen.readers.report_folder import read_report_folder

INCOME = "tables/income.csv"
HERE = "¦"
"""Marks in a faulty text where the finding is to point; it is taken out before the text is read."""

TEXTS = {
    "notes/a.docx": "x",
    "notes/empty.md": " \n",
    "notes/good.md": "Nothing.",
    "notes/markup.xhtml": "<p>One.</p>",
    "notes/bad.xhtml": f"<p>One.</p>\n<p>Two.<br></{HERE}p>",
    "notes/script.xhtml": f"<p>a{HERE}<script>b</script></p>",
    "notes/raw.md": f"Fine.\n\na {HERE}<b>bold claim\n",
    "notes/image.md": f"Fine.\n\na {HERE}![chart](chart.png)\n",
    "notes/link.md": f"See [here]({HERE}other.md).\n",
}


@dataclass(frozen=True)
class Fault:
    """A text of report.yaml that is replaced by a faulty one, and what is to be found."""

    code: str
    old: str
    new: str
    says: str = ""
    hint: str = ""
    also: tuple[str, ...] = ()
    """Other codes that the fault is bound to bring with it."""


@dataclass(frozen=True)
class TableFault(Fault):
    """A faulty table; `old` and `new` are replaced in report.yaml where the fault shows only then."""

    table: str = ""


def in_table(code: str, table: str, old: str = "", new: str = "", **more) -> TableFault:
    return TableFault(code, old, new, table=table, **more)


def in_row(code: str, heading: str, row: str, old: str = "", new: str = "", **more) -> TableFault:
    """A fault on the first row of a table."""
    sound = f"Revenue{',' * (heading.count(',') + 3)}\n"
    return in_table(code, f"label,{heading},FY,PY\n{row}\n{sound}", old, new, **more)


def in_content(code: str, entry: str, **more) -> Fault:
    """A fault in another entry of the section's content."""
    return Fault(code, "    content:\n", f"    content:\n      - {entry}\n", **more)


def in_table_entry(code: str, more_keys: str, **more) -> Fault:
    """A fault in a further key of the table."""
    return Fault(code, "          PY: PY\n", f"          PY: PY\n        {more_keys}\n", **more)


AUDITED = ("sections:\n", "footnotes: {audited: By nobody.}\nsections:\n")
MARKED_UP = "footnotes: {audited: By ¦<b>nobody</b>.}\n"
FILES = [
    Fault("XG101", "tables/income.csv", "¦tables/incom.csv", hint="did you mean 'income.csv'?"),
    Fault("XG102", "tables/income.csv", "¦tables"),
    Fault("XG102", "tables/income.csv", '¦"a\\0b.csv"'),
    Fault("XG103", "tables/income.csv", "¦../other.csv"),
    Fault("XG103", "tables/income.csv", "¦/etc/hostname"),
    Fault(
        "XG105",
        "    content:\n",
        "    content:\n      - {table: tables/income.csv, columns: {FY: FY, PY: PY}}\n",
        says="already used",
    ),
    in_table("XG107", TABLE.replace("(12)", "(1¦\x002)"), says="U+0000", also=("XG201",)),
]
YAML = [
    Fault("XG108", "period: FY", "period: FY¦: x"),
    Fault("XG108", "title: Small report", "title: ¦*missing"),
    Fault("XG108", "title: Small report", "title: &a [¦*a]"),
    Fault("XG109", "period: FY", "period: FY\n¦title: again"),
    Fault("XG110", "period: FY", "period: !!str FY\nlanguage: ¦!code en", says="!code"),
    Fault("XG110", "title: Small report", "title: Small report\n¦---\n"),
    Fault("XG110", "period: FY", "¦[period]: FY"),
    Fault("XG111", "title: Small report", f"title: {'[' * 39}¦{'[' * 5}{']' * 44}"),
]
STRUCTURE = [
    Fault("XG112", "period: FY", "¦peroid: FY", hint="did you mean 'period'?"),
    Fault("XG112", "period: FY", "period: FY\n¦auditor: x", says="'auditor'"),
    Fault("XG113", "title: Small report\n", "¦", says="the report lacks the key 'title'"),
    Fault("XG113", "Orders: {", "Orders: ¦{documentation: x}  # {", says="'extension.concepts.Orders' lacks"),
    Fault("XG113", "    CaseAxis:\n      label: Result or target\n", "    ¦CaseAxis:\n", says="CaseAxis"),
    Fault("XG114", "title: Small report", "title: ¦[Small]"),
    Fault("XG114", "units: {", "units: ¦[a]  # {", says="expected a mapping"),
    in_content("XG114", "¦{note: x}", says="table, text and facts"),
    Fault("XG115", "scale: millions", "scale: ¦milions", says="millions"),
    Fault("XG115", "scale: millions", "scale: ¦99"),
    Fault("XG115", "2022-04-01/2023-03-31", "¦2022-04-01/2023-03-32", says="no day"),
    Fault("XG115", "2022-04-01/2023-03-31", "¦2024-04-01/2023-03-31", says="ends before"),
    Fault("XG115", "Mar23: 2023-03-31", "¦start: 2023-03-31", says="neither start nor end"),
    Fault("XG115", "Orders:", "¦Orders-New:"),
    Fault("XG115", '"http://example.com/scheme"', "¦LEI"),
    Fault("XG115", "currency: JPY", "currency: ¦yen"),
    Fault("XG115", "scale: millions", "scale:¦", says="no value"),
    Fault("XG115", "title: Small report", "title: x\nlanguage: ¦English, mostly"),
    Fault(
        "XG115", "          PY: PY\n", "          PY: PY\n          ¦note: PY\n", says="another name", also=("XG136",)
    ),
    in_row("XG115", "concept,style", "Revenue,Revenue,¦bold,1,2"),
    in_row("XG115", "concept,level", "Revenue,Revenue,¦10,1,2"),
    in_row("XG115", "concept,scale", "Revenue,Revenue,¦many,1,2"),
    in_row("XG115", "concept,negated", "Revenue,Revenue,¦maybe,1,2"),
    in_row("XG115", "concept,decimals", "Revenue,Revenue,¦two,1,2"),
    in_row("XG115", "concept,dash", "Revenue,Revenue,¦blank,1,2"),
    in_row("XG115", "concept,id", "Revenue,Revenue,¦1 2,1,2"),
    Fault(
        "XG116",
        "sections:\n",
        "sections:\n  - {id: income, title: x, content: [{facts: [{concept: ProfitLoss, value: '1', label: x}]}]}\n",
    ),
    in_table("XG116", "label,concept,id,FY,PY\na,Revenue,x,1,2\nb,ProfitLoss,¦x,1,2\n"),
    Fault("XG117", "taxonomy: small", "taxonomy: ¦large"),
    in_table("XG118", "label,concept,FY,PY\nRevenue,Revenue,,\n"),
    Fault("XG119", "sections:\n", "highlights: [Revenue, ¦Equity]\nsections:\n", says="2024-03-31"),
]
NAMES = [
    in_row("XG120", "concept", "Revenue,¦ow:Orders,1,2", hint="did you mean 'own'?"),
    in_row("XG121", "concept", "Revenue,¦Revenu,1,2", hint="did you mean 'Revenue'?"),
    in_row("XG121", "concept", "Revenue,¦Orders,1,2", hint="did you mean 'own:Orders'?"),
    in_row("XG121", "concept", "Revenue,¦Zebra,1,2", says="there is no concept 'Zebra'"),
    in_row(
        "XG122",
        "concept,dimensions",
        "Revenue,Revenue,¦SegmentAxis=own:CloudMember,1,2",
        hint="did you mean 'SegmentsAxis'?",
    ),
    in_row("XG122", "concept,dimensions", "Revenue,Revenue,¦Equity=own:CloudMember,1,2", says="is no axis"),
    in_row(
        "XG123",
        "concept,dimensions",
        "Revenue,Revenue,SegmentsAxis = ¦own:ClowdMember,1,2",
        hint="did you mean 'own:CloudMember'?",
    ),
    in_row("XG124", "concept,unit", "Revenue,Revenue,¦furlongs,1,2"),
    in_row("XG124", "concept,unit", "Revenue,Revenue,JPY/¦furlong,1,2"),
    Fault("XG124", 'Gbps: "own:Gbps"', "¦pure: own:Gbps", says="has a meaning already"),
    Fault("XG124", 'Gbps: "own:Gbps"', "Gbps: ¦gigabits"),
    Fault("XG124", 'Gbps: "own:Gbps"', "Gbps: ¦xbrli:litre"),
    Fault("XG125", "type: monetary", "type: ¦money"),
    Fault("XG126", "          PY: PY", "          PY: ¦Pyy", hint="did you mean 'PY'?"),
    Fault("XG126", "period: FY\n", "period: ¦FY2023\n"),
]
EXTENSION = [
    Fault("XG127", "prefix: own", "prefix: ¦xbrli", also=("XG120",)),
    Fault("XG127", "http://example.com/own", "¦http://www.xbrl.org/2003/instance", also=("XG124",)),
    Fault("XG128", "CloudMember: Cloud", "CloudMember: Cloud, ¦TargetMember: Aim"),
    Fault("XG129", "Orders: {type: monetary", "¦Orders: {type: integer, balance: debit"),
    Fault("XG130", "default: ResultMember", "default: ¦ForecastMember"),
    Fault("XG130", "    SegmentsAxis:\n", "    SegmentsAxis:\n      label: ¦Segments\n"),
    Fault("XG122", "    SegmentsAxis:\n", "    ¦Equity:\n", says="'Equity' of the taxonomy is no axis"),
]
CSV = [
    in_table("XG131", 'label,concept,FY,PY\nA,Revenue,1,2\n¦"B,Revenue,1,2\n', says="never closed"),
    in_table("XG131", 'label,concept,FY,PY\nA,Revenue,1,2\nB,Revenue,1¦"200,2\n', says="inside a cell"),
    in_table("XG131", 'label,concept,FY,PY\nA,Revenue,1,2\n"B"¦s,Revenue,1,2\n', says="follows a closing"),
    in_table("XG131", 'label,concept,FY,PY\nA,Revenue,1,2\n"B\nC"¦s,Revenue,1,2\n', says="follows a closing"),
    in_table("XG132", "¦label;concept;FY;PY\nRevenue;Revenue;1;2\n", says="semicolons"),
    in_table("XG132", "¦label\tconcept\tFY\tPY\n", says="tabs"),
    in_table("XG133", "label,concept,FY,PY\nA,Revenue,1,200,¦1,100\nB,ProfitLoss,1,2\n", hint="quotes"),
    in_table("XG133", "label,concept,FY,PY\n¦A,Revenue,1\nB,ProfitLoss,1,2\n"),
    in_table("XG134", "label,concept,FY,PY,¦FY\nRevenue,Revenue,1,2,3\n"),
    in_table("XG135", "label,concept,FY,PY,¦QY\nRevenue,Revenue,1,2,3\n"),
    in_table("XG135", "¦lable,concept,FY,PY\nRevenue,Revenue,1,2\n", hint="did you mean 'label'?"),
    in_table("XG135", "label,concept,¦,FY,PY\nRevenue,Revenue,,1,2\n", says="no name"),
    in_table("XG136", "¦label,concept,FY\nRevenue,Revenue,1\n", says="'PY'"),
    in_table("XG136", "¦concept,FY,PY\nRevenue,1,2\n", says="'label'"),
    in_table("XG137", "¦label,concept,FY,PY\n"),
    in_table("XG137", "¦\n\n"),
    in_table("XG138", "label,concept,FY,PY\n¦,Revenue,1,2\nProfit,ProfitLoss,1,2\n"),
    in_table("XG139", f"label,concept,FY,PY{',' * 997}¦,\n", says="1,000 cells"),
    in_table("XG139", f"label,concept,FY,PY\nA,Revenue,1,2\n¦{'x' * 100_001},Revenue,1,2\n", says="100,000 characters"),
]
EXPRESSIONS = [
    Fault("XG140", "          PY: PY", "          PY: {computed: 'fact@FY /¦'}", says="the end"),
    Fault("XG140", "          PY: PY", "          PY: {computed: 'fact@FY ¦? 2'}"),
    Fault("XG140", "          PY: PY", f"          PY: {{computed: '{'(' * 31}¦fact'}}", says="nested"),
    Fault("XG140", "          PY: PY", f"          PY: {{computed: '1{'+1' * 199}+¦1'}}", says="400 words"),
    Fault("XG140", "          PY: PY", f"          PY: {{computed: '¦1{' ' * 4000}'}}", says="4,000 characters"),
    Fault("XG140", "          PY: PY", f"          PY: {{computed: 'fact / ¦{'9' * 41}'}}", says="40 digits"),
    Fault("XG140", "          PY: PY", "          PY: {computed: 'fact[SegmentsAxis ¦/ 2]'}", says="'='"),
    Fault("XG140", "          PY: PY", "          PY: {computed: 'fact[SegmentsAxis=none¦'}", says="']'"),
    in_table_entry("XG140", "calculations: [Revenue ¦- ProfitLoss]", says="expected '=' before '-'"),
    in_table_entry("XG140", "calculations: [Revenue = ProfitLoss ¦= Revenue]", says="expected '+' or '-'"),
    in_table_entry("XG140", "calculations: [Revenue = ¦2]", says="name of a concept"),
    in_table_entry("XG121", "calculations: [Revenue = ¦Profitloss - CostOfSales]"),
    Fault("XG126", "          PY: PY", "          PY: {computed: 'fact@FY / fact@¦PPY'}"),
    in_table("XG141", TABLE + "Growth,,,5.1\n", "          PY: PY", "          PY: {computed: '¦fact@FY / fact@PY'}"),
    in_table_entry("XG142", "calculations: [¦Equity@end = Equity@start]", says="moments"),
    in_table_entry("XG142", "calculations: ['¦Revenue = Revenue[SegmentsAxis=own:CloudMember]']", says="one context"),
    in_table_entry("XG142", "calculations: [¦Revenue = fact]", says="'fact'"),
    in_table_entry("XG142", "aggregations: [¦Equity@end = Equity@start]", says="moments"),
    in_table_entry("XG142", "roll_forwards: [¦Equity = Assets - Revenue]", says="closing balance"),
    Fault("XG142", "sections:\n", "tie_outs: [¦fact = Revenue]\nsections:\n"),
    in_row("XG143", "concept,dimensions", "Revenue,Revenue,¦SegmentsAxis: own:CloudMember,1,2"),
    in_row("XG144", "concept,dimensions", "Revenue,Revenue,SegmentsAxis=own:CloudMember; ¦SegmentsAxis=none,1,2"),
]
NOTES = [
    in_content("XG145", "{text: notes/bad.xhtml, concept: DisclosureOfGoingConcern, label: x}", says="mismatched"),
    in_content("XG146", "{text: notes/script.xhtml, concept: DisclosureOfGoingConcern, label: x}", says="<script>"),
    in_content("XG146", "{text: notes/raw.md, concept: DisclosureOfGoingConcern, label: x}", says="raw HTML"),
    in_content("XG146", "{text: notes/image.md, concept: DisclosureOfGoingConcern, label: x}", says="image"),
    in_content("XG146", "{text: notes/link.md, concept: DisclosureOfGoingConcern, label: x}", says="other.md"),
    in_content("XG147", "{text: ¦notes/a.docx, concept: DisclosureOfGoingConcern, label: x}"),
    in_content("XG148", "{text: notes/empty.md, concept: DisclosureOfGoingConcern, label: x}"),
    in_content("XG149", "{text: ¦notes/markup.xhtml, concept: NameOfReportingEntity, label: x}"),
    in_content("XG149", "{text: ¦notes/good.md, concept: Revenue, label: x}"),
]
VALUES = [
    in_row("XG201", "concept", 'Revenue,Revenue,"¦JPY 1,200",2', says="no number", hint="`unit`"),
    in_row("XG201", "concept", "Revenue,Revenue,¦1200-,2", hint="before the number"),
    in_row("XG201", "concept", "Revenue,Revenue,¦n/a,2"),
    in_row("XG202", "concept", 'Revenue,Revenue,"¦1,23",2'),
    in_row("XG203", "concept", f"Revenue,Revenue,¦{'9' * 41},2"),
    in_row("XG204", "concept", "Revenue,Revenue,¦5%,2"),
    in_row("XG205", "concept,decimals", "Revenue,Revenue,-3,¦1,", says="typed to decimals -6"),
    in_row("XG205", "concept,decimals", "Revenue,Revenue,-8,¦12,", says="digits beyond"),
    in_row("XG206", "concept", "Date,DateOfRelease,¦6.11.2023,"),
    in_row("XG206", "concept", "Date,DateOfRelease,¦2023-02-29,"),
    in_row("XG206", "concept", "Moment,MomentOfRelease,¦2023-02-28T25:00,"),
    in_row("XG207", "concept", "Audited,IsAudited,¦none,"),
    in_table("XG208", TABLE.replace(",Revenue,", ",¦Revenue,"), "currency: JPY\n", ""),
    in_row("XG209", "concept", "Floor,¦FloorSpace,12,"),
    in_table("XG210", TABLE.replace(",Revenue,", ",¦Revenue,"), "PY: PY", "PY: {period: PY, concept: ProfitLoss}"),
    in_row("XG211", "concept", "Revenue,,¦12,"),
    in_row("XG212", "concept", "Revenue,¦Revenue,12,13", "          PY: PY", "          PY: {}"),
    in_row("XG213", "concept,period", "Profit,¦ProfitLoss,start,1,"),
    in_row("XG213", "concept,period", "Equity,¦Equity,start,1,", "          FY: FY", "          FY: End"),
    in_content("XG214", "facts: [{concept: ¦ProfitLoss, label: x}]"),
    in_content("XG215", "facts: [{concept: ProfitLoss, value: '¦8', nil: yes, label: x}]"),
]
FOOTNOTES = [
    in_row("XG216", "concept,footnotes", "Revenue,Revenue,¦audted,1,2", *AUDITED, hint="did you mean 'audited'?"),
    in_row("XG216", "concept,footnotes", "Revenue,Revenue,audited ¦other,1,2", *AUDITED),
    Fault("XG216", "          FY: FY", "          FY: {period: FY, footnotes: [¦audited]}"),
    Fault("XG217", "sections:\n", "footnotes: {¦audited: By nobody.}\nsections:\n", says="named nowhere"),
    in_table(
        "XG217",
        "label,concept,footnotes,FY,PY\nWords,,audited,none,\nRevenue,Revenue,,1,2\n",
        "sections:\n",
        "footnotes: {¦audited: a}\nsections:\n",
        says="only where nothing is reported",
    ),
    in_row("XG146", "concept,footnotes", "Revenue,Revenue,audited,1,2", "sections:\n", f"{MARKED_UP}sections:\n"),
    Fault("XG115", "sections:\n", "footnotes: {¦1st: First.}\nsections:\n"),
]
FAULTS = [*FOOTNOTES, *FILES, *YAML, *STRUCTURE, *NAMES, *EXTENSION, *CSV, *EXPRESSIONS, *NOTES, *VALUES]


def marked(files: dict[str, str]) -> tuple[dict[str, str], tuple[str, int, int] | None]:
    """The files without the mark, and the place where it stood."""
    place = None
    for name, text in files.items():
        if HERE in text:
            before = text[: text.index(HERE)]
            place = (name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return {name: text.replace(HERE, "") for name, text in files.items()}, place


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.new or fault.table}"[:60])
def test_a_fault_is_found_at_its_place(small: SmallFolder, fault: Fault):
    assert fault.old in REPORT
    table = fault.table if isinstance(fault, TableFault) else TABLE
    notes = {name: text for name, text in TEXTS.items() if name in fault.new}
    files = {"report.yaml": REPORT.replace(fault.old, fault.new, 1) if fault.old else REPORT, INCOME: table, **notes}
    files, place = marked(files)
    reading = small.read(files.pop("report.yaml"), files.pop(INCOME), files)

    assert {each.code for each in reading.findings} == {fault.code, *fault.also}
    found = next(each for each in reading.findings if each.code == fault.code)
    assert fault.says in found.message
    assert fault.hint in found.hint
    first = found.locations[0]
    if place is not None:
        assert (first.path, first.line, first.column) == (f"{small.root.as_posix()}/{place[0]}", *place[1:])


def test_a_passing_folder_yields_no_findings(small: SmallFolder):
    small.read_sound()


@pytest.mark.parametrize(
    ("content", "line", "column", "says"),
    [
        ("label,FY\nUmsätze,1\n".encode("latin-1"), 2, 4, "0xE4"),
        ("\ufefflabel,FY\nUmsätze,1\n".encode() + b"\xff", 3, 1, "0xFF"),
        ("label,FY\n売上,1\n".encode("shift_jis"), 2, 1, "no character"),
        (TABLE.encode("utf-16"), 1, 1, "UTF-16"),
    ],
)
def test_an_encoding_other_than_utf_8_is_found(small: SmallFolder, content: bytes, line: int, column: int, says: str):
    (found,) = small.read(table=content).findings
    assert found.code == "XG106"
    assert says in found.message
    assert (found.locations[0].line, found.locations[0].column) == (line, column)


def test_a_missing_folder_and_a_missing_report_are_found(small: SmallFolder):
    for folder in (small.root, small.root.parent):
        reading = read_report_folder(folder, lambda _: small.vocabulary)
        assert [each.code for each in reading.findings] == ["XG101"]
        assert reading.report is None


def test_an_empty_report_is_found(small: SmallFolder):
    assert [each.code for each in small.read("").findings] == ["XG108"]
    assert [each.code for each in small.read("# nothing\n").findings] == ["XG108"]


def test_a_file_that_is_too_large_is_found(small: SmallFolder):
    (found,) = small.read(table="x" * 16_000_001).findings
    assert found.code == "XG104"


def test_a_link_that_leads_out_of_the_folder_is_found(small: SmallFolder):
    small.root.mkdir()
    (small.root.parent / "secret.csv").write_text(TABLE)
    (small.root / "linked.csv").symlink_to(small.root.parent / "secret.csv")
    (found,) = small.read(REPORT.replace("tables/income.csv", "linked.csv")).findings
    assert found.code == "XG103"


def test_a_report_that_is_a_link_out_of_the_folder_is_found(small: SmallFolder):
    small.root.mkdir()
    (small.root.parent / "report.yaml").write_text(REPORT)
    (small.root / "report.yaml").symlink_to(small.root.parent / "report.yaml")
    (found,) = read_report_folder(small.root, lambda _: small.vocabulary).findings
    assert found.code == "XG103"


def test_a_pipe_is_not_waited_for(small: SmallFolder):
    small.root.mkdir()
    os.mkfifo(small.root / "pipe.csv")
    (found,) = small.read(REPORT.replace("tables/income.csv", "pipe.csv")).findings
    assert found.code == "XG102"


def test_aliases_that_unfold_to_billions_are_found(small: SmallFolder):
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 20)
    )
    (found,) = small.read(bomb).findings
    assert found.code == "XG111"
