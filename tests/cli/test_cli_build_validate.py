"""`xbrlgen build` and `xbrlgen validate`: what they make of the pipeline's findings. The pipeline itself is elsewhere."""

import json
import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from xbrlgen.findings import Finding, Location, Severity

ERROR = Finding("XG180", "an-error", Severity.ERROR, "wrong", locations=(Location("report/pl.csv", 2, 1),))
WARNING = Finding("XG180", "a-warning", Severity.WARNING, "odd", locations=(Location("report/pl.csv", 1, 1),))
ORDINARY = Finding("XG301", "an-error", Severity.ERROR, "wrong", locations=(Location("report/pl.csv", 2, 1, "", 7),))


@pytest.fixture
def pipeline(tmp_path, monkeypatch):
    """A pipeline that finds what it is told, and remembers how it was called."""
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "report.yaml").write_text("")
    (tmp_path / "report" / "pl.csv").write_text("label,concept\nRevenue,Revenu\n")
    (tmp_path / "a.xbrl").write_text("<xbrl/>")
    (tmp_path / "b.xbrl").write_text("<xbrl/>")
    monkeypatch.chdir(tmp_path)
    fake = ModuleType("xbrlgen.pipeline")
    fake.findings, fake.calls, fake.folder, fake.files = (), [], Path("build/report"), ()

    def build(report, out=None, *, profile="generic", packages=(), viewer=False, progress=None, afterwards=None):
        fake.calls.append((report, out, profile, *packages))
        files = (fake.files or (fake.folder / "a.xbrl", fake.folder / "a.json")) if fake.folder else ()
        return SimpleNamespace(findings=fake.findings, folder=fake.folder, files=files, facts=1234)

    def validate(files, *, profile="generic", packages=(), calculations="round", units=None, progress=None):
        fake.calls.append((*files, profile, calculations, *packages, *([units] if units else [])))
        return SimpleNamespace(findings=fake.findings, facts=1)

    fake.build, fake.validate = build, validate
    monkeypatch.setitem(sys.modules, "xbrlgen.pipeline", fake)
    monkeypatch.setitem(sys.modules, "xbrlgen.validation", fake)
    return fake


def test_a_build_says_what_it_wrote(run, pipeline):
    pipeline.findings = (WARNING,)
    result = run("build", "report")
    assert (result.status, result.err) == (0, "")
    assert result.out == (
        "warning XG180 a-warning: odd\n"
        "  --> report/pl.csv:1:1\n"
        "  1 | label,concept\n"
        "    | ^\n"
        "\n"
        "wrote build/report/a.xbrl\n"
        "wrote build/report/a.json\n"
        "1,234 facts\n"
        "valid: 0 errors, 1 warning, 0 infos\n"
    )


def test_many_tables_of_one_report_share_the_line_of_their_metadata(run, pipeline):
    names = [
        "csv/a-balance.csv",
        "csv/a-income.csv",
        "csv/a-equity.csv",
        "csv/a.json",
        "csv/a-facts.csv",
        "other/b.csv",
    ]
    pipeline.files = tuple(pipeline.folder / name for name in names)
    wrote = [line for line in run("build", "report").out.splitlines() if line.startswith("wrote")]
    assert wrote == ["wrote build/report/csv/a.json with 4 tables", "wrote build/report/other/b.csv"]


def test_a_build_that_fails_shows_the_line_and_says_that_nothing_was_written(run, pipeline):
    pipeline.findings, pipeline.folder = (ORDINARY,), None
    result = run("build", "report")
    assert result.status == 1
    assert result.out == (
        "error XG301 an-error: wrong\n"
        "  --> report/pl.csv:2:1\n"
        "  2 | Revenue,Revenu\n"
        "    | ^^^^^^^\n"
        "\n"
        "nothing was written\n"
        "invalid: 1 error, 0 warnings, 0 infos\n"
    )


def test_quiet_leaves_errors_only(run, pipeline):
    pipeline.findings = (WARNING,)
    assert run("build", "report", "--quiet").out == ""
    pipeline.findings = (WARNING, ORDINARY)
    out = run("build", "report", "-q").out
    assert out.startswith("error XG301")
    assert "warning" not in out
    assert "valid:" not in out


