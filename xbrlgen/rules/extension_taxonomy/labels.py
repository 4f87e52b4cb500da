"""The labels of an extension taxonomy (ESEF Reporting Manual 3.4.5, EDGAR Filer Manual 6.10)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.findings.ruling import case
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnTaxonomy
from xbrlgen.taxonomy.networks import PROHIBITED
from xbrlgen.taxonomy.resources import CONCEPT_LABEL, DOCUMENTATION, STANDARD_LABEL, WrittenResource

if TYPE_CHECKING:
    from xbrlgen.model import QName

LONGEST = 510
"""Characters of a label, documentation excepted."""

_REGISTERED = ("http://www.xbrl.org/2003/role/", "http://www.xbrl.org/2006/role/", "http://www.xbrl.org/2009/role/")


def missing_labels(own: OwnTaxonomy) -> Iterator[Finding]:
    """Own concepts without a standard label in the language of the report (ESEF RTS, Annex IV, paragraph 4)."""
    for each in own.elements:
        name, labels = own.spelt(each.concept.name), own.taxonomy.labels(each.concept.name)
        if not labels:
            yield each.found("XG328", f"{name} has no label.", standard=case("none"))
        elif not any(label.role == STANDARD_LABEL for label in labels):
            yield each.found("XG328", f"{name} has labels, but no standard label.", standard=case("role"))
        elif not own.taxonomy.has_label(each.concept.name, STANDARD_LABEL, own.language):
            told = f"{name} has no standard label in the language '{own.language}'."
            yield each.found("XG328", told, standard=case("language"))


def reported_without_label(own: OwnTaxonomy) -> Iterator[Finding]:
    """Concepts of the base taxonomy with facts, and no standard label in the language (EFM 6.10.1)."""
    of_base = (name for name in own.reported if own.conventions.base_labels and not own.is_own(name))
    if missing := [name for name in of_base if not own.taxonomy.has_label(name, STANDARD_LABEL, own.language)]:
        told = f"Reported, but without a standard label in the language '{own.language}': {own.listed(missing)}."
        yield own.about("XG381", told)


def labels_alike(own: OwnTaxonomy) -> Iterator[Finding]:
    """Own concepts with the standard label of another concept that is reported (EFM 6.10.4)."""
    named: dict[str, QName] = {}
    for name in (*sorted(own.reported), *(each.concept.name for each in own.elements)):
        label = own.taxonomy.label(name, STANDARD_LABEL, own.language)
        other = named.setdefault(label, name) if label else name
        if other != name:
            told = f"{own.spelt(name)} has the same standard label as {own.spelt(other)}: '{label}'."
            blamed = next((each for each in own.elements if each.concept.name == name), None)
            yield blamed.found("XG382", told) if blamed else own.about("XG382", told)


def documented_base(own: OwnTaxonomy) -> Iterator[Finding]:
    """Documentation that the issuer gives to concepts of the base taxonomy (EFM 6.10.5)."""
    for each in own.resources(CONCEPT_LABEL):
        if each.role == DOCUMENTATION and not own.is_own(each.concept):
            told = f"The linkbase documents {own.spelt(each.concept)} of the base taxonomy."
            yield finding("XG383", told, each.place)


def repeated_labels(own: OwnTaxonomy) -> Iterator[Finding]:
    """Several labels of one role and language (ESEF Reporting Manual 3.4.5)."""
    first: dict[tuple[QName, str, str], WrittenResource] = {}
    for each in own.resources(CONCEPT_LABEL):
        key = (each.concept, each.role, each.language.lower())
        other = first.setdefault(key, each)
        if other is not each:
            message = f"{own.spelt(each.concept)} has two labels of the role '{each.role}' in '{key[2]}'."
            yield finding("XG329", message, each.place, other.place)


def label_texts(own: OwnTaxonomy) -> Iterator[Finding]:
    """Labels are short, of plain text, and without needless spaces (EFM 6.10.6 to 6.10.8, GFM 1.5)."""
    for each in own.resources(CONCEPT_LABEL):
        if each.role == DOCUMENTATION:
            continue
        text, faults = each.text, {}
        if len(text) > LONGEST:
            faults["length"] = f"has more than {LONGEST} characters"
        if "<" in text:
            faults["markup"] = "holds a '<'"
        if text != " ".join(text.split()):
            faults["spaces"] = "has spaces at an end, or several together"
        for name, fault in faults.items():
            told = f"A label of {own.spelt(each.concept)} {fault}."
            yield finding("XG330", told, each.place, standard=case(name))


def label_roles(own: OwnTaxonomy) -> Iterator[Finding]:
    """Roles of labels that are neither XBRL's own nor registered (ESEF Reporting Manual 3.4.5)."""
    for each in own.resources(CONCEPT_LABEL):
        if not each.role.startswith(_REGISTERED):
            message = f"A label of {own.spelt(each.concept)} has the role '{each.role}', which is not a registered one."
            yield finding("XG331", message, each.place)


def changed_labels(own: OwnTaxonomy) -> Iterator[Finding]:
    """Standard labels that are given to concepts of the base taxonomy, or taken from them (Annex IV, paragraph 8)."""
    for each in own.resources(CONCEPT_LABEL):
        is_prohibited = each.use == PROHIBITED
        if not own.is_own(each.concept) and (is_prohibited or each.role == STANDARD_LABEL):
            done = "takes a label from" if is_prohibited else "gives another standard label to"
            yield finding("XG332", f"The linkbase {done} {own.spelt(each.concept)} of the base taxonomy.", each.place)
