"""Facts that are grouped once: the same answers as from looking at each fact anew."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from xbrlgen.model import PURE, Dimension, Entity, Fact, Period, QName, Unit
from xbrlgen.model.accuracy import has_excess_digits, have_excess_digits
from xbrlgen.model.grouping import Form, GroupedFacts

CONCEPTS = [QName("http://example.com", name) for name in "ABC"]
AXIS, OTHER_AXIS, MEMBER, OTHER_MEMBER = (QName("http://example.com", name) for name in "XYMN")


def _new(part: object) -> object:
    """An equal object that is another one, as readers may make for two contexts that say the same."""
    return type(part)(*part) if isinstance(part, Period | Entity | Unit) else part


periods = st.sampled_from(
    [Period.instant(date(2023, 3, 31)), Period.duration(date(2022, 4, 1), date(2023, 3, 31)), None]
)
periods = periods.map(_new)
dimensions = st.sampled_from(
    [(), ((AXIS, MEMBER),), ((AXIS, OTHER_MEMBER),), ((AXIS, MEMBER), (OTHER_AXIS, MEMBER))]
).map(lambda pairs: tuple(Dimension(axis, member) for axis, member in pairs))
numbers = st.one_of(
    st.decimals(allow_nan=True, allow_infinity=True),
    st.builds(lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(-99, 99), st.integers(-30, 30)),
)
facts = st.builds(
    Fact,
    id=st.text("abc"),
    concept=st.sampled_from(CONCEPTS).map(_new),
    entity=st.sampled_from([Entity("s", "a"), Entity("s", "b")]).map(_new),
    period=periods,
    value=st.one_of(numbers, st.none(), st.text("ab ", max_size=2)),
    unit=st.sampled_from([None, PURE, Unit.currency("JPY")]).map(_new),
    decimals=st.one_of(st.none(), st.integers(-7, 7), st.sampled_from([-1001, 5000, 10**6])),
    language=st.sampled_from([None, "en"]),
    dimensions=dimensions,
)
lists_of_facts = st.lists(facts, max_size=12)


@settings(deadline=None)
@given(lists_of_facts)
def test_facts_are_found_by_concept_and_by_all_that_says_where_they_stand(reported: list[Fact]):
    grouped = GroupedFacts(reported)
    assert list(grouped.concepts) == list(dict.fromkeys(fact.concept for fact in reported))
    for concept in CONCEPTS:
        assert list(grouped.of_concept(concept)) == [fact for fact in reported if fact.concept == concept]
    for one in reported:
        place = (one.concept, one.entity, one.period, one.dimensions)
        alike = [fact for fact in reported if (fact.concept, fact.entity, fact.period, fact.dimensions) == place]
        assert list(grouped.at(*place)) == alike


@settings(deadline=None)
@given(lists_of_facts)
def test_each_fact_has_the_number_of_its_situation(reported: list[Fact]):
    grouped = GroupedFacts(reported)
    every = [(fact.entity, fact.period, fact.dimensions) for fact in reported]
    assert list(grouped.situations) == list(dict.fromkeys(every))
    for concept in grouped.concepts:
        numbered = zip(grouped.of_concept(concept), grouped.numbers_of_situations(concept), strict=True)
        for fact, number in numbered:
            assert grouped.situations[number] == (fact.entity, fact.period, fact.dimensions)


@settings(deadline=None)
@given(lists_of_facts)
def test_forms_are_told_once_in_the_order_of_their_first_facts(reported: list[Fact]):
    grouped = GroupedFacts(reported)
    for concept in CONCEPTS:
        forms = [Form(fact.unit, fact.decimals, type(fact.value)) for fact in reported if fact.concept == concept]
        assert list(grouped.forms(concept)) == list(dict.fromkeys(forms))


@settings(deadline=None)
@given(lists_of_facts)
def test_duplicates_share_a_key_and_come_in_the_order_of_what_is_reported_first(reported: list[Fact]):
    by_place: dict[object, dict[object, list[Fact]]] = {}
    for fact in reported:
        place = by_place.setdefault((fact.concept, fact.entity, fact.period, fact.dimensions), {})
        place.setdefault(fact.key, []).append(fact)
    expected = [tuple(group) for place in by_place.values() for group in place.values() if len(group) > 1]
    assert list(map(repr, GroupedFacts(reported).duplicates())) == list(map(repr, expected))


def _digits_beyond(value: Decimal, decimals: int) -> bool:
    """By the text of a number: a digit other than zero that stands beyond its decimals."""
    text = f"{value:f}".lstrip("-")
    whole, _, fraction = text.partition(".")
    beyond = fraction[decimals:] if decimals >= 0 else whole[decimals:] + fraction
    return any(digit != "0" for digit in beyond)


@settings(deadline=None)
@given(st.lists(numbers, max_size=8), st.integers(-40, 40))
def test_digits_beyond_decimals_are_found_without_looking_at_digits(values: list[Decimal], decimals: int):
    expected = any(value.is_finite() and _digits_beyond(value, decimals) for value in values)
    assert have_excess_digits(values, decimals) == expected


@settings(deadline=None)
@given(lists_of_facts)
def test_a_concept_has_excess_digits_where_one_of_its_facts_has(reported: list[Fact]):
    grouped = GroupedFacts(reported)
    for concept in CONCEPTS:
        expected = any(map(has_excess_digits, grouped.of_concept(concept)))
        assert grouped.has_excess_digits(concept) == expected
