"""What the templates of a page are given."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from markupsafe import Markup

from xbrlgen.model import ValueKind
from xbrlgen.resources import bundled
from xbrlgen.target import TargetDocument, TargetFact, with_names
from xbrlgen.target.inline import InlineSettings
from xbrlgen.transformations import NAMESPACES, NumberStyle
from xbrlgen.writers.cover import entity_words, naming_fact
from xbrlgen.writers.fragments import as_fragment
from xbrlgen.writers.inline.figures import TRANSFORMATIONS, Figure
from xbrlgen.writers.inline.files import File
from xbrlgen.writers.inline.further import further_facts
from xbrlgen.writers.inline.key_figures import key_figures
from xbrlgen.writers.inline.looks import chosen_look
from xbrlgen.writers.inline.subject import Subject
from xbrlgen.writers.instance import lexical_value, namespaces
from xbrlgen.writers.layout import MANY_FACTS

_INLINE_XBRL = "http://www.xbrl.org/2013/inlineXBRL"
_STYLES = ("page", "tables", "print")
RELATIONSHIPS = Markup("\ufffe")
"""Stands in the header until all occurrences of the facts with footnotes are known; no XML document can hold it."""
_FORMATTED = frozenset({ValueKind.BOOLEAN, ValueKind.DATE})


class HiddenFact(NamedTuple):
    """A fact that nothing visible can carry, as its element in ix:hidden has it."""

    id: str
    name: str
    context: str
    text: str


class Note(NamedTuple):
    """A footnote with its number on the page and its content as markup."""

    number: int
    id: str
    language: str
    content: str


def common(subject: Subject, own_style: str) -> Mapping[str, object]:
    """What is the same for every file of a document set."""
    report, document = subject.report, subject.document
    entity = entity_figure(subject)
    entity_name = entity.words if isinstance(entity, Figure) else entity
    return {
        "title": report.title,
        "language": report.language,
        "entity": entity,
        "entity_name": entity_name,
        "period": subject.words.period_words(report.period) if report.period else "",
        "words": subject.words,
        "document": document,
        "schema_refs": document.schema_refs,
        "namespaces": inline_namespaces(document, subject.settings),
        "hidden": tuple(hidden_facts(document)),
        "relationships": RELATIONSHIPS if document.links else "",
        "key_figures": tuple(key_figures(subject)),
        "contents": tuple(subject.sections()),
        "further": lambda: further_facts(subject),
        "further_anchor": subject.places.another_id("further"),
        "due_notes": lambda: (_note(subject, number) for number, _ in subject.places.due_notes()),
        "has_many_facts": len(document.facts) > MANY_FACTS,
        "has_metadata": subject.settings.metadata,
        "look": chosen_look(subject.settings),
        "style": Markup(_style(subject, entity_name) + own_style),  # noqa: S704 - checked where it is read
    }


def of_file(subject: Subject, file: File) -> Mapping[str, object]:
    """What differs between the files of a set; `stylesheet` is the name of a file beside them, empty for one file."""
    is_set = len(subject.files) > 1
    has_sheet = is_set and subject.settings.style_sheet
    subject.places.file = file.name if is_set else ""
    return {
        "sections": tuple(map(subject.section_view, file.sections)),
        "is_first": file is subject.files[0],
        "first_file": subject.files[0].name,
        "is_last": file is subject.files[-1],
        "stylesheet": f"{subject.files[0].name.removesuffix(subject.settings.suffix)}.css" if has_sheet else "",
    }


def _style(subject: Subject, entity: str) -> str:
    """The style sheet, with what stands at the head of printed pages."""
    if not subject.settings.style_sheet:
        return ""
    folder = bundled("templates") / "inline" / "style"
    sheets = "".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES)
    return sheets.replace('"{entity}"', _css_string(entity)).replace('"{title}"', _css_string(subject.report.title))


def entity_figure(subject: Subject) -> Figure | str:
    """The name of the entity: the fact that reports it, else what the source calls it, else the identifier."""
    found = naming_fact(subject.report)
    if found is None:
        return entity_words(subject.report)
    return subject.figures.figure(subject.tagging.fact(subject.targets[found.id]), has_notes=False)


def inline_namespaces(document: TargetDocument, settings: InlineSettings) -> Mapping[str, str]:
    """The namespaces that the document uses by their prefixes, in order of prefix; XHTML's is the default one."""
    used = {**namespaces(document), "ix": _INLINE_XBRL}
    if any(_is_formatted(target, settings) for target in document.facts):
        used[TRANSFORMATIONS] = NAMESPACES[settings.registry]
    return dict(sorted(used.items()))


def hidden_facts(document: TargetDocument) -> Iterator[HiddenFact]:
    """The facts whose values are names: no transformation makes one of words that a reader understands."""
    prefixed = cache(document.prefixed)
    for target in with_names(document.facts):
        text = lexical_value(target, document)
        yield HiddenFact(target.id, prefixed(target.fact.concept), target.context, text)


def _is_formatted(target: TargetFact, settings: InlineSettings) -> bool:
    if target.fact.value is None:
        return False
    if target.unit is not None:
        return settings.numbers is not NumberStyle.PLAIN
    return target.item_type is not None and target.item_type.kind in _FORMATTED


def _note(subject: Subject, number: int) -> Note:
    target = subject.document.footnotes[number - 1]
    note = target.footnote
    return Note(number, target.id, note.language, as_fragment(note.content))


def _css_string(text: str) -> str:
    """A string of a style sheet in which neither XML nor HTML finds anything of theirs."""
    return '"' + "".join(each if each not in '"\\<&>\n' else f"\\{ord(each):x} " for each in text) + '"'
