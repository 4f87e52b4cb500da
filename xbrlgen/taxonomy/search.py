"""Finds concepts by words: ``right of use`` finds RightofuseAssets, by its name or by the labels of its taxonomy."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from xbrlgen.model import Concept, QName
from xbrlgen.taxonomy.concept_texts import ConceptTexts, Standing, Text
from xbrlgen.taxonomy.labels import readable_label, separated, split
from xbrlgen.taxonomy.taxonomy import Taxonomy

_UNIMPORTANT = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "total", "with")
)
"""Words that most names have, or could have: what adds up to a total is no other concept than the total."""

_KINDS = frozenset(("abstract", "axis", "domain", "items", "member", "table"))
"""The last words of names that are not reported themselves; of names as long, they come last."""

_ALIKE = 0.75
"""How alike a misspelt word and a word of the taxonomy have to be."""

_SHORTEST_START = 3
"""With how few letters a word of the query may be the start of a longer word."""


class Match(NamedTuple):
    """A concept that was found, and its standard label, or a readable one where it has none."""

    concept: Concept
    label: str


class _Index(NamedTuple):
    """The words of each name in their simple form, and which names have a word."""

    names: tuple[QName, ...]
    words: tuple[tuple[str, ...], ...]
    places: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True, order=True)
class _Rank:
    """How good a match is; the smallest is the best."""

    is_other_name: bool
    missing: int
    standing: Standing
    disorder: int
    guesses: int
    length: int
    is_structure: bool
    name: QName


def find_concepts(query: str, taxonomy: Taxonomy, limit: int = 20) -> tuple[Match, ...]:
    """The concepts whose names or labels have the words of `query`, the best first, at most `limit` of them.

    Those with all words side by side come before those with all in order, and those in any order; then shorter ones
    before longer ones. Behind them come concepts with all words in other labels, in the documentation, in a reference.
    Names with some of the words are given only where nothing has all. Plurals and spellings with z or s are alike, a
    word may be cut short, and a word that the taxonomy does not have stands for the one most like it.
    """
    index = _index(taxonomy)
    words, wanted = _simple(query.rpartition(":")[2]), re.sub(r"\W", "", query.rpartition(":")[2]).lower()
    named = _by_name(words, wanted, index)
    ranks = (
        [*named, *(_rank_of_text(each, words, wanted) for each in _texts(taxonomy).with_all(words))] if words else []
    )
    fewest = min((each.missing for each in ranks), default=0)
    best = sorted(each for each in ranks if each.missing == fewest and fewest * 2 <= len(words))
    names = dict.fromkeys(each.name for each in best) or dict.fromkeys(_containing(wanted, index))
    found = (taxonomy.concept(each) for each in tuple(names)[:limit])
    return tuple(Match(each, _label(each.name, taxonomy)) for each in found if each is not None)


def _by_name(words: Sequence[str], wanted: str, index: _Index) -> Iterator[_Rank]:
    meanings = [_meanings(word, index.places) for word in words]
    candidates = {place for meaning in meanings for word in meaning for place in index.places[word]}
    for place in candidates:
        yield _rank(index.names[place], index.words[place], meanings, wanted)


def _rank_of_text(found: Text, words: Sequence[str], wanted: str) -> _Rank:
    own = _simple(found.text) or ("",)
    meanings = [{each: int(each != word) for each in own if each == word or _is_start(word, each)} for word in words]
    return _rank(found.concept, own, meanings, wanted, found.standing)


def _label(name: QName, taxonomy: Taxonomy) -> str:
    """The standard label in English, else that in the first language, else a readable one."""
    return taxonomy.label(name, language="en") or taxonomy.label(name) or readable_label(name.local_name)


def _containing(letters: str, index: _Index) -> list[QName]:
    """The names that hold these letters, for a query that was written without spaces; the shortest first."""
    found = [name for name in index.names if letters and letters in name.local_name.lower()]
    return sorted(found, key=lambda each: (len(each.local_name), each))


@lru_cache(maxsize=4)
def _texts(taxonomy: Taxonomy) -> ConceptTexts:
    return ConceptTexts.of(taxonomy)


@lru_cache(maxsize=4)
def _index(taxonomy: Taxonomy) -> _Index:
    names = tuple(taxonomy.names())
    words = tuple(_simple(name.local_name) for name in names)
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(words):
        for word in dict.fromkeys(each):
            places[word].append(place)
    return _Index(names, words, {word: tuple(found) for word, found in places.items()})


def _simple(text: str) -> tuple[str, ...]:
    """The words of a name or query in their simple form, without those that every other name has."""
    words = [part for chunk in re.split(r"[\W_]+", text) for word in split(chunk) for part in separated(word)]
    important = [word for word in words if word not in _UNIMPORTANT]
    return tuple(_stem(word) for word in important or words)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """One form for singular and plural, and for spellings with z and s."""
    word = word.replace("iz", "is").replace("yz", "ys")
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004 - "dies" keeps its e
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "suia" else word  # noqa: PLR2004


def _meanings(word: str, places: Mapping[str, Iterable[int]]) -> Mapping[str, int]:
    """The words of the taxonomy that a word of the query may mean, with how far fetched each is (0: it is the word)."""
    found = {each: 1 for each in places if _is_start(word, each)}
    if word in places:
        found[word] = 0
    return found or dict.fromkeys(get_close_matches(word, places, n=3, cutoff=_ALIKE), 2)


def _is_start(word: str, of: str) -> bool:
    return len(word) >= _SHORTEST_START and of.startswith(word)


def _rank(
    name: QName,
    words: Sequence[str],
    meanings: Sequence[Mapping[str, int]],
    wanted: str,
    standing: Standing = Standing.NAME,
) -> _Rank:
    positions: list[int] = []
    guesses = 0
    for meaning in meanings:
        follows = positions[-1] + 1 if positions else 0
        found = [(meaning[word], place < follows, place) for place, word in enumerate(words) if word in meaning]
        if found:
            guess, _, place = min(found)
            guesses += guess
            positions.append(place)
    return _Rank(
        is_other_name=name.local_name.lower() != wanted,
        missing=len(meanings) - len(positions),
        standing=standing,
        disorder=_disorder(positions),
        guesses=guesses,
        length=len(words),
        is_structure=words[-1] in _KINDS,
        name=name,
    )


def _disorder(positions: list[int]) -> int:
    """0 for words side by side, 1 for words in order, 2 for any other."""
    steps = [after - before for before, after in pairwise(positions)]
    if all(step == 1 for step in steps):
        return 0
    return 1 if all(step > 0 for step in steps) else 2
