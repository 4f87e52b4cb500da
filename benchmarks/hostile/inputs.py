"""Hostile documents: each function writes one into a folder and gives the file to judge.

`size` is 1 for the full size of the threat; tests take a thousandth.
"""

import io
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

SECRET = "the secret that no finding may tell"
"""What stands in the file that no document may have read."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = (
    'xmlns="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:t="urn:t" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"'
)
_CONTEXT = (
    '<context id="c{}"><entity><identifier scheme="urn:s">1</identifier></entity>'
    "<period><instant>2025-12-31</instant></period></context>"
)
_UNIT = '<unit id="u"><measure>iso4217:EUR</measure></unit>'
_SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
  xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
  targetNamespace="{namespace}">
  <xs:annotation><xs:appinfo>{appinfo}</xs:appinfo></xs:annotation>
  <xs:import namespace="http://www.xbrl.org/2003/instance"
    schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>{imports}
  <xs:element name="Text" id="{id}Text" type="xbrli:stringItemType" substitutionGroup="xbrli:item" nillable="true"
    xbrli:periodType="instant"/>
  <xs:element name="Money" id="{id}Money" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" nillable="true"
    xbrli:periodType="instant"/></xs:schema>"""

Input = Callable[[Path, float], Path]


def _schema(appinfo: str = "", imports: str = "", namespace: str = "urn:t") -> str:
    return _SCHEMA.format(appinfo=appinfo, imports=imports, namespace=namespace, id="t_")


def _instance(folder: Path, *content: str, href: str = "t.xsd", before: str = "") -> Path:
    (folder / "t.xsd").write_text(_schema(), encoding="utf-8")
    path = folder / "report.xbrl"
    with path.open("w", encoding="utf-8") as file:
        file.write(f'{_XML}{before}<xbrl {_NAMES}><link:schemaRef xlink:type="simple" xlink:href="{href}"/>')
        file.writelines((_CONTEXT.format(""), _UNIT, *content, "</xbrl>"))
    return path


def _fact(text: str) -> str:
    return f'<t:Text contextRef="c">{text}</t:Text>'


def entity_bomb(folder: Path, _: float) -> Path:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    return _instance(folder, _fact("&e12;"), before=f'<!DOCTYPE xbrl [<!ENTITY e0 "lol">{entities}]>')


def external_entity(folder: Path, _: float) -> Path:
    secret = _secret(folder)
    return _instance(folder, _fact("&s;"), before=f'<!DOCTYPE xbrl [<!ENTITY s SYSTEM "{secret.as_uri()}">]>')


def external_document_type(folder: Path, _: float) -> Path:
    return _instance(folder, _fact("x"), before='<!DOCTYPE xbrl SYSTEM "http://attacker.example/a.dtd">')


def schema_on_the_network(folder: Path, _: float) -> Path:
    return _instance(folder, _fact("x"), href="http://attacker.example/a.xsd")


def schema_at_a_file_url(folder: Path, _: float) -> Path:
    return _instance(folder, _fact("x"), href=_secret(folder).as_uri())


def schema_at_an_absolute_path(folder: Path, _: float) -> Path:
    return _instance(folder, _fact("x"), href=_secret(folder).as_posix())


def schema_above_the_folder(folder: Path, _: float) -> Path:
    return _instance(folder, _fact("x"), href=os.path.relpath(_secret(folder), folder))


def schema_through_a_link(folder: Path, _: float) -> Path:
    (folder / "linked.xsd").symlink_to(_secret(folder))
    return _instance(folder, _fact("x"), href="linked.xsd")


def linkbase_through_a_schema(folder: Path, _: float) -> Path:
    """A schema that is there leads to the secret by each way that a schema has."""
    up = os.path.relpath(_secret(folder), folder)
    path = _instance(folder, _fact("x"), href="lead.xsd")
    arcrole = "http://www.w3.org/1999/xlink/properties/linkbase"
    lead = f'<link:linkbaseRef xlink:type="simple" xlink:href="{up}" xlink:arcrole="{arcrole}"/>'
    ways = f'<xs:include schemaLocation="{up}"/><xs:import namespace="urn:x" schemaLocation="{_secret(folder)}"/>'
    (folder / "lead.xsd").write_text(_schema(lead, ways), encoding="utf-8")
    return path


