"""Who does the work of a batch: processes of this machine, or the workers of a cluster."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from typing import Any, Protocol

from xbrlgen.batch.task import Outcome, Task, perform
from xbrlgen.findings import Finding, Location, finding

WAITING = 4
"""Tasks for each process that are handed over before one is done: enough that none waits for work."""


PATIENCE = 10
"""Seconds in which a scheduler has to answer."""


class Engine(Protocol):
    """Performs tasks."""

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """The outcome of each task, as it comes."""
        ...


class Processes:
    """Some processes of this machine; each loads program and taxonomy once."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """The outcome of each task; one whose process dies is tried once more in a process of its own."""
        waiting, lost = list(reversed(tasks)), list[Task]()
        while waiting:
            yield from _pooled(waiting, lost, self._jobs)
        for task in lost:
            again, lost_again = [task], list[Task]()
            yield from _pooled(again, lost_again, 1)
            if lost_again:
                yield Outcome.failed(task.name, _died(task))


def _pooled(waiting: list[Task], lost: list[Task], jobs: int) -> Iterator[Outcome]:
    """Perform tasks from the end of `waiting`; where the pool breaks, those at hand are lost, the rest still wait."""
    at_hand: dict[Future[Outcome], Task] = {}
    with ProcessPoolExecutor(min(jobs, len(waiting)), mp_context=_context()) as pool:
        try:
            while waiting or at_hand:
                while waiting and len(at_hand) < jobs * WAITING:
                    at_hand[pool.submit(perform, waiting[-1])] = waiting[-1]
                    waiting.pop()
                for done in wait(at_hand, return_when=FIRST_COMPLETED).done:
                    outcome = done.result()
                    del at_hand[done]
                    yield outcome
        except BrokenProcessPool:
            lost += at_hand.values()


def _context() -> Any:
    """How processes start: from a server that has the program loaded where there is one, never by plain forking."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["xbrlgen.batch.preloading"])
    return context


def _died(task: Task) -> Finding:
    return finding("XG952", f"the process that built '{task.name}' came to an end twice", Location(str(task.report)))


class Cluster:
    """The workers of a Dask scheduler; they see the same files under the same paths."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """The outcome of each task; Dask gives those of a worker that is lost to others, and in the end gives up."""
        from distributed import as_completed
        from distributed.scheduler import KilledWorker

        futures: Mapping[Any, Task] = {self._client.submit(perform, task, pure=False): task for task in tasks}
        for future in as_completed(futures):
            try:
                yield future.result()
            except KilledWorker:
                yield Outcome.failed(futures[future].name, _died(futures[future]))


def cluster(address: str) -> Cluster | Finding:
    """The cluster whose scheduler is at `address`, such as ``tcp://127.0.0.1:8786``; or why it cannot be had."""
    try:
        from distributed import Client
    except ImportError:
        return finding("XG953", "the library 'distributed' is not installed")
    try:
        return Cluster(Client(address, timeout=PATIENCE))
    except (OSError, ValueError) as error:
        return finding("XG954", f"the scheduler at '{address}' does not answer: {error}")
