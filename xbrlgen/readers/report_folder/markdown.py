"""Markdown as XHTML fragments: CommonMark with tables, without raw HTML and images."""

from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.readers.report_folder.xhtml import check_fragment, is_link

if TYPE_CHECKING:
    from markdown_it.token import Token


def rendered(text: str, path: str, findings: list[Finding]) -> str | None:
    """The fragment that `text` means; None, and findings, where it holds what a text may not.

    Follows CommonMark 0.31, https://spec.commonmark.org/0.31.2/, and the tables of GitHub Flavored Markdown.
    """
    from markdown_it import MarkdownIt

    # HTML is recognised in order to be refused: taken for text, it would be printed as tags.
    markdown = MarkdownIt("commonmark", {"html": True, "xhtmlOut": True}).enable("table")
    tokens = markdown.parse(text)
    refused = [each for block in tokens for each in _refused(block, text, path)]
    findings.extend(refused)
    if refused:
        return None
    fragment: str = markdown.renderer.render(tokens, markdown.options, {}).strip()
    return fragment if check_fragment(fragment, path, findings) else None


def _refused(block: "Token", text: str, path: str) -> list[Finding]:
    """What of one block is raw HTML or an image, at its place."""
    found = []
    for token in [block, *(block.children or ())]:
        address = str(token.attrGet("href") or "")
        if token.type in {"html_block", "html_inline"}:
            message = f"raw HTML in Markdown is not read: {token.content.strip()[:40]}"
            found.append(finding("XG146", message, _place(block, token.content.strip(), text, path)))
        elif token.type == "image":
            message = f"an image is no part of a text: {token.content[:40]}"
            found.append(finding("XG146", message, _place(block, "![", text, path)))
        elif token.type == "link_open" and not is_link(address):
            message = f"the link '{address[:60]}' leads to no web or mail address"
            found.append(finding("XG146", message, _place(block, address, text, path)))
        elif token.type == "fence":
            token.info = ""  # it would become a class, and names a programming language at best
    return found


def _place(block: "Token", content: str, text: str, path: str) -> Location:
    """Where `content` stands in the lines of its block."""
    first, end = block.map or (0, 0)
    needle = content.split("\n", maxsplit=1)[0]
    for number, line in enumerate(text.splitlines()[first:end], first + 1):
        if needle in line:
            return Location(path, number, line.index(needle) + 1, length=max(1, len(needle)))
    return Location(path, first + 1)
