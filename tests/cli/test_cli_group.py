"""The command line as a whole: help, version, status, the last resort."""

import json
import os
import re
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from benchmarks.synthetic import Size
from benchmarks.synthetic.documents import write_document
from xbrlgen import __version__
from xbrlgen.cli import group
from xbrlgen.cli.command import Command, findings_options
from xbrlgen.cli.group import COMMANDS

HEAVY = {"lxml", "jinja2", "xmlschema", "yaml", "markdown_it", "importlib.metadata", "asyncio", "decimal"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)])
def test_help_and_version_load_nothing_heavy(arguments):
    command = [sys.executable, "-X", "importtime", "-m", "xbrlgen", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "click" in loaded
    assert {name for name in loaded if name in HEAVY or name.split(".")[0] in HEAVY} == set()
    if arguments[0] in COMMANDS:
        others = {f"xbrlgen.cli.{name}" for name in COMMANDS} - {f"xbrlgen.cli.{arguments[0]}"}
        assert loaded & others == set()


def test_help_is_quick(launch):
    launch("--help")
    seconds = []
    for _ in range(5):
        before = os.times()
        assert launch("--help").status == 0
        after = os.times()
        seconds.append(after.children_user + after.children_system - before.children_user - before.children_system)
    print(f"xbrlgen --help: {min(seconds) * 1000:.0f} ms")
    assert min(seconds) < 0.2, "under 100 ms of CPU on a quiet machine; the bound leaves room for a busy one"


def test_help_names_every_command_and_teaches_by_examples(run):
    result = run("--help")
    assert (result.status, result.err) == (0, "")
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\w", result.out, re.MULTILINE)
    assert "Examples:\n  xbrlgen new my-report  # " in result.out


def test_the_examples_name_findings_that_there_are(run):
    words = {line.split()[-1] for line in import_module("xbrlgen.cli.explain").command.examples}
    words |= {line.split()[-1] for line in group.cli.examples if " explain " in line}
    for word in sorted(words - {"explain"}):
        assert run("explain", word).status == 0, word


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_are_lines_that_it_understands(run, name):
    command = import_module(f"xbrlgen.cli.{name}").command
    assert command.examples
    for line in command.examples:
        words = [word.strip("\"'") for word in re.split(r'\s+(?=(?:[^"]*"[^"]*")*[^"]*$)', line.split(">")[0].strip())]
        assert words[0] == "xbrlgen"
        parser = import_module(f"xbrlgen.cli.{words[1]}").command
        parent = click.Context(group.cli, **group.cli.context_settings)
        parser.make_context(words[1], words[2:], parent=parent)


def test_the_version_is_said(run):
    assert run("--version").out == f"xbrlgen {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [["buld"], ["build"], ["build", "a", "b"], ["build", "x", "--format", "yaml"], ["--nonsense"], ["validate"]],
)
def test_wrong_usage_has_status_2_and_leaves_stdout_empty(run, arguments):
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("Usage: xbrlgen")


def test_a_misspelt_command_is_answered_with_the_one_that_is_meant(run):
    assert "Did you mean 'build'?" in run("buld").err
    assert "Did you mean" not in run("qqqq").err


@pytest.fixture
def failing(monkeypatch):
    """Put a command in the place of `new` that raises what it is told."""

    def install(error: BaseException) -> None:
        @click.command(cls=Command, name="new", examples={})
        @findings_options
        @click.pass_obj
        def command(output: object) -> int:
            raise error

        monkeypatch.setattr(import_module("xbrlgen.cli.new"), "command", command)

    return install


def test_an_unexpected_exception_becomes_a_finding(run, failing):
    failing(KeyError("xyz" * 500))
    result = run("new")
    assert result.status == 2
    assert result.out.startswith("error XG190 internal-error: xbrlgen failed")
    assert "with KeyError: 'xyzxyz" in result.out
    assert "…" in result.out
    assert "report it" in result.out
    assert result.out.endswith("\ninvalid: 1 error, 0 warnings, 0 infos\n")
    assert result.err == ""


