"""How texts and numbers are tagged: escaped or not, by which transformations, in which order, for which target."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.findings.ruling import case
from xbrlgen.model import ValueKind
from xbrlgen.rules.filing.document import IX, LINK, XLINK, Document, is_nil
from xbrlgen.rules.filing.filing import Filing, listed, text_of
from xbrlgen.rules.filing.requirements import Escape
from xbrlgen.rules.wording import counted, quoted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TRUE = frozenset({"true", "1"})
_HINT = (
    "Type the text as XHTML, with &amp; for & and &lt; for <: then it is tagged with escape='true', and its markup is"
    " its value. Or do without the two characters."
)
_TARGETED = ("nonNumeric", "nonFraction", "fraction", "tuple", "references", "relationship")


def escapes(filing: Filing) -> Iterator[Finding]:
    """Texts that are escaped though they must not be, or the other way round (Inline XBRL 1.1 section 11.1.1)."""
    rule = filing.requirements.escape
    for document in filing.documents if rule is not Escape.FREE else ():
        for fact in document.facts_in("nonNumeric"):
            is_block, is_escaped, hint = _is_block(filing, fact), fact.get("escape", "").strip() in _TRUE, ""
            if is_block and not is_escaped:
                told = f"The text block {filing.spelt(fact)} is not escaped."
            elif rule is Escape.TEXT_BLOCKS and is_escaped and not is_block:
                told = f"{filing.spelt(fact)} is escaped, though it is no text block."
            elif rule is Escape.MARKUP and not is_escaped and _has_markup(filing, fact):
                told = f"{filing.spelt(fact)} has < or & in its text, but is not escaped."
                hint = _HINT
            else:
                continue
            yield filing.found("XG476", told, document, fact, hint=hint)


def special_characters_in_blocks(filing: Filing) -> Iterator[Finding]:
    """Text blocks with a ``<`` or ``&`` that are not escaped: markup and text would be told apart no more."""
    for document in filing.documents:
        for fact in document.facts_in("nonNumeric"):
            is_escaped = fact.get("escape", "").strip() in _TRUE
            if not is_escaped and _is_block(filing, fact) and _has_markup(filing, fact):
                told = f"The text block {filing.spelt(fact)} has < or & in its text, but is not escaped."
                yield filing.found("XG477", told, document, fact)


def facts_without_id(filing: Filing) -> Iterator[Finding]:
    """Facts that nothing can point at."""
    for document in filing.documents:
        facts = [fact for fact in document.facts if not fact.get("id")]
        if facts:
            told = f"{counted(len(facts), 'fact')} without an id: {listed(filing.spelt(each) for each in facts)}."
            yield filing.found("XG478", told, document, *facts)


def registries(filing: Filing) -> Iterator[Finding]:
    """Transformations of registries that are not accepted."""
    accepted = filing.requirements.registries
    for document in filing.documents if accepted else ():
        found: dict[str, list[Element]] = {}
        for fact in document.facts:
            namespace = _namespace_of_format(document, fact)
            if namespace and namespace not in accepted:
                found.setdefault(namespace, []).append(fact)
        for namespace, facts in found.items():
            formats = listed(fact.get("format", "") for fact in facts)
            told = f"{counted(len(facts), 'fact')} transformed by {namespace} ({formats}), which is not accepted."
            yield filing.found("XG479", told, document, *facts)


def reading_order(filing: Filing) -> Iterator[Finding]:
    """Texts in several pieces whose order is not that of the page."""
    positions = {each: number for number, each in enumerate(_all_tags(filing))}
    for document in filing.documents:
        for fact in document.facts_in("nonNumeric"):
            if not fact.get("continuedAt") or not _is_block(filing, fact):
                continue
            order = [positions[piece] for piece in filing.pieces(fact)]
            if order != sorted(order):
                told = f"The pieces of {filing.spelt(fact)} are not in the order in which the page is read."
                yield filing.found("XG480", told, document, fact)


def targets(filing: Filing) -> Iterator[Finding]:
    """Tags for target documents that the regulator does not take."""
    accepted = filing.requirements.targets
    for document in filing.documents:
        found: dict[str, list[Element]] = {}
        for tag in document.tags(*_TARGETED):
            if (target := tag.get("target")) is not None and target not in accepted:
                found.setdefault(target, []).append(tag)
        for target, tags in found.items():
            told = f"{counted(len(tags), 'tag')} for the target document {quoted(target)}, which is not accepted."
            yield filing.found("XG481", told, document, *tags)


def missing_targets(filing: Filing) -> Iterator[Finding]:
    """Target documents that the regulator wants beside the default one, and that no ix:references begins."""
    pages = [each for each in filing.documents if each.is_inline]
    named = {tag.get("target") for document in pages for tag in document.tags("references")}
    for target in filing.requirements.targets if pages else ():
        if target not in named:
            yield filing.found("XG482", f"There is no target document {quoted(target)}.", pages[0], pages[0].root)


def references_of_target(filing: Filing) -> Iterator[Finding]:
    """What begins a target document: one ix:references, with one schema of those that are accepted."""
    if not filing.requirements.target_entry_points:
        return
    found = [(document, each) for document in filing.documents for each in document.tags("references")]
    own = [(document, each) for document, each in found if each.get("target") == document.target]
    if len(own) > 1:
        told = f"The target document {quoted(own[0][0].target or '')} has {len(own)} ix:references."
        yield filing.found("XG416", told, *own[1], standard=case("repeated"))
    if own:
        yield from _entry_points_of_target(filing, own)
    if found and not any(each.get("target") is None for _, each in found):
        told = "No ix:references is for the default target document."
        yield filing.found("XG416", told, *found[0], standard=case("default"))


def _entry_points_of_target(filing: Filing, own: "list[tuple[Document, Element]]") -> Iterator[Finding]:
    """The schemas that the references of a target lead to: one of those that are accepted."""
    wanted, target = filing.requirements.target_entry_points, quoted(own[0][0].target or "")
    schemas = [(document, each) for document, above in own for each in above.iter(f"{LINK}schemaRef")]
    accepted = [each for each in schemas if re.fullmatch(wanted, each[1].get(f"{XLINK}href", ""))]
    if not accepted:
        told = f"The target document {target} refers to no entry point that is accepted."
        yield filing.found("XG416", told, *(schemas or own)[0], standard=case("entry-point"))
    elif len(accepted) > 1 and len(own) == 1:
        told = f"The target document {target} refers to {len(accepted)} entry points."
        yield filing.found("XG416", told, *accepted[1], standard=case("schemas"))


def tuples_and_fractions(filing: Filing) -> Iterator[Finding]:
    """Tags of facts that no modern taxonomy has."""
    for document in filing.documents:
        for code, name in (("XG483", "tuple"), ("XG484", "fraction")):
            tags = list(document.tags(name))
            if tags:
                yield filing.found(code, f"{counted(len(tags), f'ix:{name} tag')} in the page.", document, *tags)


def prefixes(filing: Filing) -> Iterator[Finding]:
    """Namespaces that have another prefix than the one that the regulator's software reads."""
    for document in filing.documents if filing.requirements.prefixes else ():
        for prefix, namespace in sorted(document.root.nsmap.items(), key=str):
            wanted = filing.requirements.prefixes.get(namespace)
            if wanted is not None and prefix != wanted:
                told = f"The namespace {namespace} has the prefix {quoted(prefix or '')}, not {quoted(wanted)}."
                yield filing.found("XG486", told, document, document.root)


