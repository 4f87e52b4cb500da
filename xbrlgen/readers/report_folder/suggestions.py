"""Did you mean: the known name nearest to a misspelt one."""

from collections.abc import Iterable
from difflib import SequenceMatcher

_NEAR = 0.7
"""How alike two names have to be for one to be offered for the other."""

_SURE = 0.85
"""How alike they have to be for reading to go on with the other."""


def nearest(name: str, known: Iterable[str]) -> tuple[str, bool]:
    """The known name most like `name` (empty if none is), and whether it is safe to read on as if it were meant.

    The finding is there either way; reading on spares the user what would follow from the missing name.
    """
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name.lower())
    best, likeness, is_tied = "", _NEAR, False
    for candidate in known:
        if abs(len(candidate) - len(name)) > max(2, len(name) // 4):
            continue
        matcher.set_seq1(candidate.lower())
        if matcher.real_quick_ratio() < likeness or matcher.quick_ratio() < likeness:
            continue
        ratio = matcher.ratio()
        is_tied = ratio == likeness and bool(best)
        if ratio > likeness or not best:
            best, likeness = candidate, max(ratio, likeness)
    return best, bool(best) and likeness >= _SURE and not is_tied


def did_you_mean(suggestion: str) -> str:
    """A hint that offers `suggestion`, empty if there is none."""
    return f"did you mean '{suggestion}'?" if suggestion else ""
