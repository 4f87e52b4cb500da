"""The shape of the code: who may import whom, how long a file may be, what no file may say."""

import ast
import re
import subprocess
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "xbrlgen"

SHARED = {"resources", "templating", "addresses", "__version__"}
"""Below every package: where bundled data lies, the one template environment, what references mean, the version."""

MAY_IMPORT = {
    "model": set(),
    "findings": set(),
    "instance": {"model", "findings"},
    "readers": {"model", "findings", "instance"},
    "comparison": {"model", "findings"},
    "taxonomy": {"model", "findings"},
    "rules": {"model", "taxonomy", "findings", "instance"},
    "extension": {"model", "taxonomy"},
    "target": {"model", "taxonomy", "transformations"},
    "writers": {"target", "model", "transformations"},
    "schema_validation": {"findings", "taxonomy"},
    "packaging": {"model", "findings"},
    "profiles": {"findings"},
    "transformations": {"model", "findings"},
}
"""The column `may import` of the design, section 2; the packages not named here may import any of these."""

LONGEST = 350
NETWORK_MODULES = {"socket", "http", "urllib.request", "ssl", "ftplib", "smtplib", "asyncio", "requests", "httpx"}


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or ""
            if node.module == "xbrlgen":
                yield from (f"xbrlgen.{alias.name}" for alias in node.names)


def _own(path: Path) -> set[str]:
    """The parts of xbrlgen that a file imports."""
    return {name.split(".")[1] for name in _imports(path) if name.startswith("xbrlgen.")}


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_a_package_imports_only_what_the_design_allows(package: str):
    allowed = MAY_IMPORT[package] | SHARED | {package}
    files = sorted((PACKAGE / package).rglob("*.py"))
    assert files
    assert {path.name: sorted(_own(path) - allowed) for path in files if _own(path) - allowed} == {}


def test_parts_do_not_import_each_other_in_a_circle():
    graph: dict[str, set[str]] = {}
    for path in _modules():
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if part != "__init__":
            graph.setdefault(part, set()).update(_own(path) - {part})
    order = tuple(TopologicalSorter(graph).static_order())
    assert order.index("model") < order.index("pipeline")


def test_no_file_is_too_long():
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in _modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_module_can_reach_the_network():
    reaching = {
        str(path.relative_to(ROOT)): sorted(set(_imports(path)) & NETWORK_MODULES)
        for path in _modules()
        if set(_imports(path)) & NETWORK_MODULES
    }
    assert reaching == {}


def test_numbers_never_become_binary_floats():
    """No call of float() in the product."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in _modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
    ]
    assert found == []


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("needs the files that git tracks")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_the_top_level_holds_what_the_design_names():
    expected = {
        *("pyproject.toml", "README.md", "CHANGELOG.md", "Makefile", ".gitignore", ".ci"),
        *("xbrlgen", "taxonomy", "templates", "tests", "examples", "docs", "benchmarks"),
    }
    assert {path.relative_to(ROOT).parts[0] for path in _tracked()} <= expected


def test_no_file_names_a_path_of_the_machine_it_was_written_on():
    home = re.compile(r"(?<![\w.])/(work|home|root)/\w")
    named = [
        str(path.relative_to(ROOT))
        for path in _tracked()
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".json", ".jinja", ".xsd", ".xml", ".csv", ""}
        and path.is_file()
        and home.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert named == []
