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
    contexts: int
    dimensions: int
    text_share: int
    others_up_to: int
    copies: int
    """How many reports a batch has."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A task on synthetic input: the syntaxes that are to be there, and the commands on them."""

    name: str
    syntaxes: tuple[str, ...]
    commands: Callable[[Path], dict[str, Command]]
    has_texts: bool = True


def _validation(syntax: str, name: str, file: str) -> _Task:
    def commands(folder: Path) -> dict[str, Command]:
        path = str(folder / syntax / file)
        arelle = (*ARELLE, "--file", path, "--validate", "--calc", "c11r")
        return {
            "xbrlgen": Command((*XBRLGEN, "validate", path), "valid: 0 errors"),
            "Arelle": Command(arelle, "[info] validated in"),
        }

    return _Task(f"validate {name}", (syntax,), commands)


def _writing(syntax: str, name: str) -> _Task:
    """From JSON: OIM's own for xbrlgen and Arelle (which writes instances only), xBRL-Forge's for xBRL-Forge."""

    def commands(folder: Path) -> dict[str, Command]:
        source, forge = str(folder / "json" / "report.json"), str(folder / f"forge-{syntax}" / "forge.json")
        own = folder / "json" / f"own.{syntax}"
        found = {"xbrlgen": Command((*XBRLGEN, "convert", source, str(own)), "valid: 0 errors")}
        if syntax == "xbrl":
            out = str(folder / "json" / "arelle.xbrl")
            found["Arelle"] = Command((*ARELLE, "--file", source, "--saveOIMToXMLReport", out), "[info] loaded in")
        if find_spec("xbrl_forge") is not None:
            module = (*PYTHON, "-m", "benchmarks.speed.xbrl_forge")
            found["xBRL-Forge"] = Command((*module, forge, str(folder / "forged")), "written")
        return found

    return _Task(f"write {name} from JSON", ("json", f"forge-{syntax}"), commands)


def _build(folder: Path) -> dict[str, Command]:
    arguments = ("build", str(folder / "folder"), "--out", str(folder / "built"))
    return {"xbrlgen": Command((*XBRLGEN, *arguments), "valid: 0 errors")}


VALIDATE_XML = _validation("xbrl", "xBRL-XML", "report.xbrl")
WRITE_XML = _writing("xbrl", "xBRL-XML")
TASKS = (
    VALIDATE_XML,
    _validation("xhtml", "inline XBRL", "report.xhtml"),
    _validation("json", "xBRL-JSON", "report.json"),
    _validation("csv", "xBRL-CSV", "report.json"),
    WRITE_XML,
    _writing("xhtml", "inline XBRL"),
    _Task("build a report folder", ("folder",), _build, has_texts=False),
)
CONTEXTS = (100, 1_000, 10_000)
"""In how many contexts the same ten thousand facts are."""


def synthetic_cases(wanted: Wanted) -> Iterator[Case]:
    """Each task at each size; then the same facts in few contexts and in many."""
    for task in TASKS:
        for facts in wanted.sizes:
            text_share = wanted.text_share if task.has_texts else 0
            size = Size(facts, wanted.contexts, wanted.dimensions, text_share)
            yield _case(task.name, task, size, is_alone=facts > wanted.others_up_to)
    for task in (VALIDATE_XML, WRITE_XML):
        for contexts in CONTEXTS:
            size = Size(10_000, contexts, wanted.dimensions)
            yield _case(f"{task.name}: the same facts in more contexts", task, size, is_alone=False)


def _case(name: str, task: _Task, size: Size, *, is_alone: bool) -> Case:
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
