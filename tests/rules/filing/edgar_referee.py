"""Arelle's rules of EDGAR on the markup of pages, which its wheel has though its plug-in for EDGAR is another package."""

import re
from types import SimpleNamespace

from lxml import etree

SETTINGS = SimpleNamespace(
    allowedExternalHrefPattern=re.compile(r"https?://www\.sec\.gov/Archives/edgar/data/"),
    allowedImageTypes={"data-scheme": False, "img-file-extensions": ("gif", "jpg"), "mime-types": ()},
    validationType="EFM",
)
"""What the plug-in sets: requirements 2.3, and the manual's table of what pages may hold."""


def objections(content: str) -> set[str]:
    """The codes of what is wrong with a page."""
    from arelle import ValidateFilingText

    ValidateFilingText._ = str  # its translations, which a running Arelle would bring along
    found: set[str] = set()

    def note(codes: str | tuple[str, ...], _message: str, **_more: object) -> None:
        found.add(codes if isinstance(codes, str) else codes[0])

    model = SimpleNamespace(error=note, warning=note, modelManager=SimpleNamespace(disclosureSystem=SETTINGS))
    root = etree.fromstring(content.encode())
    ValidateFilingText.validateHtmlContent(model, root, root, "page", "EFM.5.02.05.", isInline=True)
    return found
