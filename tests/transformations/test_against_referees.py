"""All transformations of the five registries on thousands of texts: against Arelle, and against the patterns that the
specification of registry 5 gives for its input types (the wheel of Arelle carries them as OIM transform types)."""

import re
from collections import defaultdict
from functools import cache

import pytest
from arelle import FunctionIxt
from transformation_differences import REASONS, Case, fits, specified
from transformation_referee import arelle, ours, texts

from xbrlgen.model import QName
from xbrlgen.transformations import NAMESPACES, transformation, transformation_names

pytestmark = pytest.mark.arelle

TEXTS = 1500
SAMPLES = [
    *("1,234.50", "1.234,50", "1 234 567", "1'234.5", "007", ".5", "5.\u00a0", "12,34,567.8", "123 456,78"),
    *("3,000円50銭", "３，０００円５銭", "5 euros 30 cents", "22,333 Rupees 99 Paise", "—", "-", "\u2012"),
    *("31/12/2024", "12.31.24", "2024-12-31", "２０１０/５/３１", "12/2024", "2024/12", "31.XII.2024", "8 V 32"),
    *(
        "平成22年5月31日",
        "令和元年5月1日",
        "昭 64 年 1 月 7 日",
        "2010年5月31日",
        "2010\u00a0年5月",
        "\u00a010年5月3日",
    ),
    *("5 Magha 21", "११ चैत्र १९", "११ चैत्र १९२१", "11 Pausha 1921", "10 Pausa 21", "11 Chaitra 0203"),
    *("१९ सितंबर २०१२", "सितंबर 2012", "३१/१२/२०२४", "३१ १२ २०१२", "२०१२ १२", "9 ९ 2012", "12 IΟΎΝ 2012"),
    *("1st August 2009", "August 13th, 2032", "13. AUGUST 2012", "sep. 2012", "1. srpna 2012", "2008. gada 30. maijs"),
]


@cache
def words() -> list[str]:
    """The names of months in all patterns."""
    found = {word for patterns in specified().values() for word in re.findall(r"[^\W\d_]{3,}", " ".join(patterns))}
    return [*sorted(found), "I", "IV", "VIII", "XII", "xi"]


def test_registry_5_has_the_names_of_the_specification():
    assert set(transformation_names(NAMESPACES[5])) == specified().keys()
    welsh_and_swiss = {name for name in specified() if name.endswith(("-cy", "-apos"))}
    assert set(transformation_names(NAMESPACES[4])) == specified().keys() - welsh_and_swiss


@pytest.mark.parametrize("registry", [1, 2, 3, 4, 5])
def test_registries_have_the_names_that_arelle_knows(registry: int):
    known = set(FunctionIxt.ixtNamespaceFunctions[NAMESPACES[registry]])
    assert known - set(transformation_names(NAMESPACES[registry])) == ({"numdotdecimalin"} if registry >= 4 else set())
    assert set(transformation_names(NAMESPACES[registry])) <= known


MISPRINTED = {
    **dict.fromkeys(("date-year-month", "date-year-month-day"), "the digits of two scripts run into one range"),
    **dict.fromkeys(("num-dot-decimal", "num-comma-decimal"), "the no-break space has become a space"),
    **dict.fromkeys(("num-dot-decimal-apos", "num-comma-decimal-apos"), "the no-break space has become a space"),
}
"""Patterns of the wheel's file that are not those of the specification, as their own descriptions show."""


def test_registry_5_takes_what_the_specified_patterns_match():
    """A text that we take matches; one that matches is taken, if Arelle finds a date in it, too."""
    wrong = defaultdict(list)
    for text in texts(TEXTS, words(), SAMPLES, seed=5):
        for name in specified():
            if name.startswith("fixed-") or name in MISPRINTED:
                continue
            value, referee, matches = (
                ours(NAMESPACES[5], name, text),
                arelle(NAMESPACES[5], name, text),
                fits(name, text),
            )
            if (value is not None) != matches and not (matches and referee is None):
                wrong[name].append(text)
    assert all(name.endswith("-el") and "IΟΎ" in text for name, found in wrong.items() for text in found), wrong


def test_every_transformation_answers_as_arelle_does():
    unexplained, reasons, taken = [], set(), 0
    for registry, namespace in NAMESPACES.items():
        for text in texts(TEXTS, words(), SAMPLES, seed=registry):
            for name in transformation_names(namespace):
                value, referee = ours(namespace, name, text), arelle(namespace, name, text)
                taken += value is not None and not _is_fixed(namespace, name)
                if value != referee:
                    case = Case(registry, name, text, value, referee)
                    why = {reason for reason, explains in REASONS.items() if explains(case)}
                    reasons |= why
                    unexplained += [] if why else [case]
    assert unexplained == []
    assert reasons == REASONS.keys(), "a reason that nothing needs is none"
    assert taken > 5000


@cache
def _is_fixed(namespace: str, name: str) -> bool:
    found = transformation(QName(namespace, name))
    return found is not None and found.is_fixed
