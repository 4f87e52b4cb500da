"""Rules that look at what many facts have in common: they find what they find in each fact alone."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_report import (
    ENTITY,
    FY23,
    H1,
    MARCH,
    TAXONOMY,
    YEN,
    codes,
    concept,
    item_type,
    judged,
    members,
    name,
    report,
    taxonomy,
)

from xbrlgen.findings import Finding
from xbrlgen.model import PURE, SHARES, Concept, Dimension, Fact, QName, TypedMember, Unit, ValueKind
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.rules.facets import broken_facets
from xbrlgen.rules.lexical import is_number

ON_ONE_FACT = frozenset(f"XG{number}" for number in (*range(230, 237), 240, 246, *range(260, 264), 270, 366))
"""What is said of a fact whatever else is reported."""

NAMES = [each.local_name for each in TAXONOMY.concepts if not each.local_name.endswith(("Axis", "Member"))]
TEXTS = ["", " \n", "text", "<p>so</p>", "<p>so", "a & b", "true", "2023-01-31", "2023-02-30", "12", "a b"]
NUMBERS = ["0", "-0", "5", "-5", "1234567", "-7000000", "12.345", "1E+3", "0.05", "NaN", "Infinity"]
AT = [
    (),
    members(Segments="Atm"),
    members(Segments="Elimination"),
    members(Contract=TypedMember("12")),
    (Dimension(name("SegmentsAxis"), name("AtmMember")), Dimension(name("SegmentsAxis"), name("NetworkMember"))),
]
UNITS = [YEN, YEN, PURE, SHARES, Unit((QName("", "bags"),))]


def _facts(seed: int) -> tuple[Fact, ...]:
    """Facts of few concepts, most of them alike in unit and decimals, some with whatever can be wrong."""
    random = Random(seed)
    some, unit, decimals = random.choices(NAMES, k=3), random.choice(UNITS), random.choice((None, 0, -3))
    made = []
    for number in range(random.randint(2, 20)):
        found = TAXONOMY.concept(name(random.choice(some)))
        is_numeric = found.kind.is_numeric if random.random() < 0.9 else not found.kind.is_numeric
        value = Decimal(random.choice(NUMBERS)) if is_numeric else random.choice(TEXTS)
        made.append(
            Fact(
                id=f"f{number}",
                concept=found.name,
                entity=ENTITY,
                period=random.choice((H1, H1, H1, FY23, MARCH, None)),
                value=None if random.random() < 0.1 else value,
                unit=(unit if random.random() < 0.8 else random.choice([*UNITS, None])) if is_numeric else None,
                decimals=decimals if random.random() < 0.7 else random.choice((None, 0, 2, -3, -6, 40)),
                language=None if is_numeric else "en",
                dimensions=random.choice(AT),
            )
        )
    return tuple(made)


def _told(findings: Sequence[Finding]) -> Counter[tuple[object, ...]]:
    return Counter(
        (each.code, each.message, each.hint, each.fact, each.standard, each.severity)
        for each in findings
        if each.code in ON_ONE_FACT
    )


@settings(deadline=None)
@given(st.integers(0, 2**32).map(_facts))
def test_many_facts_have_the_faults_of_each(facts: tuple[Fact, ...]):
    alone = [found for fact in facts for found in judged(report(fact))]
    assert _told(judged(report(*facts))) == _told(alone)


NUMBER_TYPES = [
    item_type("numeric", "decimal"),
    item_type("numeric", "double"),
    item_type("numeric", "byte"),
    item_type("monetary", "decimal", "aboveZero", minInclusive=("0",)),
    item_type("percent", "decimal", "share", minInclusive=("0",), maxInclusive=("1", "0.9")),
    item_type("numeric", "decimal", "open", minExclusive=("-5",), maxExclusive=("5",)),
    item_type("numeric", "nonNegativeInteger", "few", maxInclusive=("6",)),
    item_type("numeric", "double", "warm", minInclusive=("NaN",), maxExclusive=("INF",)),
    item_type("numeric", "decimal", "short", totalDigits=("3",), fractionDigits=("1",)),
    item_type("numeric", "decimal", "listed", enumeration=("1", "5.0")),
    item_type("numeric", "decimal", "patterned", pattern=(r"-?[0-9]\.[0-9]",), minInclusive=("-1",)),
    item_type("numeric", "decimal", "spaced", whiteSpace=("collapse",), maxInclusive=("5",)),
    item_type("numeric", "decimal", "unbounded", minInclusive=(), maxInclusive=("many",)),
]


@pytest.mark.parametrize("kind", NUMBER_TYPES, ids=lambda each: f"{each.base}-{'-'.join(each.facets)}")
@settings(deadline=None)
@given(
    numbers=st.lists(
        st.one_of(
            st.decimals(-9, 9, places=1),
            st.integers(-200, 200).map(Decimal),
            st.sampled_from(["NaN", "Infinity", "-Infinity", "5", "0.9", "1.00"]).map(Decimal),
        ),
        max_size=6,
    )
)
def test_numbers_are_judged_by_all_that_their_type_says(kind, numbers: list[Decimal]):
    own = Concept(name("Own"), kind, QName(XBRLI, "item"), "duration")
    facts = [Fact(f"f{place}", own.name, ENTITY, H1, value, PURE) for place, value in enumerate(numbers)]
    expected = [
        (code, fact.id)
        for fact in facts
        for code in (
            ["XG231" for _ in broken_facets(kind.base, kind.facets, fact.value)]
            if is_number(kind.base, fact.value)
            else ["XG230"]
        )
    ]
    found = judged(report(*facts), taxonomy(own))
    assert [(each.code, each.fact) for each in found if each.code in {"XG230", "XG231"}] == expected


def test_a_text_that_many_facts_have_is_told_of_each():
    facts = [
        Fact(f"f{place}", name("IsAudited"), ENTITY, H1, text) for place, text in enumerate(["yes", "true", "yes"])
    ]
    found = [each for each in judged(report(*facts)) if each.code == "XG230"]
    assert [each.fact for each in found] == ["f0", "f2"]


def test_the_empty_texts_among_many_are_found():
    own = concept("Own", "string")
    assert own.kind is ValueKind.STRING
    texts = ["so", "", "\t", "\u3000", "so"]
    facts = [Fact(f"f{place}", own.name, ENTITY, H1, text, language=f"x-{place}") for place, text in enumerate(texts)]
    assert codes(judged(report(*facts), taxonomy(own))) == ["XG234"] * 3
