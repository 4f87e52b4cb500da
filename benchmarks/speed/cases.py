"""What is measured: tasks of a user, each on the same files for all competitors."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from benchmarks.speed.commands import ARELLE, PYTHON, XBRLGEN
from benchmarks.speed.measuring import Command, Measured, alternating
from benchmarks.synthetic import Size

Environment = Mapping[str, str]
Measure = Callable[[Path, Environment, int], Mapping[str, Measured]]


@dataclass(frozen=True, slots=True)
class Case:
    """A task: its name, how much it is about, and what measures the competitors in a folder, some times each.

    The first competitor is the one that the others are compared with.
    """

    name: str
    facts: int
    measure: Measure
    parameters: Mapping[str, int] = field(default_factory=dict)
    """What else the size depends on: contexts, dimensions, text share, copies."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure: numbers of facts, what reports are like, and up to how many facts others than xbrlgen run."""

    sizes: tuple[int, ...]
    """None means: each task at the sizes that are of interest there."""
    contexts: int
    dimensions: int
    text_share: int
    others_up_to: int
    copies: int
    """How many reports a batch has."""
    ifrs_package: Path
    """The official IFRS taxonomy 2025; what needs it is left out where the file is not there."""


SIZES = (1_000, 10_000, 100_000)
"""The numbers of facts that every task is measured at if none are asked for."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task on synthetic input: the syntaxes that are to be there, and the commands on them."""

    name: str
    syntaxes: tuple[str, ...]
    commands: Callable[[Path], dict[str, Command]]
    sizes: tuple[int, ...] = SIZES
    has_texts: bool = True


def _validation(syntax: str, name: str, file: str, sizes: tuple[int, ...] = SIZES) -> Task:
    def commands(folder: Path) -> dict[str, Command]:
        path = str(folder / syntax / file)
        arelle = (*ARELLE, "--file", path, "--validate", "--calc", "c11r")
        return {
            "xbrlgen": Command((*XBRLGEN, "validate", path), "valid: 0 errors"),
            "Arelle": Command(arelle, "[info] validated in"),
        }

    return Task(f"validate {name}", (syntax,), commands, sizes)


def _writing(syntax: str, name: str, sizes: tuple[int, ...] = SIZES) -> Task:
    """From JSON: OIM's own for xbrlgen and Arelle (which writes instances only), xBRL-Forge's for xBRL-Forge."""

    def commands(folder: Path) -> dict[str, Command]:
        found = _conversions(folder / "json" / "report.json", syntax)
        if find_spec("xbrl_forge") is not None:
            given = str(folder / f"forge-{syntax}" / "forge.json")
            module = (*PYTHON, "-m", "benchmarks.speed.xbrl_forge")
            found["xBRL-Forge"] = Command((*module, given, str(folder / "forged")), "written")
        return found

    return Task(f"write {name} from JSON", ("json", f"forge-{syntax}"), commands, sizes)


def _conversions(source: Path, syntax: str) -> dict[str, Command]:
    """By those that read what the Open Information Model defines; into the folder of the source and its taxonomy."""
    own, other = str(source.with_name(f"own.{syntax}")), str(source.with_name(f"arelle.{syntax}"))
    found = {"xbrlgen": Command((*XBRLGEN, "convert", str(source), own), "valid: 0 errors")}
    if syntax == "xbrl":
        arelle = (*ARELLE, "--file", str(source), "--saveOIMToXMLReport", other)
        found["Arelle"] = Command(arelle, "[info] loaded in")
    return found


def _build(folder: Path) -> dict[str, Command]:
    arguments = ("build", str(folder / "folder"), "--out", str(folder / "built"))
    return {"xbrlgen": Command((*XBRLGEN, *arguments), "valid: 0 errors")}


UP_TO_A_MILLION = (*SIZES, 1_000_000)
VALIDATE_XML = _validation("xbrl", "xBRL-XML", "report.xbrl", UP_TO_A_MILLION)
VALIDATE_INLINE = _validation("xhtml", "inline XBRL", "report.xhtml")
VALIDATE_JSON = _validation("json", "xBRL-JSON", "report.json")
VALIDATE_CSV = _validation("csv", "xBRL-CSV", "report.json")
WRITE_XML = _writing("xbrl", "xBRL-XML", UP_TO_A_MILLION)
WRITE_XML_FROM_CSV = Task(
    "write xBRL-XML from CSV",
    ("csv",),
    lambda folder: _conversions(folder / "csv" / "report.json", "xbrl"),
    UP_TO_A_MILLION,
)
WRITE_INLINE = _writing("xhtml", "inline XBRL")
BUILD = Task("build a report folder", ("folder",), _build, has_texts=False)

TASKS = (
    *(VALIDATE_XML, VALIDATE_INLINE, VALIDATE_JSON, VALIDATE_CSV),
    *(WRITE_XML, WRITE_XML_FROM_CSV, WRITE_INLINE),
    BUILD,
)
IN_MORE_CONTEXTS = (VALIDATE_XML, WRITE_XML)
"""What is measured with the same facts in few contexts and in many, too."""

CONTEXTS = (100, 1_000, 10_000)
"""In how many contexts the same ten thousand facts are."""


def synthetic_cases(wanted: Wanted) -> Iterator[Case]:
    """Each task at each size; then the same facts in few contexts and in many."""
    for task in TASKS:
        for facts in wanted.sizes or task.sizes:
            text_share = wanted.text_share if task.has_texts else 0
            size = Size(facts, wanted.contexts, wanted.dimensions, text_share)
            yield _case(task.name, task, size, is_alone=facts > wanted.others_up_to)
    for task in IN_MORE_CONTEXTS:
        for contexts in CONTEXTS:
            size = Size(10_000, contexts, wanted.dimensions)
            yield _case(in_more_contexts(task), task, size, is_alone=False)


def in_more_contexts(task: Task) -> str:
    """The name of the case in which the facts of a task stay the same."""
    return f"{task.name}: the same facts in more contexts"


def _case(name: str, task: Task, size: Size, *, is_alone: bool) -> Case:
    def measure(folder: Path, environment: Environment, runs: int) -> Mapping[str, Measured]:
        commands = task.commands(folder)
        chosen = {"xbrlgen": commands["xbrlgen"]} if is_alone else commands
        for syntax in task.syntaxes:
            if not (is_alone and syntax.startswith("forge")):
                _prepare(folder, environment, syntax, size)
        return alternating(chosen, environment, folder, runs)

    parameters = {"contexts": size.context_count, "dimensions": size.dimensions, "text share": size.text_share}
    return Case(name, size.facts, measure, parameters)


def _prepare(folder: Path, environment: Environment, syntax: str, size: Size) -> None:
    """By a process of its own: what starts the competitors stays small, for a process begins with its parent's peak."""
    import subprocess

    options = {"facts": size.facts, "contexts": size.contexts, "dimensions": size.dimensions}
    given = [f"--{name}={value}" for name, value in {**options, "text-share": size.text_share}.items()]
    command = (*PYTHON, "-m", "benchmarks.synthetic", syntax, str(folder / syntax), *given)
    subprocess.run(command, env=environment, cwd=folder, check=True, stdout=subprocess.DEVNULL)
