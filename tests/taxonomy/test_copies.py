"""A taxonomy on disk and the same in a package."""

import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "rules" / "taxonomy_documents"))
from sound_taxonomy import FILES

from xbrlgen.packages import given_packages
from xbrlgen.taxonomy import Taxonomy, load_taxonomy
from xbrlgen.taxonomy.copies import is_copied

URL = "http://example.com/t/"
CATALOG = (
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
    f'<rewriteURI uriStartString="{URL}" rewritePrefix="../t/"/></catalog>'
)


@pytest.fixture
def taxonomy(tmp_path: Path) -> Taxonomy:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content)
    return load_taxonomy(str(tmp_path / "t.xsd"))


def _is_in_package(taxonomy: Taxonomy, folder: Path, files: dict[str, str]) -> bool:
    path = folder / "p.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("p/META-INF/catalog.xml", CATALOG)
        for name, content in files.items():
            archive.writestr(f"p/t/{name}", content)
    return is_copied(taxonomy.dts, f"{URL}t.xsd", given_packages([path]).catalog)


def test_all_documents_are_there(taxonomy: Taxonomy, tmp_path: Path):
    assert _is_in_package(taxonomy, tmp_path, FILES)
    assert {each.url for each in taxonomy.dts.linkbases.values()} >= {str(tmp_path / "label.xml")}


@pytest.mark.parametrize("name", sorted(FILES))
def test_one_is_missing_or_another(name: str, taxonomy: Taxonomy, tmp_path: Path):
    assert not _is_in_package(taxonomy, tmp_path, {**FILES, name: FILES[name] + " "})
    assert not _is_in_package(taxonomy, tmp_path, {each: FILES[each] for each in FILES if each != name})


def test_it_lies_in_other_places(taxonomy: Taxonomy, tmp_path: Path):
    assert not _is_in_package(taxonomy, tmp_path, {f"deeper/{name}": content for name, content in FILES.items()})


def test_a_package_that_answers_for_a_bundled_document_makes_it_another(taxonomy: Taxonomy, tmp_path: Path):
    path, instance = tmp_path / "other.zip", "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
    with zipfile.ZipFile(path, "w") as archive:
        rewrite = '<rewriteURI uriStartString="http://www.xbrl.org/2003/" rewritePrefix="../x/"/></catalog>'
        archive.writestr("p/META-INF/catalog.xml", CATALOG.replace("</catalog>", rewrite))
        archive.writestr(
            "p/x/xbrl-instance-2003-12-31.xsd", taxonomy.dts.schemas[instance].document.source.read_bytes()
        )
        for name, content in FILES.items():
            archive.writestr(f"p/t/{name}", content)
    assert not is_copied(taxonomy.dts, f"{URL}t.xsd", given_packages([path]).catalog)
