"""The little style that tables cannot do without, for pages that may have no style sheet: attributes of elements."""

from collections.abc import Callable
from types import MappingProxyType

from markupsafe import Markup

from xbrlgen.target.inline import InlineSettings

_LOOKS = MappingProxyType(
    {
        "page": "font-family: Arial, Helvetica, sans-serif; font-size: 10pt",
        "table": "border-collapse: collapse; margin-top: 12pt",
        "caption": "text-align: left; padding-bottom: 4pt",
        "column": "text-align: right; vertical-align: bottom; padding: 2pt 0 2pt 18pt",
        "heading": "text-align: left; font-weight: bold; padding-top: 8pt",
        "label": "text-align: left; font-weight: normal; vertical-align: top; padding: 2pt 0",
        "figure": "text-align: right; white-space: nowrap; vertical-align: bottom; padding: 2pt 0 2pt 18pt",
        "words": "text-align: left; vertical-align: top; padding: 2pt 0 2pt 18pt",
        "subtotal": "border-top: 1pt solid #000000",
        "total": "border-top: 1pt solid #000000; border-bottom: 3pt double #000000; font-weight: bold",
    }
)


def look(name: str) -> Markup:
    """The attribute `style` of what is called so in the templates, with a space before it; nothing for other names."""
    return Markup(f' style="{_LOOKS[name]}"') if name in _LOOKS else Markup("")  # noqa: S704 - constants of this module


def no_look(_name: str) -> str:
    """What a page with a style sheet needs instead."""
    return ""


def chosen_look(settings: InlineSettings) -> Callable[[str], str]:
    """What a page of these settings takes."""
    return no_look if settings.style_sheet else look
