"""What the fast engine leaves out: which children a root has, in which order, and whether references lead somewhere."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.schema_validation.names import link, xbrli
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.violation import Offence, Violation

if TYPE_CHECKING:
    from lxml import etree

Content = Mapping[str, int]

# The children of each root and their order: a child never comes after one of a higher number.
INSTANCE: Content = MappingProxyType(
    {
        link("schemaRef"): 0,
        link("linkbaseRef"): 1,
        link("roleRef"): 2,
        link("arcroleRef"): 3,
        xbrli("item"): 4,
        xbrli("tuple"): 4,
        xbrli("context"): 4,
        xbrli("unit"): 4,
        link("footnoteLink"): 4,
    }
)
LINKBASE: Content = MappingProxyType(
    dict.fromkeys(
        (link("documentation"), link("roleRef"), link("arcroleRef"), "{http://www.xbrl.org/2003/XLink}extended"), 0
    )
)
_REFERENCES = tuple(name for name in INSTANCE if INSTANCE[name] < INSTANCE[xbrli("item")])
_RULE = "cvc-complex-type.2.4"
NOT_BEGUN = -1
IDENTIFIERS = ("id", "{http://www.w3.org/XML/1998/namespace}id")
REFERENCES = ("contextRef", "unitRef")


def violations(root: "etree._Element", content: Content, schemas: SchemaSet) -> Iterator[Violation]:
    """Children of `root` that do not belong there or stand too late, and text between them (XBRL 2.1, section 4.1)."""
    if root.xpath("boolean(text()[normalize-space()])"):
        yield Violation(Offence.TEXT, root, "", (), "cvc-complex-type.2.3")
    if content is INSTANCE and root.find("*") is None:
        yield Violation(Offence.INCOMPLETE, root, "", _names(content, 0, 0), _RULE)
    ranks: dict[str, int | None] = {}
    reached = NOT_BEGUN
    for child in root.iterchildren("*"):
        tag = str(child.tag)
        if tag not in ranks:
            ranks[tag] = _rank(tag, content, schemas)
        rank = ranks[tag]
        if rank is not None and (rank == 0 if reached == NOT_BEGUN else rank >= reached):
            reached = rank
            continue
        if tag in schemas.declarations:  # what is not declared is the fast engine's to report
            last = 0 if reached == NOT_BEGUN else max(content.values())
            yield Violation(Offence.MISPLACED_ELEMENT, child, "", _names(content, max(reached, 0), last), _RULE)
        reached = max(reached, 0)


def takes(root: "etree._Element", tags: Iterable[str], schemas: SchemaSet) -> bool:
    """Whether an instance begins with references in their order, and has only what may follow: children with `tags`."""
    ranks = [INSTANCE[str(child.tag)] for child in root.iterchildren(*_REFERENCES)]
    others = {_rank(tag, INSTANCE, schemas) for tag in tags}
    return ranks[:1] == [0] and ranks == sorted(ranks) and others <= {INSTANCE[xbrli("item")]}


def identifier_violations(root: "etree._Element", schemas: SchemaSet) -> Iterator[Violation]:
    """Ids that are given twice, and references to ids that nothing has (XML Schema Part 1, section 3.15.4)."""
    given = [*_values("id", root), *_values("xml:id", root)]
    taken = {value.strip() for value in given}
    if len(taken) < len(given):
        yield from _duplicates(root, schemas)
    for attribute in REFERENCES:
        dangling = {value for value in set(_values(attribute, root)) if value.strip() not in taken}
        if dangling:
            for element in root.iterfind(f".//*[@{attribute}]"):
                if element.get(attribute) in dangling:
                    yield Violation(Offence.DANGLING_REFERENCE, element, attribute, (), "cvc-id.1")


def _values(attribute: str, root: "etree._Element") -> list[str]:
    """Every value of an attribute, in document order."""
    from lxml import etree

    values: list[str] = etree.XPath(f"//@{attribute}", smart_strings=False)(root)
    return values


def _duplicates(root: "etree._Element", schemas: SchemaSet) -> Iterator[Violation]:
    """What no schema declares, such as the XHTML in a footnote, has no ids in the sense of XML Schema."""
    seen: set[str] = set()
    for element in root.iter("*"):
        if element.tag not in schemas.declarations:
            continue
        for attribute in IDENTIFIERS:
            identifier = element.get(attribute)
            if identifier is not None and identifier.strip() in seen:
                yield Violation(Offence.DUPLICATE_ID, element, attribute, (), "cvc-id.2")
            elif identifier is not None:
                seen.add(identifier.strip())


def _rank(tag: str, content: Content, schemas: SchemaSet) -> int | None:
    """The place of an element in its root, by the first of the heads it substitutes for that has one."""
    return next((content[head] for head in schemas.heads(tag) if head in content), None)


def _names(content: Content, first: int, last: int) -> tuple[str, ...]:
    return tuple(name for name, rank in content.items() if first <= rank <= last)
