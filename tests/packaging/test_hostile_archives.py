"""Zip files made to do harm: each is refused with its code, in bounded time, and nothing is written."""

import io
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from cpu_time import within
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from package_builder import TAXONOMY, XHTML, packed, reports

from xbrlgen.packaging.checking import check_package, check_taxonomy_package
from xbrlgen.packaging.kinds import is_package
from xbrlgen.packaging.opening import Limits, declared_directory, open_archive

SOUND = reports("a.xhtml") | TAXONOMY


def _named(*names: str) -> list[tuple[str, bytes]]:
    return [*SOUND.items(), *((name, b"x") for name in names)]


def _raw(path: Path, name: str) -> Path:
    """A package with a member of a name that Python's writer would mend."""
    packed(path, _named("ex/PLACEHOLDER".ljust(len(name), "_")))
    content = path.read_bytes().replace(b"ex/PLACEHOLDER".ljust(len(name), b"_"), name.encode())
    path.write_bytes(content)
    return path


def _codes(path: Path) -> list[tuple[str, str]]:
    package = check_package(path)
    assert package.archive is None
    assert package.reports == ()
    return [(each.code, each.standard) for each in package.findings]


FORMAT, STRUCTURE = "rpe:invalidArchiveFormat", "rpe:invalidDirectoryStructure"


@pytest.mark.parametrize(
    ("name", "code", "standard"),
    [
        ("ex\\reports\\evil-report.xhtml", "XG703", FORMAT),
        ("/etc/passwd-and-more-of-it", "XG703", FORMAT),
        ("C:/windows/system32/a.dll", "XG703", FORMAT),
        ("ex/with\0nul-in-the-name.xsd", "XG703", FORMAT),
        ("ex/with\nline-end-in-it.xsd", "XG703", FORMAT),
        ("ex/../../../../home/profile", "XG704", STRUCTURE),
        ("../outside-of-everything.txt", "XG704", STRUCTURE),
        ("ex/./reports/another.xhtml", "XG704", STRUCTURE),
        ("ex//reports/another-one.xhtml", "XG704", STRUCTURE),
    ],
)
def test_a_name_that_leads_elsewhere(name: str, code: str, standard: str, tmp_path: Path):
    assert _codes(_raw(tmp_path / "p.xbri", name)) == [(code, standard)]
    assert [each.name for each in tmp_path.iterdir()] == ["p.xbri"]


def test_a_package_of_taxonomies_has_the_codes_of_its_specification(tmp_path: Path):
    path = packed(tmp_path / "p.zip", TAXONOMY | {"ex/a/../b.xsd": b""})
    (found,) = check_taxonomy_package(path).findings
    assert (found.code, found.standard) == ("XG704", "tpe:invalidDirectoryStructure")
    path.write_bytes(b"PK\x03\x04 and no more")
    (found,) = check_package(path).findings
    assert (found.code, found.standard) == ("XG701", "tpe:invalidArchiveFormat")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_mean_two_things(tmp_path: Path):
    twice = packed(tmp_path / "twice.xbri", _named("ex/reports/a.xhtml"))
    assert _codes(twice) == [("XG705", STRUCTURE)]
    both = packed(tmp_path / "both.xbri", _named("ex/reports/a.xhtml/b.txt"))
    assert _codes(both) == [("XG705", STRUCTURE)]
    entry = packed(tmp_path / "entry.xbri", _named("ex/META-INF/catalog.xml/"))
    assert _codes(entry) == [("XG705", STRUCTURE)]


def test_names_that_are_one_on_other_systems_are_warned_of(tmp_path: Path):
    """Names are case-sensitive (Taxonomy Packages 1.0 section 2), so the package is valid."""
    names = ("ex/Logo.png", "ex/logo.png", "ex/caf\u00e9.css", "ex/cafe\u0301.css")
    (found,) = check_package(packed(tmp_path / "p.xbri", _named(*names))).findings
    assert (found.code, found.severity) == ("XG706", "warning")
    assert all(repr(name) in found.message for name in names)


def test_many_wrong_names_are_one_finding(tmp_path: Path):
    path = packed(tmp_path / "p.xbri", _named(*(f"ex/../{number}" for number in range(1000))))
    (found,) = check_package(path).findings
    assert found.message.endswith("'ex/../4' and 995 more")


def test_a_symbolic_link(tmp_path: Path):
    link = zipfile.ZipInfo("ex/reports/link.xhtml")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = packed(tmp_path / "p.xbri", [*SOUND.items(), (link, b"/etc/passwd")])
    assert _codes(path) == [("XG708", "")]


def test_an_unusual_packing(tmp_path: Path):
    odd = zipfile.ZipInfo("ex/odd.txt")
    odd.compress_type = zipfile.ZIP_LZMA
    path = tmp_path / "p.xbri"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in SOUND.items():
            archive.writestr(name, content)
        archive.writestr(odd, b"x" * 100)
    assert _codes(path) == [("XG708", "")]


@pytest.mark.parametrize("flag", [0x1, 0x40, 0x2000])
def test_an_encrypted_member(flag: int, tmp_path: Path):
    path = packed(tmp_path / "p.xbri", SOUND)
    content = bytearray(path.read_bytes())
    entry = content.index(b"PK\x01\x02")
    content[entry + 8 : entry + 10] = struct.pack("<H", flag)
    path.write_bytes(content)
    assert _codes(path) == [("XG702", FORMAT)]


