"""One page of inline XBRL as it was parsed, and its tags."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.model import QName
from xbrlgen.readers.canonical import UnreadableError, collapsed
from xbrlgen.readers.inline.plain_tags import TakenTags, put_back
from xbrlgen.readers.inline.rules import INLINE_1_0, INLINE_1_1, Rule, known_elements, section
from xbrlgen.readers.inline.shapes import FACTS, LANGUAGE
from xbrlgen.readers.inline.survey import Survey, target_of
from xbrlgen.readers.xml_syntax.source import Source, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

XHTML = "{http://www.w3.org/1999/xhtml}"
_DECLARATION = re.compile(rb"xmlns:([^\s=]*)")


class Page:
    """A page: `namespace` is that of the version of inline XBRL which its first tag has, in braces; `size` in bytes.

    Of plain tags below `root` the attributes may have been taken; `whole_root` is the same with all of them.
    `is_judged` is whether its schema took it while it was parsed.
    """

    def __init__(self, root: "Element", source: Source, content: bytes, taken: TakenTags, *, is_judged: bool) -> None:
        self.root = root
        self.is_judged = is_judged
        self.source = source
        self.size = len(content)
        first = next(root.iter(f"{INLINE_1_0}*", f"{INLINE_1_1}*"), None)
        self.has_tags = first is not None
        self.namespace = INLINE_1_1 if first is None else str(first.tag).partition("}")[0] + "}"
        self.survey = Survey(root, self.namespace, taken)
        self.has_distinct_ids = len(frozenset(ids := self.ids())) == len(ids)
        self._names: dict[str, QName] = {}
        self._names_on_root: dict[str, QName | None] = {}
        self.has_one_scope = content.count(b"xmlns") == len(root.nsmap)
        self._content = content

    @property
    def has_excludes(self) -> bool:
        """Whether any text of the page leaves something out."""
        return "exclude" in self.survey.others

    @cached_property
    def facts(self) -> "Sequence[Element]":
        """The elements of all tags that report facts: found when they are asked for, as their tree has them anyway."""
        return tuple(map(self.element, range(len(self._elements))))

    @cached_property
    def _elements(self) -> "Sequence[Element]":
        return tuple(self.root.iter(*(f"{self.namespace}{kind}" for kind in FACTS)))

    @cached_property
    def whole_root(self) -> "Element":
        """The root, with all attributes in their places."""
        for number in range(len(self._elements)):
            self.element(number)
        return self.root

    def element(self, number: int) -> "Element":
        """The element of a tag that reports a fact, by its number."""
        element, shape = self._elements[number], self.survey.shapes[number]
        if shape is not None and not element.attrib:
            put_back(element, shape, self.survey.contexts[number], self.survey.ids[number])
        return element

    def facts_for(self, target: str | None) -> "Iterator[Element]":
        """Those for one target document."""
        return (each for each in self.facts if target_of(each) == target)

    def doubt(self) -> None:
        """Take no tag for plain."""
        self.survey.doubt(self.facts)

    def ids(self) -> "Sequence[str]":
        """All ids of the page, without white space around them, in no order."""
        found = self.survey.all_ids()
        return found if self.survey.has_tidy_ids else [collapsed(each) for each in found]

    @cached_property
    def base(self) -> str:
        """The address that relative links of the page's markup start from, empty where it states none."""
        found = self.root.find(f".//{XHTML}base")
        return "" if found is None else collapsed(found.get("href", ""))

    def tags(self) -> Iterator["Tag"]:
        """The elements that this version of inline XBRL has, in document order."""
        kinds = {f"{self.namespace}{kind}": kind for kind in known_elements(self.namespace)}
        return (Tag.of(self, element, kinds[str(element.tag)]) for element in self.whole_root.iter(*kinds))

    def fact(self, number: int) -> "Tag":
        """The tag of a fact by its number."""
        element = self.survey.unusual.get(number)
        element = self.element(number) if element is None else element
        return Tag.of(self, element, str(element.tag).removeprefix(self.namespace))

    @cached_property
    def sole_language(self) -> str | None:
        """The language of the whole page, as its root states it; None where others may be stated within."""
        stated = self.root.get(LANGUAGE)
        is_sole = stated is not None and self._is_like_ascii and self._content.count(b":lang") == 1
        return collapsed(stated).lower() if stated is not None and is_sole else None

    @cached_property
    def _is_like_ascii(self) -> bool:
        """Whether names are written in bytes as in ASCII, as in all encodings that anybody uses."""
        begins = self._content[:4].lstrip(b"\xef\xbb\xbf \t\r\n")
        return begins.startswith(b"<") and b"\0" not in begins

    def name(self, written: str, element: "Element") -> QName:
        """The name that `written` on `element` means; raises UnreadableError where it means none.

        One that was met before is not resolved again where all prefixes of the page are declared on its root.
        """
        known = self._names.get(written)
        if known is None:
            known = resolved(collapsed(written), element)
            if not known.namespace:
                raise UnreadableError(f"{collapsed(written)!r} is in no namespace")
            if self.has_one_scope:
                self._names[written] = known
        return known

    def name_on_root(self, written: str) -> QName | None:
        """The name that `written` means anywhere on the page; None where it means none, or not the same everywhere."""
        if written not in self._names_on_root:
            self._names_on_root[written] = self._name_on_root(written)
        return self._names_on_root[written]

    def _name_on_root(self, written: str) -> QName | None:
        prefix, colon, _ = collapsed(written).partition(":")
        if not self.has_one_scope and not (colon and self._declarations[prefix.encode()] == 1):
            return None
        try:
            return self.name(written, self.root)
        except UnreadableError:
            return None

    @cached_property
    def _declarations(self) -> Counter[bytes]:
        """How often each prefix is declared, or text looks as if it were."""
        return Counter(_DECLARATION.findall(self._content))

    def fault(self, rule: Rule, message: str, element: "Element", *, kind: str = "", fact: str = "") -> None:
        """Note that something is wrong at `element`, which is a `kind` of tag."""
        standard = rule.standard(self.namespace, kind)
        self.source.fault(rule.code, message, element, standard=standard, fact=fact)


