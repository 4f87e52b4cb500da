"""The profile of a build: asked for, named by the report, unknown; and what it changes in the outputs."""

from pathlib import Path

import pytest

import xbrlgen
from xbrlgen.cli import main

ESEF = "ESEF.3.1.2.requiredEntryPointNotImported"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "my-report"
    assert main(["new", str(folder)]) == 0
    return folder


def name(report: Path, profile: str) -> int:
    """Have the report name a profile; the line at which it does."""
    path = report / "report.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("taxonomy:"))
    lines.insert(at + 1, f"profile: {profile}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return at + 2


def standards(built) -> set[str]:
    return {each.standard for each in built.findings}


def test_nothing_is_asked_for_a_report_without_a_profile(report: Path, tmp_path: Path):
    built = xbrlgen.build(report, tmp_path / "out")
    assert built.findings == ()
    assert xbrlgen.build(report, tmp_path / "generic", profile="generic").findings == ()
    written = {path.relative_to(tmp_path / "out"): path.read_bytes() for path in built.files}
    assert written == {path: (tmp_path / "generic" / path).read_bytes() for path in written}


def test_a_report_names_its_profile(report: Path, tmp_path: Path):
    name(report, "esef-2024")
    built = xbrlgen.build(report, tmp_path / "out")
    assert ESEF in standards(built)
    assert built.folder is None
    assert ESEF not in standards(xbrlgen.build(report, tmp_path / "out", profile="generic"))


def test_a_profile_that_is_asked_for_comes_first(report: Path, tmp_path: Path):
    name(report, "esef-2024")
    assert "EFM.6.05.20.deiFactsMissing" in standards(xbrlgen.build(report, tmp_path / "out", profile="edgar"))


def test_a_profile_that_there_is_not_is_a_finding_at_its_place(report: Path, tmp_path: Path):
    line = name(report, "esef-2023")
    built = xbrlgen.build(report, tmp_path / "out")
    (told,) = built.findings
    assert (told.code, told.locations[0].line) == ("XG430", line)
    assert told.hint == "Did you mean esef-2025?"
    assert built.folder is None
    with pytest.raises(ValueError, match="there is no profile 'esef-2023'"):
        xbrlgen.build(report, tmp_path / "out", profile="esef-2023")


def test_findings_lead_to_the_report(report: Path, tmp_path: Path):
    path = report / "report.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("254900LANTERNTIDE042", "254900LANTERNTIDE024"), encoding="utf-8")
    (told,) = (
        each for each in xbrlgen.build(report, tmp_path / "out", profile="esef-2024").findings if each.code == "XG433"
    )
    line = next(number for number, each in enumerate(text.splitlines(), 1) if "254900LANTERNTIDE042" in each)
    assert (Path(told.locations[0].path).name, told.locations[0].line) == ("report.yaml", line)


def test_commands_take_a_profile(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["build", str(report), "--out", str(tmp_path / "out"), "--profile", "esef-2024"]) == 1
    assert ESEF in capsys.readouterr().out
    assert main(["build", str(report), "--out", str(tmp_path / "out")]) == 0
    (instance,) = (tmp_path / "out").glob("*.xbrl")
    assert main(["validate", str(instance)]) == 0
    capsys.readouterr()
    assert main(["validate", str(instance), "--profile", "esef-2024"]) == 1
    assert "ESEF.I.1.instanceShallBeInlineXBRL" in capsys.readouterr().out
    assert main(["validate", str(instance), "--profile", "esef-2042"]) == 2