def imports_in_a_circle(folder: Path, size: float) -> Path:
    """Schemas that each import the next two, in a circle."""
    count = max(3, int(2000 * size))
    path = _instance(folder, _fact("x"), href="0.xsd")
    for number in range(count):
        targets = ((number + 1) % count, (number + 2) % count)
        imports = "".join(
            f'<xs:import namespace="{_namespace(each)}" schemaLocation="{each}.xsd"/>' for each in targets
        )
        (folder / f"{number}.xsd").write_text(_schema("", imports, _namespace(number)), encoding="utf-8")
    return path


def linkbases_in_a_circle(folder: Path, size: float) -> Path:
    """Linkbases whose locators lead to schemas that refer to the linkbases, in a circle."""
    count = max(3, int(500 * size))
    path = _instance(folder, _fact("x"), href="0.xsd")
    for number in range(count):
        arcrole = "http://www.w3.org/1999/xlink/properties/linkbase"
        lead = f'<link:linkbaseRef xlink:type="simple" xlink:href="{number}.xml" xlink:arcrole="{arcrole}"/>'
        (folder / f"{number}.xsd").write_text(_schema(lead, "", _namespace(number)), encoding="utf-8")
        locator = f'<link:loc xlink:type="locator" xlink:href="{(number + 1) % count}.xsd#t_Text" xlink:label="a"/>'
        role = 'xlink:role="http://www.xbrl.org/2003/role/link"'
        content = f'<link:labelLink xlink:type="extended" {role}>{locator}</link:labelLink>'
        (folder / f"{number}.xml").write_text(f"<link:linkbase {_NAMES}>{content}</link:linkbase>", encoding="utf-8")
    return path


def many_contexts(folder: Path, size: float) -> Path:
    return _instance(folder, *(_CONTEXT.format(number) for number in range(int(1_000_000 * size))), _fact("x"))


def long_text(folder: Path, size: float) -> Path:
    return _instance(folder, _fact("x" * int(200_000_000 * size)))


def deep_elements(folder: Path, size: float) -> Path:
    depth = int(100_000 * size)
    return _instance(folder, _fact("<b>" * depth + "</b>" * depth))


