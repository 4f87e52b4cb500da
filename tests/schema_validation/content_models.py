"""Whether two content models, as `xmlschema` has them, take the same sequences of elements: by Brzozowski derivatives."""

from collections.abc import Iterable
from functools import cache, reduce

from xmlschema.validators import XsdAnyElement, XsdElement

# A model is one of: nothing at all, the empty sequence, a name, a sequence of two, a set of alternatives, a repetition.
NOTHING = ("nothing",)
EMPTY = ("empty",)


def model(particle) -> tuple:
    """The model of a particle; only the occurrences 0, 1 and unbounded are known."""
    if isinstance(particle, XsdElement):
        one = ("name", particle.name)
    elif isinstance(particle, XsdAnyElement):
        one = ("name", f"any {sorted(particle.namespace)} {particle.process_contents}")
    elif particle.model == "choice" and len(particle):
        one = _either(map(model, particle))
    else:
        one = reduce(_then, map(model, particle), EMPTY)
    at_least, at_most = particle.min_occurs, particle.max_occurs
    assert at_least in {0, 1}
    assert at_most in {1, None}
    if at_most is None:
        one = _then(one, ("any number", one)) if at_least else ("any number", one)
    return one if at_least else _either([EMPTY, one])


def difference(first: tuple, second: tuple) -> str:
    """A sequence of elements that only one of two models takes, as text; empty where they take the same."""
    queue = [(first, second, ())]
    seen = {(first, second)}
    while queue:
        one, other, path = queue.pop()
        if _takes_nothing_more(one) != _takes_nothing_more(other):
            return " ".join(path) or "(no element)"
        for name in sorted(_first(one) | _first(other)):
            pair = (_after(one, name), _after(other, name))
            if pair not in seen:
                seen.add(pair)
                queue.append((*pair, (*path, name)))
    return ""


def _then(one: tuple, other: tuple) -> tuple:
    if NOTHING in {one, other}:
        return NOTHING
    if one == EMPTY:
        return other
    return one if other == EMPTY else ("then", one, other)


def _either(models: Iterable[tuple]) -> tuple:
    flat = {part for each in models for part in (each[1] if each[0] == "either" else [each]) if part != NOTHING}
    if not flat:
        return NOTHING
    return next(iter(flat)) if len(flat) == 1 else ("either", frozenset(flat))


@cache
def _takes_nothing_more(one: tuple) -> bool:
    match one:
        case ("empty",) | ("any number", _):
            return True
        case ("then", first, second):
            return _takes_nothing_more(first) and _takes_nothing_more(second)
        case ("either", parts):
            return any(map(_takes_nothing_more, parts))
    return False


@cache
def _first(one: tuple) -> frozenset[str]:
    match one:
        case ("name", name):
            return frozenset({name})
        case ("any number", inner):
            return _first(inner)
        case ("then", first, second):
            return _first(first) | _first(second) if _takes_nothing_more(first) else _first(first)
        case ("either", parts):
            return frozenset().union(*map(_first, parts))
    return frozenset()


@cache
def _after(one: tuple, name: str) -> tuple:
    """What may follow `name`."""
    match one:
        case ("name", other):
            return EMPTY if name == other else NOTHING
        case ("any number", inner):
            return _then(_after(inner, name), one)
        case ("then", first, second):
            rest = _then(_after(first, name), second)
            return _either([rest, _after(second, name)]) if _takes_nothing_more(first) else rest
        case ("either", parts):
            return _either(_after(each, name) for each in parts)
    return NOTHING
