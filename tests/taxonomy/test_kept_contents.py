"""What linkbases on disk say is found out once; whatever happens to the files, the answer is the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.etree import _Element
from small_taxonomies import ROLE, SUMMATION, arc, link, linkbase, linkbase_reference, locator, schema

from xbrlgen.findings import Finding
from xbrlgen.taxonomy import Taxonomy, kept_contents, kept_files, load_taxonomy
from xbrlgen.taxonomy.documents import Document
from xbrlgen.taxonomy.linkbase_content import Content, read_content

ENDS = locator("entry.xsd#A", "a") + locator("entry.xsd#B", "b")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache that keeps even what is small."""
    monkeypatch.setenv("XBRLGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_contents, "_WORTH_KEEPING", 1)
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A taxonomy of a schema and two linkbases."""
    (tmp_path / "t").mkdir()
    references = linkbase_reference("l.xml") + linkbase_reference("m.xml")
    (tmp_path / "t" / "entry.xsd").write_text(schema("A", "B", appinfo=references))
    _weigh(tmp_path / "t", "1")
    (tmp_path / "t" / "m.xml").write_text(linkbase(""))
    return tmp_path / "t"


def _weigh(folder: Path, weight: str) -> None:
    (folder / "l.xml").write_text(linkbase(link(ENDS + arc("a", "b", f'weight="{weight}"'))))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of linkbases that are read from their XML from now on."""
    names: list[str] = []

    def reading(root: _Element, document: Document) -> Content | Finding:
        names.append(Path(document.url).name)
        return read_content(root, document)

    monkeypatch.setattr("xbrlgen.taxonomy.discovery.read_content", reading)
    return names


def _loaded(folder: Path) -> Taxonomy:
    return load_taxonomy(str(folder / "entry.xsd"))


def _said(taxonomy: Taxonomy) -> list[object]:
    relationships = taxonomy.networks.network(SUMMATION, ROLE).relationships
    return [relationships, list(taxonomy.dts.linkbases), list(taxonomy.dts.schemas), taxonomy.findings]


def test_the_second_run_reads_what_the_first_kept(folder: Path, parsed: list[str]):
    first = _loaded(folder)
    assert parsed == ["l.xml", "m.xml"]
    second = _loaded(folder)
    assert parsed == ["l.xml", "m.xml"]
    assert _said(second) == _said(first)
    assert [str(each.weight) for each in second.networks.network(SUMMATION, ROLE).relationships] == ["1"]
    kept = second.dts.linkbases[str(folder / "l.xml")]
    assert kept.root.tag.endswith("}linkbase"), "the XML is there all the same"


def test_a_linkbase_that_changed_is_read_and_takes_the_place_of_the_old_one(
    folder: Path, parsed: list[str], cache: Path
):
    _loaded(folder)
    size = sum(each.stat().st_size for each in cache.iterdir())
    _weigh(folder, "2")
    changed = _loaded(folder)
    assert parsed == ["l.xml", "m.xml", "l.xml"]
    assert [str(each.weight) for each in changed.networks.network(SUMMATION, ROLE).relationships] == ["2"]
    assert sum(each.stat().st_size for each in cache.iterdir()) == size


def test_nothing_is_kept_where_the_cache_is_off(
    folder: Path, parsed: list[str], cache: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XBRLGEN_CACHE", "off")
    assert _said(_loaded(folder)) == _said(_loaded(folder))
    assert len(parsed) == 4
    assert not cache.exists()


@pytest.mark.parametrize("damage", [lambda _: b"", lambda content: content[:-3], lambda content: b"x" + content])
def test_a_damaged_file_counts_as_none(damage: Callable[[bytes], bytes], folder: Path, parsed: list[str], cache: Path):
    first = _loaded(folder)
    for file in cache.iterdir():
        file.write_bytes(damage(file.read_bytes()))
    assert _said(_loaded(folder)) == _said(first)
    assert len(parsed) == 4


def test_a_linkbase_that_is_gone_is_missed(folder: Path):
    _loaded(folder)
    (folder / "l.xml").unlink()
    assert [each.code for each in _loaded(folder).findings] == ["XG305"]


def test_the_xml_of_a_linkbase_that_changed_since_is_not_taken_for_it(folder: Path):
    _loaded(folder)
    kept = _loaded(folder).dts.linkbases[str(folder / "l.xml")]
    _weigh(folder, "2")
    with pytest.raises(OSError, match="has changed"):
        assert kept.root


def test_files_do_not_pile_up(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept_files, "_FILES", 2)
    for number in range(4):
        (folder / "entry.xsd").write_text((folder / "entry.xsd").read_text() + "\n" * number)
        _loaded(folder)
    assert len(list(cache.iterdir())) == 2
