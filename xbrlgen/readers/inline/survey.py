"""What one walk over a page finds: its ids, its tags, and of plain tags what they say."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.inline.plain_tags import PlainTags, TakenTags
from xbrlgen.readers.inline.shapes import RESOURCE, STRANGE, Kinds

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Survey(PlainTags):
    """The tags of a page in document order; `namespace` is that of its version of inline XBRL, in braces.

    All tags that report facts are among the plain ones: the shape of one that is not plain is None, and its element is
    in `unusual`, by the same number. `others` are all other tags by their kinds; `strange` are those that this version
    does not have. `resources` are the elements in `OF_RESOURCES` and `OF_REFERENCES`, wherever they stand. `taken` are
    plain tags that have no attributes any more.
    """

    def __init__(self, root: "Element", namespace: str, taken: TakenTags) -> None:
        super().__init__()
        self.unusual: dict[int, Element] = {}
        self.others: dict[str, list[Element]] = {}
        self.strange: list[Element] = []
        self.resources: list[Element] = []
        self._walk(root, taken.kinds if taken.shapes else Kinds(namespace), taken)
        self.has_tidy_ids = len("".join(self.all_ids()).split()) <= 1
        """Whether no id has white space in it."""

    def all_ids(self) -> list[str]:
        """The ids of all elements as they are written, in no order."""
        return [*self.other_ids, *filter(None, self.ids)]

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
        self.other_ids = self.all_ids()
        self.contexts = self.ids = self.texts = [""] * len(elements)

    def _walk(self, root: "Element", kinds: Kinds, taken: TakenTags) -> None:
        """One loop that does little for each element: there may be millions."""
        start = end = 0
        for element in root.iter("*"):
            forms = kinds[element.tag]  # type: ignore[index]  # a str of any element
            if forms is None or isinstance(forms, str):
                if (identifier := element.get("id")) is not None:
                    self.other_ids.append(identifier)
                if forms is not None:
                    self._keep(forms, element)
                continue
            names = tuple(element.keys())
            if not names and end < len(taken.shapes):
                end += 1
                continue
            self.extend(taken, start, end)
            start = end
            if not self.add(element, forms[names]):
                self._doubt(element)
        self.extend(taken, start, end)
        self.other_ids += taken.other_ids

    def _keep(self, kind: str, element: "Element") -> None:
        if kind == STRANGE:
            self.strange.append(element)
        elif kind == RESOURCE:
            self.resources.append(element)
        else:
            self.others.setdefault(kind, []).append(element)

    def _doubt(self, element: "Element") -> None:
        """Keep a tag that is not plain."""
        if (identifier := element.get("id")) is not None:
            self.other_ids.append(identifier)
        self.unusual[len(self.shapes)] = element
        self.shapes.append(None)
        for each in (self.contexts, self.ids, self.texts):
            each.append("")


def target_of(element: "Element") -> str | None:
    """The target document that a tag is for, None for the default one."""
    target = element.get("target")
    return None if target is None else collapsed(target)
