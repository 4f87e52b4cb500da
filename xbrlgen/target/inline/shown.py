"""What is decided of one place in which a fact is shown."""

from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.target.document import TargetFact


class Tag(NamedTuple):
    """One decision on all that an ix:nonFraction or ix:nonNumeric says of a fact in one place.

    `text` is the content of the element: the text that `format` takes (None: the lexical value itself), which times 10
    to the `scale`, negative if so, is the value of the fact; or with `escape` an XHTML fragment. Nothing for nil.
    """

    fact: TargetFact
    text: str = ""
    format: QName | None = None
    scale: int = 0
    is_negative: bool = False
    escape: bool = False


class Shown(NamedTuple):
    """What stands in one place: words or a number, what is `before` and `after` it, and the tag around it if any.

    Without a tag, `fact` is the fact that the text shows in fewer digits, or in words if `is_hidden`: then the fact
    itself stands in ix:hidden. `is_negative` is said of the print, not of the value.
    """

    text: str
    before: str = ""
    after: str = ""
    tag: Tag | None = None
    fact: TargetFact | None = None
    is_hidden: bool = False
    is_number: bool = False
    is_negative: bool = False
