"""A plot as SVG: time and memory over size, side by side, with logarithmic axes and a line for each competitor."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor, log10
from typing import NamedTuple
from xml.sax.saxutils import escape

from benchmarks.speed.results import Row

WIDTH, HEIGHT = 920, 380
TOP, BOTTOM, SIDE, LABELS = 64, 52, 64, 124
"""Around the area of each panel: above, below, left, and right, where the lines are named."""
LINE, TWO_DIGITS = 15, 10
"""The least distance of two names, in pixels."""

COLOURS = {"xbrlgen": "own", "Arelle": "second", "xBRL-Forge": "third"}

_STYLE = """
 .paper { fill: #ffffff; } text { font: 12px system-ui, sans-serif; fill: #3c4250; }
 .title { font-size: 15px; font-weight: 600; fill: #161a23; } .axis { font-weight: 600; }
 .grid { stroke: #e2e5eb; } .frame { stroke: #9aa1ae; } .line { fill: none; stroke-width: 2.5; }
 .own { --colour: #1657c9; } .second { --colour: #b3470e; } .third { --colour: #0b7a53; }
 .line { stroke: var(--colour); } .dot { fill: var(--colour); } .name { fill: var(--colour); font-weight: 600; }
 .name { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }
 @media (prefers-color-scheme: dark) {
  .paper { fill: #12161f; } text { fill: #bcc4d2; } .title { fill: #eef1f6; }
  .grid { stroke: #2a3140; } .frame { stroke: #667085; }
  .name { stroke: #12161f; } .own { --colour: #7fb0ff; } .second { --colour: #ff9d66; } .third { --colour: #56d3a3; }
 }
"""

Pixels = Sequence[tuple[float, float]]
Points = dict[str, list[tuple[float, float]]]
"""Sizes and values of each competitor."""


class Scale(NamedTuple):
    """From values to pixels, logarithmically: the least and the largest value, and where they are."""

    least: float
    largest: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value."""
        share = log10(value / self.least) / log10(self.largest / self.least)
        return round(self.start + share * (self.end - self.start), 1)


def plot(name: str, rows: Sequence[Row]) -> str:
    """The file: sizes are facts, or contexts where the facts are the same in all `rows`."""
    by_facts = len({each["facts"] for each in rows}) > 1
    sizes = {id(each): each["facts"] if by_facts else each["parameters"]["contexts"] for each in rows}
    label = "facts" if by_facts else f"contexts of {rows[0]['facts']:,} facts"
    half = WIDTH / 2
    content = [f'<text class="title" x="{SIDE}" y="28">{escape(name[0].upper() + name[1:])}</text>']
    for left, what, unit in ((0, "cpu", "CPU seconds"), (half, "memory", "memory at the peak, MB")):
        points: Points = {}
        for each in rows:
            for competitor, taken in each["results"].items():
                points.setdefault(competitor, []).append((sizes[id(each)], max(taken[what], 0.01)))
        content += _panel(left, points, unit, label)
    described = f"{name}: CPU seconds and memory over {label}, both axes logarithmic"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" role="img">',
            f"<title>{escape(described)}</title>",
            f"<style>{_STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="6"/>',
            *content,
            "</svg>\n",
        )
    )


def _panel(left: float, points: Points, unit: str, label: str) -> Iterator[str]:
    """One area with its axes and lines; values have whole powers of ten for bounds."""
    every = [point for of in points.values() for point in of]
    across = Scale(min(x for x, _ in every), max(x for x, _ in every), left + SIDE, left + WIDTH / 2 - LABELS)
    low, high = (min(y for _, y in every), max(y for _, y in every))
    least, largest = 10 ** floor(log10(low)), 10 ** ceil(log10(high))
    up = Scale(least, max(largest, least * 10), HEIGHT - BOTTOM, TOP)
    yield f'<text class="axis" x="{across.start}" y="{TOP - 12}">{unit}</text>'
    yield from _grid(across, up, sorted({x for x, _ in every}))
    middle = (across.start + across.end) / 2
    yield f'<text class="axis" x="{middle}" y="{HEIGHT - 12}" text-anchor="middle">{escape(label)}</text>'
    lines = {name: [(across.at(x), up.at(y)) for x, y in of] for name, of in points.items()}
    yield from (each for name, pixels in lines.items() for each in _line(name, pixels))
    names = _apart({name: pixels[-1][1] for name, pixels in lines.items() if pixels[-1][0] == across.end})
    for name, pixels in lines.items():
        where = _beside(pixels[-1], names[name]) if name in names else _near(pixels[-1], lines.values())
        yield f'<text class="name {_colour(name)}" {where}>{escape(name)} {_figure(points[name][-1][1])}</text>'


def _grid(across: Scale, up: Scale, sizes: Sequence[float]) -> Iterator[str]:
    power = up.least
    while power <= up.largest * 1.001:
        y = up.at(power)
        yield f'<line class="grid" x1="{across.start}" x2="{across.end}" y1="{y}" y2="{y}"/>'
        yield f'<text x="{across.start - 8}" y="{y + 4}" text-anchor="end">{power:,g}</text>'
        power *= 10
    for size in sizes:
        x = across.at(size)
        yield f'<line class="grid" x1="{x}" x2="{x}" y1="{up.end}" y2="{up.start}"/>'
        yield f'<text x="{x}" y="{up.start + 18}" text-anchor="middle">{_short(size)}</text>'
    yield f'<line class="frame" x1="{across.start}" x2="{across.end}" y1="{up.start}" y2="{up.start}"/>'


def _line(name: str, pixels: Pixels) -> Iterator[str]:
    """A line with a dot for each measurement."""
    path = " ".join(f"{x},{y}" for x, y in pixels)
    yield f'<polyline class="line {_colour(name)}" points="{path}"/>'
    yield from (f'<circle class="dot {_colour(name)}" cx="{x}" cy="{y}" r="3.5"/>' for x, y in pixels)


def _colour(name: str) -> str:
    return COLOURS.get(name, "own")


def _beside(end: tuple[float, float], height: float) -> str:
    return f'x="{end[0] + 10}" y="{height + 4:g}"'


def _near(end: tuple[float, float], lines: Iterable[Pixels]) -> str:
    """Where to name a line that ends before others: above its end if it is the highest there, else below."""
    x, y = end
    is_highest = all(other >= y for line in lines for at, other in line if at == x)
    return f'x="{x + 4}" y="{y - 9}" text-anchor="end"' if is_highest else f'x="{x + 6}" y="{y + 16}"'


def _apart(heights: Mapping[str, float]) -> dict[str, float]:
    """The heights of names beside the ends of lines, moved down where two would cover each other."""
    ordered = sorted(heights, key=lambda name: heights[name])
    placed = dict(heights)
    for above, below in pairwise(ordered):
        placed[below] = max(placed[below], placed[above] + LINE)
    return placed


def _short(size: float) -> str:
    """A number of facts as an axis has room for it."""
    for power, letter in ((1_000_000, " M"), (1_000, " k")):
        if size >= power:
            return f"{size / power:g}{letter}"
    return f"{size:g}"


def _figure(value: float) -> str:
    """Two digits at least."""
    return f"{value:,.0f}" if round(value, 1) >= TWO_DIGITS else f"{value:.2g}"
