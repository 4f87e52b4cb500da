"""What one walk over a page finds: its ids, its tags, and of plain tags what they say.

Plain tags are as nearly all are: numbers and texts with the usual attributes, and with nothing but text in them. What
their attributes say together is looked at once for each combination, so that a tag is no more than four values.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.inline.rules import INLINE_1_0, INLINE_1_1, known_elements
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, XML

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LANGUAGE = f"{XML}lang"
FACTS = ("nonFraction", "nonNumeric", "fraction", "tuple")
"""The tags that report facts."""

_OF_BOTH = frozenset({"id", "name", "contextRef", "target", "format"})
_USUAL = {
    "nonFraction": _OF_BOTH | {"unitRef", "decimals", "scale", "sign"},
    "nonNumeric": _OF_BOTH | {"escape", LANGUAGE},
}
"""The attributes of plain tags; not those of nil, of members of tuples, of texts in several pieces."""

OF_RESOURCES = frozenset({f"{XBRLI}context", f"{XBRLI}unit"})
OF_REFERENCES = frozenset({f"{LINK}schemaRef", f"{LINK}linkbaseRef"})
"""The elements whose place is in ix:resources, and in ix:references."""

_STRANGE, _RESOURCE = "strange", "resource"


class Shape:
    """What plain tags say alike: all of their attributes but id and context.

    `target` is the target document that they are for, None for the default one.
    """

    __slots__ = ("attributes", "kind", "target")

    def __init__(self, kind: str, attributes: Mapping[str, str]) -> None:
        self.kind = kind
        self.attributes = attributes
        target = attributes.get("target")
        self.target = None if target is None else collapsed(target)


class _Form(dict[tuple[str, ...], Shape]):
    """The shapes of tags of one kind with attributes of the same names, by their values without id and context."""

    def __init__(self, kind: str, names: tuple[str, ...]) -> None:
        self.context = names.index("contextRef")
        others = [each for each in names if each != "contextRef"]
        self.id = others.index("id") if "id" in others else None
        self._kind = kind
        self._names = [each for each in others if each != "id"]

    def __missing__(self, values: tuple[str, ...]) -> Shape:
        shape = self[values] = Shape(self._kind, dict(zip(self._names, values, strict=True)))
        return shape


class _Forms(dict[tuple[str, ...], _Form | None]):
    """The forms of one kind of tag, by the names of their attributes; None for one that is not plain."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def __missing__(self, names: tuple[str, ...]) -> _Form | None:
        is_plain = "contextRef" in names and _USUAL.get(self._kind, frozenset()).issuperset(names)
        form = self[names] = _Form(self._kind, names) if is_plain else None
        return form


class _Kinds(dict[str, _Forms | str | None]):
    """What elements are by their names: for tags that report facts their forms, for others the kind, else None."""

    def __init__(self, namespace: str) -> None:
        super().__init__((f"{namespace}{kind}", kind) for kind in known_elements(namespace))
        self.update((f"{namespace}{kind}", _Forms(kind)) for kind in FACTS)
        self.update(dict.fromkeys(OF_RESOURCES | OF_REFERENCES, _RESOURCE))

    def __missing__(self, name: str) -> str | None:
        kind = self[name] = _STRANGE if name.startswith((INLINE_1_0, INLINE_1_1)) else None
        return kind


class Survey:
    """The tags of a page in document order; `namespace` is that of its version of inline XBRL, in braces.

    Of the tags that report facts, `shapes`, `contexts`, `ids` and `texts` stand side by side, which takes less memory
    than an object for each. The shape of a tag that is not plain is None; its element is in `unusual`, by the same
    number. `others` are all other tags by their kinds; `strange` are those that this version does not have. `resources`
    are the elements in `OF_RESOURCES` and `OF_REFERENCES`, wherever they stand.
    """

    def __init__(self, root: "Element", namespace: str) -> None:
        self.shapes: list[Shape | None] = []
        self.contexts: list[str] = []
        self.ids: list[str] = []
        self.texts: list[str] = []
        self.unusual: dict[int, Element] = {}
        self.others: dict[str, list[Element]] = {}
        self.strange: list[Element] = []
        self.resources: list[Element] = []
        self._ids_of_others: list[str] = []
        self._walk(root, _Kinds(namespace))
        self.has_tidy_ids = len("".join(self.all_ids()).split()) <= 1
        """Whether no id has white space in it."""

    def facts(self) -> "Iterator[tuple[Shape | None, str, str, str]]":
        """Shape, context, id and text of each tag that reports a fact."""
        return zip(self.shapes, self.contexts, self.ids, self.texts, strict=True)

    def all_ids(self) -> list[str]:
        """The ids of all elements as they are written, in no order."""
        return [*self._ids_of_others, *filter(None, self.ids)]

    @cached_property
    def targets(self) -> Mapping[str | None, int]:
        """The number of the first fact for each target document."""
        first: dict[str | None, int] = {}
        for number, shape in enumerate(self.shapes):
            target = target_of(self.unusual[number]) if shape is None else shape.target
            if target not in first:
                first[target] = number
        return first

    def kinds_of_unusual(self) -> Iterator[str]:
        """The local names of the tags that are not plain."""
        return (str(element.tag).rpartition("}")[2] for element in self.unusual.values())

    def doubt(self, elements: "Sequence[Element]") -> None:
        """Take no tag for plain; `elements` are those of the tags that report facts."""
        self.shapes = [None] * len(elements)
        self.unusual = dict(enumerate(elements))
        self._ids_of_others = self.all_ids()
        self.contexts = self.ids = self.texts = [""] * len(elements)

    def _walk(self, root: "Element", kinds: _Kinds) -> None:
        """One loop that does little for each element: there may be millions."""
        contexts: dict[str, str] = {}
        for element in root.iter("*"):
            forms = kinds[element.tag]  # type: ignore[index]  # a str of any element
            if forms is None or isinstance(forms, str):
                if (identifier := element.get("id")) is not None:
                    self._ids_of_others.append(identifier)
                if forms is not None:
                    self._keep(forms, element)
                continue
            form = forms[tuple(element.keys())]
            text = element.text
            if form is None or not text or len(element):
                self._doubt(element)
                continue
            values = element.values()
            context = values.pop(form.context)
            identifier = "" if form.id is None else values.pop(form.id)
            if not identifier and form.id is not None:
                self._ids_of_others.append("")
            self.shapes.append(form[tuple(values)])
            self.contexts.append(contexts.setdefault(context, context))
            self.ids.append(identifier)
            self.texts.append(text)

    def _keep(self, kind: str, element: "Element") -> None:
        if kind == _STRANGE:
            self.strange.append(element)
        elif kind == _RESOURCE:
            self.resources.append(element)
        else:
            self.others.setdefault(kind, []).append(element)

    def _doubt(self, element: "Element") -> None:
        """Keep a tag that is not plain."""
        if (identifier := element.get("id")) is not None:
            self._ids_of_others.append(identifier)
        self.unusual[len(self.shapes)] = element
        self.shapes.append(None)
        for each in (self.contexts, self.ids, self.texts):
            each.append("")


def target_of(element: "Element") -> str | None:
    """The target document that a tag is for, None for the default one."""
    target = element.get("target")
    return None if target is None else collapsed(target)
