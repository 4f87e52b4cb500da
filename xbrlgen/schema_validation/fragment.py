"""Fragments of XHTML, judged by the schema of the pages that they are put into."""

from xbrlgen.findings import Finding, Location
from xbrlgen.schema_validation.inline import validate_inline
from xbrlgen.schema_validation.names import INLINE_1_1, XHTML

_BEFORE = (
    f'<html xmlns="{XHTML}" xmlns:ix="{INLINE_1_1}" xmlns:p="p"><head><title></title></head><body><div>'
    '<ix:nonNumeric name="p:n" contextRef="c" escape="true">'
)
_TOP = "in 'ix:nonNumeric'"
_AFTER = "</ix:nonNumeric></div></body></html>"


def validate_fragment(text: str, name: str) -> tuple[Finding, ...]:
    """What keeps `text` from standing in a tag of an inline XBRL page, at its places in the file called `name`.

    It has to be well-formed and without prefixes (Inline XBRL 1.1 section 11.1.1).
    """
    found = validate_inline(f"{_BEFORE}{text}{_AFTER}".encode(), name)
    return tuple(
        each._replace(message=each.message.replace(_TOP, "at the top"), locations=tuple(map(_moved, each.locations)))
        for each in found
    )


def _moved(place: Location) -> Location:
    """A place in the fragment, which began in the first line of a page."""
    column = place.column - len(_BEFORE) if place.line == 1 else place.column
    return place._replace(column=max(column, 1), pointer="")
