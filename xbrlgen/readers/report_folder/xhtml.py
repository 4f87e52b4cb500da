"""XHTML fragments: what a text block may hold, checked and never altered.

Only elements and attributes that cannot run code, load anything or reach out of their text are let through. The
fragment has no namespace declarations, as a text block wants it that is put into a page's body.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from xml.parsers import expat

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest

Markup = Callable[[str, str], Iterable[Finding]]

DEEPEST = 60
_ROOT = "fragment"

_EVERYWHERE = frozenset({"title", "xml:lang", "dir", "style"})
_CELL = frozenset({"colspan", "rowspan", "scope"})
ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(("p", "div", "span", "hr", "blockquote", "pre", "code"), _EVERYWHERE),
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"), _EVERYWHERE),
        **dict.fromkeys(("b", "strong", "i", "em", "sub", "sup", "small", "abbr", "cite", "q"), _EVERYWHERE),
        **dict.fromkeys(("table", "caption", "thead", "tbody", "tfoot", "tr"), _EVERYWHERE),
        **dict.fromkeys(("td", "th"), _EVERYWHERE | _CELL),
        **dict.fromkeys(("col", "colgroup"), _EVERYWHERE | {"span"}),
        "br": frozenset({"title"}),
        "a": _EVERYWHERE | {"href"},
    }
)
"""The elements that a text may have, with their attributes; all are in XHTML 1.1, as pages need them."""

_HINTS = {
    "lang": "write xml:lang",
    "start": "begin the list with 1, or print its numbers as words of a text",
    "u": 'write <span style="text-decoration: underline">',
    "s": 'write <span style="text-decoration: line-through">',
}

VOID = frozenset({"br", "hr", "col"})
_LINK = re.compile(r"(https?://|mailto:)[^\s<>\"]*", re.IGNORECASE)
_STYLE = re.compile(
    r"\s*+(?:(?:text-(?:align|indent|decoration)|vertical-align|font-(?:weight|style|size)|white-space|width"
    r"|(?:padding|margin|border)(?:-[a-z]+)*+)\s*+:\s*+[A-Za-z0-9 .%#-]++)?"
)
"""One declaration of a style: no functions, so nothing that loads."""

_UNDEFINED_ENTITY = 11
_MALFORMED = "XG601"
"""What a fragment with undeclared prefixes is to others, which says less than that prefixes are not allowed."""


def check_fragment(text: str, path: str, findings: list[Finding], markup: Markup = lambda _text, _path: ()) -> bool:
    """Whether `text` is a well-formed fragment of what is allowed; all that is not is a finding at its place.

    `markup` says what keeps a fragment of allowed elements from being part of a page.
    """
    source = f"<{_ROOT}>{text}</{_ROOT}>".encode()
    checker = _Checker(path, findings, source, expat.ParserCreate())
    try:
        checker.parser.Parse(source, True)
    except expat.ExpatError as problem:
        message = f"the text is not well-formed XHTML: {expat.ErrorString(problem.code)}"
        place = checker.place(problem.lineno, problem.offset)
        findings.append(finding("XG145", message, place, hint=_hint(problem.code, text)))
        return False
    told = {(place.line, place.column) for each in findings for place in each.locations if place.path == path}
    misplaced = [
        finding("XG146", each.message, *each.locations, hint=each.hint)
        for each in markup(text, path)
        if each.code != _MALFORMED and not any((place.line, place.column) in told for place in each.locations)
    ]
    findings += misplaced
    return checker.is_sound and not misplaced


def is_link(address: str) -> bool:
    """Whether a text may lead to `address`: pages of the web and mail boxes only."""
    return _LINK.fullmatch(address) is not None


def _hint(code: int, text: str) -> str:
    if "<!doctype" in text.lower() or "<?xml" in text:
        return "leave out DOCTYPE and XML declaration: the file holds a fragment, which begins with its first paragraph"
    if code == _UNDEFINED_ENTITY:
        return "write the character itself, or its number: &#160; for a non-breaking space"
    return ""


@dataclass(slots=True)
class _Checker:
    path: str
    findings: list[Finding]
    source: bytes
    parser: expat.XMLParserType
    is_sound: bool = True
    _starts: list[int] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _has_content: bool = False

    def __post_init__(self) -> None:
        parser = self.parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = lambda _: self._refuse("a comment is no part of a text")
        parser.ProcessingInstructionHandler = lambda *_: self._refuse("a processing instruction is no part of a text")
        parser.StartCdataSectionHandler = lambda: self._refuse("a CDATA section is no part of a text")

    def place(self, line: int, offset: int) -> Location:
        """A place in the file, without the root that was put around its text."""
        return Location(self.path, line, offset + 1 - (len(_ROOT) + 2 if line == 1 else 0))

    def _refuse(self, message: str, hint: str = "") -> None:
        place = self.place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber)
        self.findings.append(finding("XG146", message, place, hint=hint))
        self.is_sound = False

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._starts.append(self.parser.CurrentByteIndex)
        self._open.append(name)
        self._has_content = False
        if len(self._starts) == 1:
            return
        if len(self._starts) == DEEPEST:
            self._refuse(f"elements are nested more than {DEEPEST} deep")
        allowed = ATTRIBUTES.get(name)
        if allowed is None:
            hint = _HINTS.get(name) or did_you_mean(nearest(name, ATTRIBUTES)[0])
            hint = hint or f"a text may have {', '.join(ATTRIBUTES)}"
            self._refuse(f"the element <{name}> is not allowed in a text", hint)
            return
        if name == "a" and "a" in self._open[:-1]:
            self._refuse("a link stands inside of a link, where browsers end the outer one")
        for attribute, value in attributes.items():
            self._check_attribute(name, allowed, attribute, value)

    def _check_attribute(self, name: str, allowed: frozenset[str], attribute: str, value: str) -> None:
        if attribute not in allowed:
            hint = _HINTS.get(attribute) or f"<{name}> may have {', '.join(sorted(allowed))}"
            self._refuse(f'the attribute {attribute}="{value[:60]}" of <{name}> is not allowed in a text', hint)
        elif attribute == "href" and not is_link(value):
            self._refuse(f"the link '{value[:60]}' leads to no web or mail address")
        elif attribute == "style" and not all(map(_STYLE.fullmatch, value.split(";"))):
            self._refuse(f"the style '{value[:60]}' has a declaration that is not allowed in a text")

    def _characters(self, _: str) -> None:
        self._has_content = True

    def _end(self, name: str) -> None:
        """Browsers that read a page as HTML take ``<td/>`` for ``<td>``, and ``<br></br>`` for two breaks."""
        self._open.pop()
        tag = self.source[self._starts.pop() : self.parser.CurrentByteIndex]
        is_self_closed = not self._has_content and tag.endswith(b"/>")
        self._has_content = True
        if name in VOID and not is_self_closed:
            self._refuse(f"<{name}> is written <{name}/>")
        elif name in ATTRIBUTES and name not in VOID and is_self_closed:
            self._refuse(f"<{name}/> is written <{name}></{name}>")