def deep_page(folder: Path, size: float) -> Path:
    depth = int(100_000 * size)
    (folder / "t.xsd").write_text(_schema(), encoding="utf-8")
    path = folder / "page.xhtml"
    body = "<div>" * depth + "</div>" * depth
    path.write_text(f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>', encoding="utf-8")
    return path


def huge_numbers(folder: Path, size: float) -> Path:
    numbers = ("9" * int(9_000_000 * size), "1e999999999", "-" + "0" * 1000 + "1", "0." + "3" * 100_000)
    accuracies = ("INF", "0", "9" * 1000, "-999999999999999999")
    return _instance(
        folder,
        *(
            f'<t:Money contextRef="c" unitRef="u" decimals="{accuracy}">{number}</t:Money>'
            for number in numbers
            for accuracy in accuracies
        ),
    )


def slow_pattern(folder: Path, _: float) -> Path:
    """A text that a pattern can be tried on in more ways than there are seconds."""
    return _patterned(folder, "(a+)+b")


def ambiguous_pattern(folder: Path, _: float) -> Path:
    return _patterned(folder, "(([a-z])+.)+[A-Z]([a-z])+")


def _patterned(folder: Path, pattern: str) -> Path:
    path = _instance(folder, f'<t:Patterned contextRef="c">{"a" * 60}</t:Patterned>')
    declaration = f"""<xs:element name="Patterned" id="t_Patterned" substitutionGroup="xbrli:item"
      xbrli:periodType="instant"><xs:complexType><xs:simpleContent><xs:restriction base="xbrli:stringItemType">
      <xs:pattern value="{pattern}"/></xs:restriction></xs:simpleContent></xs:complexType></xs:element></xs:schema>"""
    schema = folder / "t.xsd"
    schema.write_text(schema.read_text("utf-8").replace("</xs:schema>", declaration), encoding="utf-8")
    return path


def zero_bytes(folder: Path, _: float) -> Path:
    return _bytes(folder, lambda content: content.replace(b"x</t:Text>", b"x\0y</t:Text>"))


def utf_16_without_mark(folder: Path, _: float) -> Path:
    return _bytes(folder, lambda content: content.decode().replace("UTF-8", "UTF-16").encode("utf-16-le"))


def invalid_utf_8(folder: Path, _: float) -> Path:
    return _bytes(folder, lambda content: content.replace(b"x</t:Text>", b"\xc3\x28\xff</t:Text>"))


def another_encoding_than_declared(folder: Path, _: float) -> Path:
    return _bytes(folder, lambda content: content.replace(b"UTF-8", b"UTF-16"))


def unknown_encoding(folder: Path, _: float) -> Path:
    return _bytes(folder, lambda content: content.replace(b"UTF-8", b"klingon"))


def _bytes(folder: Path, change: Callable[[bytes], bytes]) -> Path:
    path = _instance(folder, _fact("x"))
    path.write_bytes(change(path.read_bytes()))
    return path


def deep_json(folder: Path, size: float) -> Path:
    depth = int(1_000_000 * size)
    path = folder / "report.json"
    path.write_text('{"documentInfo": ' + "[" * depth + "]" * depth + "}", encoding="utf-8")
    return path


def huge_json_number(folder: Path, size: float) -> Path:
    path = folder / "report.json"
    path.write_text('{"documentInfo": {"features": {"a:b": ' + "9" * int(10_000_000 * size) + "}}}", encoding="utf-8")
    return path


def csv_bomb(folder: Path, size: float) -> Path:
    """One small template that gives every row of a large table a thousand facts."""
    columns = {
        f"v{n}": {"dimensions": {"concept": "t:Text", "language": "en"}} for n in range(max(10, int(1000 * size)))
    }
    (folder / "t.xsd").write_text(_schema(), encoding="utf-8")
    metadata = {
        "documentInfo": {
            "documentType": "https://xbrl.org/2021/xbrl-csv",
            "namespaces": {"t": "urn:t", "s": "urn:s"},
            "taxonomy": ["t.xsd"],
        },
        "tableTemplates": {
            "a": {"columns": columns, "dimensions": {"entity": "s:1", "period": "2026-01-01T00:00:00"}},
        },
        "tables": {"a": {"url": "a.csv"}},
    }
    (folder / "report.json").write_text(json.dumps(metadata), encoding="utf-8")
    row = ",".join("x" * len(columns))
    rows = [",".join(columns), *[row] * max(10, int(1000 * size))]
    (folder / "a.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder / "report.json"


def table_elsewhere(folder: Path, _: float) -> Path:
    path = csv_bomb(folder, 0)
    path.write_text(
        path.read_text("utf-8").replace("a.csv", os.path.relpath(_secret(folder), folder)), encoding="utf-8"
    )
    return path


def zip_bomb(folder: Path, size: float) -> Path:
    path = folder / "report.xbri"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("a/META-INF/reportPackage.json", "{}")
        with archive.open("a/reports/a.xhtml", "w", force_zip64=True) as member:
            for _ in range(max(50, int(10_000 * size))):
                member.write(bytes(1_000_000))
    return path


def nested_archives(folder: Path, size: float) -> Path:
    """An archive in an archive in an archive, each of ten of the next."""
    content = bytes(int(10_000_000 * size))
    for depth in range(6):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(10):
                archive.writestr(f"a/reports/{depth}-{number}.zip", content)
        content = buffer.getvalue()
    (folder / "report.xbri").write_bytes(content)
    return folder / "report.xbri"


def _namespace(number: int) -> str:
    return f"urn:{number or 't'}"


def _secret(folder: Path) -> Path:
    path = folder.parent / "secret" / "secret.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(SECRET, encoding="utf-8")
    return path


def inputs() -> Iterator[tuple[str, Input]]:
    """All of them by their names."""
    made = {name: each for name, each in globals().items() if callable(each) and not name.startswith("_")}
    kinds = (name for name, each in made.items() if getattr(each, "__module__", "") == __name__ and name != "inputs")
    yield from ((name.replace("_", " "), made[name]) for name in kinds)
