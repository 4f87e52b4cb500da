"""`xbrlgen explain` and `xbrlgen completion`."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from xbrlgen.findings import catalogue
from xbrlgen.findings.catalogue.page import text_page


@pytest.mark.parametrize("word", ["XG180", "xg180", "missing-input", "Missing-Input"])
def test_a_code_or_a_name_is_explained(run, word):
    result = run("explain", word)
    assert (result.status, result.out) == (0, text_page(catalogue()["XG180"]) + "\n")


def test_every_code_has_its_page(run):
    for code, entry in catalogue().items():
        out = run("explain", code).out
        assert out.startswith(f"{code} {entry.name} (")


def test_all_are_listed_without_a_code(run):
    lines = run("explain").out.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert listed == list(catalogue())
    assert lines[0] == "Sources and reading"


def test_json_has_the_page_in_parts(run):
    page = json.loads(run("explain", "XG180", "--format", "json").out)
    assert (page["code"], page["name"], page["severity"]) == ("XG180", "missing-input", "error")
    assert {"summary", "reason", "example", "fix", "reference", "standard", "since"} <= page.keys()
    assert [each["code"] for each in json.loads(run("explain", "--format", "json").out)] == list(catalogue())


def test_an_unknown_code_is_wrong_usage_with_a_suggestion(run):
    result = run("explain", "mising-input")
    assert (result.status, result.out) == (2, "")
    assert "Did you mean XG180 (missing-input)?" in result.err
    assert "'xbrlgen explain' lists all of them." in run("explain", "qqqqqqq").err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_script(run, shell):
    result = run("completion", shell)
    assert result.status == 0
    assert f"_XBRLGEN_COMPLETE={shell}_complete" in result.out
    checker = shutil.which(shell)
    if checker:
        assert subprocess.run([checker, "-n"], input=result.out.encode(), check=False).returncode == 0


def test_another_shell_is_wrong_usage(run):
    assert run("completion", "tcsh").status == 2


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("xbrlgen va", "validate"),
        ("xbrlgen explain XG18", "XG180"),
        ("xbrlgen explain missing-in", "missing-input"),
        ("xbrlgen build r --for", "--format"),
        ("xbrlgen build r --format js", "json"),
    ],
)
def test_completion_offers_commands_codes_and_options(words, completed):
    environment = os.environ | {
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
        "_XBRLGEN_COMPLETE": "bash_complete",
    }
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from xbrlgen.cli import main; sys.exit(main())"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert f"plain,{completed}" in done.stdout.splitlines()
