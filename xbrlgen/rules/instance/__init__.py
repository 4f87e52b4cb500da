"""Rules on instances by the letter of XBRL 2.1 section 4, beyond what XML Schema and the rules on facts find."""

from collections.abc import Iterator, Sequence

from xbrlgen.findings import Finding
from xbrlgen.instance import InstanceDocument
from xbrlgen.model import Fact
from xbrlgen.rules.instance.contents import containers, structured_facts
from xbrlgen.rules.instance.definitions import definitions
from xbrlgen.rules.instance.subject import InstanceSubject
from xbrlgen.taxonomy import Taxonomy

__all__ = ["InstanceSubject", "check_instance", "check_instance_links"]


def check_instance(document: InstanceDocument, taxonomy: Taxonomy, facts: Sequence[Fact] = ()) -> Iterator[Finding]:
    """What is wrong with the contents of `document`, whose concepts `taxonomy` declares.

    `facts` are those of its report.
    """
    subject = InstanceSubject(document, taxonomy, facts)
    for rule in (containers, structured_facts, definitions):
        yield from rule(subject)


def check_instance_links(document: InstanceDocument, taxonomy: Taxonomy) -> Iterator[Finding]:
    """What is wrong with the references and footnote links of `document`, or with the roles that a page has for them.

    They can be judged even where documents of the taxonomy are missing.
    """
    subject = InstanceSubject(document, taxonomy)
    if document.is_inline:
        from xbrlgen.rules.instance.inline_links import inline_links

        yield from inline_links(subject)
    else:
        from xbrlgen.rules.instance.links import links, references

        yield from references(subject)
        yield from links(subject)
