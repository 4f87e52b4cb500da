"""What tests look at in a viewer, whoever wrote it."""

import re
from pathlib import Path

PROGRESS = "[Progress]"
"""What the script itself says on the console while it loads."""


def is_own(url: str, path: Path) -> bool:
    """Whether a viewer that lies at `path` may ask for something: of itself, and of what lies beside it."""
    return url.startswith((path.parent.as_uri(), "data:", "about:"))


def report(page):
    """The report that it shows."""
    return page.frame_locator("#iframe-container iframe")


def tab(page, name: str) -> None:
    """Turn to a tab of the inspector."""
    page.get_by_text(name, exact=True).first.click()


def count(page, kind: str) -> int:
    """How many facts of a kind the overview counts."""
    return int(page.locator(f".{kind}-facts-value").inner_text())


def figure(page, text: str, number: int = 0):
    """A cell of the report with this text."""
    return report(page).locator("td", has_text=re.compile(rf"^\s*{re.escape(text)}\s*$")).nth(number)


def property_of(page, name: str) -> str:
    """What the inspector says of the fact that is chosen."""
    return " ".join(page.locator(f".fact-properties tr.{name} td").inner_text().split())
