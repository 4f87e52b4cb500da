"""One page of inline XBRL as it was parsed, and its tags."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.model import QName
from xbrlgen.readers.canonical import UnreadableError, collapsed
from xbrlgen.readers.inline.rules import INLINE_1_0, INLINE_1_1, Rule, known_elements, section
from xbrlgen.readers.xml_syntax.source import Source, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

XHTML = "{http://www.w3.org/1999/xhtml}"


class Page:
    """A page: `namespace` is that of the version of inline XBRL which its first tag has, in braces; `size` in bytes."""

    def __init__(self, root: "Element", source: Source, content: bytes) -> None:
        self.root = root
        self.source = source
        self.size = len(content)
        self.elements = tuple(root.iter(f"{INLINE_1_0}*", f"{INLINE_1_1}*"))
        first = str(self.elements[0].tag) if self.elements else INLINE_1_1
        self.namespace = first[: first.index("}") + 1]
        self._kinds = {f"{self.namespace}{kind}": kind for kind in known_elements(self.namespace)}
        self._names: dict[str, QName] = {}
        self.has_one_scope = content.count(b"xmlns") == len(root.nsmap)
        self._content = content
        self.ids, self._has_tidy_ids = _ids(root)

    @cached_property
    def has_excludes(self) -> bool:
        """Whether any text of the page leaves something out."""
        return any(element.tag == f"{self.namespace}exclude" for element in self.elements)

    @cached_property
    def base(self) -> str:
        """The address that relative links of the page's markup start from, empty where it states none."""
        found = self.root.find(f".//{XHTML}base")
        return "" if found is None else collapsed(found.get("href", ""))

    def tags(self) -> Iterator["Tag"]:
        """The elements that this version of inline XBRL has, in document order."""
        kinds = self._kinds
        is_plain = self._has_tidy_ids and not self.may_mention("target")
        for element in self.elements:
            kind = kinds.get(str(element.tag))
            if kind is not None:
                yield Tag(self, element, kind, element.get("id", ""), None) if is_plain else Tag.of(self, element, kind)

    def may_mention(self, attribute: str) -> bool:
        """Whether an attribute of this name may be anywhere on the page."""
        begins = self._content[:4].lstrip(b"\xef\xbb\xbf \t\r\n")
        is_like_ascii = begins.startswith(b"<") and b"\0" not in begins  # as all encodings are that anybody uses
        return not is_like_ascii or attribute.encode() in self._content

    @cached_property
    def strange(self) -> tuple["Element", ...]:
        """The elements of inline XBRL that this version does not have, those of another version among them."""
        return tuple(each for each in self.elements if str(each.tag) not in self._kinds)

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

    def fault(self, rule: Rule, message: str, element: "Element", *, kind: str = "", fact: str = "") -> None:
        """Note that something is wrong at `element`, which is a `kind` of tag."""
        standard = rule.standard(self.namespace, kind)
        self.source.fault(rule.code, message, element, standard=standard, fact=fact)


def _ids(root: "Element") -> tuple[list[str], bool]:
    """All ids of a page, and whether they are as they stand, without white space."""
    from lxml import etree

    found = etree.XPath("//@id", smart_strings=False)(root)
    written = [str(each) for each in found] if isinstance(found, list) else []
    if len("".join(written).split()) <= 1:
        return written, True
    return [collapsed(each) for each in written], False


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
        target = element.get("target")
        target = None if target is None else collapsed(target)
        return cls(page, element, kind, collapsed(element.get("id", "")), target)

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
