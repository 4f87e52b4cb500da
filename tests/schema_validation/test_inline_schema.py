"""The bundled schema of inline XBRL 1.1 takes exactly what the published one takes: element by element."""

import pytest
import xmlschema
from content_models import EMPTY, difference, model
from inline_editions import HTML, built, every_element
from standard_schemas import XS, Edition
from xmlschema.validators import XsdAnyAttribute, XsdElement, XsdGroup, XsdList, XsdUnion

# Lists of at least one: a minimal length of 1 says nothing new of them.
NEVER_EMPTY = {f"{XS}NMTOKENS", f"{XS}IDREFS"}


@pytest.fixture(scope="module")
def editions(published: Edition, ours: Edition) -> tuple[xmlschema.XMLSchema, xmlschema.XMLSchema]:
    return built(published), built(ours)


def test_every_element_takes_the_same_content_and_attributes(editions):
    theirs, ours = (dict(every_element(edition.maps.elements[HTML])) for edition in editions)
    assert ours.keys() == theirs.keys()
    assert len(theirs) == 114
    for name, element in theirs.items():
        other = ours[name]
        assert difference(_content(element), _content(other)) == "", name
        assert _text(other) == _text(element), name
        assert _attributes(other.type) == _attributes(element.type), name
        assert (other.nillable, other.fixed, other.default) == (element.nillable, element.fixed, element.default), name


def test_the_same_elements_and_attributes_are_global(editions):
    theirs, ours = ({*edition.maps.elements} for edition in editions)
    assert ours == theirs
    theirs, ours = (
        {(name, repr(_simple(each.type))) for name, each in edition.maps.attributes.items()} for edition in editions
    )
    assert ours == theirs


def test_a_difference_would_be_seen():
    """Of two models that are alike but for one element, which may stand once more in the first."""
    schema = xmlschema.XMLSchema(
        """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="x"><xs:complexType><xs:sequence>
            <xs:element name="a" minOccurs="0" maxOccurs="unbounded"/><xs:element name="b" minOccurs="0"/>
          </xs:sequence></xs:complexType></xs:element>
          <xs:element name="y"><xs:complexType><xs:choice>
            <xs:sequence><xs:element name="a" maxOccurs="unbounded"/><xs:element name="b" minOccurs="0"/></xs:sequence>
            <xs:sequence/>
          </xs:choice></xs:complexType></xs:element>
          <xs:element name="z"><xs:complexType><xs:sequence>
            <xs:element name="a" minOccurs="0" maxOccurs="unbounded"/>
            <xs:sequence minOccurs="0"><xs:element name="b"/></xs:sequence>
          </xs:sequence></xs:complexType></xs:element>
        </xs:schema>"""
    )
    x, y, z = (_content(schema.elements[name]) for name in "xyz")
    assert difference(x, z) == ""
    assert difference(x, y) == "b"


def _content(element: XsdElement) -> tuple:
    content = element.type.content if element.type.is_complex() else None
    return model(content) if isinstance(content, XsdGroup) else EMPTY


def _text(element: XsdElement) -> object:
    """The type of its text; whether there may be text among its elements."""
    if element.type.has_simple_content() or element.type.is_simple():
        return _simple(element.type if element.type.is_simple() else element.type.content)
    return element.type.mixed


def _attributes(component) -> object:
    if component.is_simple():
        return ()
    return sorted(
        ("any", sorted(each.namespace), each.process_contents)
        if isinstance(each, XsdAnyAttribute)
        else (name, each.use, each.fixed or "", each.default or "", repr(_simple(each.type)))
        for name, each in component.attributes.items()
    )


def _simple(component) -> object:
    """A simple type by what it takes: types that only rename others are those others."""
    if component.name is not None and component.name.startswith(XS):
        return component.name
    if isinstance(component, XsdUnion):
        return "union", sorted((_simple(each) for each in component.member_types), key=repr)
    if isinstance(component, XsdList):
        return "list", _simple(component.item_type)
    facets = {name: _limits(facet) for name, facet in component.facets.items() if name is not None}
    base = _simple(component.base_type)
    is_said_already = base in NEVER_EMPTY and [*facets.values()] == [["1"]]
    return (base, facets) if facets and not is_said_already else base


def _limits(facet) -> list[str]:
    limits = getattr(facet, "enumeration", None) or getattr(facet, "regexps", None) or [facet.value]
    return sorted(str(limit).replace("[%]", "%") for limit in limits)
