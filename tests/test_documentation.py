"""What the documents say is true: their examples run, their links lead somewhere, and README's commands exist."""

import doctest
import os
import re
from pathlib import Path

import pytest

from xbrlgen.cli import main

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path for path in [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])

SOURCES = ("xbrlgen", "benchmarks", "tests")


def test_the_examples_in_python_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("examples", "taxonomy", "templates"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    page = ROOT / "docs" / "how-to" / "python.md"
    result = doctest.testfile(str(page), module_relative=False, verbose=False)
    assert result.attempted > 10
    assert result.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)", text)
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_modules_that_are_named_are_there(page: Path):
    modules = [path.relative_to(ROOT).as_posix() for name in SOURCES for path in (ROOT / name).rglob("*.py")]
    named = re.findall(r"`([\w/]+\.py)`", page.read_text(encoding="utf-8"))
    assert [name for name in named if not any(f"/{each}".endswith(f"/{name}") for each in modules)] == []


def test_each_page_is_reached_from_the_readme():
    reached, pages = set(), [ROOT / "README.md"]
    for page in pages:  # grows
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            links = re.findall(r"\]\(([^):#]+)", page.read_text(encoding="utf-8"))
            pages += [(page.parent / link).resolve() for link in links if (page.parent / link).is_file()]
    assert {page for page in PAGES if page.parent.name != "notes"} - reached == set(), "notes are parts of reports"


def test_the_tutorial_of_the_readme_is_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    """Its report builds into the files of its table, has its lines, and a mistake is told in its words."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-report"]) == 0
    assert main(["build", "my-report"]) == 0
    named = re.findall(r"^\| `([a-z0-9./-]+)`", readme, re.MULTILINE)
    assert len(named) == 8
    for name in named:
        assert (Path("build/my-report") / name).exists() is (name != "viewer.html"), name

    table, found, equations, finding = re.findall(
        r"^```(?:yaml)?\n((?:label,|RightofuseAssets|calculations:|error ).*?)^```", readme, re.MULTILINE | re.DOTALL
    )
    assert table in Path("my-report/tables/profit-or-loss.csv").read_text(encoding="utf-8")
    described = Path("my-report/report.yaml").read_text(encoding="utf-8")
    assert all(line in described for line in equations.splitlines())

    position = Path("my-report/tables/financial-position.csv")
    mistaken = position.read_text(encoding="utf-8").replace(
        ",TradeAndOtherCurrentReceivables,", ",TradeAndOtherCurrentReceivable,"
    )
    position.write_text(mistaken, encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "my-report"]) == 1
    assert finding in capsys.readouterr().out
    assert main(["concepts", "right", "of", "use"]) == 0
    assert capsys.readouterr().out.startswith(found)


def test_the_readme_names_targets_that_make_has():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert named == {"demo", "test"}
    assert named <= targets


def test_ci_runs_what_the_readme_names():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").rstrip().endswith("make test")
