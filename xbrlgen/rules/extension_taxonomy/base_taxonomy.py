"""What an issuer must leave to the base taxonomy: its entry point, types, defaults, references and arcroles."""

import re
from collections.abc import Iterator

from xbrlgen.findings import Finding, finding
from xbrlgen.findings.ruling import case
from xbrlgen.rules.arcroles import DIMENSION_DEFAULT
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnTaxonomy
from xbrlgen.taxonomy.documents import LINK, XS
from xbrlgen.taxonomy.networks import PROHIBITED
from xbrlgen.taxonomy.resources import CONCEPT_REFERENCE

_PARTICLES = frozenset({f"{{{XS}}}{name}" for name in ("sequence", "choice", "all", "element", "group")})
_ARCROLE = "{http://www.w3.org/1999/xlink}arcrole"
_XBRLI = "http://www.xbrl.org/2003/instance"


def refused_imports(own: OwnTaxonomy) -> Iterator[Finding]:
    """Imports of what the entry point brings along by itself (ESEF Reporting Manual 3.1.1)."""
    pattern = own.conventions.refused_imports
    for schema in own.schemas if pattern else ():
        for each in schema.references():
            if re.fullmatch(pattern, each.url):
                told = f"The schema imports {each.url}, which is no entry point for issuers."
                yield finding("XG384", told, schema.document.place(each.element))


def namespace_forms(own: OwnTaxonomy) -> Iterator[Finding]:
    """The issuer's namespace, and the prefix that the schema gives it (EFM 6.7.4 and 6.7.7, GFM 1.3.4 and 1.3.7)."""
    pattern = own.conventions.namespace
    for schema in own.schemas:
        place = schema.document.place(schema.document.root)
        if pattern and not re.fullmatch(pattern, schema.namespace):
            yield finding("XG385", f"The namespace {schema.namespace} does not match {pattern}.", place)
        if "_" in (prefix := schema.usual_prefix()):
            told = f"The prefix '{prefix}' of the namespace has an underscore, which parts prefix and name in ids."
            yield finding("XG385", told, place, standard=case("prefix"))


def repeated_names(own: OwnTaxonomy) -> Iterator[Finding]:
    """Own elements with the name of one of the base taxonomy, whatever that is (EFM 6.7.16, GFM 1.3.18)."""
    of_base = {name.local_name: name for name in own.base.names()}
    for each in own.elements:
        if (other := of_base.get(each.name)) is not None:
            told = f"{own.spelt(each.concept.name)} has the name of {own.spelt(other)} of the base taxonomy."
            yield each.found("XG386", told)


def repeated_types(own: OwnTaxonomy) -> Iterator[Finding]:
    """Types of the issuer's own that add nothing to one of XBRL's (ESEF RTS, Annex IV, paragraph 11)."""
    for schema in own.schemas:
        for element in schema.document.root.iter(f"{{{XS}}}complexType"):
            derived = element.iter(f"{{{XS}}}restriction", f"{{{XS}}}extension")
            bases = [schema.resolve(each.get("base", ""), each) for each in derived]
            has_content = any(each.tag in _PARTICLES for each in element.iter())
            if bases and bases[0].namespace == _XBRLI and not has_content:
                told = f"The type '{element.get('name', '')}' is one of the issuer's own made of {bases[0].local_name}."
                yield finding("XG387", told, schema.document.place(element))


def changed_defaults(own: OwnTaxonomy) -> Iterator[Finding]:
    """Defaults given to axes of the base taxonomy, or taken from any (ESEF Reporting Manual 3.4.3)."""
    for linkbase in own.linkbases:
        for each in own.taxonomy.networks.written(linkbase, DIMENSION_DEFAULT):
            if each.use == PROHIBITED or not own.is_own(each.source):
                done = "takes the default member from" if each.use == PROHIBITED else "gives a default member to"
                yield finding("XG388", f"The linkbase {done} {own.spelt(each.source)}.", each.place)


def changed_references(own: OwnTaxonomy) -> Iterator[Finding]:
    """References given to concepts of the base taxonomy, or taken from them (ESEF RTS, Annex IV, 8; EFM 6.18.2)."""
    for each in own.resources(CONCEPT_REFERENCE):
        if not own.is_own(each.concept):
            is_prohibited = each.use == PROHIBITED
            done = "takes a reference from" if is_prohibited else "gives a reference to"
            told = f"The linkbase {done} {own.spelt(each.concept)} of the base taxonomy."
            yield finding("XG389", told, each.place, standard=case("taken" if is_prohibited else "given"))


def definition_arcroles(own: OwnTaxonomy) -> Iterator[Finding]:
    """Definitions of other kinds than dimensions and anchors (ESEF RTS, Annex IV)."""
    accepted = own.conventions.definition_arcroles
    for linkbase in own.linkbases if accepted else ():
        for arc in linkbase.root.iter(f"{{{LINK}}}definitionArc"):
            if (arcrole := arc.get(_ARCROLE, "")) not in accepted:
                place = linkbase.document.place(arc)
                yield finding("XG390", f"A definition has the arcrole {arcrole}, which is not accepted.", place)
