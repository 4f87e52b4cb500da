"""Documents of packages are judged once: what was sound is not looked at again, what was not is told each time."""

import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "rules" / "taxonomy_documents"))
from sound_taxonomy import FILES, PREFIXES, XBRL

from xbrlgen.findings import Finding
from xbrlgen.packages import given_packages
from xbrlgen.taxonomy import kept_files, kept_taxonomies, kept_verdicts, load_taxonomy
from xbrlgen.taxonomy_validation import taxonomy_findings

URL = "http://example.com/t/"
CATALOG = (
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
    f'<rewriteURI uriStartString="{URL}" rewritePrefix="../t/"/></catalog>'
)
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
CYCLE = FILES["presentation.xml"].replace('xlink:from="Money" xlink:to="Name"', 'xlink:from="Money" xlink:to="Assets"')
OWN = f"""<link:linkbase {PREFIXES}>
<link:roleRef roleURI="http://example.com/role/sheet" xlink:type="simple" xlink:href="{URL}t.xsd#sheet"/>
<link:presentationLink xlink:type="extended" xlink:role="http://example.com/role/sheet">
<link:loc xlink:type="locator" xlink:href="{URL}t.xsd#Assets" xlink:label="a"/>
<link:loc xlink:type="locator" xlink:href="{URL}t.xsd#Money" xlink:label="m"/>
<link:presentationArc xlink:type="arc" xlink:arcrole="{XBRL}/arcrole/parent-child" xlink:from="m" xlink:to="a"/>
</link:presentationLink></link:linkbase>"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XBRLGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_verdicts, "_WORTH_KEEPING", 1)
    return tmp_path / "cache"


def package(folder: Path, changes: dict[str, str] | None = None) -> Path:
    path = folder / "p.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("p/META-INF/catalog.xml", CATALOG)
        for name, content in (FILES | (changes or {})).items():
            archive.writestr(f"p/t/{name}", content)
    return path


def found(packed: Path, *entry_points: str) -> list[Finding]:
    taxonomy = load_taxonomy(*(entry_points or (f"{URL}t.xsd",)), catalog=given_packages([packed]).catalog)
    return list(taxonomy_findings(taxonomy))


def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the linkbases whose links are judged from now on."""
    from xbrlgen.rules.taxonomy_documents import checking

    names: list[str] = []
    check = checking.check_links

    def naming(documents, root, document):
        names.append(document.url.rpartition("/")[2])
        return check(documents, root, document)

    monkeypatch.setattr(checking, "check_links", naming)
    return names


def test_what_was_sound_is_not_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    packed, names = package(tmp_path), judged(monkeypatch)
    assert found(packed) == []
    assert len(names) == 6
    assert found(packed) == []
    assert len(names) == 6


def test_what_was_not_sound_is_told_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    packed, names = package(tmp_path, {"presentation.xml": CYCLE}), judged(monkeypatch)
    for _ in range(2):
        assert [each.code for each in found(packed)] == ["XG819"]
    assert names[6:] == ["presentation.xml"]


def test_sound_documents_and_an_issuers_own_make_a_cycle_together(tmp_path: Path):
    packed = package(tmp_path)
    (tmp_path / "own.xml").write_text(OWN)
    assert found(packed) == []
    assert [each.code for each in found(packed, f"{URL}t.xsd", str(tmp_path / "own.xml"))] == ["XG819"]


def test_another_package_is_another_matter(tmp_path: Path):
    assert found(package(tmp_path)) == []
    assert [each.code for each in found(package(tmp_path, {"presentation.xml": CYCLE}))] == ["XG819"]


@pytest.mark.parametrize("damage", [lambda _: b"", lambda content: content[:-3], lambda content: b"x" + content])
def test_a_damaged_file_counts_as_none(damage, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch):
    packed = package(tmp_path)
    found(packed)
    assert sorted(each.name.partition("-")[0] for each in cache.iterdir()) == ["sound", "taxonomies"]
    for file in cache.iterdir():
        file.write_bytes(damage(file.read_bytes()))
    names = judged(monkeypatch)
    assert found(packed) == []
    assert len(names) == 6


def test_nothing_is_kept_where_that_is_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XBRLGEN_CACHE", "off")
    packed, names = package(tmp_path), judged(monkeypatch)
    assert found(packed) == found(packed) == []
    assert len(names) == 12


def test_a_taxonomy_with_gaps_proves_nothing(tmp_path: Path, cache: Path):
    packed = package(tmp_path, {"t.xsd": FILES["t.xsd"].replace("generic.xml", "nowhere.xml")})
    assert {each.code for each in found(packed)} == {"XG301"}
    assert list(cache.glob("sound-*")) == []


def _other(folder: Path, url: str, entry: str) -> Path:
    """Another package, whose schema at `url` is `entry`."""
    path = folder / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("o/META-INF/catalog.xml", CATALOG.replace(URL, url))
        archive.writestr("o/t/entry.xsd", entry)
    return path


def _soundness(packages: list[Path], *entry_points: str) -> None:
    taxonomy = load_taxonomy(*entry_points, catalog=given_packages(packages).catalog)
    assert list(taxonomy_findings(taxonomy)) == []


