"""Which file of an extension taxonomy holds what, and what it is called (ESEF Reporting Manual 3.1)."""

import re
from collections.abc import Iterator

from xbrlgen.findings import Finding, finding
from xbrlgen.findings.ruling import case
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnTaxonomy
from xbrlgen.taxonomy.documents import LINK
from xbrlgen.taxonomy.resources import CONCEPT_REFERENCE

HIGHEST_PRIORITY = 9

_DATE = re.compile(r"-[0-9]{4}-?[0-9]{2}-?[0-9]{2}")


def embedded_linkbases(own: OwnTaxonomy) -> Iterator[Finding]:
    """Linkbases inside a schema (ESEF Reporting Manual 3.1.1, GFM 1.3.8)."""
    for schema in own.schemas:
        for element in schema.document.root.iter(f"{{{LINK}}}linkbase"):
            yield finding("XG317", "The schema has a linkbase in it.", schema.document.place(element))


def mixed_linkbases(own: OwnTaxonomy) -> Iterator[Finding]:
    """Links of several kinds in one file (ESEF Reporting Manual 3.1.1)."""
    for linkbase in own.linkbases:
        kinds = dict.fromkeys(str(link.tag).rpartition("}")[2] for each, link in own.links() if each is linkbase)
        if len(kinds) > 1:
            message = f"The file holds links of several kinds: {', '.join(kinds)}."
            yield finding("XG318", message, linkbase.document.place())


def missing_linkbases(own: OwnTaxonomy) -> Iterator[Finding]:
    """Kinds of linkbases that there are none of; one without links is none (ESEF Reporting Manual 3.1.1)."""
    kinds = {str(link.tag).rpartition("}")[2] for _, link in own.links()}
    missing = [kind for kind in own.conventions.linkbases if f"{kind}Link" not in kinds]
    if missing and own.schemas:
        yield own.about("XG380", f"The taxonomy has no {' and no '.join(missing)} linkbase with links in it.")


def file_names(own: OwnTaxonomy) -> Iterator[Finding]:
    """Names of files (ESEF Reporting Manual 3.1.5, EFM 6.3.3)."""
    pattern, longest = own.conventions.file_name, own.conventions.longest_base
    documents = (*(each.document for each in own.schemas), *(each.document for each in own.linkbases))
    for document in documents if pattern else ():
        name = document.url.rpartition("/")[2]
        if not re.fullmatch(pattern, name):
            yield finding("XG371", f"The name of '{name}' does not match {pattern}.", document.place())
        elif longest is not None and (base := _DATE.split(name)[0]) and len(base) > longest:
            told = f"'{base}' in the name of '{name}' has {len(base)} characters, more than {longest}."
            yield finding("XG371", told, document.place(), standard=case("base"))


def priorities(own: OwnTaxonomy) -> Iterator[Finding]:
    """Arcs that would override those of others in later years (EFM 6.9.9, GFM 1.4.8)."""
    for linkbase in own.linkbases:
        for arc in linkbase.root.iter(f"{{{LINK}}}*"):
            priority = arc.get("priority", "0")
            if re.fullmatch(r"\s*\+?[0-9]+\s*", priority) and int(priority) > HIGHEST_PRIORITY:
                message = f"The arc has the priority {priority.strip()}, above {HIGHEST_PRIORITY}."
                yield finding("XG349", message, linkbase.document.place(arc))


def own_references(own: OwnTaxonomy) -> Iterator[Finding]:
    """References of own concepts: no law or standard is about them (EFM 6.18, GFM 1.9.1)."""
    for each in own.resources(CONCEPT_REFERENCE):
        if own.is_own(each.concept):
            message = f"{own.spelt(each.concept)} is the issuer's own, and yet has a reference."
            yield finding("XG370", message, each.place)
