"""Faults of the parts of a document set, of places, attributes and references: a page that breaks each rule."""

from dataclasses import dataclass

import kinds
from inline_pages import CONTEXTS, INLINE_1_0, REFERENCES, SCHEMA_REF, UNITS, header, number, page, text


@dataclass(frozen=True)
class Fault:
    """`found` is the code, the specification's code and the line of the first finding; `following` are the codes after it."""

    page: bytes
    found: tuple[str, str, int]
    following: tuple[str, ...] = ()


def fault(code: str, standard: str, body: str, line: int = 5, *following: str, **parts) -> Fault:
    return Fault(page(body, **parts), (code, standard, line), following)


P = "<p>a</p>"
FACT = number("1", 'id="f"')
NOTE = '<ix:footnote id="n" xml:lang="en">a</ix:footnote>'
RELATED = '<ix:relationship fromRefs="f" toRefs="n"/>'
NIL = 'xsi:nil="true"'
_LINKBASE = (kinds.SCHEMA.parent / "kinds-definition.xml").as_uri()
_CONTEXT_REF = FACT.replace('"d"', '"zz"')
_HIDDEN_FACT = text("a", "", "k:Name")
_RESOURCES = f"<ix:resources>{CONTEXTS}{UNITS}</ix:resources>"

PARTS = {
    "root": Fault(
        page(FACT).replace(b"<html ", b"<HTML ").replace(b"</html>", b"</HTML>"),
        ("XG187", "ix11.3.3.1:rootElement", 3),
    ),
    "another version": fault("XG187", "ix11.3.3.1:multipleIxNamespaces", f'{FACT}<i:exclude xmlns:i="{INLINE_1_0}"/>'),
    "no header": fault(
        "XG188", "ix11.8.1.3:headerMissing", text("a"), 3, "XG188", "XG188", "XG188", "XG154", header_=""
    ),
    "no references": fault("XG188", "ix11.12.1.2:missingReferences", P, line=3, references=""),
    "no resources": fault("XG188", "ix11.14.1.2:missingResources", P, line=3, resources=None),
    "a target without references": fault(
        "XG188", "ix11.12.1.2:missingReferenceTargets", number("1", 'target="t"') + "\n" + number("2", 'target="t"')
    ),
    "no schema": fault("XG166", "xbrl.4.2", P, line=4, references="<ix:references/>"),
    "a schema reference to nowhere": fault(
        "XG166",
        "xbrl.4.2.2",
        P,
        line=4,
        references='<ix:references><link:schemaRef xlink:type="simple" xlink:href=""/></ix:references>',
    ),
    "a linkbase": fault(
        "XG167",
        "xbrlxe:unsupportedLinkbaseReference",
        P,
        line=4,
        references=REFERENCES.replace(
            "</ix",
            '<link:linkbaseRef xlink:type="simple" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase" xlink:href="'
            + _LINKBASE
            + '"/></ix',
        ),
    ),
    "a visible header": fault(
        "XG198", "ix11.8.1.2:headerDisplayNone", P, line=4, header_=header().replace("none", "block")
    ),
}

PLACES = {
    "a header in the head": fault("XG189", "ix11.8.1.1", P, line=3, header_="", head=header()),
    "parts of the header out of order": fault(
        "XG189", "ix11.8.1.1", P, line=4, header_=header(parts=_RESOURCES + REFERENCES)
    ),
    "two ix:hidden": fault(
        "XG189",
        "ix11.8.1.1",
        P,
        line=4,
        header_=header(parts=f"<ix:hidden>{_HIDDEN_FACT}</ix:hidden>" * 2 + REFERENCES + _RESOURCES),
    ),
    "a fact in the header": fault(
        "XG189", "ix11.8.1.1", P, line=4, header_=header(parts=FACT + REFERENCES + _RESOURCES)
    ),
    "an empty ix:hidden": fault(
        "XG189", "ix11.9.1.1", P, line=4, header_=header(parts=f"<ix:hidden/>{REFERENCES}{_RESOURCES}")
    ),
    "markup in ix:hidden": fault("XG189", "ix11.9.1.1", P, line=4, hidden=f"<p>{_HIDDEN_FACT}</p>"),
    "ix:hidden in the body": fault("XG189", "ix11.9.1.1", f"<p><ix:hidden>{FACT}</ix:hidden></p>"),
    "ix:references in the body": fault("XG189", "ix11.12.1.1", f"<p>{REFERENCES}</p>", references=""),
    "ix:resources in the body": fault("XG189", "ix11.14.1.1", f"<p>{_RESOURCES}</p>", resources=None),
    "a role in ix:references": fault(
        "XG189",
        "ix11.12.1.1",
        P,
        line=4,
        references=REFERENCES.replace("</ix", '<link:roleRef xlink:type="simple" xlink:href="r" roleURI="r"/></ix'),
    ),
    "a schema reference in ix:resources": fault("XG189", "ix11.14.1.1", P, line=4, more=SCHEMA_REF),
    "a unit in the body": fault(
        "XG189", "ix11.14.1.1", UNITS.replace('"JPY"', '"EUR"').split('<xbrli:unit id="pure')[0]
    ),
    "a relationship in the body": fault("XG189", "ix11.13.1.1", f"{FACT}{NOTE}{RELATED}"),
    "a numerator outside of a fraction": fault("XG189", "ix11.7.1.1", "<ix:numerator>1</ix:numerator>"),
    "an exclude outside of a text": fault("XG189", "ix11.5.1.1:excludeMisplaced", "<p><ix:exclude>a</ix:exclude></p>"),
    "a hidden continuation": fault(
        "XG189",
        "ix11.4.1.1:ancestorNodeDisallowed",
        P,
        line=4,
        hidden=_HIDDEN_FACT.replace("contextRef", 'continuedAt="c" contextRef')
        + text("<ix:continuation id='c'>b</ix:continuation>"),
    ),
    "an unknown element": fault("XG189", "ix11", "<ix:note>a</ix:note>"),
    "a continuation in version 1.0": fault(
        "XG189", "ix10", "<ix:continuation id='c'>a</ix:continuation>", version=INLINE_1_0
    ),
}

