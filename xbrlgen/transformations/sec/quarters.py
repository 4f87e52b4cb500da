"""The last day of a calendar quarter, from texts such as “Q3 1999”, “1999, Q4” and “the third quarter of 1999”."""

from xbrlgen.transformations.transformation import compiled

_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_LAST_DAYS = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}
_WORD = "[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast"

_YEAR_LAST = r"(?P<rest>[^0-9]*(?:[1-4][^0-9]*)?)(?P<year>[0-9]{4})"
_YEAR_FIRST = r"(?P<year>[0-9]{4})(?P<rest>.*\w)"

_BEFORE_YEAR = rf"(?:[^\W\d][^0-9]*)?(?P<quarter>[1-4]|{_WORD})[^0-9]*"
_AFTER_YEAR = rf"[^0-9]*(?P<quarter>[1-4]|{_WORD})(?![0-9]).*"


def quarter_end(text: str) -> str | None:
    """`YYYY-MM-DD`, None if `text` names no quarter and year."""
    for outer, inner in ((_YEAR_LAST, _BEFORE_YEAR), (_YEAR_FIRST, _AFTER_YEAR)):
        whole = compiled(outer).fullmatch(text)
        quarter = whole and compiled(inner).fullmatch(whole["rest"])
        if whole and quarter and int(whole["year"]):
            return f"{whole['year']}-{_LAST_DAYS[_QUARTERS[quarter['quarter'].lower()]]}"
    return None
