"""Looking transformations up, what they say of themselves, and what a refusal says."""

import time
from contextlib import suppress

import pytest

from xbrlgen.model import QName
from xbrlgen.transformations import (
    NAMESPACES,
    SEC_NAMESPACE,
    Output,
    TransformationError,
    registry_version,
    transform,
    transformation,
    transformation_names,
)

EVERY = [
    QName(namespace, name)
    for namespace in (*NAMESPACES.values(), SEC_NAMESPACE)
    for name in transformation_names(namespace)
]


def test_registries_are_known_by_their_namespaces():
    assert {version: registry_version(namespace) for version, namespace in NAMESPACES.items()} == {
        version: version for version in range(1, 6)
    }
    assert registry_version("http://www.xbrl.org/2008/inlineXBRL/transformation") == 1
    assert registry_version(SEC_NAMESPACE) is None
    assert registry_version("http://example.com") is None
    assert {version: len(transformation_names(namespace)) for version, namespace in NAMESPACES.items()} == {
        1: 24,
        2: 21,
        3: 31,
        4: 94,
        5: 100,
    }
    assert len(transformation_names(SEC_NAMESPACE)) == 18


@pytest.mark.parametrize(
    ("registry", "name", "output", "is_fixed"),
    [
        (5, "num-dot-decimal", Output.DECIMAL, False),
        (4, "fixed-zero", Output.DECIMAL, True),
        (3, "zerodash", Output.DECIMAL, False),
        (5, "fixed-true", Output.BOOLEAN, True),
        (2, "booleanfalse", Output.BOOLEAN, True),
        (5, "fixed-empty", Output.STRING, True),
        (3, "nocontent", Output.STRING, True),
        (1, "datelonguk", Output.DATE, False),
        (4, "date-day-monthname-de", Output.MONTH_DAY, False),
        (4, "date-jpn-era-year-month", Output.YEAR_MONTH, False),
        (3, "calindaymonthyear", Output.DATE, False),
    ],
)
def test_a_transformation_knows_what_it_yields(registry: int, name: str, output: Output, is_fixed: bool):
    found = transformation(QName(NAMESPACES[registry], name))
    assert found is not None
    assert (found.registry, found.output, found.is_fixed) == (registry, output, is_fixed)
    assert found.is_numeric == (output is Output.DECIMAL)


def test_outputs_of_the_sec():
    outputs = {name: transformation(QName(SEC_NAMESPACE, name)).output for name in transformation_names(SEC_NAMESPACE)}
    assert outputs["durwordsen"] is outputs["durweek"] is Output.DURATION
    assert outputs["numinf"] is Output.DOUBLE
    assert outputs["numwordsen"] is Output.DECIMAL
    assert transformation(QName(SEC_NAMESPACE, "numinf")).is_numeric
    assert outputs["datequarterend"] is Output.DATE


@pytest.mark.parametrize(
    ("format", "text", "message"),
    [
        (
            QName(NAMESPACES[5], "num-dot-decimal"),
            "(5)",
            "“(5)” does not fit num-dot-decimal, which takes an unsigned number as in “1,234.5”",
        ),
        (
            QName(NAMESPACES[4], "date-day-monthname-year-de"),
            "30. Februar 2024",
            (
                "“30. Februar 2024” does not fit date-day-monthname-year-de, which takes a day, "
                "the name of a month in German and a year, in this order and in the calendar"
            ),
        ),
        (
            QName(NAMESPACES[3], "zerodash"),
            "x" * 1000,
            f"“{'x' * 60}…” does not fit zerodash, which takes a single dash",
        ),
        (
            QName(NAMESPACES[5], "numdotdecimal"),
            "1",
            f"no registry in “{NAMESPACES[5]}” has a transformation numdotdecimal",
        ),
        (QName("", "f"), "1", "no registry in “” has a transformation f"),
    ],
)
def test_a_refusal_says_why_in_a_sentence(format: QName, text: str, message: str):  # noqa: A002
    with pytest.raises(TransformationError) as refused:
        transform(format, text)
    assert str(refused.value) == message


def test_every_transformation_says_what_it_takes():
    for name in EVERY:
        found = transformation(name)
        assert found is not None
        assert found.definition.takes


LONG = 5_000
HOSTILE = [
    *("1" * LONG, "1 " * LONG, "1," * LONG, "1." * LONG, "12 34 " * LONG, "１" * LONG + "x", "1年" * LONG),
    *("jan " * LONG, "1 " + "jan " * LONG, "1 " + "jan" * LONG + "!", "1 " + "jan" * LONG + " 2", "I " * LONG),
    *("1" + " " * LONG + "x", "1" + "\u00a0" * LONG + "x", "-" * LONG, "(" * LONG, "'" * LONG, "a" * LONG),
    *("1 " + "C" * LONG + " 21", "1 " + "K" * LONG + "rti 21", "1 " + "Ka" * LONG + " 2001"),
    *("one hundred " * LONG, "one\u00a0" * LONG, "two years, " * LONG, "the " * LONG, "last " * LONG + "!"),
    *("1999 " + "last " * LONG + "!", "9" * LONG + " last", "\n" * LONG),
]


def test_no_text_takes_long():
    """Every rule is linear: a quadratic one would need seconds for these texts, of up to 65,000 characters."""
    slow = {}
    older = {NAMESPACES[2], NAMESPACES[4]}  # their rules are also in the registries that follow them
    for name in (name for name in EVERY if name.namespace not in older):
        for text in HOSTILE:
            start = time.process_time()
            with suppress(TransformationError):
                transform(name, text)
            if (spent := time.process_time() - start) > 0.2:
                slow[name.local_name, text[:20]] = spent
    assert slow == {}
