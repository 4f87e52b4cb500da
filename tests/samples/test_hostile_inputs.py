"""Inputs that are made to do harm, through the command line: a verdict, no network, no file that was not given.

These are a thousandth of the threats; `python -m benchmarks.hostile` takes them at their full size.
"""

from pathlib import Path

import pytest

from benchmarks.hostile.inputs import SECRET, Input, deep_elements, deep_page, inputs, long_text
from benchmarks.hostile.running import Run, run
from xbrlgen.validation import validate

SIZE, SECONDS, MEGABYTES = 0.001, 20, 300
FOUND = {
    "entity bomb": {"XG150"},
    "external entity": {"XG151"},
    "external document type": {"XG151"},
    "schema on the network": {"XG301"},
    "schema at a file url": {"XG301"},
    "schema at an absolute path": {"XG305"},
    "schema above the folder": {"XG305"},
    "schema through a link": {"XG305"},
    "linkbase through a schema": {"XG305"},
    "imports in a circle": set(),
    "linkbases in a circle": set(),
    "many contexts": set(),
    "long text": set(),
    "deep elements": {"XG161", "XG612"},
    "deep page": {"XG187"},
    "huge numbers": {"XG159", "XG161", "XG401", "XG619"},
    "slow pattern": {"XG231", "XG619"},
    "ambiguous pattern": {"XG624"},
    "zero bytes": {"XG150"},
    "utf 16 without mark": set(),  # its first bytes tell what it is (XML 1.0, appendix F.1)
    "invalid utf 8": {"XG150"},
    "another encoding than declared": {"XG150"},
    "unknown encoding": {"XG150"},
    "deep json": {"XG170"},
    "huge json number": {"XG172"},
    "csv bomb": set(),
    "table elsewhere": {"XG921"},
    "zip bomb": {"XG707"},
    "nested archives": {"XG714", "XG716"},
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """What came of each input; all are judged in one process."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = {}
    for name, make in inputs():
        given = folder / name.replace(" ", "-")
        given.mkdir()
        paths[name] = make(given, SIZE)
    return dict(zip(paths, run(list(paths.values())), strict=True))


def test_each_input_is_there():
    assert [name for name, _ in inputs()] == list(FOUND)


@pytest.mark.parametrize("name", FOUND)
def test_what_is_said_of_a_hostile_input(name: str, runs: dict[str, Run]):
    result = runs[name]
    assert result.is_clean, result.output
    assert set(result.codes) == FOUND[name]
    assert (result.code in {"1", "2"}) is bool(FOUND[name])
    assert SECRET not in result.output
    assert (result.seconds < SECONDS, result.peak < MEGABYTES) == (True, True)


@pytest.mark.parametrize(
    ("make", "size", "words"),
    [(long_text, 0.055, "a text"), (deep_elements, 0.003, "elements are nested"), (deep_page, 0.003, "elements are")],
)
def test_what_no_parser_takes_is_told_in_our_words(make: Input, size: float, words: str, tmp_path: Path):
    """libxml2 stops at 10 million characters and 256 levels, and names an option that its user cannot set."""
    path = make(tmp_path, size)
    (found,) = validate([path]).findings
    assert (found.code, found.locations[0].path) == ("XG970", str(path))
    assert found.locations[0].line in {1, 2}
    assert found.message.startswith(words)
