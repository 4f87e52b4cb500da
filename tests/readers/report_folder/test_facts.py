"""The facts of a report folder while it is read: figures that can all be true are one, the others are told apart."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.findings import Location
from xbrlgen.model import Entity, FactKey, Interval, Period, QName, Unit
from xbrlgen.readers.report_folder import facts
from xbrlgen.readers.report_folder.facts import Facts

KEY = FactKey(
    QName("n", "Revenue"), Entity("s", "e"), Period.instant(date(2023, 9, 30)), Unit.currency("EUR"), None, ()
)
FIGURES = st.tuples(st.sampled_from([*map(Decimal, (0, 1, 2, 10, 12, 15, 1000, 1400, 1499))]), st.sampled_from([0, -1]))
VALUES = st.one_of(FIGURES, st.tuples(st.sampled_from([None, "a", "b"]), st.none()))


def _is_one(value, decimals, other, accuracy) -> bool:
    if not (isinstance(value, Decimal) and isinstance(other, Decimal)) or decimals == accuracy:
        return value == other
    return Interval.of(value, decimals).overlaps(Interval.of(other, accuracy))


@given(st.lists(VALUES, max_size=30))
def test_a_figure_is_the_first_fact_that_may_be_true_with_it(reported):
    found, expected = Facts(), []
    for line, (value, decimals) in enumerate(reported):
        number = next((n for n, known in enumerate(expected) if _is_one(*known[:2], value, decimals)), len(expected))
        if number == len(expected):
            expected.append((value, decimals, line))
        elif expected[number][1] is not None and decimals > expected[number][1]:
            expected[number] = (value, decimals, line)
        identifier = found.add(KEY, value, decimals, Location("t.csv", line))
        assert identifier == found.all()[number].id
    facts_found, places = found.all(), found.locations()
    assert [(each.value, each.decimals, places[each.id].line) for each in facts_found] == expected
    assert len({each.id for each in facts_found}) == len(expected)


def test_a_column_that_lost_its_members_costs_no_more_than_another(monkeypatch):
    compared = []
    monkeypatch.setattr(facts, "_can_both_be_true", lambda *_: compared.append(1))
    found = Facts()
    for number in range(1000):
        found.add(KEY, Decimal(number), 0, Location("t.csv", number))
    assert len(found.all()) == 1000
    assert len(compared) < 1000
