"""XHTML fragments in one spelling, so that every syntax can carry a text block without changing a character of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

_ROOT = "fragment"
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "param"})
"""Elements of XHTML that have no content and no end tag (HTML 4.01, index of elements, `Empty`)."""
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def canonical_fragment(text: str) -> str | None:
    """An XHTML fragment without namespace declarations in the one spelling; None if `text` is not such a fragment.

    Text has no more references than XML needs, attributes are sorted and in double quotes, and an element is closed
    by ``/>`` exactly if HTML gives it no content. It is what is left of a tag with `escape` when its markup becomes a
    value (Inline XBRL 1.1 section 11.1).
    """
    parts = fragment_parts(text)
    return None if parts is None else "".join(parts)


def fragment_parts(text: str) -> tuple[str, ...] | None:
    """The same in parts: each element at the top with the text after it, the first with the text before it too."""
    writer = _Writer()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = writer.start, writer.end
    parser.CharacterDataHandler = writer.text
    parser.CommentHandler = parser.ProcessingInstructionHandler = parser.StartCdataSectionHandler = writer.refuse
    try:
        parser.Parse(f"<{_ROOT}>{text}</{_ROOT}>".encode(), True)
    except (expat.ExpatError, UnicodeEncodeError):
        return None
    return None if writer.is_refused else tuple(writer.parts)


@dataclass(slots=True)
class _Writer:
    """Writes what a parser reads."""

    parts: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    depth: int = 0
    elements: int = 0
    is_open_void: bool = False
    is_refused: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.depth += 1
        self.is_refused = self.is_refused or self.is_open_void
        if self.depth == 1:
            return
        if self.depth == 2:  # noqa: PLR2004 - an element at the top
            self._cut()
        self.is_refused = self.is_refused or ":" in name or any(map(_is_foreign, attributes))
        self.is_open_void = name in _VOID
        written = "".join(f' {key}="{value.translate(_ATTRIBUTE)}"' for key, value in sorted(attributes.items()))
        self.pieces.append(f"<{name}{written}{'/' * (name in _VOID)}>")

    def end(self, name: str) -> None:
        self.depth -= 1
        self.is_open_void = False
        if not self.depth:
            self.parts.append("".join(self.pieces))
        elif name not in _VOID:
            self.pieces.append(f"</{name}>")

    def text(self, text: str) -> None:
        self.is_refused = self.is_refused or self.is_open_void
        self.pieces.append(text.translate(_TEXT))

    def refuse(self, *_: str) -> None:
        self.is_refused = True

    def _cut(self) -> None:
        """Begin a new part, unless this is the first element."""
        if self.elements:
            self.parts.append("".join(self.pieces))
            self.pieces.clear()
        self.elements += 1


def _is_foreign(attribute: str) -> bool:
    """Whether an attribute declares a namespace or belongs to one that is not XML's own."""
    return attribute == "xmlns" or (":" in attribute and not attribute.startswith("xml:"))
