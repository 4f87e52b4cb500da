"""Discovery: which documents belong to a taxonomy (XBRL 2.1 section 3.2), and which are never read."""

import os
from pathlib import Path

import pytest
from small_taxonomies import (
    OWN,
    ROLE,
    SUMMATION,
    arc,
    label,
    link,
    linkbase,
    linkbase_reference,
    locator,
    schema,
    written,
)

from xbrlgen.findings import Location
from xbrlgen.model import QName
from xbrlgen.taxonomy import Taxonomy, discovery, linkbase_content, load_taxonomy
from xbrlgen.taxonomy.dts import Folders


def _documents(taxonomy: Taxonomy, folder: Path) -> set[str]:
    """The documents on disk, by their paths in `folder`."""
    urls = (*taxonomy.dts.schemas, *taxonomy.dts.linkbases)
    return {os.path.relpath(url, folder) for url in urls if not url.startswith("http")}


def _codes(taxonomy: Taxonomy) -> list[str]:
    return [each.code for each in taxonomy.findings]


def test_a_schema_that_only_a_locator_leads_to_belongs_to_the_taxonomy(tmp_path: Path):
    folder = written(
        tmp_path,
        {
            "entry.xsd": schema(appinfo=linkbase_reference("sub/calc.xml")),
            "sub/calc.xml": linkbase(link(locator("../far/concepts.xsd#A", "a") + locator("#x", "b"))),
            "far/concepts.xsd": schema("A", body='<xs:include schemaLocation="more.xsd"/>'),
            "far/more.xsd": schema("B"),
        },
    )
    taxonomy = load_taxonomy(str(folder / "entry.xsd"))
    assert _documents(taxonomy, folder) == {"entry.xsd", "sub/calc.xml", "far/concepts.xsd", "far/more.xsd"}
    assert taxonomy.concept(QName(OWN, "B")) is not None
    assert _codes(taxonomy) == []


def test_a_linkbase_is_a_start_as_good_as_a_schema(tmp_path: Path):
    before = (
        '<link:roleRef xlink:type="simple" roleURI="http://example.com/r" xlink:href="roles.xsd#r"/>'
        '<link:arcroleRef xlink:type="simple" arcroleURI="http://example.com/a" xlink:href="arcroles.xsd#a"/>'
    )
    folder = written(
        tmp_path,
        {
            "labels.xml": linkbase(link(locator("other.xml#l", "l"), "label"), before=before),
            "roles.xsd": schema(namespace="http://example.com/roles"),
            "arcroles.xsd": schema(namespace="http://example.com/arcroles"),
            "other.xml": linkbase(link(label("l", "A"), "label")),
        },
    )
    taxonomy = load_taxonomy(str(folder / "labels.xml"))
    assert _documents(taxonomy, folder) == {"labels.xml", "roles.xsd", "arcroles.xsd", "other.xml"}
    assert list(taxonomy.dts.linkbases) == [str(folder / "labels.xml"), str(folder / "other.xml")]


def test_a_linkbase_in_a_schema_belongs_to_the_taxonomy(tmp_path: Path):
    """Sections 3.2 and 5.1.2: as a child of xs:appinfo."""
    inside = linkbase(link(locator("more.xsd#B", "b") + locator("#A", "a") + arc("a", "b", 'weight="1"')))
    folder = written(tmp_path, {"entry.xsd": schema("A", appinfo=inside), "more.xsd": schema("B")})
    taxonomy = load_taxonomy(str(folder / "entry.xsd"))
    (url,) = taxonomy.dts.linkbases
    assert url == f"{folder / 'entry.xsd'}#element(/1/1/1/1)"
    found = taxonomy.dts.linkbases[url]
    assert found.document.url == str(folder / "entry.xsd")
    assert taxonomy.dts.element("#element(/1/1/1/1)", found.document) == (found.document, found.root)
    (relationship,) = _summations(taxonomy)
    assert (relationship.source, relationship.target) == (QName(OWN, "A"), QName(OWN, "B"))
    assert relationship.place.line == found.root[0][2].sourceline


def _summations(taxonomy: Taxonomy):
    return taxonomy.networks.network(SUMMATION, ROLE).relationships


def test_references_start_from_the_base_that_is_set(tmp_path: Path):
    """XML Base, as section 3.5.3.7.2 asks for: outer bases first, each from the one around it."""
    reference = linkbase_reference("calc.xml", 'xml:base="b/"')
    annotation = f'<xs:annotation xml:base="a/"><xs:appinfo>{reference}</xs:appinfo></xs:annotation>'
    folder = written(
        tmp_path,
        {
            "entry.xsd": schema(body=annotation),
            "a/b/calc.xml": linkbase(link(locator("up.xsd#A", "a")), attributes='xml:base="../../c/none.xml"'),
            "c/up.xsd": schema("A"),
        },
    )
    taxonomy = load_taxonomy(str(folder / "entry.xsd"))
    assert _documents(taxonomy, folder) == {"entry.xsd", "a/b/calc.xml", "c/up.xsd"}
    assert _codes(taxonomy) == []