@pytest.mark.parametrize(
    "error", [RecursionError("deep"), MemoryError(), EOFError(), OSError("disk"), ValueError("x\ny")]
)
def test_no_exception_passes(run, failing, error):
    failing(error)
    result = run("new", "--format", "json")
    assert result.status == 2
    assert json.loads(result.out)["findings"][0]["code"] == "XG190"


def test_the_traceback_is_shown_when_asked(run, failing, monkeypatch):
    failing(KeyError("xyz"))
    monkeypatch.setenv("XBRLGEN_DEBUG", "1")
    result = run("new", "--format", "sarif")
    assert "Traceback (most recent call last)" in result.err
    assert json.loads(result.out)["runs"][0]["results"][0]["ruleId"] == "XG190"


def test_an_internal_error_says_where_in_the_program_it_happened(run, monkeypatch):
    import xbrlgen.new

    monkeypatch.setattr(xbrlgen.new, "bundled", lambda _name: 1 / 0)
    out = run("new", "folder").out
    assert re.search(r"failed in xbrlgen/new\.py:\d+ with ZeroDivisionError: division by zero", out)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_has_status_130(run, failing, error):
    failing(error)
    result = run("new")
    assert (result.status, result.out) == (130, "")
    assert result.err.strip() == "interrupted"


WAITING = """
import signal, sys, time
from pathlib import Path
from xbrlgen import new
from xbrlgen.cli import main

def create(folder):
    print("ready", flush=True)
    time.sleep(60)

new.create = create
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have background jobs ignore it
sys.exit(main(["new", "x"]))
"""


def test_ctrl_c_ends_a_running_command_quietly(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", WAITING], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.parametrize("arguments", [["explain"], ["explain", "--format", "json"], ["--help"], ["build", "missing"]])
def test_a_closed_pipe_is_quiet(arguments):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "xbrlgen", *arguments]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (group.CLOSED_PIPE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", [["explain", "--format", "json"], ["build", "missing"]])
def test_a_full_disk_is_told_and_no_traceback_shown(arguments):
    command = [sys.executable, "-m", "xbrlgen", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (group.WRONG_USAGE, 1)
    assert done.stderr.startswith("the output cannot be written: ")


def test_a_terminal_without_unicode_gets_escapes(launch, tmp_path):
    result = launch("build", "報告", cwd=tmp_path, PYTHONIOENCODING="cp1252")
    assert result.status == 2
    assert "\\u5831\\u544a" in result.out
    document = launch("build", "報告", "--format", "json", cwd=tmp_path, PYTHONIOENCODING="cp1252")
    assert json.loads(document.out)["findings"][0]["locations"][0]["path"] == "報告"


def test_a_process_ends_with_all_its_output_written_and_its_status(launch, tmp_path):
    pages = launch("explain", "--format", "json")
    assert (pages.status, len(json.loads(pages.out)) > 300) == (0, True)
    assert launch("validate", "missing.xbrl", cwd=tmp_path).status == 2


def test_a_profiler_sees_the_end_of_the_process():
    command = [sys.executable, "-m", "cProfile", "-m", "xbrlgen", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "function calls" in done.stdout


LARGEST = {
    ("--help",): 25,
    ("validate", "{instance}"): 225,
    ("build", "{folder}"): 440,
}
"""How many modules of our own a command may load: each takes a fifth of a millisecond, and its classes more."""


@pytest.mark.parametrize("arguments", LARGEST, ids=" ".join)
def test_a_command_loads_few_modules(arguments, root, tmp_path):
    instance = write_document(tmp_path / "synthetic", Size(50, 5), "xbrl")
    paths = {"instance": instance, "folder": root / "templates" / "new"}
    code = f"import sys; from xbrlgen.cli import main; main({[each.format(**paths) for each in arguments]}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    *_, modules = done.stdout.splitlines()
    loaded = [name for name in modules.split() if name.startswith("xbrlgen")]
    print(f"{' '.join(arguments)}: {len(loaded)} modules")
    assert len(loaded) <= LARGEST[arguments]
    if arguments[0] == "validate":
        assert {"jinja2", "yaml", "xmlschema", "markdown_it", "xbrlgen.readers.inline"}.isdisjoint(modules.split())
    assert {"xmlschema", "asyncio", "pydantic"}.isdisjoint(modules.split())
