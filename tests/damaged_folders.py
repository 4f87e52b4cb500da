"""Damage to report folders, the same on every run: each kind is sure to deserve a finding.

`damaged(files, number)` gives the damage of that number to a sound folder, whose files are given by their names.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

REPORT = "report.yaml"
Files = dict[str, bytes]
DIRECTORY, LOOP = b"<a folder>", b"<a link to itself>"
"""Stand for files that are replaced by something else than text."""

NO_NUMBERS = ["9" * 45, "1e400", "NaN", "-Infinity", '"1.234,56"', '"12,34"', "0x1F", "１２３", "5 000", "--5", "((5))"]
NO_NUMBERS += ["7-", "1.2.3", "¥5", "(5", "５", "007", "1_000", "5%%", '"1,2345,678"']
NO_DATES = ["2023-02-30", "2023-13-01", "0000-00-00", "30.09.2023", "9999-12-31", "2023-9-3", "tomorrow", "20230930"]
NO_YAML = ["@bad", "key: [unclosed", "'unclosed", "%x", "*nowhere", "{a: b", "? [a]", "- ]", "&"]
NO_NAMES = ["../outside.csv", "/etc/passwd", "tables/../../outside.csv", "C:\\outside.csv", "~/outside.csv", "."]
KEYS = [
    "title",
    "label",
    "concept",
    "period",
    "type",
    "columns",
    "content",
    "sections",
    "scheme",
    "taxonomy",
    "currency",
    "computed",
    "heading",
]


@dataclass
class Damage:
    """What was done to a folder."""

    kind: str
    files: Files

    def write(self, folder: Path) -> None:
        """Make the damaged folder."""
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content == DIRECTORY:
                path.mkdir()
            elif content == LOOP:
                path.symlink_to(path.name)
            else:
                path.write_bytes(content)


@dataclass
class _Damager:
    files: Files
    random: Random
    tables: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.tables = [name for name in self.files if name.endswith(".csv")]

    def text(self, name: str) -> str:
        return self.files[name].decode()

    def replace(self, name: str, start: int, end: int, new: str) -> None:
        text = self.text(name)
        self.files[name] = (text[:start] + new + text[end:]).encode()

    def replace_one(self, name: str, pattern: str, new: Callable[[str], str] | str) -> None:
        """Replace one match of `pattern` (its last group) that is no comment."""
        matches = [each for each in re.finditer(pattern, self.text(name), re.MULTILINE) if not _is_comment(each)]
        found = self.random.choice(matches)
        group = found.re.groups
        self.replace(name, found.start(group), found.end(group), new if isinstance(new, str) else new(found[group]))

    def any_line(self, name: str) -> int:
        """The offset of the start of some line."""
        return self.random.choice([0, *(each.end() for each in re.finditer("\n", self.text(name)))])

    def misspelt(self, name: str) -> str:
        place = self.random.randint(1, len(name) - 1)
        return f"{name[:place]}Q{name[place:]}"

    def rows(self, name: str) -> list[str]:
        return self.text(name).splitlines()

    def set_rows(self, name: str, rows: list[str]) -> None:
        self.files[name] = ("\n".join(rows) + "\n").encode()

    # report.yaml

    def yaml_syntax(self) -> None:
        start = self.any_line(REPORT)
        self.replace(REPORT, start, start, self.random.choice(NO_YAML) + "\n")

    def yaml_truncated(self) -> None:
        text = self.text(REPORT)
        end = text.index("sections:") - 1
        self.files[REPORT] = text[: self.random.randint(0, end)].encode()

    def yaml_duplicate_key(self) -> None:
        self.replace_one(REPORT, r"^(\s*(?:title|scale|caption|id|currency|prefix): .*\n)", lambda line: line * 2)

    def yaml_misspelt_key(self) -> None:
        self.replace_one(REPORT, rf"^\s*(?:- )?({'|'.join(KEYS)}):", lambda key: f"{key[:1]}qq{key[1:]}")

    def yaml_tag(self) -> None:
        tag = self.random.choice(["!!python/object:os.system", "!!int", "!x", "!!binary"])
        self.replace_one(REPORT, r"(?:title|caption|label): (?=[A-Za-z])()", f"{tag} ")

    def yaml_wrong_setting(self) -> None:
        key = self.random.choice(["scale", "dash", "currency", "taxonomy", "language", "kind", "period"])
        self.replace_one(REPORT, rf"^\s*{key}: (\S+)", "no such thing!")

    def yaml_wrong_shape(self) -> None:
        new = self.random.choice(["[]", "{}", "[[x]]", "{x: y}", ""])
        self.replace_one(REPORT, r"^(?:  )*(?:title|id|prefix|namespace|scale): (.*)", new)

    def yaml_date(self) -> None:
        self.replace_one(
            REPORT, r"(?:^  \w+: |[0-9]/|value: )([0-9]{4}-[0-9]{2}-[0-9]{2})\b", self.random.choice(NO_DATES)
        )

    def yaml_misspelt_concept(self) -> None:
        self.replace_one(REPORT, r"concept: \"?([\w:]+)", self.misspelt)

    def yaml_equation(self) -> None:
        self.replace_one(
            REPORT, r"^\s*(?:- )?[^#\n]*[A-Za-z\]] (=) ", self.random.choice(["==", "", "= +", "= =", ":=", "?"])
        )

    def yaml_path(self) -> None:
        self.replace_one(REPORT, r"(?:table|text): ([\w/.-]+)", self.random.choice(NO_NAMES))

    def yaml_bomb(self) -> None:
        bomb = "bomb0: &b0 [x, x, x, x, x, x, x, x]\n"
        bomb += "".join(f"bomb{i}: &b{i} [{', '.join([f'*b{i - 1}'] * 8)}]\n" for i in range(1, 30))
        self.files[REPORT] += self.random.choice([bomb, f"deep: {'[' * 5000}\n", f"deep: {'{a: ' * 300}\n"]).encode()

    # tables

    def csv_number(self) -> None:
        pattern = r',(\(?[0-9]+(?:\.[0-9]+)?\)?|"\(?[0-9,]+\)?")(?=[,\n])'
        self.replace_one(self.random.choice(self.tables), pattern, self.random.choice(NO_NUMBERS))

    def csv_stray_quote(self) -> None:
        name = self.random.choice(self.tables)
        start = self.random.randrange(len(self.text(name)) - 1)
        self.replace(name, start, start, '"')

    def csv_delimiter(self) -> None:
        name = self.random.choice(self.tables)
        self.files[name] = self.files[name].replace(b",", self.random.choice([b";", b"\t", b"|"]))

    def csv_ragged(self) -> None:
        name = self.random.choice(self.tables)
        rows = self.rows(name)
        number = self.random.randrange(len(rows))
        rows[number] = self.random.choice(
            [f"{rows[number]},1", f"x,{rows[number]}", "x", rows[number].rpartition(",")[0]]
        )
        self.set_rows(name, rows)

    def csv_heading(self) -> None:
        name = self.random.choice(self.tables)
        rows = self.rows(name)
        cells = rows[0].split(",")
        number = self.random.randrange(len(cells))
        cells[number] = self.random.choice([f"zz{cells[number]}", "", cells[number - 1]])
        self.set_rows(name, [",".join(cells), *rows[1:]])

    def csv_without_label(self) -> None:
        name = self.random.choice(self.tables)
        rows = self.rows(name)
        number = self.random.randrange(1, len(rows))
        rows[number] = re.sub(r'^("[^"]*"|[^,]*)', "", rows[number])
        self.set_rows(name, rows)

    def csv_misspelt_name(self) -> None:
        with_names = [name for name in self.tables if re.search(r",(?:iij:)?[A-Z][a-z]+[A-Z]\w+[,\n]", self.text(name))]
        self.replace_one(self.random.choice(with_names), r",((?:\w+:)?[A-Z][a-z]+[A-Z]\w+)(?=[,\n])", self.misspelt)

    def csv_long(self) -> None:
        name = self.random.choice(self.tables)
        start = self.text(name).index("\n") + 1
        self.replace(name, start, start, self.random.choice(["x" * 100_001, "," * 2000, "x,\n" * 20_001]))

    # any file

    def bytes_control(self) -> None:
        name = self.random.choice(list(self.files))
        content = self.files[name]
        place = self.random.randrange(len(content))
        control = self.random.choice([b"\0", b"\x01", b"\x08", b"\x1b", b"\x0c"])
        self.files[name] = content[:place] + control + content[place:]

    def bytes_encoding(self) -> None:
        name = self.random.choice(list(self.files))
        text, encoding = self.text(name), self.random.choice(["utf-16", "utf-16-le", "utf-32", "utf-16-be"])
        self.files[name] = text.encode(encoding)

    def bytes_broken(self) -> None:
        name = self.random.choice(list(self.files))
        content = self.files[name]
        place = self.random.choice([0, len(content), content.index(b"\n")])
        self.files[name] = (
            content[:place] + self.random.choice([b"\xff", b"\x80", b"\xc3\x28", b"\xed\xa0\x80"]) + content[place:]
        )

    def file_missing(self) -> None:
        del self.files[self.random.choice(list(self.files))]

    def file_empty(self) -> None:
        self.files[self.random.choice(list(self.files))] = self.random.choice([b"", b"\n", b" \n\n", b"\xef\xbb\xbf"])

    def file_of_another_kind(self) -> None:
        self.files[self.random.choice(list(self.files))] = self.random.choice([DIRECTORY, LOOP])

    def file_binary(self) -> None:
        self.files[self.random.choice(list(self.files))] = b"\x89PNG\r\n\x1a\n" + self.random.randbytes(200)

    def text_markup(self) -> None:
        name = self.random.choice([name for name in self.files if name.endswith(".md")])
        self.files[name] += self.random.choice(
            [b"\n<b>x</b>\n", b"\n\n<script>x</script>\n", b"\n![x](x.png)\n", b"\n[x](x.md)\n"]
        )


def _is_comment(found: re.Match[str]) -> bool:
    line = found.string[found.string.rfind("\n", 0, found.start(found.re.groups)) + 1 : found.start(found.re.groups)]
    return "#" in line


KINDS = tuple(
    name
    for name in vars(_Damager)
    if name.partition("_")[0] in {"yaml", "csv", "bytes", "file", "text"} and "_" in name
)


def damaged(files: Mapping[str, bytes], number: int) -> Damage:
    """The damage of that number: the kinds take turns, and the number decides the place."""
    kind = KINDS[number % len(KINDS)]
    damager = _Damager(dict(files), Random(number))
    getattr(damager, kind)()
    return Damage(kind, damager.files)


def blindly_damaged(files: Mapping[str, bytes], number: int) -> Damage:
    """A few bytes of one file changed anyhow, which may or may not do harm."""
    random = Random(number)
    name = random.choice(list(files))
    content = bytearray(files[name])
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(content))
        piece = random.choice(
            [random.randbytes(1), bytes(random.choice(b"\"',:;[]{}#&*!|>%@-=+\n\t 0aZ()") for _ in range(2)), b""]
        )
        content[place : place + random.randint(0, 3)] = piece
    return Damage("blind", {**files, name: bytes(content)})


def read_files(folder: Path) -> Files:
    """The files that a report is made of, by their names."""
    names = [REPORT, *sorted(re.findall(r"(?:table|text): ([\w/.-]+)", (folder / REPORT).read_text(encoding="utf-8")))]
    return {name: (folder / name).read_bytes() for name in names}
