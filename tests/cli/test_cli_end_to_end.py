"""From `xbrlgen new` to `xbrlgen validate`, each in a process of its own."""

import json
import re
from pathlib import Path

import pytest


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_report_builds_and_what_it_makes_is_valid(launch, tmp_path):
    assert launch("new", "my-report", cwd=tmp_path).status == 0
    built = launch("build", "my-report", cwd=tmp_path)
    assert (built.status, built.err) == (0, "")
    assert built.out.splitlines()[-1].startswith("valid: 0 errors, ")
    wrote = [line.partition(" with ")[0] for line in built.out.splitlines() if line.startswith("wrote ")]
    written = [tmp_path / line.removeprefix("wrote ") for line in wrote]
    assert {path.suffix for path in written} >= {".xbrl", ".json", ".html"}
    assert all(path.is_file() for path in written)
    files = [path for path in written if path.suffix == ".xbrl" or (path.suffix == ".json" and path.stem != "findings")]
    judged = launch("validate", *files, cwd=tmp_path)
    assert (judged.status, judged.err) == (0, "")
    assert judged.out.splitlines()[-1].startswith("valid: 0 errors, ")
    assert json.loads((tmp_path / "build/my-report/findings.json").read_text())["verdict"] == "valid"


def test_a_mistake_is_shown_in_its_line_and_the_earlier_output_stays(launch, tmp_path):
    launch("new", "my-report", cwd=tmp_path)
    assert launch("build", "my-report", "--quiet", cwd=tmp_path).out == ""
    earlier = _bytes(tmp_path / "build/my-report")
    table = min((tmp_path / "my-report").rglob("*.csv"))
    header, first, *others = table.read_text(encoding="utf-8").splitlines(keepends=True)
    place = header.strip().split(",").index("concept")
    before = ",".join(["[^,]*"] * place + [r"\w+"])
    broken = [re.sub(rf"^{before}", r"\g<0>Qwzx", line) for line in (first, *others)]
    table.write_text("".join([header, *broken]), encoding="utf-8")

    text = launch("build", "my-report", cwd=tmp_path)
    assert (text.status, text.err) == (1, "")
    assert re.search(
        rf"^  --> {table.relative_to(tmp_path)}:\d+:\d+\n  \d+ \| .*Qwzx.*\n +\| +\^+$", text.out, re.MULTILINE
    )
    assert text.out.splitlines()[-1].startswith("invalid: ")
    assert _bytes(tmp_path / "build/my-report") == earlier

    document = json.loads(launch("build", "my-report", "--format", "json", cwd=tmp_path).out)
    log = json.loads(launch("build", "my-report", "--format", "sarif", cwd=tmp_path).out)
    assert document["verdict"] == "invalid"
    assert [each["code"] for each in document["findings"]] == [each["ruleId"] for each in log["runs"][0]["results"]]


@pytest.mark.parametrize("content", [b"", b"\0", b"<", b"<xbrl/>", b"{}", b"[]", b"\xff\xfe\0<", b"PK\x03\x04"])
@pytest.mark.parametrize("name", ["a.xbrl", "a.xml", "a.json", "a.txt", "a"])
def test_validate_never_fails_on_rubbish(run, tmp_path, content, name):
    (tmp_path / name).write_bytes(content)
    result = run("validate", tmp_path / name, "--format", "json")
    assert result.status in {1, 2}
    codes = [each["code"] for each in json.loads(result.out)["findings"]]
    assert codes
    assert "XG190" not in codes
