"""Inline XBRL: a report and its document as a page, or as a set of pages, through the templates in templates/inline."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from xbrlgen.model import QName, Report, Table, Vocabulary
from xbrlgen.target import TargetDocument
from xbrlgen.target.inline import InlineSettings
from xbrlgen.templating import chunks
from xbrlgen.writers.contexts import context_lines
from xbrlgen.writers.inline.environment import environment
from xbrlgen.writers.inline.files import File, files
from xbrlgen.writers.inline.looks import chosen_look
from xbrlgen.writers.inline.markup import FigureMarkup
from xbrlgen.writers.inline.own_templates import OwnTemplates
from xbrlgen.writers.inline.page import RELATIONSHIPS, common, of_file
from xbrlgen.writers.inline.page_check import page_problems
from xbrlgen.writers.inline.plain_cells import PlainCells
from xbrlgen.writers.inline.problem import Problem
from xbrlgen.writers.inline.requests import Requests
from xbrlgen.writers.inline.subject import Subject
from xbrlgen.writers.inline.template_lines import unmarked
from xbrlgen.writers.inline.texts import SplitTexts

if TYPE_CHECKING:
    from jinja2 import Environment

PAGE = "page.xhtml.jinja"
_DEFAULT = InlineSettings()
_NONE = OwnTemplates()


class Written(NamedTuple):
    """The pages, and what kept them from being what was asked for."""

    pages: tuple[Path, ...]
    problems: tuple[Problem, ...]


def write_inline_xbrl(
    document: TargetDocument,
    report: Report,
    path: Path,
    *,
    vocabulary: Vocabulary,
    labels: Callable[[QName], str],
    settings: InlineSettings = _DEFAULT,
    own: OwnTemplates = _NONE,
) -> Written:
    """Write `report`, whose facts `document` names, as ``<path>.xhtml``; a set goes on with ``<path>-2.xhtml``.

    Memory stays flat where all templates are bundled and there are no footnotes; the same report gives the same bytes.
    `labels` give the words for a concept or member. What is written is sound only if there is no problem. Raises
    OSError where a file cannot be written. Follows Inline XBRL 1.1,
    https://www.xbrl.org/Specification/inlineXBRL-part1/REC-2013-11-18/inlineXBRL-part1-REC-2013-11-18.html
    """
    folder = path.parent
    parts = files(report, path.name, settings)
    subject = Subject(report, document, vocabulary, labels, settings, own.names, parts)
    writing = _Writing(subject, own, folder)
    problems = dict.fromkeys((*own.problems, *_unused(report, own), *writing.run()))
    return Written(tuple(folder / part.name for part in parts), tuple(problems))


@dataclass(slots=True)
class _Writing:
    """One run of the writer."""

    subject: Subject
    own: OwnTemplates
    folder: Path
    problems: list[Problem] = field(default_factory=list)

    def run(self) -> list[Problem]:
        """Write all files, and say what is wrong with them."""
        try:
            self._write()
        except Exception as error:
            # whatever a template of the issuer's does wrong is a fault of the input; anything else is one of ours
            fault = self.own.fault(error)
            if fault is None:
                raise
            self.problems.append(fault)
        return self.problems

    def _write(self) -> None:
        templates = environment(self.own)
        subject = replace(self.subject, render=lambda name, **parts: _rendered(templates, name, {**context, **parts}))
        elements = templates.get_template("inline/elements.xhtml.jinja").module
        subject.figures.markup = markup = FigureMarkup(elements, chosen_look(subject.settings))
        subject.figures.plain_cells = PlainCells(subject, markup)
        texts = SplitTexts(subject.figures)
        requests = Requests(subject, texts, elements.text_part, self.problems)  # type: ignore[attr-defined]
        contexts = templates.get_template("xbrl_xml/elements.xml.jinja").module
        context: dict[str, object] = {
            **common(subject, self.own.style),
            "contexts": lambda: context_lines(subject.document, contexts),
            **requests.names(),
        }
        for part in subject.files:
            context |= of_file(subject, part)
            self._write_file(templates, part, context)
        self._relate(templates, subject)
        self.problems += _left_over(subject, texts)
        # what renders leads back to itself, and would outlive the page with the document
        context.clear()
        del subject.figures.plain_cells

    def _write_file(self, templates: "Environment", part: File, context: Mapping[str, object]) -> None:
        """Write one file: in a stream, or at once where it has to be looked over because of the issuer's templates."""
        template = templates.get_template(PAGE if PAGE in self.own.names else f"inline/{PAGE}")
        pieces = template.generate(context)
        if self.own.names:
            page, origins = unmarked("".join(pieces), self.own.paths)
            names = [each.name for each in self.subject.files]
            self.problems += page_problems(page.replace(RELATIONSHIPS, " "), origins, names)
            pieces = iter((page,))
        with (self.folder / part.name).open("wb") as out:
            out.writelines(chunks(pieces))
        if stylesheet := context["stylesheet"]:
            (self.folder / str(stylesheet)).write_bytes(str(context["style"]).encode())

    def _relate(self, templates: "Environment", subject: Subject) -> None:
        """Link all occurrences of facts, now that these are known (Inline XBRL 1.1 section 13)."""
        if subject.document.links:
            related = tuple(subject.places.relationships())
            written = templates.get_template("inline/relationships.xhtml.jinja").render(relationships=related)
            path = self.folder / subject.files[0].name
            path.write_bytes(path.read_bytes().replace(RELATIONSHIPS.encode(), written.encode()))


def _rendered(templates: "Environment", name: str, context: Mapping[str, object]) -> Markup:
    return Markup(templates.get_template(name).render(context))  # noqa: S704 - made by a template


def _unused(report: Report, own: OwnTemplates) -> Iterator[Problem]:
    tables = {part.id for section in report.sections for part in section.content if isinstance(part, Table)}
    return own.unused(frozenset(section.id for section in report.sections), frozenset(tables))


def _left_over(subject: Subject, texts: SplitTexts) -> Iterator[Problem]:
    """What a page of the issuer's own left out, and what nothing can show."""
    obstacles = subject.tagging.obstacles
    yield from (Problem(each.code, each.message, each.subject) for each in obstacles.values())
    for target in (each for each in subject.places.unshown() if each.id not in obstacles):
        yield Problem("XG525", f"the page shows the fact {target.id} ({target.fact.concept}) nowhere", target.fact.id)
    for footnote in subject.places.unwritten_notes():
        yield Problem("XG525", f"the page shows the footnote {footnote.id} nowhere", footnote.footnote.id)
    for fact, (written, _) in texts.open.items():
        yield Problem("XG528", f"the text {fact} ends on the page after its block {written}, but it goes on", fact)
