"""500 damaged report folders: never an exception, always a finding with a place; and 200 that chance has damaged."""

from functools import cache
from pathlib import Path

import pytest
from damaged_folders import KINDS, Damage, Files, blindly_damaged, damaged, read_files

from xbrlgen.findings import Severity
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.report_folder import read_report_folder
from xbrlgen.taxonomy import Taxonomy, bundled_names, load_taxonomy

BATCHES = 20
PER_BATCH = 25
BLIND = 10


@cache
def vocabulary(name: str) -> Taxonomy | None:
    return load_taxonomy(name) if name in bundled_names() else None


@pytest.fixture(scope="module")
def sound(root: Path) -> tuple[Files, ...]:
    """The folders that are damaged by turns."""
    folders = (root / "examples" / "iij-1h23", root / "templates" / "new")
    for folder in folders:
        assert read_report_folder(folder, vocabulary).findings == ()
    return tuple(read_files(folder) for folder in folders)


def read(damage: Damage, folder: Path) -> Reading:
    folder.mkdir()
    damage.write(folder)
    return read_report_folder(folder, vocabulary)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_damage_is_found_at_a_place(sound: tuple[Files, ...], tmp_path: Path, batch: int):
    for number in range(batch * PER_BATCH, (batch + 1) * PER_BATCH):
        damage = damaged(sound[number // len(KINDS) % 2], number)
        reading = read(damage, tmp_path / str(number))
        assert any(each.severity is Severity.ERROR for each in reading.findings), (number, damage.kind)
        for found in reading.findings:
            assert found.locations, (number, damage.kind, found)
            assert found.locations[0].path.startswith((tmp_path / str(number)).as_posix())
            assert found.message, found


@pytest.mark.parametrize("batch", range(BLIND))
def test_chance_never_raises(sound: tuple[Files, ...], tmp_path: Path, batch: int):
    for number in range(batch * 20, (batch + 1) * 20):
        reading = read(blindly_damaged(sound[number % 2], number), tmp_path / str(number))
        assert reading.findings or reading.report is not None
        assert all(each.locations for each in reading.findings)


def test_each_kind_of_damage_is_done_and_does_something(sound: tuple[Files, ...]):
    for number, kind in enumerate(KINDS):
        damage = damaged(sound[0], number)
        assert damage.kind == kind
        assert damage.files != sound[0]