def test_pointers_are_ids_and_child_sequences(tmp_path: Path):
    """Section 3.5.4; XPointer element() Scheme, section 3."""
    folder = written(tmp_path, {"entry.xsd": schema("A", "B")})
    dts = load_taxonomy(str(folder / "entry.xsd")).dts
    document = next(iter(dts.schemas.values())).document
    names = {
        pointer: found[1].get("name")
        for pointer in (
            "A",
            "element(B)",
            "element(/1/2)",
            "element(/1/9)element(/1/3)",
            "element(/2/2)",
            "none",
            "element(x)",
        )
        if (found := dts.element(f"entry.xsd#{pointer}", document)) is not None
    }
    assert names == {"A": "A", "element(B)": "B", "element(/1/2)": "A", "element(/1/9)element(/1/3)": "B"}
    assert dts.element("", document)[1] is document.root
    assert dts.element("gone.xsd#A", document) is None


def test_documents_that_lead_to_each_other_are_read_once(tmp_path: Path):
    folder = written(
        tmp_path,
        {
            "a.xsd": schema("A", appinfo=linkbase_reference("c.xml"), body='<xs:include schemaLocation="b.xsd"/>'),
            "b.xsd": schema("B", body='<xs:include schemaLocation="./a.xsd"/><xs:include schemaLocation="b.xsd"/>'),
            "c.xml": linkbase(link(locator("c.xml#x", "x") + locator("b.xsd#B", "b"))),
        },
    )
    taxonomy = load_taxonomy(str(folder / "a.xsd"))
    assert _documents(taxonomy, folder) == {"a.xsd", "b.xsd", "c.xml"}
    assert _codes(taxonomy) == []


@pytest.mark.parametrize(
    ("files", "code", "line"),
    [
        ({"entry.xsd": schema(appinfo=linkbase_reference("gone.xml"))}, "XG305", 2),
        ({"entry.xsd": schema(appinfo=linkbase_reference("http://example.com/gone.xml"))}, "XG301", 2),
        ({"entry.xsd": schema(appinfo=linkbase_reference("http://[x/gone.xml"))}, "XG301", 2),
        ({"entry.xsd": schema(appinfo=linkbase_reference("b.xsd")), "b.xsd": schema()}, "XG373", 2),
        (
            {"entry.xsd": schema(body='<xs:include schemaLocation="l.xml"/>'), "l.xml": linkbase()},
            "XG310",
            2,
        ),
        ({"entry.xsd": schema(appinfo=linkbase_reference("l.xml")), "l.xml": "<page/>"}, "XG310", 1),
        ({"entry.xsd": schema(appinfo=linkbase_reference("l.xml")), "l.xml": "<link:linkbase>"}, "XG302", 1),
    ],
)
def test_what_is_missing_or_something_else_is_named(tmp_path: Path, files: dict[str, str], code: str, line: int):
    taxonomy = load_taxonomy(str(written(tmp_path, files) / "entry.xsd"))
    assert [(each.code, each.locations[0].line) for each in taxonomy.findings] == [(code, line)]


def test_no_entity_is_expanded_and_no_depth_is_too_much(tmp_path: Path):
    steps = zip("abcdefgh", "bcdefghi", strict=True)
    entities = "".join(f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in steps)
    bomb = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{entities}]>'
    deep = "<a>" * 100_000
    references = "".join(map(linkbase_reference, ("bomb.xml", "attribute.xml", "deep.xml", "outside.xml")))
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + linkbase("&a;")
    folder = written(
        tmp_path,
        {
            "entry.xsd": schema(appinfo=references),
            "bomb.xml": bomb + linkbase("&i;"),
            "attribute.xml": bomb + linkbase(locator("&i;", "a")),
            "deep.xml": linkbase(deep),
            "outside.xml": outside,
        },
    )
    found = {
        (Path(each.locations[0].path).name, each.code) for each in load_taxonomy(str(folder / "entry.xsd")).findings
    }
    assert {name for name, _ in found} == {"bomb.xml", "attribute.xml", "deep.xml", "outside.xml"}
    assert {code for name, code in found if name != "deep.xml"} <= {"XG302", "XG304"}
    assert ("deep.xml", "XG970") in found, "beyond what is read, though well-formed it may be"


def test_few_arcs_that_join_very_many_pairs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(linkbase_content, "MOST_RELATIONSHIPS", 99)
    crowd = link("".join(locator("entry.xsd#A", "a") for _ in range(10)) + arc("a", "a"))
    folder = written(
        tmp_path, {"entry.xsd": schema("A", appinfo=linkbase_reference("l.xml")), "l.xml": linkbase("\n", crowd)}
    )
    (found,) = load_taxonomy(str(folder / "entry.xsd")).findings
    assert (found.code, Path(found.locations[0].path).name) == ("XG374", "l.xml")
    assert "99" in found.message


