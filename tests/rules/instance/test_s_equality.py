"""Which contexts and units say the same (XBRL 2.1 section 4.10): by what they mean, not by how they are written."""

from decimal import Decimal
from pathlib import Path

import pytest
from filed import PERIODS, context, filed

from xbrlgen.loading import load_document
from xbrlgen.rules.instance import InstanceSubject
from xbrlgen.rules.instance.rounding import UNKNOWN, rounded
from xbrlgen.rules.instance.s_equality import moment

SCENARIO = "<xbrli:scenario>{}</xbrli:scenario>".format


def _subject(path: Path) -> InstanceSubject:
    loaded = load_document(path, path.read_bytes())
    assert loaded.reading.instance is not None
    assert loaded.taxonomy is not None
    return InstanceSubject(loaded.reading.instance, loaded.taxonomy)


@pytest.mark.parametrize(
    ("one", "other", "are_equal"),
    [
        ("2024-12-31", "2025-01-01T00:00:00", True),
        ("2024-12-31", "2024-12-31T24:00:00", True),
        ("2024-12-31", "2024-12-31T00:00:00", False),
        ("2100-02-28", "2100-03-01T00:00:00", True),
        ("2024-12-31T10:00:00.50", "2024-12-31T10:00:00.5", True),
        ("2024-12-31T10:00:00.5", "2024-12-31T10:00:00", False),
        ("2024-12-31T12:00:00Z", "2024-12-31T14:00:00+02:00", True),
        ("2024-12-31T12:00:00Z", "2024-12-31T12:00:00", False),
        ("2024-12-31Z", "2025-01-01T00:00:00Z", True),
        (" 2024-12-31\n", "2024-12-31", True),
        ("2024-13-31", "2024-13-31", True),
    ],
)
def test_moments(one, other, are_equal):
    assert (moment(one, is_end=True) == moment(other, is_end=True)) is are_equal


def test_a_date_that_starts_a_period_is_its_first_moment():
    assert moment("2024-01-01", is_end=False) == moment("2024-01-01T00:00:00", is_end=False)


@pytest.mark.parametrize(
    ("one", "other", "are_equal"),
    [
        ("<f:place>1.0</f:place>", "<f:place>01</f:place>", True),
        ("<f:place>1</f:place>", "<f:place>2</f:place>", False),
        ("<f:place>1</f:place>", "<f:place exact='1'>1</f:place>", True),
        ("<f:place>1</f:place>", "<f:place exact='false'>1</f:place>", False),
        ("<f:place exact='0'>1</f:place>", "<f:place exact='false'>1</f:place>", True),
        ("<f:planet>Earth</f:planet>", "<f:planet/>", True),
        ("<f:planet>Earth</f:planet>", "", False),
        ("<f:planet>a b</f:planet>", "<f:planet> a b\n</f:planet>", False),
        ("<f:place>1</f:place>", "<f:place>\n1 </f:place>", True),
        ("<f:planet>a b</f:planet>", "<f:planet>a  b</f:planet>", False),
        ("<n xmlns='http://n'>1.0</n>", "<n xmlns='http://n'>1</n>", False),
        ("<n xmlns='http://n' a='1' b='2'/>", "<p:n xmlns:p='http://n' b='2' a='1'/>", True),
        ("<f:place>1</f:place><f:planet/>", "<f:planet/><f:place>1</f:place>", False),
        ("<n xmlns='http://n'><f:place>1</f:place></n>", "<n xmlns='http://n'><f:place>1.0</f:place></n>", True),
    ],
)
def test_scenarios(one, other, are_equal, tmp_path: Path):
    scenarios = (SCENARIO(each) if each else "" for each in (one, other))
    contexts = "".join(context(name, scenario=each) for name, each in zip("ab", scenarios, strict=True))
    equality = _subject(filed(tmp_path, contexts=contexts)).equality
    assert (equality.context("a") == equality.context("b")) is are_equal
    assert equality.context("gone") is None


def test_the_place_of_an_element_counts(tmp_path: Path):
    """What stands in a segment is not what stands in a scenario."""
    place = "<f:place>1</f:place>"
    contexts = context("a", segment=f"<xbrli:segment>{place}</xbrli:segment>") + context("b", scenario=SCENARIO(place))
    equality = _subject(filed(tmp_path, contexts=contexts)).equality
    assert equality.context("a") != equality.context("b")


def test_units_are_equal_whatever_the_order_of_their_measures(tmp_path: Path):
    measure = "<xbrli:measure>{}</xbrli:measure>".format
    path = filed(tmp_path)
    units = [("a", ("f:m", "f:kg")), ("b", ("f:kg", "f:m")), ("c", ("f:kg",)), ("d", ("f:kg", "f:m", "f:m"))]
    written = "".join(f'<xbrli:unit id="{name}">{"".join(map(measure, each))}</xbrli:unit>' for name, each in units)
    divided = "<xbrli:divide><xbrli:unitNumerator>{}</xbrli:unitNumerator><xbrli:unitDenominator>{}</xbrli:unitDenominator></xbrli:divide>"
    written += f'<xbrli:unit id="e">{divided.format(measure("f:kg"), measure("f:m"))}</xbrli:unit>'
    path.write_text(path.read_text().replace("<f:Cash", f"{written}<f:Cash", 1))
    equality = _subject(path).equality
    numbers = [equality.unit(name) for name in "abcde"]
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 4


def test_periods_of_other_kinds_differ(tmp_path: Path):
    contexts = context("a", PERIODS["d"]) + context("b", "<xbrli:forever/>") + context("c", "<xbrli:forever/>")
    equality = _subject(filed(tmp_path, contexts=contexts)).equality
    assert equality.context("a") == equality.context("d")
    assert equality.context("b") == equality.context("c") != equality.context("d")


def test_numbers_are_rounded_half_to_even():
    cases = (("-26.5", 0, "-26"), ("-27.5", 0, "-28"), ("1250", -2, "1200"), ("1.25", 1, "1.2"), ("7", None, "7"))
    assert [rounded(Decimal(value), to) for value, to, _ in cases] == [Decimal(expected) for _, _, expected in cases]
    assert rounded(Decimal(1), UNKNOWN) is None