def test_a_small_file_that_unpacks_to_a_gigabyte(tmp_path: Path):
    path = tmp_path / "p.xbri"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in SOUND.items():
            archive.writestr(name, content)
        with archive.open("ex/zeros.bin", "w") as member:
            for _ in range(40):
                member.write(bytes(1_000_000))
    assert path.stat().st_size < 100_000
    with within(1):
        assert _codes(path) == [("XG707", "")]


def test_a_bomb_among_much_that_does_not_pack(tmp_path: Path):
    path = tmp_path / "p.xbri"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ex/noise.bin", random.Random(1).randbytes(1_000_000))
        archive.writestr("ex/zeros.bin", bytes(20_000_000))
    (found,) = check_package(path).findings
    assert found.message == "'p.xbri' is too large: 'ex/zeros.bin' is unpacked more than 100 times as large"


def test_what_lies_about_its_size_is_found_damaged_and_costs_no_more(tmp_path: Path):
    """The central directory and the local header say 10 bytes; the member has 20 million."""
    path = tmp_path / "p.xbri"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ex/zeros.bin", bytes(20_000_000))
    lying = path.read_bytes().replace(struct.pack("<L", 20_000_000), struct.pack("<L", 10))
    path.write_bytes(lying)
    assert _codes(path) == [("XG701", FORMAT)]


def test_members_that_share_their_bytes(tmp_path: Path):
    """Two entries of the central directory lead to one member, as in archives that multiply one block of zeros."""
    path = packed(tmp_path / "p.xbri", [("ex/a.bin", bytes(1000)), ("ex/b.bin", bytes(1000))])
    content = path.read_bytes()
    second = content.rindex(b"PK\x01\x02")
    path.write_bytes(content[: second + 42] + struct.pack("<L", 0) + content[second + 46 :])
    assert ("XG701", FORMAT) in _codes(path)


def test_a_claim_of_very_many_entries_is_refused_before_any_is_read(tmp_path: Path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("ex/a", b"")
    content = bytearray(buffer.getvalue())
    end = content.rindex(b"PK\x05\x06")
    content[end + 8 : end + 12] = struct.pack("<HH", 60_000, 60_000)
    assert declared_directory(bytes(content))[0] == 60_000
    path = tmp_path / "p.xbri"
    path.write_bytes(content)
    assert _codes(path) == [("XG707", "")]


def test_the_entries_of_a_large_archive_are_counted_too():
    """The 64-bit end of the central directory (APPNOTE section 4.3.14) has the number that the short one has no room for."""
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 5_000_000, 5_000_000, 230_000_000, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0, 0)
    assert declared_directory(end64 + locator + end) == (5_000_000, 230_000_000)


def test_endless_names_are_refused_before_they_are_read(tmp_path: Path):
    path = packed(tmp_path / "p.xbri", {f"ex/{number}" + "/a" * 30_000: b"" for number in range(60)})
    (found,) = check_package(path).findings
    assert found.code == "XG707"
    assert "the list of its entries has 3,6" in found.message


def test_limits_are_limits(tmp_path: Path):
    path = packed(tmp_path / "p.xbri", {f"ex/{number}": b"12345" for number in range(10)})
    assert open_archive(path, Limits(entries=10, size=2000)).findings == ()
    for limits, words in (
        (Limits(entries=9), "10 entries, more than 9"),
        (Limits(size=49), "more than 49"),
    ):
        (found,) = open_archive(path, limits).findings
        assert found.code == "XG707"
        assert words in found.message


def test_archives_within_a_package_stay_closed(tmp_path: Path):
    inner = packed(tmp_path / "inner.zip", _named("../evil"))
    path = packed(tmp_path / "p.xbri", SOUND | {"ex/reports/inner.zip": inner.read_bytes()})
    assert check_package(path).findings == ()


def test_a_truncated_file_is_refused_wherever_it_ends(tmp_path: Path):
    content = packed(tmp_path / "p.xbri", SOUND).read_bytes()
    path = tmp_path / "cut.xbri"
    for size in range(0, len(content) - 1, 7):
        path.write_bytes(content[:size])
        assert _codes(path) == [("XG701", FORMAT)]


def test_a_flipped_bit_in_a_member_is_found_although_nobody_needs_it(tmp_path: Path):
    path = packed(tmp_path / "p.xbri", SOUND | {"ex/logo.png": random.Random(2).randbytes(500)})
    content = bytearray(path.read_bytes())
    content[content.index(b"ex/logo.png") + 100] ^= 1
    path.write_bytes(content)
    assert _codes(path) == [("XG701", FORMAT)]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6))
def test_whatever_bytes_are_changed_there_are_findings_and_no_exception(tmp_path: Path, changes: list[tuple[int, int]]):
    path = tmp_path / "p.xbri"
    if not path.exists():
        path.with_suffix(".sound").write_bytes(packed(path, SOUND).read_bytes())
    content = bytearray(path.with_suffix(".sound").read_bytes())
    for place, value in changes:
        content[place % len(content)] = value
    path.write_bytes(content)
    for found in (*check_package(path).findings, *check_taxonomy_package(path).findings):
        assert found.code.startswith("XG7")


def test_what_a_package_is_known_by(tmp_path: Path):
    assert is_package(packed(tmp_path / "a.xbri", SOUND))
    assert is_package(packed(tmp_path / "b.bin", SOUND))
    assert is_package(packed(tmp_path / "c", {}))
    (tmp_path / "d.xbr").write_bytes(b"no zip file")
    assert is_package(tmp_path / "d.xbr")
    (tmp_path / "e.xhtml").write_bytes(XHTML)
    assert not is_package(tmp_path / "e.xhtml")
