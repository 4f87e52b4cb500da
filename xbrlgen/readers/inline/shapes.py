"""What tags look like: their kinds, and what plain ones say alike.

Plain tags are as nearly all are: numbers and texts with the usual attributes, and with nothing but text in them. What
their attributes say together is looked at once for each combination.
"""

from collections.abc import Mapping

from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.inline.rules import INLINE_1_0, INLINE_1_1, known_elements
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, XML

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

STRANGE, RESOURCE = "strange", "resource"


class Shape:
    """What plain tags say alike: all of their attributes but id and context.

    `names` are those of all their attributes, in the order in which they are written. `target` is the target document
    that they are for, None for the default one.
    """

    __slots__ = ("attributes", "kind", "names", "target")

    def __init__(self, kind: str, names: tuple[str, ...], attributes: Mapping[str, str]) -> None:
        self.kind = kind
        self.names = names
        self.attributes = attributes
        target = attributes.get("target")
        self.target = None if target is None else collapsed(target)


class Form(dict[tuple[str, ...], Shape]):
    """The shapes of tags of one kind with attributes of the same names, by their values without id and context."""

    def __init__(self, kind: str, names: tuple[str, ...]) -> None:
        self.context = names.index("contextRef")
        others = [each for each in names if each != "contextRef"]
        self.id = others.index("id") if "id" in others else None
        self._kind = kind
        self._every = names
        self._names = [each for each in others if each != "id"]

    def __missing__(self, values: tuple[str, ...]) -> Shape:
        shape = self[values] = Shape(self._kind, self._every, dict(zip(self._names, values, strict=True)))
        return shape


class Forms(dict[tuple[str, ...], Form | None]):
    """The forms of one kind of tag, by the names of their attributes; None for one that is not plain."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def __missing__(self, names: tuple[str, ...]) -> Form | None:
        is_plain = "contextRef" in names and _USUAL.get(self._kind, frozenset()).issuperset(names)
        form = self[names] = Form(self._kind, names) if is_plain else None
        return form


class Kinds(dict[str, Forms | str | None]):
    """What elements are by their names: for tags that report facts their forms, for others the kind, else None."""

    def __init__(self, namespace: str) -> None:
        super().__init__((f"{namespace}{kind}", kind) for kind in known_elements(namespace))
        self.update((f"{namespace}{kind}", Forms(kind)) for kind in FACTS)
        self.update(dict.fromkeys(OF_RESOURCES | OF_REFERENCES, RESOURCE))

    def __missing__(self, name: str) -> str | None:
        kind = self[name] = STRANGE if name.startswith((INLINE_1_0, INLINE_1_1)) else None
        return kind
