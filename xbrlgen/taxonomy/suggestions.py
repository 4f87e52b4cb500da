"""Did you mean: the names of a taxonomy that are most like a misspelt one."""

from collections.abc import Iterable

from xbrlgen.model import QName
from xbrlgen.taxonomy.taxonomy import Taxonomy

_LETTERS = 3
"""How many letters in a row are looked for in each name, to leave out most of them."""

_CANDIDATES = 24
"""How many names are compared letter by letter."""

_ALIKE = 0.6
"""How alike two names have to be (difflib's ratio) for one to be offered for the other."""


def nearest(name: str, taxonomy: Taxonomy, n: int = 3) -> tuple[QName, ...]:
    """The concepts whose local names are most like `name`, at most `n`, the most alike first; in some 10 ms."""
    from difflib import SequenceMatcher

    wanted = name.rpartition(":")[2].lower()
    likely = _likely(wanted, taxonomy.names())
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    rated = []
    for each in likely:
        matcher.set_seq1(each.local_name.lower())
        rated.append((-matcher.ratio(), len(each.local_name), each))
    return tuple(each for unlikeness, _, each in sorted(rated)[:n] if -unlikeness >= _ALIKE)


def _likely(wanted: str, names: Iterable[QName]) -> list[QName]:
    """The names that share the most runs of letters with `wanted`, for their length."""
    from heapq import nlargest

    pieces = {wanted[start : start + _LETTERS] for start in range(len(wanted) - _LETTERS + 1)} or {wanted}

    def shared(name: QName) -> tuple[int, QName]:
        letters = name.local_name.lower()
        count = sum(piece in letters for piece in pieces)
        return (2000 * count // (len(pieces) + len(letters)), name)

    return [name for _, name in nlargest(_CANDIDATES, map(shared, names))]
