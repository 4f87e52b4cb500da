"""What is wrong with a page that an issuer's templates made: its markup, and content that no report may have."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from xbrlgen.writers.inline.problem import Problem
from xbrlgen.writers.inline.style_check import style_problems
from xbrlgen.writers.inline.template_lines import Origins

VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "param"})
"""What HTML gives no content: it alone is closed by ``/>``."""

_FORBIDDEN = frozenset(
    {
        *("script", "noscript", "object", "embed", "applet", "iframe", "frame", "frameset", "base", "param"),
        *("form", "input", "button", "select", "textarea", "audio", "video", "source", "track", "canvas"),
    }
)
_BLOCKS = frozenset(
    {
        *("address", "blockquote", "center", "div", "dl", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
        *("ol", "p", "pre", "table", "ul"),
    }
)
"""Elements before which an HTML parser ends an open paragraph (HTML Standard, section 13.2.6.4.7)."""
_IN_TABLES: Mapping[str, frozenset[str]] = {
    "table": frozenset({"caption", "colgroup", "col", "thead", "tbody", "tfoot"}),
    "colgroup": frozenset({"col"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({"tr"})),
    "tr": frozenset({"th", "td"}),
}
"""What may stand in the parts of a table; an HTML parser moves anything else, and adds a missing tbody."""

_TAG = re.compile(rb"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_LINK = re.compile(r"(#|https?://|mailto:)", re.IGNORECASE)
_IMAGE = re.compile(r"data:image/(png|jpeg|gif|svg\+xml);base64,", re.IGNORECASE)
_ADDRESSES = frozenset({"src", "cite", "longdesc", "background", "action", "data", "usemap", "codebase"})


def page_problems(page: str, origins: Origins, files: Container[str] = ()) -> Iterator[Problem]:
    """Everything wrong with `page`, one of the `files` of a set, each at the line of the template that wrote it."""
    check = _Check(page.encode("utf-8", "replace"), origins, files)
    check.run()
    yield from check.problems


@dataclass(slots=True)
class _Check:
    """Reads the page once."""

    content: bytes
    origins: Origins
    files: Container[str]
    problems: list[Problem] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    links: list[tuple[str, tuple[str, int]]] = field(default_factory=list)
    headers: int = 0
    css: list[str] | None = None
    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def run(self) -> None:
        parser = self.parser
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.doctype
        try:
            parser.Parse(self.content, True)
        except expat.ExpatError as error:
            text = expat.ErrorString(error.code)
            path, line = self._origin(parser.ErrorByteIndex)
            self.problems.append(Problem("XG520", f"the page is not well-formed: {text}", "", path, line))
            return
        if self.headers != 1:
            message = f"the page has {self.headers or 'no'} ix:header; it needs one: include inline/header.xhtml.jinja"
            self.problems.append(Problem("XG524", message, "", *self._origin(len(self.content))))
        for name, (path, line) in self.links:
            if name not in self.ids:
                self.problems.append(Problem("XG527", f"the page has nothing with the id '{name}'", "", path, line))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._check_place(name)
        self.headers += name == "ix:header"
        tag = _TAG.match(self.content, self.parser.CurrentByteIndex)
        if tag and tag.group().endswith(b"/>") and name not in VOID:
            self._find("XG521", f"HTML parsers do not see the end of <{name}/>: write <{name}></{name}>")
        if name in _FORBIDDEN:
            self._find("XG522", f"a report may not hold the element '{name}'")
        for key, value in attributes.items():
            self._check_attribute(name, key, value)
        self.css = [] if name == "style" else None
        self.open.append(name)

    def end(self, _name: str) -> None:
        self.open.pop()
        if self.css is not None:
            self._check_style("".join(self.css))
            self.css = None

    def text(self, text: str) -> None:
        if self.css is not None:
            self.css.append(text)
        elif self.open[-1] in _IN_TABLES and text.strip():
            self._find("XG521", f"HTML parsers move the text '{text.strip()[:30]}' out of <{self.open[-1]}>")

    def doctype(self, *_: object) -> None:
        self._find("XG522", "a report may not have a document type declaration")

    def _check_place(self, name: str) -> None:
        parent = self.open[-1] if self.open else ""
        if name not in _IN_TABLES.get(parent, {name}):
            self._find("XG521", f"HTML parsers do not leave <{name}> inside of <{parent}>")
        if name in _BLOCKS and "p" in self.open and not {"td", "th"} & set(self.open[self._last("p") :]):
            self._find("XG521", f"HTML parsers end the paragraph before <{name}>: use <div> instead of <p>")
        if name == "a" and "a" in self.open:
            self._find("XG521", "HTML parsers do not leave a link inside of a link")

    def _last(self, name: str) -> int:
        return len(self.open) - 1 - self.open[::-1].index(name)

    def _check_attribute(self, element: str, key: str, value: str) -> None:
        if key == "id":
            self._check_id(value)
        elif key.lower().startswith("on") or key in {"xml:base", "srcdoc"}:
            self._find("XG522", f"a report may not hold the attribute '{key}'")
        elif key == "href" and element == "a":
            self._check_link(value)
        elif key in _ADDRESSES or (key == "href" and element != "a"):
            self._check_address(element, key, value)
        elif key == "style":
            self._check_style(value)

    def _check_id(self, value: str) -> None:
        if value in self.ids:
            self._find("XG523", f"the id '{value}' stands on the page twice")
        self.ids.setdefault(value, self.parser.CurrentByteIndex)

    def _check_link(self, value: str) -> None:
        if value.partition("#")[0] in self.files:
            return
        if not _LINK.match(value):
            self._find("XG522", f"the link '{value[:60]}' leads to no place on the page and no web or mail address")
        elif value.startswith("#"):
            self.links.append((value[1:], self._origin(self.parser.CurrentByteIndex)))

    def _check_address(self, element: str, key: str, value: str) -> None:
        is_own_style = element == "link" and re.fullmatch(r"[^/:\\]+\.css", value)
        if not is_own_style and not (key == "src" and _IMAGE.match(value)):
            self._find("XG522", f"'{key}' of <{element}> loads '{value[:60]}': a report holds all that it shows")

    def _check_style(self, text: str) -> None:
        for _, message in style_problems(text):
            self._find("XG522", message)

    def _find(self, code: str, message: str) -> None:
        self.problems.append(Problem(code, message, "", *self._origin(self.parser.CurrentByteIndex)))

    def _origin(self, offset: int) -> tuple[str, int]:
        """The template's line for a byte of the page."""
        return self.origins.at(len(self.content[:offset].decode("utf-8", "replace")))
