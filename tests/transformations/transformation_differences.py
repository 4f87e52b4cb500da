"""Why we answer otherwise than Arelle: each reason from the specification, with a test whether a case is one of it."""

import json
import re
from collections.abc import Callable
from datetime import date as day
from functools import cache
from importlib import resources
from typing import NamedTuple

from transformation_referee import arelle, collapsed

from xbrlgen.transformations import NAMESPACES


class Case(NamedTuple):
    """A text on which we (`value`) and Arelle (`referee`) differ; None means refused."""

    registry: int
    name: str
    text: str
    value: str | None
    referee: str | None


@cache
def specified() -> dict[str, list[str]]:
    """The patterns of the input type of each transformation of registry 5."""
    path = resources.files("arelle") / "plugin" / "OimTaxonomy" / "resources" / "transform-types.json"
    taxonomy = json.loads(path.read_text(encoding="utf-8"))["taxonomy"]
    types = {entry["name"]: entry.get("patterns", []) for entry in taxonomy["dataTypes"]}
    return {entry["name"].partition(":")[2]: types.get(entry["inputDataType"], []) for entry in taxonomy["transforms"]}


def fits(name: str, text: str) -> bool:
    """Whether a text matches the specified pattern."""
    return any(_compiled(pattern).fullmatch(collapsed(text)) for pattern in specified()[name])


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("[\\s ]", "[ \u00a0]"), re.DOTALL)


def _has_no_such_date(case: Case) -> bool:
    return case.name.startswith(("date", "cal")) and case.value is None and not _exists(case.referee or "")


def _exists(value: str) -> bool:
    whole = f"2000{value[1:]}" if value.startswith("--") else value
    whole += "-01" if re.fullmatch("[0-9]{4}-[0-9]{2}", whole) else ""
    try:
        return day.fromisoformat(whole).isoformat() == whole
    except ValueError:
        return False


def _padded(date: str) -> str:
    year, month, day_of_month = date.split("-")
    return f"{year:0>4}-{month:0>2}-{day_of_month:0>2}"


_SAKA = {"calindaymonthyear", "date-ind-day-monthname-year-hi"}

REASONS: dict[str, Callable[[Case], bool]] = {
    "a result has the form of its output type: two-digit days and months, four-digit years, and days that exist": (
        _has_no_such_date
    ),
    "so it is padded with zeros": (
        lambda case: (
            case.name in {*_SAKA, "datedaymonthyearin"}
            and case.referee is not None
            and _padded(case.referee) == case.value
        )
    ),
    "white space around a text is collapsed by its type before the rule sees it (whiteSpace, XML Schema 4.3.6)": (
        lambda case: case.value == arelle(NAMESPACES[case.registry], case.name, collapsed(case.text))
    ),
    "a no-break space is no such white space": (
        lambda case: case.value is None and collapsed(case.text) != case.text.strip()
    ),
    "two digits name a Saka year such that the day is in the 21st century, in any script and month": (
        lambda case: case.name in _SAKA and (case.value or "")[:2] == "20"
    ),
    "Roman numerals are capitals; around them is text, which small letters are and digits are not": (
        lambda case: "roman" in case.name and (bool(re.search("[ivx]", case.text)) or not fits(case.name, case.text))
    ),
    "Danish and Swedish of registries 4 and 5 have the pattern of the other languages, not that of registry 3": (
        lambda case: case.registry >= 4 and case.name.endswith(("-da", "-sv"))
    ),
    "nothing may follow the day of date-month-day, as letters may in registries 2 and 3": (
        lambda case: case.registry >= 4 and case.name == "date-month-day" and case.value is None
    ),
    "years and months may have Devanagari digits": (
        lambda case: case.name in {"date-year-month", "date-year-month-day"} and bool(re.search("[०-९]", case.text))
    ),
    "the Greek June and July with a Latin I, listed for months with a year": (
        lambda case: case.name.endswith("-el") and "IΟΎ" in case.text
    ),
    "a decimal mark is followed by a digit, which a no-break space is not": (
        lambda case: case.name.startswith("num-") and case.value is None
    ),
}