ATTRIBUTES = {
    "no name": fault("XG191", "ix11.10.1.1", FACT.replace('name="k:Revenue"', "")),
    "a name with a prefix that is not declared": fault("XG191", "ix11.11.1.1", text("a", "", "zz:Name")),
    "a sign that is none": fault("XG191", "ix11.10.1.1", number("1", 'sign="+"')),
    "a scale that is no number": fault("XG191", "ix11.10.1.1", number("1", 'scale="six"')),
    "a scale beyond all numbers": fault("XG191", "ix11.10.1.1", number("1", 'scale="9999999999"')),
    "an escape that is neither": fault("XG191", "ix11.11.1.1", text("a", 'escape="yes"')),
    "an attribute of instances": fault(
        "XG191",
        "ix11.12.1.1:qualifiedAttributeDisallowed",
        P,
        line=4,
        references=REFERENCES.replace("references>", 'references xbrli:a="b">', 1),
    ),
    "a footnote without id": fault("XG191", "ix11.6.1.1", NOTE.replace('id="n"', "")),
    "a relationship without an end": fault(
        "XG191", "ix11.13.1.1", FACT, line=4, more='<ix:relationship fromRefs="f" toRefs=" "/>'
    ),
    "an id on two tags": fault("XG153", "cvc-id.2", FACT + "\n" + number("1", 'id="f"', "k:Change"), line=6),
    "an id on a tag and on markup": fault("XG153", "cvc-id.2", f'{FACT}\n<p id="f">a</p>', line=6),
    "an id on two contexts": fault(
        "XG153",
        "ix11.14.1.2:resourceIdDuplication",
        P,
        line=4,
        resources=CONTEXTS + UNITS + CONTEXTS.split("</xbrli:context>")[0] + "</xbrli:context>",
    ),
    "no such context": fault("XG154", "ix11.10.1.2:contextReference", _CONTEXT_REF),
    "no such context for a text": fault("XG154", "ix11.11.1.2:contextReference", text("a").replace('"d"', '"zz"')),
    "no such unit": fault("XG155", "ix11.10.1.2:unitReference", FACT.replace('"JPY"', '"zz"')),
}

REFERENCE_CONFLICTS = {
    "an attribute on both": fault(
        "XG197",
        "ix11.12.1.2:referencesAttributeDuplication",
        P,
        line=4,
        references=REFERENCES.replace("references>", 'references xml:lang="en">', 1) * 2,
    ),
    "a prefix bound otherwise": fault(
        "XG197",
        "ix11.12.1.2:referencesNamespacePrefixConflict",
        P,
        line=4,
        references=REFERENCES.replace("references>", 'references xmlns:z="http://y">', 1)
        + REFERENCES.replace("references>", 'references xmlns:z="http://z">', 1),
    ),
    "another default namespace": fault(
        "XG197",
        "ix11:referenceInconsistentDefaultNamespaces",
        P,
        line=4,
        references=REFERENCES + REFERENCES.replace("references>", 'references xmlns="http://z">', 1),
    ),
    "two ids": fault(
        "XG197",
        "ix11.12.1.2:referencesTargetId",
        P,
        line=4,
        references=REFERENCES.replace("references>", 'references id="r1">', 1)
        + REFERENCES.replace("references>", 'references id="r2">', 1),
    ),
}
