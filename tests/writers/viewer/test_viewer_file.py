"""A viewer as a file: how big, how fast, the same each time, and what is said where its script is missing."""

import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from cpu_time import within

from xbrlgen.pipeline import build
from xbrlgen.profiles import load_profile
from xbrlgen.report_folders import load_folder
from xbrlgen.target import target_document
from xbrlgen.writers.viewer import ScriptMissingError, installed_script, script

EXAMPLE = Path("examples/iij-1h23")


@pytest.fixture(scope="module")
def installed():
    pytest.importorskip("iXBRLViewerPlugin", reason="needs the package ixbrl-viewer")


def test_the_viewer_of_the_example_is_small_and_quick(installed, root, tmp_path):
    from xbrlgen.extension.settings import Settings
    from xbrlgen.viewing import viewed_taxonomy, viewer_script, write_viewer_file

    built = build(root / EXAMPLE, tmp_path / "out")
    loaded = load_folder(root / EXAMPLE)
    document = target_document(loaded.reading.report, loaded.taxonomy, schema_refs=("a.xsd",))
    page = next(path for path in built.files if path.suffix == ".xhtml")
    settings = load_profile("generic").compose(Settings, "extension")
    with within(1):
        viewed = viewed_taxonomy(loaded.reading.report, document, loaded.taxonomy, settings)
        write_viewer_file(page, tmp_path / "viewer.html", document, viewed, viewer_script())
    assert (tmp_path / "viewer.html").stat().st_size < 2_000_000


def test_a_build_without_the_option_makes_no_viewer(root, tmp_path):
    assert "viewer.html" not in {path.name for path in build(root / EXAMPLE, tmp_path / "out").files}


_BUILD = """
import sys
from xbrlgen import build
print(len(build(sys.argv[1], sys.argv[2], viewer=True).files))
print(*sorted(name for name in sys.modules if name.partition(".")[0] in {"arelle", "iXBRLViewerPlugin"}))
"""


def test_the_same_report_gives_the_same_viewer_without_arelle(installed, root, tmp_path):
    made = set()
    for seed in ("1", "2"):
        out = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        command = [sys.executable, "-c", _BUILD, str(root / EXAMPLE), str(out)]
        printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        assert printed.splitlines()[1:] == [""], "neither Arelle nor its plugin is imported"
        made.add((out / "viewer.html").read_bytes())
    assert len(made) == 1


def test_a_missing_script_is_a_finding_that_names_the_extra(root, tmp_path, monkeypatch):
    monkeypatch.setattr(script, "find_spec", lambda _name: None)
    built = build(root / EXAMPLE, tmp_path / "out", viewer=True)
    [found] = built.findings
    assert (found.code, built.folder) == ("XG550", None)
    assert "ixbrl-viewer is not installed" in found.message
    assert "xbrlgen[viewer]" in found.hint
    assert not (tmp_path / "out").exists()


def test_a_package_without_the_built_script_is_none(tmp_path, monkeypatch):
    spec = ModuleSpec("iXBRLViewerPlugin", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(script, "find_spec", lambda _name: spec)
    with pytest.raises(ScriptMissingError, match="not installed"):
        installed_script()


@pytest.mark.parametrize("number", ["1.4.99", "2.0.0", "0.9", "nonsense"])
def test_a_script_for_other_data_is_refused_by_its_version(installed, monkeypatch, number):
    monkeypatch.setattr(script, "version", lambda _name: number)
    with pytest.raises(ScriptMissingError, match=f"ixbrl-viewer {number} is installed; the viewer is made for 1.5"):
        installed_script()


@pytest.mark.parametrize("number", ["1.5", "1.5.8", "1.6.0.dev1", "1.10"])
def test_a_script_that_is_not_older_is_taken(installed, monkeypatch, number):
    monkeypatch.setattr(script, "version", lambda _name: number)
    assert installed_script().version == number