def test_linkbases_that_join_very_many_pairs_together_are_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(discovery, "MOST_RELATIONSHIPS", 25)
    crowd = linkbase(link("".join(locator("entry.xsd#A", "a") for _ in range(3)) + arc("a", "a")))
    files = {f"{number}.xml": crowd for number in range(9)}
    entry = schema("A", appinfo="".join(map(linkbase_reference, files)) + crowd * 3)
    taxonomy = load_taxonomy(str(written(tmp_path, {"entry.xsd": entry, **files}) / "entry.xsd"))
    assert _codes(taxonomy).count("XG374") == 1
    assert len(taxonomy.dts.linkbases) == 2


def test_a_taxonomy_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(discovery, "MOST_DOCUMENTS", 20)
    files = {f"{number}.xsd": schema(body=f'<xs:include schemaLocation="{number + 1}.xsd"/>') for number in range(30)}
    taxonomy = load_taxonomy(str(written(tmp_path, files) / "0.xsd"))
    assert _codes(taxonomy) == ["XG375"]
    assert len(taxonomy.dts.schemas) < 21


def test_files_outside_of_the_given_folder_are_read_only_if_they_say_that_they_are_taxonomies(tmp_path: Path):
    folder = written(
        tmp_path,
        {
            "given/entry.xsd": schema(appinfo=linkbase_reference("../secret.txt") + linkbase_reference("inside.txt")),
            "given/inside.txt": linkbase(),
            "given/other.xsd": schema(body='<xs:include schemaLocation="../common/lib.xsd"/>'),
            "common/lib.xsd": schema("A"),
            "secret.txt": linkbase(),
        },
    )
    taxonomy = load_taxonomy(str(folder / "given/entry.xsd"))
    assert _documents(taxonomy, folder) == {"given/entry.xsd", "given/inside.txt"}
    assert _codes(taxonomy) == ["XG305"]
    assert _codes(load_taxonomy(str(folder / "given/other.xsd"))) == []


@pytest.mark.parametrize(
    "content", ["<secret>word</secret>", "word", "<a", linkbase().replace("<link", "<!DOCTYPE x []><link", 1)]
)
def test_nothing_is_told_of_a_file_elsewhere_that_is_no_taxonomy(tmp_path: Path, content: str):
    folder = written(tmp_path, {"given/entry.xsd": schema(appinfo=linkbase_reference("../secret.xml"))})
    missing = load_taxonomy(str(folder / "given/entry.xsd")).findings
    (folder / "secret.xml").write_text(content)
    assert load_taxonomy(str(folder / "given/entry.xsd")).findings == missing
    assert [(each.code, Path(each.locations[0].path).name) for each in missing] == [("XG305", "entry.xsd")]


@pytest.mark.parametrize("name", ["%00.xsd", "a" * 5_000 + ".xsd", "circle.xsd", "entry.xsd/x.xsd", "pipe.xsd"])
def test_what_is_no_file_is_missing(tmp_path: Path, name: str):
    folder = written(tmp_path, {"entry.xsd": schema(appinfo=linkbase_reference(name))})
    (folder / "circle.xsd").symlink_to(folder / "circle.xsd")
    os.mkfifo(folder / "pipe.xsd")
    assert _codes(load_taxonomy(str(folder / "entry.xsd"))) == ["XG305"]


def test_a_reference_of_a_document_is_no_name_of_a_taxonomy(tmp_path: Path):
    taxonomy = load_taxonomy("ifrs-2023", referrer=Location(str(tmp_path / "report.xbrl")))
    assert _codes(taxonomy) == ["XG305"]


def test_a_link_to_a_file_elsewhere_is_judged_by_that_file(tmp_path: Path):
    folder = written(tmp_path, {"secret.txt": schema("A"), "given/entry.xsd": schema()})
    (folder / "given/link.xsd").symlink_to(folder / "secret.txt")
    folders = Folders.of([str(folder / "given/entry.xsd")])
    assert folders.find(str(folder / "given/link.xsd")) is None
    assert folders.find(str(folder / "given/entry.xsd")) is not None


@pytest.mark.parametrize("url", ["file:///etc/passwd", "http://example.com/a.xsd", "file:/etc/hosts.xml"])
def test_a_url_is_answered_by_packages_only(tmp_path: Path, url: str):
    folder = written(tmp_path, {"entry.xsd": schema(appinfo=linkbase_reference(url))})
    assert _codes(load_taxonomy(str(folder / "entry.xsd"))) == ["XG301"]


def test_what_one_missing_package_would_answer_is_one_finding(tmp_path: Path):
    imports = "".join(
        f'<xs:import namespace="http://{server}/{name}" schemaLocation="http://{server}/{name}.xsd"/>'
        for server, name in (("a.example", "1"), ("b.example", "2"), *(("a.example", each) for each in "345"))
    )
    schema = tmp_path / "own.xsd"
    schema.write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n{imports}</xs:schema>', "utf-8")

    first, second = load_taxonomy(str(schema)).dts.findings

    assert (first.code, second.code) == ("XG301", "XG301")
    assert first.message.endswith(
        "4 URLs of 'http://a.example': 'http://a.example/1.xsd', 'http://a.example/3.xsd', 'http://a.example/4.xsd'"
        " and 1 more"
    )
    assert second.message.endswith("answer 'http://b.example/2.xsd'")
    assert [each.line for each in first.locations] == [2]
