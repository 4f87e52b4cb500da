"""Markdown as XHTML fragments: CommonMark with tables, without raw HTML and images."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.readers.report_folder.xhtml import Markup, check_fragment, is_link

if TYPE_CHECKING:
    from markdown_it.token import Token


def rendered(text: str, path: str, findings: list[Finding], markup: Markup = lambda _text, _path: ()) -> str | None:
    """The fragment that `text` means; None, and findings, where it holds what a text may not.

    `markup` says what keeps a fragment from being part of a page. Follows CommonMark 0.31,
    https://spec.commonmark.org/0.31.2/, and the tables of GitHub Flavored Markdown.
    """
    from markdown_it import MarkdownIt

    # HTML is recognised in order to be refused: taken for text, it would be printed as tags.
    markdown = MarkdownIt("commonmark", {"html": True, "xhtmlOut": True}).enable("table")
    tokens = markdown.parse(text)

    def fragment(block: Sequence["Token"]) -> str:
        return str(markdown.renderer.render(block, markdown.options, {})).strip()

    problems = [each for block in tokens for each in _refused(block, text, path)]
    if not problems and (found := _faults(fragment(tokens), path, markup)):
        problems = [
            each for block in _blocks(tokens) for each in _placed(block, _faults(fragment(block), path, markup))
        ]
        problems = problems or found
    findings.extend(problems)
    return None if problems else fragment(tokens)


def _faults(fragment: str, path: str, markup: Markup) -> list[Finding]:
    """What is wrong with a fragment that nobody wrote: its places mean nothing to a reader."""
    found: list[Finding] = []
    check_fragment(fragment, path, found, markup)
    return [each._replace(locations=(Location(path),)) for each in found]


def _blocks(tokens: Sequence["Token"]) -> Iterator[Sequence["Token"]]:
    """The blocks at the top, each from its opening to its closing token."""
    start = 0
    for index, token in enumerate(tokens, 1):
        if token.level == 0 and token.nesting <= 0:
            yield tokens[start:index]
            start = index


def _placed(block: Sequence["Token"], found: Iterable[Finding]) -> Iterator[Finding]:
    """What was found in a block, at the line where it begins."""
    first, _ = block[0].map or (0, 0)
    for each in found:
        yield each._replace(locations=tuple(place._replace(line=first + 1) for place in each.locations))


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
