"""Counts what a computation does, as a measure of its cost that is the same on every machine and on every run."""

import cProfile
import tracemalloc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log


@dataclass(frozen=True, slots=True)
class Operations:
    """How many functions were called: those written in Python, and those of the interpreter and of libraries in C.

    What C calls by itself, such as the function given to `map`, is not seen.
    """

    python: int
    native: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.python + self.native


def operations(computation: Callable[[], object]) -> Operations:
    """What `computation` calls. What it computes once and keeps has to be there already: run it once before."""
    profile = cProfile.Profile()
    profile.enable()
    computation()
    profile.disable()
    counts = {True: 0, False: 0}
    for entry in profile.getstats():
        counts[isinstance(entry.code, str)] += entry.callcount
    return Operations(python=counts[False], native=counts[True])


def peak(computation: Callable[[], object]) -> int:
    """The bytes that the objects of Python take at most during `computation`; not those that libxml2 allocates."""
    tracemalloc.start()
    try:
        computation()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def growth(costs: Mapping[int, float]) -> float:
    """The exponent by which a cost grows from the middle one of three sizes to the largest: 1 is linear, 2 quadratic.

    What the smallest size costs is taken off, and its size, too: what is done once, whatever the size, would make any
    growth look flat. Each item costs one at least, if only in C: so costs that hardly grow give a number, too.
    """
    smallest, middle, largest = sorted(costs)
    added = {size: size - smallest + costs[size] - costs[smallest] for size in (middle, largest)}
    return log(added[largest] / added[middle]) / log((largest - smallest) / (middle - smallest))
