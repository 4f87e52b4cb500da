"""The references of a target document: the schemas of its taxonomy, and what its root element gets (section 12)."""

from collections.abc import Iterable, Iterator

from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.page import XHTML, Tag
from xbrlgen.readers.xml_syntax.references import FURTHER_REFERENCES, address, further_addresses
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, XLINK, XML

_NOT_OF_THE_TARGET = frozenset({XHTML[1:-1], rules.INLINE_1_0[1:-1], rules.INLINE_1_1[1:-1]})


def check_references(documents: DocumentSet) -> None:
    """Findings where the ix:references of one target contradict each other."""
    of_target: dict[str | None, list[Tag]] = {}
    for tag in documents.of("references"):
        of_target.setdefault(tag.target, []).append(tag)
    for references in of_target.values():
        _check_attributes(references)
        _check_prefixes(references)


def _check_attributes(references: Iterable[Tag]) -> None:
    seen: set[str] = set()
    has_id = False
    for tag in references:
        if tag.id and has_id:
            tag.fault(rules.REFERENCES_ID, "more than one ix:references of a target has an id")
        has_id = has_id or bool(tag.id)
        for name in map(str, tag.element.attrib):
            if name.startswith(XBRLI):
                tag.fault(rules.QUALIFIED_ATTRIBUTE, f"ix:references may not have the attribute {name}")
            elif not name.startswith("{") or name == f"{XML}base":
                continue
            elif name in seen:
                tag.fault(rules.REFERENCES_ATTRIBUTE, f"the attribute {name} is on another ix:references of its target")
            seen.add(name)


def _check_prefixes(references: Iterable[Tag]) -> None:
    bound: dict[str | None, str] = {}
    for number, tag in enumerate(references):
        namespaces = tag.element.nsmap
        for prefix, namespace in sorted(namespaces.items(), key=lambda each: each[0] or ""):
            if bound.setdefault(prefix, namespace) == namespace:
                continue
            rule = rules.REFERENCES_DEFAULT_NAMESPACE if prefix is None else rules.REFERENCES_PREFIX
            what = f"{prefix or 'the default namespace'} is {namespace} here and {bound[prefix]}"
            tag.fault(rule, f"{what} in another ix:references of its target")
        if number and None in bound and None not in namespaces:
            what = f"there is no default namespace here and {bound[None]} in another ix:references of its target"
            tag.fault(rules.REFERENCES_DEFAULT_NAMESPACE, what)


def schema_references(references: Iterable[Tag]) -> Iterator[str]:
    """The addresses of the schemas that a target refers to, each once; what is no such reference is a finding."""
    found: dict[str, None] = {}
    for tag in references:
        for element in tag.element.iterchildren(f"{LINK}schemaRef"):
            if location := address(element):
                found[location] = None
            else:
                tag.page.source.fault("XG166", "a schema reference points nowhere", element, standard="xbrl.4.2.2")
        for element in tag.element.iterchildren(f"{LINK}linkbaseRef"):
            what = f"the target document refers to the linkbase {element.get(f'{XLINK}href', '')!r}"
            tag.page.source.fault("XG167", what, element, standard="xbrlxe:unsupportedLinkbaseReference")
    yield from found


def other_references(documents: DocumentSet, references: Iterable[Tag]) -> Iterator[str]:
    """The addresses of the linkbases that a target refers to, and of what declares roles and arcroles."""
    for tag in references:
        yield from further_addresses(tag.element.iterchildren(*FURTHER_REFERENCES))
    for name in FURTHER_REFERENCES:
        yield from further_addresses(element for _, element in documents.resources(name))


def prefixes(references: Iterable[Tag]) -> dict[str, str]:
    """The prefixes that the root element of the target document binds, sorted (section 12.2)."""
    bound: dict[str, str] = {}
    for tag in references:
        for prefix, namespace in tag.element.nsmap.items():
            if namespace not in _NOT_OF_THE_TARGET:
                bound.setdefault(prefix or "", namespace)
    return dict(sorted(bound.items()))