class Tag:
    """An element of inline XBRL: `kind` is its local name, `id` is empty where it has none.

    `target` is the target document that it is for, None for the default one.
    """

    __slots__ = ("element", "id", "kind", "page", "target")

    def __init__(self, page: Page, element: "Element", kind: str, identifier: str, target: str | None) -> None:
        self.page = page
        self.element = element
        self.kind = kind
        self.id = identifier
        self.target = target

    @classmethod
    def of(cls, page: Page, element: "Element", kind: str) -> "Tag":
        """The tag of an element on `page`."""
        return cls(page, element, kind, collapsed(element.get("id", "")), target_of(element))

    @property
    def section(self) -> str:
        """The section that rules it, as codes begin."""
        return section(self.page.namespace, self.kind)

    def __str__(self) -> str:
        name = self.get("name")
        return f"ix:{self.kind}" + (f" {name}" if name else "") + (f" {self.id!r}" if self.id else "")

    def get(self, attribute: str) -> str | None:
        """The value of an attribute without white space around it."""
        value = self.element.get(attribute)
        return None if value is None else collapsed(value)

    def name(self, attribute: str) -> QName | None:
        """The name that an attribute holds, None where there is none; raises UnreadableError where it is none."""
        value = self.element.get(attribute)
        return None if value is None else self.page.name(value, self.element)

    def ancestors(self) -> Iterator["Element"]:
        """The tags of the page that are around it, the nearest first."""
        return self.element.iterancestors(f"{self.page.namespace}*")

    def parent(self) -> str:
        """The local name of the nearest tag around it, empty where there is none."""
        found = next(self.ancestors(), None)
        return "" if found is None else str(found.tag).removeprefix(self.page.namespace)

    def children(self) -> Iterator["Element"]:
        """The elements in it."""
        return self.element.iterchildren("*")

    def inner(self, *kinds: str) -> Iterator["Element"]:
        """The tags of these kinds at any depth in it."""
        return self.element.iterdescendants(*(f"{self.page.namespace}{kind}" for kind in kinds))

    def fault(self, rule: Rule, message: str, *, fact: str = "") -> None:
        """Note that something is wrong with it."""
        self.page.fault(rule, message, self.element, kind=self.kind, fact=fact)