def test_options_reach_the_pipeline(run, pipeline):
    run("build", "report")
    run("build", "report", "-o", "elsewhere", "--profile", "generic", "--packages", "a.xbrl", "--packages", "b.xbrl")
    run("validate", "a.xbrl", "report/report.yaml", "--packages", "a.xbrl", "--profile", "esef-2024")
    run("validate", "a.xbrl", "--calculations", "1.0", "--units", "b.xbrl")
    assert pipeline.calls == [
        (Path("report"), None, ""),
        (Path("report"), Path("elsewhere"), "generic", Path("a.xbrl"), Path("b.xbrl")),
        (Path("a.xbrl"), Path("report/report.yaml"), "esef-2024", "round", Path("a.xbrl")),
        (Path("a.xbrl"), "generic", "1.0", Path("b.xbrl")),
    ]


@pytest.mark.parametrize("command", [("build", "report"), ("validate", "a.xbrl"), ("concepts", "revenue")])
def test_a_package_that_is_not_there_ends_a_command_with_its_name(run, pipeline, command):
    result = run(*command, "--packages", "a.xbr")
    assert result.status == 2
    assert "XG180" in result.out
    assert "Did you mean 'a.xbrl'?" in result.out
    assert pipeline.calls == []


@pytest.mark.parametrize("command", [("build", "report"), ("validate", "a.xbrl")])
@pytest.mark.parametrize(
    ("found", "status"), [((), 0), ((WARNING,), 0), ((ORDINARY, WARNING, ORDINARY), 1), ((ERROR,), 2)]
)
def test_the_status_and_the_forms_agree(run, pipeline, command, found, status):
    pipeline.findings = found
    text, document, log = (run(*command, "--format", form) for form in ("text", "json", "sarif"))
    assert text.status == document.status == log.status == status
    assert text.err == document.err == log.err == ""
    read = json.loads(document.out)
    counts = read["counts"]
    assert text.out.splitlines()[-1].startswith(f"{read['verdict']}: {counts['error']} error")
    assert [each["message"] for each in read["findings"]] == [
        each["message"]["text"] for each in json.loads(log.out)["runs"][0]["results"]
    ]


def test_quiet_changes_no_document(run, pipeline):
    pipeline.findings = (WARNING,)
    assert run("validate", "a.xbrl", "--format", "json", "-q").out == run("validate", "a.xbrl", "--format", "json").out


def test_all_shows_all(run, pipeline):
    pipeline.findings = tuple(Finding("XG301", "x", Severity.ERROR, f"wrong {n}") for n in range(30))
    assert "… and 10 more XG301 x (--all shows them)" in run("build", "report").out
    assert "wrong 29" in run("build", "report", "--all").out


def test_input_that_does_not_exist_is_a_finding_with_a_suggestion(run, pipeline):
    result = run("build", "reprot")
    assert result.status == 2
    assert result.out == (
        "error XG180 missing-input: 'reprot' does not exist\n"
        "  --> reprot\n"
        "  hint: Did you mean 'report'?\n"
        "\n"
        "invalid: 1 error, 0 warnings, 0 infos\n"
    )
    assert "There is no folder 'nowhere' either" in run("build", "nowhere/report").out
    assert pipeline.calls == []


def test_the_other_files_are_validated_where_one_is_missing(run, pipeline):
    result = run("validate", "a.xbrl", "gone.xbrl", "--format", "json")
    assert result.status == 2
    assert [each["code"] for each in json.loads(result.out)["findings"]] == ["XG180"]
    assert pipeline.calls == [(Path("a.xbrl"), "generic", "round")]


def test_a_file_is_no_report_folder_and_a_folder_no_file(run, pipeline):
    out = run("build", "report/report.yaml").out
    assert out.startswith("error XG182 not-a-report-folder: ")
    assert "hint: Pass its folder: report\n" in out
    assert "XG182" in run("build", "a.xbrl").out
    out = run("validate", "report").out
    assert out.startswith("error XG183 folder-instead-of-file: ")
    assert "hint: xbrlgen build report\n" in out
    assert pipeline.calls == []


def test_what_cannot_be_read_is_a_finding(run, pipeline, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    os.mkfifo("pipe.xbrl")
    assert (
        "error XG181 unreadable-input: 'pipe.xbrl' is neither a file nor a folder" in run("validate", "pipe.xbrl").out
    )
    monkeypatch.setattr(Path, "open", refuse)
    result = run("validate", "a.xbrl")
    assert result.status == 2
    assert "error XG181 unreadable-input: 'a.xbrl' cannot be read: Permission denied\n" in result.out
