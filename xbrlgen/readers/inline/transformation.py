"""What a reader needs of the transformations that turn printed texts into values."""

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from xbrlgen.model import QName
from xbrlgen.readers.canonical import UnreadableError
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.page import Tag


class Transformation(Protocol):
    """A transformation of a registry, such as `xbrlgen.transformations` has them."""

    def whole_numbers(self, before: str, after: str) -> Callable[[str], Decimal | None]:
        """What gives the whole number that a text stands for, with `before` and `after` put to its digits.

        It gives None for a text that is for `apply`, and is quick.
        """

    def apply(self, text: str) -> str:
        """The lexical value that `text` stands for; raises ValueError, with a sentence, for a text that it refuses."""


Transformations = Callable[[QName], Transformation | None]
"""The transformation that a format names, None where no registry has it."""


def transformed(tag: Tag, text: str, transformations: Transformations, fact: str) -> str | None:
    """The value of `text` under the format of `tag`, or as it is where there is none; None, with a finding, on failure.

    Follows Inline XBRL 1.1 sections 10.1.2 and 11.1.2.
    """
    try:
        name = tag.name("format")
        found = None if name is None else transformations(name)
    except UnreadableError as error:
        tag.fault(rules.UNKNOWN_FORMAT, f"{tag} has a format that cannot be resolved: {error}", fact=fact)
        return None
    if name is None:
        return text
    if found is None:
        tag.fault(rules.UNKNOWN_FORMAT, f"{tag} has the format {tag.get('format')!r}, which no registry has", fact=fact)
        return None
    try:
        return found.apply(text)
    except ValueError as error:
        tag.fault(rules.NOT_TRANSFORMED, f"{tag}: {error}", fact=fact)
        return None
