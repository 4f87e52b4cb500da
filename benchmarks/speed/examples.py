"""Tasks on reports as they are: one alone, again and again while it is edited, and many in one go."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median

from benchmarks.speed.cases import Case, Environment, Measure, Wanted
from benchmarks.speed.commands import ARELLE, ROOT, XBRLGEN
from benchmarks.speed.measuring import Command, Measured, alternating
from benchmarks.synthetic import Size
from benchmarks.synthetic.report_folder import write_report_folder

IIJ, IIJ_FACTS = ROOT / "examples" / "iij-1h23", 564
SMALL = Size(10)
"""A report so small that a process of its own mostly starts up."""
EDITED, BEFORE, AFTER = "tables/shares.csv", "6,371,732", "6,371,733"
"""The figure that is edited; no other is computed from it."""

VALID = "valid: 0 errors"


def example_cases(wanted: Wanted) -> Iterator[Case]:
    """IIJ's half-year report, and copies of it and of a small one."""
    yield Case("build IIJ's report", IIJ_FACTS, _build)
    yield Case("validate IIJ's instance", IIJ_FACTS, _validate)
    yield Case("build IIJ's report again when a figure changes (--watch)", IIJ_FACTS, _rebuild)
    yield Case("print the help", 0, _help)
    copies = {"copies": wanted.copies}
    many, small = IIJ_FACTS * wanted.copies, SMALL.facts * wanted.copies
    yield Case("build many reports in one go: IIJ's", many, _batch_of(_copies_of_iij, wanted.copies), copies)
    measure = _batch_of(_small_reports, wanted.copies, is_alone=True)
    yield Case("build many reports in one go: small ones", small, measure, copies)


def _build(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
    command = Command((*XBRLGEN, "build", str(IIJ), "--out", str(folder / "built")), VALID)
    return alternating({"xbrlgen": command}, environment, folder, runs)


def _help(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
    return alternating({"xbrlgen --help": Command((*XBRLGEN, "--help"), "Usage:")}, environment, folder, runs)


def _validate(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
    """Both find the taxonomy in what comes with xbrlgen."""
    built, taxonomy = folder / "built", ROOT / "taxonomy" / "META-INF" / "taxonomyPackage.xml"
    subprocess.run(
        (*XBRLGEN, "build", str(IIJ), "--out", str(built)), env=environment, check=True, stdout=subprocess.DEVNULL
    )
    (instance,) = built.glob("*.xbrl")
    arelle = (*ARELLE, "--file", str(instance), "--validate", "--calc", "c11r", "--packages", str(taxonomy))
    commands = {
        "xbrlgen": Command((*XBRLGEN, "validate", str(instance)), VALID),
        "Arelle": Command(arelle, "[info] validated in"),
    }
    return alternating(commands, environment, folder, runs)


def _rebuild(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
    """Seconds from the change of the file to the verdict, as who edits it waits; processor and memory of the whole."""
    report = Path(shutil.copytree(IIJ, folder / "report"))
    command = (*XBRLGEN, "build", str(report), "--out", str(folder / "built"), "--watch")
    watching = subprocess.Popen(
        command, env={**environment, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True
    )
    if watching.stdout is None:
        raise RuntimeError("no output to read")
    verdicts = (line for line in watching.stdout if line.startswith(("valid", "invalid")))
    statuses = [0 if next(verdicts).startswith(VALID) else 1]
    waits, edited = [], report / EDITED
    for number in range(1 + 3 * runs):
        time.sleep(0.3)
        before, after = (BEFORE, AFTER) if number % 2 == 0 else (AFTER, BEFORE)
        text = edited.read_text(encoding="utf-8").replace(before, after)
        started = time.perf_counter()
        edited.write_text(text, encoding="utf-8")
        statuses.append(0 if next(verdicts).startswith(VALID) else 1)
        waits.append(time.perf_counter() - started)
    watching.send_signal(signal.SIGKILL)
    _, _, usage = os.wait4(watching.pid, 0)
    watching.returncode = 0
    cpu = (usage.ru_utime + usage.ru_stime) / (1 + len(waits))
    return {"xbrlgen": Measured(cpu, median(waits[1:]), usage.ru_maxrss / 1024, tuple(statuses))}


def _copies_of_iij(folder: Path) -> None:
    shutil.copytree(IIJ, folder)


def _small_reports(folder: Path) -> None:
    write_report_folder(folder, SMALL)


def _batch_of(write: Callable[[Path], None], copies: int, *, is_alone: bool = False) -> Measure:
    """A batch over two processes, over one, and without a batch: a process for each report."""

    def measure(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
        for number in range(copies):
            write(folder / "reports" / f"report-{number:04}")
        batch = (*XBRLGEN, "batch", str(folder / "reports"), "--out", str(folder / "built"), "--from-the-start")
        commands = {
            f"batch, {jobs} process{'es' * (jobs > 1)}": Command((*batch, "--jobs", str(jobs)), VALID)
            for jobs in (2, 1)
        }
        if is_alone:
            each = f"{' '.join(XBRLGEN)} build reports/{{}} --out alone/{{}} --quiet"
            for at_once in (1, 2):
                script = f"ls reports | xargs -P {at_once} -I {{}} {each} && echo done"
                commands[f"a process for each, {at_once} at once"] = Command(("sh", "-c", script), "done")
        return alternating(commands, environment, folder, runs)

    return measure
