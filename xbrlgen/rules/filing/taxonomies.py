"""Which taxonomy the filing stands on, and what of it is the issuer's own."""

import re
from collections.abc import Iterator

from xbrlgen.findings import Finding, finding
from xbrlgen.model import Fact, QName
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnElement
from xbrlgen.rules.filing.document import LINK, XLINK
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.wording import counted, quoted

_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")


def entry_points(filing: Filing) -> Iterator[Finding]:
    """The core taxonomy is there, in a version that is accepted."""
    wanted = filing.requirements
    urls = [url.partition("://")[2] for url in _imported(filing)]
    if not wanted.entry_points or any(url.startswith(wanted.entry_points) for url in urls):
        return
    accepted = " or ".join(f"https://{each}" for each in wanted.entry_points)
    outdated = [url for url in urls if wanted.entry_point_family and url.startswith(wanted.entry_point_family)]
    if outdated:
        told = f"The taxonomy imports https://{outdated[0]}, not {accepted}."
        yield filing.about_the_taxonomy("XG493", told)
    else:
        yield filing.about_the_taxonomy("XG494", f"The taxonomy does not import {accepted}.")


def _imported(filing: Filing) -> Iterator[str]:
    """What the issuer's schemas import, if that counts; before there are any, what the taxonomy is made of."""
    if not filing.requirements.is_imported or filing.own is None or not filing.own.schemas:
        return (url for url, _ in filing.subject.taxonomy.schemas)
    return (reference.url for schema in filing.own.schemas for reference in schema.references())


def elements_outside_the_core(filing: Filing) -> Iterator[Finding]:
    """Elements of another year than those that the core taxonomy takes over."""
    wanted = filing.requirements
    if not wanted.core_namespace or not wanted.core_elements:
        return
    namespaces = filing.subject.taxonomy.prefixes
    dates = sorted(match[1] for each in namespaces if (match := re.fullmatch(wanted.core_namespace, each)))
    found: dict[QName, list[Fact]] = {}
    for fact in filing.subject.report.facts if dates else ():
        match = re.fullmatch(wanted.core_elements, fact.concept.namespace)
        if match and match[1] not in dates:
            found.setdefault(fact.concept, []).append(fact)
    for name, facts in sorted(found.items()):
        told = f"{counted(len(facts), 'fact')} of {name}, which the core taxonomy of {listed(dates)} does not have."
        yield filing.subject.finding("XG495", told, *facts)


def own_schemas(filing: Filing) -> Iterator[Finding]:
    """A schema of the issuer's own, be it empty (EFM 6.3.10)."""
    if filing.own is not None and not filing.own.schemas:
        yield filing.about_the_taxonomy("XG428", "The report stands on no schema of the issuer's own.")


def pointers(filing: Filing) -> Iterator[Finding]:
    """Locators that point by anything but the id of an element (EFM 6.3.6)."""
    for linkbase, link in filing.own.links() if filing.own else ():
        for locator in link.iterchildren(f"{LINK}loc"):
            pointer = locator.get(f"{XLINK}href", "").partition("#")[2]
            if "(" in pointer:
                place = linkbase.document.place(locator)
                yield finding("XG429", f"A locator points at {quoted(pointer)}, which is no id.", place)


def own_names(filing: Filing) -> Iterator[Finding]:
    """Names of the issuer's own elements: a capital letter first, then letters and digits (FRTA 1.0 section 2.1.4)."""
    for own in _own(filing):
        if not _NAME.fullmatch(own.name):
            told = f"The name {filing.subject.spelt(own.concept.name)} is not made of words that begin with capitals."
            yield own.found("XG496", told)


def repeated_core_elements(filing: Filing) -> Iterator[Finding]:
    """The issuer's own elements with name, balance and period type of one of the core taxonomy."""
    namespace = filing.subject.taxonomy.namespace
    for own in _own(filing):
        core, concept = filing.subject.concept(QName(namespace, own.name)), own.concept
        if core is not None and (core.balance, core.period_type) == (concept.balance, concept.period_type):
            told = f"{filing.subject.spelt(concept.name)} is what {core.name} is already."
            yield own.found("XG497", told)


def own_typed_dimensions(filing: Filing) -> Iterator[Finding]:
    """Typed dimensions of the issuer's own."""
    for own in _own(filing):
        if own.concept.typed_domain is not None:
            told = f"{filing.subject.spelt(own.concept.name)} is a typed dimension of the issuer's own."
            yield own.found("XG498", told)


def _own(filing: Filing) -> tuple[OwnElement, ...]:
    return () if filing.own is None else filing.own.elements
