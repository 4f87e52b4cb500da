"""Rules on instances by the letter of XBRL 2.1 section 4, beyond what XML Schema and the rules on facts find."""

from collections.abc import Callable, Iterator, Sequence

from xbrlgen.findings import Finding
from xbrlgen.instance import InstanceDocument
from xbrlgen.model import Fact
from xbrlgen.rules.instance.contents import containers, structured_facts
from xbrlgen.rules.instance.definitions import definitions
from xbrlgen.rules.instance.links import links, references
from xbrlgen.rules.instance.subject import InstanceSubject
from xbrlgen.taxonomy import Taxonomy

__all__ = ["InstanceSubject", "check_instance"]

_RULES: tuple[Callable[[InstanceSubject], Iterator[Finding]], ...] = (containers, structured_facts, definitions)
_ON_DOCUMENTS: tuple[Callable[[InstanceSubject], Iterator[Finding]], ...] = (references, links)


def check_instance(document: InstanceDocument, taxonomy: Taxonomy, facts: Sequence[Fact] = ()) -> Iterator[Finding]:
    """What is wrong with `document`, whose concepts `taxonomy` declares; pages have rules of their own for links.

    `facts` are those of its report.
    """
    subject = InstanceSubject(document, taxonomy, facts)
    for rule in _RULES if document.is_inline else (*_RULES, *_ON_DOCUMENTS):
        yield from rule(subject)
