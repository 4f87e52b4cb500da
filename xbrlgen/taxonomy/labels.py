"""A readable label from an element's name: ``RightofuseAssets`` is "Right-of-use assets".

Names are made from labels by dropping hyphens, apostrophes, commas and brackets; what English makes plain is put back.
"""

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Z]{2,}s?(?=[A-Z][a-z]|[\d_.-]|$)|[A-Z]?[a-z]+|[A-Z]+|\d+|[^\W\d_a-zA-Z]+")

_SUFFIXES = ("LineItems", "TextBlock", "Abstract", "Axis", "Member", "Domain", "Table", "Explanatory", "Hypercube")
"""Endings that say what kind of element it is, not what it means."""

_HYPHENATED = """
    acquisition-date acquisition-related asset-backed asset-liability available-for-sale business-to-business
    cash-generating cash-settled catch-up credit-impaired credit-related cross-reference cross-references
    customer-related de-designation equity-settled first-in first-out first-time fixed-price forward-looking
    held-to-maturity investment-related investment-return long-term low-value management-defined mid-market
    multi-employer multi-period nature-dependent non-adjusting non-cash non-compliance non-controlling non-current
    non-derivative non-disclosure non-financial non-government non-interest non-monetary non-occurrence non-operating
    non-performance non-recurring non-subscription non-trade owner-occupied paid-in pay-floating post-employment
    post-tax pre-acquisition pre-contract pre-existing pre-tax rate-regulated rate-setting receive-fixed right-of-use
    rights-of-use set-off share-based short-term straight-line taxation-related technology-based third-party
    time-and-materials time-period twenty-five unit-holders weighted-average wind-up write-down write-downs write-off
    write-offs
"""
_POSSESSIVE = """
    acquiree's acquirer's arm's auditor's counterparty's entity's lessee's lessor's liability's management's
"""
_COMPOUNDS = {re.sub(r"\W", "", each): each for each in (_HYPHENATED + _POSSESSIVE).split()}

_OPPOSITES = (
    ("increase", "decrease"),
    ("increases", "decreases"),
    ("gain", "loss"),
    ("gains", "losses"),
    ("profit", "loss"),
    ("profits", "losses"),
    ("income", "expense"),
    ("income", "expenses"),
    ("income", "cost"),
    ("revenue", "expense"),
    ("earnings", "loss"),
    ("asset", "liability"),
    ("assets", "liabilities"),
    ("inflow", "outflow"),
    ("inflows", "outflows"),
    ("surplus", "deficit"),
    ("paid", "refund"),
    ("paid", "received"),
)
_BRACKETED = {*_OPPOSITES, *((second, first) for first, second in _OPPOSITES)}
"""Words that stand side by side for the two signs of one figure: the second goes into brackets."""


def split(name: str) -> tuple[str, ...]:
    """The words of a camel-case name as written: ``Rightofuse``, ``Assets``."""
    return tuple(_WORD.findall(name))


def separated(word: str) -> tuple[str, ...]:
    """The lower-case words that a word of a name is made of: ``Rightofuse`` is right, of, use; ``Entitys``, entity."""
    lower = word.lower()
    compound = _COMPOUNDS.get(lower)
    return tuple(re.sub(r"'s?", "", compound).split("-")) if compound else (lower,)


@lru_cache(maxsize=8192)
def readable_label(name: str) -> str:
    """A label in English for an element of that local name, without the ending that says its kind."""
    meaning = name
    for suffix in _SUFFIXES:
        meaning = meaning.removesuffix(suffix) or meaning
    parts = [each if _is_acronym(each) else each.lower() for each in split(meaning)]
    parts = _with_brackets([_COMPOUNDS.get(each, each) for each in parts])
    text = " ".join(parts).replace("roperty plant and equipment", "roperty, plant and equipment")
    return text[:1].upper() + text[1:] if text else name


def _is_acronym(word: str) -> bool:
    """Whether a word is all capitals, a plural of such one included: ``IFRS``, ``IFRSs``."""
    capitals = word.removesuffix("s")
    return len(capitals) > 1 and capitals.isupper()


def _with_brackets(parts: list[str]) -> list[str]:
    """Put the second of two opposites into brackets; ``from used in`` becomes ``from (used in)``."""
    result: list[str] = []
    for part in parts:
        if result and (result[-1], part) in _BRACKETED:
            result.append(f"({part})")
        elif part == "in" and result[-2:] == ["from", "used"]:
            result[-1:] = ["(used in)"]
        else:
            result.append(part)
    return result
