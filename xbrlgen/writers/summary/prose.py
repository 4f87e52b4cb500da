"""Text disclosures as safe, balanced markup: an allow-list of elements, everything else reduced to its words."""

import re
from html import escape
from html.parser import HTMLParser

from markupsafe import Markup

from xbrlgen.model.characters import NOT_XML

_TABLES = frozenset(("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"))
_BLOCKS = frozenset(("p", "div", "blockquote", "pre", "ul", "ol", "li", "dl", "dt", "dd", "h4", "h5", "h6"))
_PHRASES = frozenset(("b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "code", "abbr", "cite", "q"))
_ALLOWED = _TABLES | _BLOCKS | _PHRASES
_VOID = frozenset(("br", "hr", "img"))
_SILENT = frozenset(
    ("script", "style", "template", "head", "title", "iframe", "object", "svg", "math", "textarea", "select")
)
"""Elements whose content is not for readers, or cannot be shown safely."""

_RANK = {"h1": "h4", "h2": "h4", "h3": "h5", "h4": "h5", "h5": "h6", "h6": "h6"}
"""Headings of a text stand below those of the page."""

_ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}, "ol": {"start"}, "img": {"alt"}}
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+")
_BLOCK_END = re.compile(rf"</({'|'.join(sorted(_TABLES | _BLOCKS))})>|<br/>")
_DEEPEST = 60


def fragment(markup: str) -> Markup:
    """An XHTML fragment with only harmless elements and attributes, balanced, without links to elsewhere."""
    parser = _AllowList()
    parser.feed(NOT_XML.sub("", markup))
    parser.close()
    return parser.result()


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs: a blank line ends one."""
    parts = re.split(r"\n\s*\n", NOT_XML.sub("", text).strip())
    return Markup("").join(Markup("<p>{}</p>").format(part.strip()) for part in parts)


def excerpt(value: str, longest: int = 240, *, is_markup: bool = False) -> str:
    """The first words of a text, without its markup."""
    text = _BLOCK_END.sub(" ", fragment(value)) if is_markup else value
    text = Markup(text).striptags() if is_markup else text  # noqa: S704 - its markup is taken away
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


class _AllowList(HTMLParser):
    """Writes what it may, closes what was left open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._written: list[str] = []
        self._open: list[str] = []
        self._silence = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = _name(tag)
        if self._silence:
            return
        if name in _SILENT:
            self._silence = name
        elif name in _VOID:
            self._write_void(name, dict(attrs))
        elif name in _ALLOWED and len(self._open) < _DEEPEST:
            self._written.append(f"<{name}{_attributes(name, dict(attrs))}>")
            self._open.append(name)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        name = _name(tag)
        if self._silence:
            self._silence = "" if name == self._silence else self._silence
        elif name in self._open:
            while True:
                closing = self._open.pop()
                self._written.append(f"</{closing}>")
                if closing == name:
                    return

    def handle_data(self, data: str) -> None:
        if not self._silence:
            self._written.append(escape(data, quote=False))

    def result(self) -> Markup:
        """All that was written, closed."""
        closing = (f"</{name}>" for name in reversed(self._open))
        return Markup("".join((*self._written, *closing)))  # noqa: S704 - built from the allow-list above

    def _write_void(self, name: str, attributes: dict[str, str | None]) -> None:
        if name != "img":
            self._written.append(f"<{name}/>")
        elif _PICTURE.fullmatch(source := attributes.get("src") or ""):
            self._written.append(f'<img src="{escape(source)}" alt="{escape(attributes.get("alt") or "")}"/>')


def _name(tag: str) -> str:
    local = tag.rpartition(":")[2].lower()
    return _RANK.get(local, local)


def _attributes(name: str, given: dict[str, str | None]) -> str:
    kept = sorted(_ATTRIBUTES.get(name, set()) & given.keys())
    return "".join(f' {key}="{escape(given[key] or "")}"' for key in kept)
