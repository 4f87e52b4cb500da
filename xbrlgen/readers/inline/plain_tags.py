"""What plain tags say: four values for each, and no attributes in the tree where they were taken from it.

Attributes are most of a tree. While a page is parsed they are taken from each plain tag that is in no other tag, and
put back where somebody asks for the tag itself.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from xbrlgen.readers.inline.rules import INLINE_1_1
from xbrlgen.readers.inline.shapes import FACTS, Form, Forms, Kinds, Shape

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FACTS = tuple(f"{INLINE_1_1}{kind}" for kind in FACTS)
Watch = Callable[["Iterable[tuple[str, Element]]"], None]
"""Is shown the tags of version 1.1 that have ended, in that order, while a page is parsed."""


class PlainTags:
    """Plain tags in document order: `shapes`, `contexts`, `ids` and `texts` stand side by side.

    That takes less memory than an object for each. `other_ids` are those of other elements, and all that are empty.
    """

    def __init__(self) -> None:
        self.shapes: list[Shape | None] = []
        self.contexts: list[str] = []
        self.ids: list[str] = []
        self.texts: list[str] = []
        self.other_ids: list[str] = []
        self._contexts: dict[str, str] = {}

    def facts(self) -> Iterator[tuple[Shape | None, str, str, str]]:
        """Shape, context, id and text of each."""
        return zip(self.shapes, self.contexts, self.ids, self.texts, strict=True)

    def add(self, element: "Element", form: Form | None) -> bool:
        """Add a tag with attributes of that form, if it is plain; whether it is."""
        text = element.text
        if form is None or not text or len(element):
            return False
        values = element.values()
        context = values.pop(form.context)
        identifier = "" if form.id is None else values.pop(form.id)
        if not identifier and form.id is not None:
            self.other_ids.append("")
        self.ids.append(identifier)
        self.shapes.append(form[tuple(values)])
        self.contexts.append(self._contexts.setdefault(context, context))
        self.texts.append(text)
        return True

    def extend(self, others: "PlainTags", start: int, end: int) -> None:
        """Add some of the tags that are among `others`."""
        self.shapes += others.shapes[start:end]
        self.contexts += others.contexts[start:end]
        self.ids += others.ids[start:end]
        self.texts += others.texts[start:end]


class TakenTags(PlainTags):
    """Plain tags whose attributes were taken from them while their page was parsed, which its schema accepts.

    So each other tag that reports a fact has attributes. Tags in tags have theirs, for whoever looks into the outer.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kinds = Kinds(INLINE_1_1)

    def watch(self, ended: "Iterable[tuple[str, Element]]") -> None:
        """Take the attributes of tags that have ended; see `Watch`."""
        kinds = self.kinds
        for _, element in ended:
            if len(element):
                self._give_back(element)
                continue
            forms = kinds[element.tag]  # type: ignore[index]  # a str of any element
            if isinstance(forms, Forms) and self.add(element, forms[tuple(element.keys())]):
                element.attrib.clear()

    def _give_back(self, outer: "Element") -> None:
        """Give the tags in a tag, which are the last ones, what was taken from them."""
        inner = [each for each in outer.iter(*_FACTS) if not each.keys()] if self.shapes else []
        start = max(0, len(self.shapes) - len(inner))
        for element, shape, context, identifier in zip(
            inner, self.shapes[start:], self.contexts[start:], self.ids[start:], strict=False
        ):
            if shape is not None:
                put_back(element, shape, context, identifier)
        for column in (self.shapes, self.contexts, self.ids, self.texts):
            del column[start:]


def put_back(element: "Element", shape: Shape, context: str, identifier: str) -> None:
    """Give a tag the attributes that were taken from it."""
    for name in shape.names:
        value = {"contextRef": context, "id": identifier}.get(name)
        element.set(name, shape.attributes[name] if value is None else value)
