"""Patterns that could be tried without end, and those that look like them."""

import pytest

from xbrlgen.taxonomy.costly_patterns import is_costly


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "((a+))*x", "(a|aa)+b", "(([a-z])+.)+x", "(a{1,1000}){1,1000}", "((a|b)c)*"]
)
def test_repetitions_within_repetitions_are_costly(pattern: str):
    assert is_costly(pattern)


@pytest.mark.parametrize(
    "pattern", ["(a|b)", "a+b*", "[(a+)+]", "(ab)+", r"\(a+\)+", "(a+", "(a+)b", "(a?){3}", "", ")+("]
)
def test_others_are_not(pattern: str):
    assert not is_costly(pattern)