def inline_version(filing: Filing) -> Iterator[Finding]:
    """Reports that are no inline XBRL, or of a version that is not accepted."""
    has_facts = any(document.facts for document in filing.documents)
    for document in filing.documents:
        if not document.is_inline:
            yield filing.found("XG456", "The report is no page of inline XBRL.", document, document.root)
        elif not has_facts:
            told = "The page tags no facts."
            yield filing.found("XG456", told, document, document.root, standard=case("no-facts"))
        for version in document.versions:
            if version != IX:
                told = f"The page is of the version {version.strip('{}')} of inline XBRL."
                yield filing.found("XG457", told, document, document.root)


def _all_tags(filing: Filing) -> "Iterator[Element]":
    for document in filing.documents:
        yield from document.tags("nonNumeric", "continuation")


def _is_block(filing: Filing, fact: "Element") -> bool:
    concept = filing.concept(fact)
    return concept is not None and concept.kind is ValueKind.TEXT_BLOCK


def _has_markup(filing: Filing, fact: "Element") -> bool:
    if is_nil(fact):
        return False
    return any(character in text_of(piece) for piece in filing.pieces(fact) for character in "<&")


def _namespace_of_format(document: Document, fact: "Element") -> str:
    prefix, colon, _ = fact.get("format", "").strip().partition(":")
    return document.namespace(prefix, fact) if colon else ""
