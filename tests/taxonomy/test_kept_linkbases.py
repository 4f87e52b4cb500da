"""The cache: a package is read through once, and whatever happens to the files, the answer is the same."""

import json
import os
import time
import zipfile
from pathlib import Path

import pytest
from lxml.etree import _Element
from small_taxonomies import ROLE, SUMMATION, arc, link, linkbase, linkbase_reference, locator, schema

from xbrlgen import packages
from xbrlgen.findings import Finding
from xbrlgen.packages import given_packages
from xbrlgen.taxonomy import Taxonomy, kept_files, kept_linkbases, load_taxonomy
from xbrlgen.taxonomy.documents import Document
from xbrlgen.taxonomy.linkbase_content import Content, read_content

URL = "http://example.com/t/"
CATALOG = (
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
    f'<rewriteURI uriStartString="{URL}" rewritePrefix="../t/"/></catalog>'
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache that keeps even what is small."""
    monkeypatch.setenv("XBRLGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_linkbases, "_WORTH_KEEPING", 1)
    return tmp_path / "cache"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A taxonomy package of a schema and a linkbase."""
    path = tmp_path / "p.zip"
    ends = locator("entry.xsd#A", "a") + locator("entry.xsd#B", "b")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("p/META-INF/catalog.xml", CATALOG)
        archive.writestr("p/t/entry.xsd", schema("A", "B", appinfo=linkbase_reference("l.xml")))
        archive.writestr("p/t/l.xml", linkbase(link(ends + arc("a", "b", 'weight="1"'))))
    return path


def _anew(package: Path) -> Taxonomy:
    """The taxonomy as the next run of the program would read it."""
    kept_linkbases._of_package.cache_clear()
    packages._given.cache_clear()
    return load_taxonomy(f"{URL}entry.xsd", catalog=given_packages([package]).catalog)


def _has_parsed(taxonomy: Taxonomy, monkeypatch: pytest.MonkeyPatch, package: Path) -> bool:
    """Whether the linkbase is read from its XML once more; what it says is the same in any case."""
    read: list[str] = []

    def reading(root: _Element, document: Document) -> Content | Finding:
        read.append(document.url)
        return read_content(root, document)

    monkeypatch.setattr("xbrlgen.taxonomy.discovery.read_content", reading)
    again = _anew(package)
    assert _said(again) == _said(taxonomy)
    return bool(read)


def _said(taxonomy: Taxonomy) -> list[object]:
    found = taxonomy.networks.network(SUMMATION, ROLE).relationships
    assert len(found) == 1
    return [found, list(taxonomy.dts.linkbases), list(taxonomy.dts.schemas), taxonomy.findings]


def test_the_second_run_reads_what_the_first_kept(cache: Path, package: Path, monkeypatch: pytest.MonkeyPatch):
    first = _anew(package)
    (file,) = cache.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert not _has_parsed(first, monkeypatch, package)
    kept = next(iter(_anew(package).dts.linkbases.values()))
    assert kept.root.tag.endswith("}linkbase")  # the XML is there all the same


def test_nothing_is_kept_where_the_cache_is_off(cache: Path, package: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XBRLGEN_CACHE", "off")
    assert _has_parsed(_anew(package), monkeypatch, package)
    assert not cache.exists()


def test_the_cache_lies_where_the_system_wants_it(tmp_path: Path, package: Path, cache: Path, monkeypatch):
    monkeypatch.delenv("XBRLGEN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    _anew(package)
    assert len(list((tmp_path / "xdg" / "xbrlgen").iterdir())) == 1
    assert not cache.exists()


def test_another_package_has_a_file_of_its_own(cache: Path, package: Path):
    _anew(package)
    with zipfile.ZipFile(package, "a") as archive:
        archive.writestr("p/more.txt", "x")
    _anew(package)
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1] + b"x",
        lambda content: content.replace(b'"weight":"1"', b'"weight":"9"'),
        lambda _: b"",
        lambda _: b"\x80\x04junk",
        lambda _: b"0" * 64 + json.dumps({"p/t/l.xml": [[0, 9]]}).encode() + b"\n",
    ],
)
def test_a_damaged_file_is_made_again(cache: Path, package: Path, monkeypatch: pytest.MonkeyPatch, damage):
    first = _anew(package)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert _has_parsed(first, monkeypatch, package)
    assert file.read_bytes() == whole


@pytest.mark.skipif(os.name != "posix", reason="needs owners and modes of files")
@pytest.mark.parametrize("mode", [0o622, 0o606])
def test_a_file_that_others_may_write_is_not_trusted(
    cache: Path, package: Path, monkeypatch: pytest.MonkeyPatch, mode: int
):
    first = _anew(package)
    (file,) = cache.iterdir()
    file.chmod(mode)
    assert _has_parsed(first, monkeypatch, package)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="needs owners and modes of files")
def test_a_file_of_somebody_else_is_not_trusted(cache: Path, package: Path, monkeypatch: pytest.MonkeyPatch):
    first = _anew(package)
    mine = os.getuid()
    monkeypatch.setattr(kept_files.os, "getuid", lambda: mine + 1)
    assert _has_parsed(first, monkeypatch, package)


def test_a_directory_that_cannot_be_written_to_is_no_error(cache: Path, package: Path):
    cache.write_text("a file where the directory has to be")
    assert _said(_anew(package))
    assert cache.read_text().startswith("a file")


def test_the_oldest_files_go_first(cache: Path, package: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept_files, "_FILES", 2)
    cache.mkdir()
    for age in (300, 200, 100):
        file = cache / f"linkbases-{age}"
        file.touch()
        os.utime(file, (time.time() - age, time.time() - age))
    (cache / "other").touch()
    _anew(package)
    left = {each.name for each in cache.iterdir()}
    assert {"linkbases-100", "other"} < left
    assert len(left) == 3