_ENTRY = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://example.com/o">
<xs:import namespace="{}" schemaLocation="{}"/></xs:schema>"""


def test_a_package_beside_another_is_as_sound_as_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Such as that of a report, which differs each time."""
    packed, names = package(tmp_path), judged(monkeypatch)
    assert found(packed) == []
    namespace = load_taxonomy(f"{URL}t.xsd", catalog=given_packages([packed]).catalog).namespace
    report = _other(tmp_path, "http://example.com/o/", _ENTRY.format(namespace, f"{URL}t.xsd"))
    _soundness([packed, report], "http://example.com/o/entry.xsd")
    assert len(names) == 6


def test_a_package_that_comes_first_may_change_what_another_means(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    packed, names = package(tmp_path), judged(monkeypatch)
    assert found(packed) == []
    first = _other(tmp_path, "http://example.com/o/", _ENTRY.format("http://example.com/none", ""))
    _soundness([first, packed], f"{URL}t.xsd")
    assert len(names) == 12


def test_nothing_is_kept_of_a_package_that_leads_to_another(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
):
    packed = package(tmp_path)
    namespace = load_taxonomy(f"{URL}t.xsd", catalog=given_packages([packed]).catalog).namespace
    other = _other(tmp_path, "http://example.com/o/", _ENTRY.format(namespace, f"{URL}t.xsd"))
    _soundness([other, packed], "http://example.com/o/entry.xsd")
    kept = [each.read_text() for each in cache.glob("sound-*")]
    assert len(kept) == 1
    assert "p/t/t.xsd" in kept[0]
    assert "entry.xsd" not in kept[0]


def on_disk(folder: Path, changes: dict[str, str] | None = None) -> str:
    """The path of the schema of the sound taxonomy, written into `folder` with `changes`."""
    folder.mkdir(exist_ok=True)
    for name, content in (FILES | (changes or {})).items():
        (folder / name).write_text(content)
    return str(folder / "t.xsd")


def told(*entry_points: str) -> list[str]:
    return [each.code for each in taxonomy_findings(load_taxonomy(*entry_points))]


def test_a_taxonomy_on_disk_is_judged_once_wherever_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    names = judged(monkeypatch)
    assert told(on_disk(tmp_path / "one")) == []
    assert len(names) == 6
    assert told(on_disk(tmp_path / "one")) == told(on_disk(tmp_path / "other")) == []
    assert len(names) == 6
    monkeypatch.setenv("XBRLGEN_CACHE", "off")
    assert told(on_disk(tmp_path / "one")) == []
    assert len(names) == 12


@pytest.mark.parametrize("name", sorted(FILES))
def test_one_byte_more_has_a_taxonomy_judged_again(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert told(on_disk(tmp_path / "t")) == []
    names = judged(monkeypatch)
    assert told(on_disk(tmp_path / "t", {name: FILES[name] + "\n"})) == []
    assert len(names) == 6


def test_a_taxonomy_on_disk_with_a_fault_is_told_each_time(tmp_path: Path, cache: Path):
    sound = on_disk(tmp_path / "t")
    assert told(sound) == []
    kept = (cache / "taxonomies").read_bytes()
    for _ in range(2):
        assert told(on_disk(tmp_path / "t", {"presentation.xml": CYCLE})) == ["XG819"]
    assert (cache / "taxonomies").read_bytes() == kept


def test_a_sound_taxonomy_and_an_own_linkbase_are_another_taxonomy(tmp_path: Path):
    sound = on_disk(tmp_path / "t")
    assert told(sound) == []
    (tmp_path / "t" / "own.xml").write_text(OWN.replace(URL, ""))
    assert told(sound, str(tmp_path / "t" / "own.xml")) == ["XG819"]


def test_what_a_hint_leads_to_may_change(tmp_path: Path, cache: Path):
    """The schema of an element in a custom link is no part of the taxonomy, whose bytes then do not tell its verdict."""
    hint = f'{XSI} xsi:schemaLocation="http://example.com/h h.xsd"'
    label = FILES["label.xml"].replace("<link:linkbase ", f"<link:linkbase {hint} ", 1)
    assert told(on_disk(tmp_path / "t", {"label.xml": label})) == []
    assert not (cache / "taxonomies").exists()


@pytest.mark.parametrize("damage", [lambda _: b"", lambda content: content[:-3], lambda content: b"x" + content])
def test_damaged_verdicts_on_a_taxonomy_on_disk_count_as_none(
    damage, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
):
    assert told(on_disk(tmp_path / "t")) == []
    kept = (cache / "taxonomies").read_bytes()
    (cache / "taxonomies").write_bytes(damage(kept))
    names = judged(monkeypatch)
    assert told(on_disk(tmp_path / "t")) == []
    assert len(names) == 6
    assert (cache / "taxonomies").read_bytes() == kept


def test_the_verdicts_on_taxonomies_do_not_pile_up(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept_taxonomies, "_MOST", 2)
    for number in range(3):
        assert told(on_disk(tmp_path / "t", {"more.xsd": FILES["more.xsd"] + "\n" * number})) == []
    assert len(kept_files.read(cache / "taxonomies").split()) == 2
