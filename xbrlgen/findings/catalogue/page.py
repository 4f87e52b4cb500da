"""The page of each finding: as text for `xbrlgen explain`, as Markdown for the documentation.

``python -m xbrlgen.findings.catalogue.page > docs/reference/findings.md`` renews the reference.
"""

import sys
import textwrap
from collections.abc import Iterator

from xbrlgen.findings.catalogue import FAMILIES, catalogue
from xbrlgen.findings.finding import CatalogueEntry

WIDTH = 88

_INTRODUCTION = """# Findings

Every problem that xbrlgen finds has a code, which always means the same, and a name, which says what is wrong. The same
pages are shown by `xbrlgen explain CODE`. This page is made from the catalogue in `xbrlgen/findings/catalogue/` by
`python -m xbrlgen.findings.catalogue.page`; a test fails when the two differ.

An error makes the report invalid and nothing is written; a warning or an info leaves it valid.
"""


def family(code: str) -> str:
    """The title of the family that `code` belongs to."""
    return FAMILIES[code[:3].lower()]


def sections(entry: CatalogueEntry) -> Iterator[tuple[str, str]]:
    """The headings of an entry's page and what stands under them; what an entry does not have is left out."""
    yield "Why it matters", entry.reason
    yield "Example", entry.example
    yield "How to mend it", entry.fix
    if entry.reference:
        yield "Reference", entry.reference
    if entry.standard:
        yield "Standard code", entry.standard


def text_page(entry: CatalogueEntry) -> str:
    """The page as plain text, filled to 88 columns, without an end of line; the example stays as it is written."""
    paragraphs = [f"{entry.code} {entry.name} ({entry.severity}, since {entry.since})", _filled(entry.summary, "")]
    for heading, body in sections(entry):
        text = textwrap.indent(_example(body), "    ") if heading == "Example" else _filled(body, "  ")
        paragraphs.append(f"{heading}\n{text}")
    return "\n\n".join(paragraphs)


def markdown_page(entry: CatalogueEntry) -> str:
    """The body of the page as Markdown, without its heading and without an end of line."""
    paragraphs = [entry.summary]
    for heading, body in sections(entry):
        if heading == "Example":
            paragraphs.append(f"**{heading}**\n\n```text\n{_example(body)}\n```")
        else:
            paragraphs.append(f"**{heading}.** {body.strip()}")
    return "\n\n".join(paragraphs)


def reference() -> str:
    """The whole reference of findings as Markdown."""
    parts = [_INTRODUCTION]
    for key, title in FAMILIES.items():
        entries = [entry for entry in catalogue().values() if entry.code.lower().startswith(key)]
        if entries:
            parts.append(f"## {key.upper()}xx: {title}\n")
        for entry in entries:
            parts.append(f"### {entry.code} {entry.name}\n\n*{entry.severity.capitalize()}, since {entry.since}.*\n")
            parts.append(f"{markdown_page(entry)}\n")
    return "\n".join(parts)


def _example(text: str) -> str:
    return textwrap.dedent(text).strip("\n")


def _filled(text: str, indent: str) -> str:
    paragraphs = textwrap.dedent(text).strip().split("\n\n")
    return "\n\n".join(
        textwrap.fill(
            paragraph,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for paragraph in paragraphs
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(reference().encode())
