"""Component by component, our standard schemas say what the published ones say."""

from collections.abc import Iterator

import pytest
from standard_schemas import URLS, XS, Edition
from xmlschema.validators import XsdAnyElement, XsdElement, XsdSimpleType

ONLY_ROLES = ("/lrr/", "calculation", "validation-message")
LINK = "{http://www.xbrl.org/2003/linkbase}"


@pytest.mark.parametrize("url", URLS)
def test_declarations_are_those_published(url: str, published: Edition, ours: Edition):
    theirs = dict(_components(published, url))
    assert theirs.keys() or any(only in url for only in ONLY_ROLES)
    assert dict(_components(ours, url)) == theirs


@pytest.mark.parametrize("url", URLS)
def test_ids_and_annotations_are_those_published(url: str, published: Edition, ours: Edition):
    assert sorted(_annotations(ours, url)) == sorted(_annotations(published, url))


def _components(edition: Edition, url: str) -> Iterator[tuple[tuple[str, str], object]]:
    """The components of the namespace that the schema at `url` describes."""
    namespace = edition.root(url).get("targetNamespace")
    maps = edition.components(url).maps
    for name, element in maps.elements.items():
        if element.schema.target_namespace == namespace:
            head = element.substitution_group
            yield ("element", name), (element.abstract, element.nillable, head, _type(element.type))
    for kind, components in (("type", maps.types), ("attribute", maps.attributes)):
        for name, component in components.items():
            if component.schema.target_namespace == namespace:
                described = _described(component) if kind == "type" else _simple(component.type)
                yield (kind, name), described
    for name, group in maps.attribute_groups.items():
        if group.schema.target_namespace == namespace:
            yield ("attribute group", name), _attributes(group)


def _type(component) -> object:
    return component.name or _described(component)


def _described(component) -> object:
    if isinstance(component, XsdSimpleType):
        return _simple(component)
    base = component.base_type.name if component.base_type is not None else None
    content = component.content
    model = _simple(content) if isinstance(content, XsdSimpleType) else (component.mixed, _model(content))
    return (
        component.derivation,
        base,
        component.final,
        component.block,
        component.abstract,
        model,
        _attributes(component.attributes),
    )


def _simple(component) -> object:
    members = sorted(map(repr, (_simple(member) for member in getattr(component, "member_types", None) or ())))
    facets = sorted(
        (
            str(name),
            repr(
                getattr(facet, "regexps", None)
                or sorted(map(str, getattr(facet, "enumeration", ())))
                or getattr(facet, "value", "")
            ),
        )
        for name, facet in (component.facets or {}).items()
    )
    base = component.base_type
    return component.name, base.name if base is not None else None, members, facets


def _attributes(group) -> object:
    return sorted(
        ("", sorted(each.namespace), each.process_contents)
        if name is None
        else (name, each.use, each.fixed, each.default, repr(_simple(each.type)))
        for name, each in group.items()
    )


def _model(particle) -> object:
    """Content, with the order of alternatives left out."""
    occurs = (particle.min_occurs, particle.max_occurs)
    if isinstance(particle, XsdAnyElement):
        return "any", sorted(particle.namespace), particle.process_contents, occurs
    if isinstance(particle, XsdElement):
        return particle.name, None if particle.ref is not None else _type(particle.type), occurs
    parts = [_model(each) for each in particle]
    return particle.model, sorted(parts, key=repr) if particle.model == "choice" else parts, occurs


def _annotations(edition: Edition, url: str) -> Iterator[tuple[str, ...]]:
    root = edition.root(url)
    for element in root.iter(f"{XS}element", f"{XS}attribute", f"{XS}complexType"):
        if element.get("id"):
            yield (
                element.get("name", ""),
                element.get("id", ""),
                str(sorted(k for k in element.attrib if k.startswith("{"))),
            )
    for role in root.iter(f"{LINK}roleType", f"{LINK}arcroleType"):
        used = sorted(_expanded(each) for each in role.iterchildren(f"{LINK}usedOn"))
        uri = role.get("roleURI") or role.get("arcroleURI")
        yield role.tag, role.get("id", ""), uri, role.get("cyclesAllowed", ""), *used


def _expanded(element) -> str:
    prefix, _, local = element.text.strip().rpartition(":")
    return f"{{{element.nsmap[prefix or None]}}}{local}"
