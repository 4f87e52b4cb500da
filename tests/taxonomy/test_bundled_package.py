"""The bundled taxonomy package: Arelle loads it, its catalog covers it, and it is what its sources say."""

import hashlib
import importlib.util
import shutil
import zipfile
from pathlib import Path

import pytest
from arelle_concepts import Seen, look

from xbrlgen.taxonomy import Catalog, bundled_catalog, load_taxonomy, read_package

NAMES = ("ifrs-2022", "ifrs-2023", "ifrs-2025")
EXPECTED = {"ifrs-2022": 5247, "ifrs-2023": 5000, "ifrs-2025": 5512}


@pytest.fixture(scope="module")
def package(root: Path) -> Path:
    return root / "taxonomy"


@pytest.fixture(scope="module")
def official(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The official IFRS 2025 package, unpacked."""
    folder = tmp_path_factory.mktemp("official")
    with zipfile.ZipFile(shared / "taxonomies" / "IFRSAT-2025.zip") as archive:
        archive.extractall(folder)
    return folder / "IFRSAT-2025"


def _rows(taxonomy) -> dict[str, tuple[object, ...]]:
    return {
        str(each.name): (
            str(each.item_type.name),
            str(each.substitution_group),
            each.period_type,
            each.balance,
            each.is_abstract,
            each.kind.is_numeric,
        )
        for each in taxonomy.concepts()
    }


def _seen_rows(seen: Seen, namespace: str) -> dict[str, tuple[object, ...]]:
    return {
        name: (
            each.item_type,
            each.substitution_group,
            each.period_type,
            each.balance,
            each.is_abstract,
            each.is_numeric,
        )
        for name, each in seen.concepts.items()
        if name.startswith(f"{{{namespace}}}")
    }


@pytest.mark.arelle
@pytest.mark.parametrize("name", NAMES)
def test_arelle_loads_each_entry_point_and_sees_the_same_concepts(name: str, package: Path):
    (url,) = bundled_catalog().entry_point(name).urls
    seen, taxonomy = look(url, [package]), load_taxonomy(name)
    assert seen.problems == []
    assert _rows(taxonomy) == _seen_rows(seen, taxonomy.namespace)
    assert len(_rows(taxonomy)) == EXPECTED[name]


@pytest.mark.arelle
def test_arelle_says_so_where_the_package_does_not_answer(package: Path):
    url = "https://xbrl.ifrs.org/taxonomy/2021-03-24/full_ifrs_entry_point_2021-03-24.xsd"
    assert look(url, [package]).problems != []


def test_the_bundled_2025_declares_what_the_official_one_declares(official: Path):
    (url,) = bundled_catalog().entry_point("ifrs-2025").urls
    theirs = load_taxonomy(url, catalog=Catalog.of([read_package(official)]))
    ours = load_taxonomy("ifrs-2025")
    assert theirs.findings == ()
    assert dict(theirs.schemas)[url].is_relative_to(official)
    assert _rows(ours) == _rows(theirs)
    assert ours.namespace == theirs.namespace
    assert ours.prefixes[ours.namespace] == theirs.prefixes[theirs.namespace] == "ifrs-full"
    axes = [each.name for each in theirs.concepts() if each.is_dimension]
    assert len(axes) == 144
    assert {axis: ours.default_member(axis) for axis in axes} == {axis: theirs.default_member(axis) for axis in axes}
    assert sum(theirs.default_member(axis) is not None for axis in axes) == 141


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_catalog_answers_every_schema_of_the_package(scheme: str, package: Path):
    catalog = bundled_catalog()
    for path in package.rglob("*.xsd"):
        assert catalog.locate(f"{scheme}://{path.relative_to(package).as_posix()}") == path


def test_the_catalog_answers_nothing_else():
    catalog = bundled_catalog()
    assert catalog.locate("http://www.xbrl.org/2008/formula.xsd") is None
    assert catalog.locate("https://xbrl.ifrs.org/taxonomy/2023-03-23/../../../../pyproject.toml") is None
    outside = "/".join(["%2e%2e"] * 4)
    assert catalog.locate(f"https://xbrl.ifrs.org/taxonomy/2023-03-23/{outside}/pyproject.toml") is None


def test_generating_again_gives_the_same_bytes(package: Path, shared: Path, tmp_path: Path):
    spec = importlib.util.spec_from_file_location("generate_ifrs", package / "sources" / "generate_ifrs.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    written = script.generate(shared / "taxonomies" / "ifrs_concept_facts.tsv", tmp_path)
    assert {path.relative_to(tmp_path) for path in written} == {
        path.relative_to(package) for path in (package / "xbrl.ifrs.org").rglob("*") if path.is_file()
    }
    for path in written:
        assert path.read_bytes() == (package / path.relative_to(tmp_path)).read_bytes()


def test_every_file_has_the_hash_that_the_list_gives(package: Path):
    """Run `python taxonomy/sources/checksums.py` after a change."""
    listed = dict(
        reversed(line.split("  ", 1)) for line in (package / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    files = {
        path.relative_to(package).as_posix(): path for path in package.rglob("*") if path.suffix in {".xsd", ".xml"}
    }
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == listed


def test_no_label_and_no_notice_of_others_is_in_the_package(package: Path):
    for path in (package / "xbrl.ifrs.org").rglob("*.x*"):
        text = path.read_text(encoding="utf-8")
        assert "<link:label" not in text, path
        assert "IFRS Foundation" not in text, path


def test_a_package_that_was_given_comes_before_the_bundled_one(package: Path, tmp_path: Path):
    """Also one whose catalog has an OASIS DOCTYPE, as the official ones have."""
    given = tmp_path / "given"
    shutil.copytree(package / "META-INF", given / "META-INF")
    catalog = given / "META-INF" / "catalog.xml"
    catalog.write_text(
        '<!DOCTYPE catalog PUBLIC "-//OASIS//DTD Entity Resolution XML Catalog V1.0//EN" '
        '"http://www.oasis-open.org/committees/entity/release/1.0/catalog.dtd">'
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        '<rewriteURI uriStartString="https://xbrl.ifrs.org/" rewritePrefix="../short/"/>'
        '<rewriteURI uriStartString="https://xbrl.ifrs.org/taxonomy/2023-03-23/" rewritePrefix="../long/"/></catalog>',
        encoding="utf-8",
    )
    (given / "long").mkdir()
    (given / "long" / "a b.xsd").write_text("<x/>", encoding="utf-8")
    both = Catalog.of([read_package(given)])
    assert both.locate("https://xbrl.ifrs.org/taxonomy/2023-03-23/a%20b.xsd") == given / "long" / "a b.xsd"
    core = "taxonomy/2023-03-23/full_ifrs_entry_point_2023-03-23.xsd"
    assert both.locate(f"https://xbrl.ifrs.org/{core}") == package / "xbrl.ifrs.org" / core
