"""One document of a filing as it was parsed: what the rules of markup look at."""

from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.findings import Location
from xbrlgen.model import QName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element as Element

IX = "{http://www.xbrl.org/2013/inlineXBRL}"
IX_1_0 = "{http://www.xbrl.org/2008/inlineXBRL}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
XBRLI = "{http://www.xbrl.org/2003/instance}"
LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"

FACTS = ("nonFraction", "nonNumeric")

RUNNING = frozenset({"script", "object", "embed", "applet", "iframe", "frame"})
"""Elements that run, by their local names."""

ADDRESSES = ("href", f"{XLINK}href", "src", "data", "action", "formaction", "archive", "codebase", "background")
"""Attributes that are addresses, on whatever element."""

_NOTABLE_ELEMENTS = RUNNING | {"base", "style"}
_NOTABLE_ATTRIBUTES = frozenset({*ADDRESSES, "srcset", "style", "precision", f"{XML}base"})


class Document:
    """A page of inline XBRL, or an instance: `root`, how findings call it, and where its elements stand.

    Comments and processing instructions are no part of the tree. Of the facts of a page those of one target document
    are looked at: `target`, None for the default one (Inline XBRL 1.1 section 3.2). `has_one_scope` says that all
    prefixes are declared on the root.
    """

    def __init__(
        self,
        path: str,
        root: "Element",
        at: "Callable[[Element], Location] | None" = None,
        target: str | None = None,
        *,
        has_one_scope: bool = False,
    ) -> None:
        self.path = path
        self.root = root
        self._at = at
        self.target = target
        self._has_one_scope = has_one_scope

    @property
    def encoding(self) -> str:
        """The encoding that the document declares, in lower case; UTF-8 where it declares none."""
        return (self.root.getroottree().docinfo.encoding or "utf-8").lower()

    def at(self, element: "Element") -> Location:
        """Where an element stands."""
        return Location(self.path, element.sourceline or 0) if self._at is None else self._at(element)

    @cached_property
    def is_inline(self) -> bool:
        """Whether this is a page, and no instance."""
        return self.root.tag == f"{XHTML}html" or bool(self.versions)

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """The namespaces of inline XBRL, in braces, that its tags have."""
        return tuple(each for each in (IX, IX_1_0) if next(self.root.iter(f"{each}*"), None) is not None)

    def tags(self, *names: str) -> "Iterator[Element]":
        """The tags of inline XBRL with these local names, for whatever target, in document order; all without names."""
        wanted = [f"{version}{name}" for version in self.versions for name in (names or ("*",))]
        return self.root.iter(*wanted) if wanted else iter(())

    def facts_in(self, *names: str) -> "Iterator[Element]":
        """The tags with these local names that report facts of the target."""
        return (each for each in self.tags(*names) if each.get("target") == self.target)

    @cached_property
    def facts(self) -> "tuple[Element, ...]":
        """The tags that report facts of the target, hidden ones included."""
        return tuple(self.facts_in(*FACTS))

    @cached_property
    def hidden_of_all(self) -> "tuple[Element, ...]":
        """The facts in ix:hidden, of all targets."""
        wanted = [f"{version}{name}" for version in self.versions for name in FACTS]
        return tuple(fact for section in self.tags("hidden") for fact in section.iter(*wanted)) if wanted else ()

    @cached_property
    def hidden(self) -> "tuple[Element, ...]":
        """The facts of the target in ix:hidden."""
        return tuple(each for each in self.hidden_of_all if each.get("target") == self.target)

    @cached_property
    def notable(self) -> "tuple[Element, ...]":
        """The elements that run, have addresses or change these, have a style or a precision; few of all there are."""
        known: dict[tuple[object, ...], bool] = {}
        found: list[Element] = []
        for element in self.root.iter("*"):
            form = (element.tag, *element.keys())
            is_notable = known.get(form)
            if is_notable is None:
                is_notable = known[form] = _is_notable(*map(str, form))
            if is_notable:
                found.append(element)
        return tuple(found)

    @cached_property
    def styled(self) -> "tuple[tuple[Element, str], ...]":
        """The elements with a style of their own, and what it says."""
        return tuple((element, style) for element in self.notable if (style := element.get("style")))

    def namespace(self, prefix: str, element: "Element") -> str:
        """The namespace that a prefix stands for at an element; empty where it is not declared."""
        return (self._prefixes if self._has_one_scope else element.nsmap).get(prefix, "")

    @cached_property
    def _prefixes(self) -> "Mapping[str | None, str]":
        return self.root.nsmap

    @cached_property
    def by_id(self) -> "Mapping[str, Element]":
        """The elements by their ids; the first of several."""
        elements = list(self.root.iter("*"))
        return {identifier: each for each in reversed(elements) if (identifier := each.get("id"))}


def _is_notable(tag: str, *attributes: str) -> bool:
    """Whether elements of a name with such attributes are among the notable ones."""
    if tag.rpartition("}")[2] in _NOTABLE_ELEMENTS:
        return True
    return any(each in _NOTABLE_ATTRIBUTES or each.startswith("on") for each in attributes)


def name_of(fact: "Element") -> QName | None:
    """The concept that a tag names, None for an undeclared prefix."""
    prefix, _, local_name = fact.get("name", "").strip().rpartition(":")
    namespace = fact.nsmap.get(prefix or None)
    return None if namespace is None and prefix else QName(namespace or "", local_name)


def local_name(element: "Element") -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_nil(fact: "Element") -> bool:
    """Whether a tag says that there is no value."""
    return fact.get(f"{XSI}nil", "").strip() in {"true", "1"}


def language_of(element: "Element") -> str:
    """The ``xml:lang`` that holds for an element; empty where there is none."""
    found = element.xpath("string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)")
    return str(found)
