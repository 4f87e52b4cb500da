"""The roles of labels, and where those are declared that XBRL 2.1 section 5.2.2.2.2 does not list itself."""

from collections.abc import Iterable, Mapping

_STANDARD, _NEGATED = "http://www.xbrl.org/2003/role/", "http://www.xbrl.org/2009/role/"
_NEGATED_SCHEMA = "http://www.xbrl.org/lrr/role/negated-2009-12-16.xsd"

LABEL = f"{_STANDARD}label"
DOCUMENTATION = f"{_STANDARD}documentation"
TOTAL = f"{_STANDARD}totalLabel"
PERIOD_START = f"{_STANDARD}periodStartLabel"
PERIOD_END = f"{_STANDARD}periodEndLabel"
NEGATED = f"{_NEGATED}negatedLabel"
NEGATED_TOTAL = f"{_NEGATED}negatedTotalLabel"
NEGATED_PERIOD_START = f"{_NEGATED}negatedPeriodStartLabel"
NEGATED_PERIOD_END = f"{_NEGATED}negatedPeriodEndLabel"

_PREFERRED = {
    ("start", False): PERIOD_START,
    ("start", True): NEGATED_PERIOD_START,
    ("end", False): PERIOD_END,
    ("end", True): NEGATED_PERIOD_END,
    ("total", False): TOTAL,
    ("total", True): NEGATED_TOTAL,
    ("", True): NEGATED,
}

_DECLARED_AT: Mapping[str, str] = {
    role: f"{_NEGATED_SCHEMA}#{role.removeprefix(_NEGATED)}"
    for role in (NEGATED, NEGATED_TOTAL, NEGATED_PERIOD_START, NEGATED_PERIOD_END)
}


def declared(roles: Iterable[str]) -> list[tuple[str, str]]:
    """Those of `roles` that come from the link role registry, each with its address."""
    return [(role, _DECLARED_AT[role]) for role in roles if role in _DECLARED_AT]


def preferred(*, moment: str, is_total: bool, is_negated: bool) -> str:
    """The role of the label that fits how a row is shown; empty for the standard label.

    That a balance opens or closes a period says more than that it is a total.
    """
    return _PREFERRED.get((moment or ("total" if is_total else ""), is_negated), "")
