"""Whatever facts a reader gives, the rules judge them: no exception, and the same findings on every run."""

from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from small_report import ENTITY, H1, MARCH, NAMESPACE, SEPTEMBER, TAXONOMY, YEN, judged, name, report, table

from xbrlgen.model import (
    PURE,
    SHARES,
    Dimension,
    Equation,
    EquationKind,
    Fact,
    Moment,
    Period,
    QName,
    Reference,
    TypedMember,
    Unit,
)
from xbrlgen.model.namespaces import ISO4217

NAMES = st.sampled_from([*(each.local_name for each in TAXONOMY.concepts), "Unknown", "", "a b"]).map(name)
NUMBERS = st.one_of(
    st.decimals(allow_nan=False),
    st.sampled_from(
        [Decimal(each) for each in ("NaN", "Infinity", "-Infinity", "-0", "1E+999999", "-9.9E-99999", "1E+40")]
    ),
)
TEXTS = st.one_of(
    st.text(max_size=30), st.sampled_from(["true", "2023-09-30", "<p>", "&", "{a}b", "{a", f"{{{NAMESPACE}}}AtmMember"])
)
MOMENTS = st.datetimes(
    datetime(1, 1, 1, tzinfo=UTC).replace(tzinfo=None), datetime(9999, 12, 31, tzinfo=UTC).replace(tzinfo=None)
)
PERIODS = st.one_of(
    st.none(), st.sampled_from([H1, MARCH, SEPTEMBER]), st.builds(Period, st.one_of(st.none(), MOMENTS), MOMENTS)
)
MEASURES = st.lists(st.one_of(NAMES, st.builds(QName, st.sampled_from([ISO4217, ""]), st.text(max_size=4))), max_size=2)
UNITS = st.one_of(
    st.sampled_from([None, YEN, PURE, SHARES]),
    st.builds(lambda above, below: Unit(tuple(above), tuple(below)), MEASURES, MEASURES),
)
MEMBERS = st.one_of(NAMES, st.builds(TypedMember, st.one_of(st.none(), st.text(max_size=5))))
DIMENSIONS = st.lists(st.builds(Dimension, NAMES, MEMBERS), max_size=2).map(tuple)
FACTS = st.lists(
    st.builds(
        Fact,
        id=st.sampled_from("abcdefgh"),
        concept=NAMES,
        entity=st.just(ENTITY),
        period=PERIODS,
        value=st.one_of(st.none(), NUMBERS, TEXTS),
        unit=UNITS,
        decimals=st.one_of(st.none(), st.integers(-8, 4), st.integers(-(10**20), 10**20)),
        language=st.sampled_from([None, "en"]),
        dimensions=DIMENSIONS,
    ),
    max_size=8,
)
REFERENCES = st.builds(Reference, st.one_of(st.none(), NAMES), DIMENSIONS, st.sampled_from([None, H1, *Moment]))
EQUATIONS = st.lists(
    st.builds(
        Equation,
        id=st.just("e"),
        kind=st.sampled_from(EquationKind),
        total=REFERENCES,
        terms=st.lists(st.tuples(NUMBERS.filter(Decimal.is_finite), REFERENCES), max_size=3).map(tuple),
        text=st.just("declared"),
        concepts=st.lists(NAMES, max_size=2).map(tuple),
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=150, deadline=None)
@given(FACTS, EQUATIONS, st.booleans())
def test_any_report_can_be_judged(facts: list[Fact], equations: tuple[Equation, ...], is_own: bool):
    sections = (table(*facts),) if is_own else ()
    made = report(*facts, equations=equations, sections=sections)
    found = judged(made)
    assert found == judged(made)
