"""A plot as text: bars of time and memory over size, on a logarithmic scale; it needs no image and no library."""

from collections.abc import Iterator, Sequence
from math import log10
from typing import Any

WIDTH = 48


def plot(rows: Sequence[dict[str, Any]]) -> str:
    """A fenced block with a bar for each size and competitor."""
    return "\n".join(("```text", *_bars(rows, "cpu", "s"), *_bars(rows, "memory", "MiB"), "```", ""))


def _bars(rows: Sequence[dict[str, Any]], what: str, unit: str) -> Iterator[str]:
    points = [(row["facts"], name, each[what]) for row in rows for name, each in row["results"].items()]
    lowest, highest = (f(value for _, _, value in points) for f in (min, max))
    span = max(log10(highest / lowest), 1)
    yield f"{what} ({unit}), logarithmic"
    for facts, name, value in points:
        bar = "█" * (1 + round((WIDTH - 1) * log10(value / lowest) / span))
        yield f"{facts:>9,} {name:<8} {bar} {value:,}"
