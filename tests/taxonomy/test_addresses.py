"""What references mean, from URLs, from paths and from bases that are relative themselves."""

import pytest

from xbrlgen.addresses import absolute, is_url, split


@pytest.mark.parametrize(
    ("reference", "base", "expected"),
    [
        ("b.xsd#x", "http://example.com/a/a.xsd", "http://example.com/a/b.xsd"),
        ("../b.xsd", "http://example.com/a/a.xsd", "http://example.com/b.xsd"),
        ("#x", "http://example.com/a.xsd", "http://example.com/a.xsd"),
        ("http://other.com/b.xsd", "dir/a.xsd", "http://other.com/b.xsd"),
        ("b.xsd", "dir/a.xsd", "dir/b.xsd"),
        ("../b.xsd", "dir/a.xsd", "b.xsd"),
        ("../b.xsd", "a.xsd", "../b.xsd"),
        ("./b.xsd", "dir/sub/", "dir/sub/b.xsd"),
        ("b/", "a/", "a/b/"),
        ("..", "a/b/", "a/"),
        ("x.xsd", "../", "../x.xsd"),
        ("../x.xsd", "../", "../../x.xsd"),
        ("/top/b.xsd", "dir/a.xsd", "/top/b.xsd"),
        ("", "dir/a.xsd", "dir/a.xsd"),
        ("C:\\a.xsd", "http://example.com/a.xsd", "file:///C:\\a.xsd"),
        ("http://[broken", "http://example.com/a.xsd", "http://[broken"),
        ("//[broken", "http://example.com/a.xsd", "file://///[broken"),
    ],
)
def test_a_reference_means_a_url_or_path(reference: str, base: str, expected: str):
    assert absolute(reference, base) == expected


def test_a_reference_has_a_location_and_a_fragment():
    assert split(" a.xsd#b#c ") == ("a.xsd", "b#c")
    assert split("a.xsd") == ("a.xsd", "")


def test_a_drive_is_no_scheme():
    assert [is_url(each) for each in ("http://x", "urn:x", "C:/x", "x/y:z", "")] == [True, True, False, False, False]
