"""Labels, references and other resources (XBRL 2.1 sections 3.5.3.8 and 5.2.2.2)."""

from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.rules.taxonomy_documents.extended_links import LABEL, TYPE, ExtendedLink
from xbrlgen.taxonomy.documents import LINK, XML

_LANGUAGE = f"{{{XML}}}lang"
_WITH_LANGUAGE = {
    f"{{{LINK}}}label": "xbrl.5.2.2.2.1:labelLang",
    f"{{{LINK}}}footnote": "xbrl.4.11.1.2.1:footnoteLang",
}
_BESIDE = frozenset({"documentation", "title"})


def forms_of_resources(link: ExtendedLink) -> Iterator[Finding]:
    """What stands in a link is a locator, an arc or a resource, and resources have labels."""
    for child in link.others:
        name = str(child.tag).rpartition("}")[2]
        if child.get(TYPE) != "title" and name not in _BESIDE:
            message = f"'{name}' says neither that it is a locator, an arc nor a resource"
            yield link.found("XG822", message, child, "xbrl.3.5.3.8.1:resourceType")
    for resource in link.resources.get("", ()):
        yield link.found("XG822", "the resource has no xlink:label", resource, "xbrl.3.5.3.8.2:resourceLabel")


def languages(link: ExtendedLink) -> Iterator[Finding]:
    """Labels and footnotes are in a language that is named at them or around them (XML 1.0 section 2.12)."""
    around = (each.get(_LANGUAGE) for each in (link.element, *link.element.iterancestors()))
    in_scope = next((each for each in around if each is not None), "")
    for resource in (each for alike in link.resources.values() for each in alike):
        standard = _WITH_LANGUAGE.get(str(resource.tag))
        if standard and not resource.get(_LANGUAGE, in_scope):
            name = str(resource.tag).rpartition("}")[2]
            message = f"the {name} '{resource.get(LABEL, '')}' does not say its language"
            yield link.found("XG818", message, resource, standard)
