"""Tasks on one report as it is: built, judged, and built again and again while it is edited."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from benchmarks.speed.cases import Case, Environment, Wanted
from benchmarks.speed.commands import ARELLE, ROOT, XBRLGEN
from benchmarks.speed.measuring import KIBIBYTE, Command, Measured, alternating

IIJ, IIJ_FACTS = ROOT / "examples" / "iij-1h23", 564
BUNDLED = ROOT / "taxonomy" / "META-INF" / "taxonomyPackage.xml"
YEAR, ENTRY_POINT = "ifrs-2023", "https://xbrl.ifrs.org/taxonomy/2025-03-27/full_ifrs_entry_point_2025-03-27.xsd"
"""The taxonomy of the example, and what stands for it where the official package is to be used."""
EDITED, BEFORE, AFTER = "tables/shares.csv", "6,371,732", "6,371,733"
"""The figure that is edited; no other is computed from it."""

VALID = "valid: 0 errors"
HELP, HELP_COMMAND = "print the help", "xbrlgen --help"
BUILD_IIJ, VALIDATE_IIJ = "build IIJ's report", "validate IIJ's instance"
VALIDATE_OFFICIAL = "validate IIJ's instance with the official IFRS taxonomy"
REBUILD_IIJ = "build IIJ's report again when a figure changes (--watch)"
FIRST_RUN = "xbrlgen, the first time"
"""A run that finds nothing kept on disk of what earlier ones have found out about taxonomies."""


def example_cases(wanted: Wanted) -> Iterator[Case]:
    """IIJ's half-year report, by the bundled taxonomy and by the official one."""
    yield Case(BUILD_IIJ, IIJ_FACTS, _build)
    yield Case(VALIDATE_IIJ, IIJ_FACTS, _validate)
    if wanted.ifrs_package.is_file():
        package = wanted.ifrs_package.resolve()
        yield Case(VALIDATE_OFFICIAL, IIJ_FACTS, lambda *given: _validate_by(package, *given))
    yield Case(REBUILD_IIJ, IIJ_FACTS, _rebuild)
    yield Case(HELP, 0, _help)


def _own(folder: Path, *arguments: str) -> dict[str, Command]:
    """xbrlgen as it usually runs, and with nothing kept from earlier runs."""
    command, kept = (*XBRLGEN, *arguments), str(folder / "first")
    forgetting = 'rm -rf "$0" && mkdir "$0" && XBRLGEN_CACHE="$0" exec "$@"'
    return {
        "xbrlgen": Command(command, VALID),
        FIRST_RUN: Command(("sh", "-c", forgetting, kept, *command), VALID),
    }


def _build(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
    return alternating(_own(folder, "build", str(IIJ), "--out", str(folder / "built")), environment, folder, runs)


def _help(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
    return alternating({HELP_COMMAND: Command((*XBRLGEN, "--help"), "Usage:")}, environment, folder, runs)


def _validate(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
    """Both find the taxonomy in what comes with xbrlgen."""
    instance = _built(IIJ, folder, environment)
    commands = _own(folder, "validate", instance) | _arelle(instance, BUNDLED)
    return alternating(commands, environment, folder, runs)


def _validate_by(package: Path, folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
    """The report with the elements of the official taxonomy; both find it in the package of the IFRS Foundation."""
    report = Path(shutil.copytree(IIJ, folder / "report"))
    described = (report / "report.yaml").read_text(encoding="utf-8")
    official = f"taxonomy: {{entry_point: {ENTRY_POINT}, packages: [{package}]}}\n"
    (report / "report.yaml").write_text(described.replace(f"taxonomy: {YEAR}\n", official), encoding="utf-8")
    instance = _built(report, folder, environment)
    commands = _own(folder, "validate", instance, "--packages", str(package)) | _arelle(instance, package)
    return alternating(commands, environment, folder, runs)


def _built(report: Path, folder: Path, environment: Environment) -> str:
    """The path of the instance that the report is built into."""
    command = (*XBRLGEN, "build", str(report), "--out", str(folder / "built"))
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    (instance,) = (folder / "built").glob("*.xbrl")
    return str(instance)


def _arelle(instance: str, package: Path) -> dict[str, Command]:
    arguments = ("--file", instance, "--validate", "--calc", "c11r", "--packages", str(package))
    return {"Arelle": Command((*ARELLE, *arguments), "[info] validated in")}


def _rebuild(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
    """Seconds from the change of the file to the verdict, as who edits it waits; processor and memory of the whole."""
    report = Path(shutil.copytree(IIJ, folder / "report"))
    command = (*XBRLGEN, "build", str(report), "--out", str(folder / "built"), "--watch")
    watching = subprocess.Popen(
        command, env={**environment, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True
    )
    try:
        statuses, waits = _edited(watching, report / EDITED, 1 + 3 * runs)
    finally:
        watching.kill()
        _, _, usage = os.wait4(watching.pid, 0)
        watching.returncode = 0
    cpu = (usage.ru_utime + usage.ru_stime) / len(statuses)
    return {"xbrlgen": Measured(cpu, median(waits[1:]), usage.ru_maxrss * KIBIBYTE, tuple(statuses))}


def _edited(watching: subprocess.Popen[str], edited: Path, times: int) -> tuple[list[int], list[float]]:
    """The status of each build, from the first on, and how long each change took to be built."""
    if watching.stdout is None:
        raise RuntimeError("no output to read")
    verdicts = (line for line in watching.stdout if line.startswith(("valid", "invalid")))
    statuses, waits = [_status(next(verdicts))], []
    for number in range(times):
        time.sleep(0.3)
        before, after = (BEFORE, AFTER) if number % 2 == 0 else (AFTER, BEFORE)
        text = edited.read_text(encoding="utf-8").replace(before, after)
        started = time.perf_counter()
        edited.write_text(text, encoding="utf-8")
        statuses.append(_status(next(verdicts)))
        waits.append(time.perf_counter() - started)
    return statuses, waits


def _status(verdict: str) -> int:
    return 0 if verdict.startswith(VALID) else 1
