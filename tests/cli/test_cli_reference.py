"""docs/reference/cli.md says what the commands say."""

import json
import re
from pathlib import Path

import pytest

from xbrlgen.cli.group import COMMANDS

BLOCK = re.compile(r"```console\n\$ xbrlgen (.*)\n(?:.*\n)*?```\n")


@pytest.fixture
def page(root: Path) -> Path:
    return root / "docs" / "reference" / "cli.md"


def test_the_generated_help_is_current(page, run, monkeypatch, pytestconfig: pytest.Config):
    monkeypatch.setenv("COLUMNS", "100")

    def current(block: re.Match[str]) -> str:
        return f"```console\n$ xbrlgen {block[1]}\n{run(*block[1].split()).out}```\n"

    text = page.read_text(encoding="utf-8")
    expected = BLOCK.sub(current, text)
    if pytestconfig.getoption("--regenerate"):
        page.write_text(expected, encoding="utf-8")
        return
    assert text == expected, "renew it: pytest tests/cli/test_cli_reference.py --regenerate"


def test_every_command_is_there(page):
    shown = [block[1] for block in BLOCK.finditer(page.read_text(encoding="utf-8"))]
    assert shown == ["--help", *(f"{name} --help" for name in COMMANDS)]


def test_the_findings_shown_are_those_that_are_printed(page, run, tmp_path, monkeypatch):
    (tmp_path / "my-report").mkdir()
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    shown_text = re.search(r"```text\n(.*?)```", text, re.DOTALL)[1]
    shown_json = re.search(r"```json\n(.*?)```", text, re.DOTALL)[1]
    assert run("build", "my-reprot").out == shown_text
    assert json.loads(run("build", "my-reprot", "--format", "json").out) == json.loads(shown_json)
