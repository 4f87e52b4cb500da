"""The templates that an issuer puts beside the report: read, and each of their faults led back to its line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, TracebackType

from xbrlgen.writers.inline.problem import Problem
from xbrlgen.writers.inline.style_check import markup_problems, style_problems

SUFFIX = ".jinja"
STYLE = "style.css"
_LARGEST = 1 << 20
"""In bytes; no template or style sheet that a person wrote is larger."""
_MOST = 1_000

_PART = re.compile(r"(section|table)-(.+)\.xhtml\.jinja")


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """Templates and a style sheet by their file names; `paths` are what messages call them."""

    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    paths: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    style: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names of the templates."""
        return frozenset(self.sources)

    def unused(self, sections: frozenset[str], tables: frozenset[str]) -> Iterator[Problem]:
        """The templates that are named for a section or table that the report does not have."""
        from difflib import get_close_matches

        for name in sorted(self.sources):
            part = _PART.fullmatch(name)
            known = {"section": sections, "table": tables}[part[1]] if part else frozenset()
            if part and part[2] not in known:
                close = get_close_matches(part[2], sorted(known), 1)
                hint = f"Did you mean {part[1]}-{close[0]}.xhtml.jinja?" if close else ""
                yield Problem("XG515", f"the report has no {part[1]} '{part[2]}'", "", self.paths[name], hint=hint)

    def fault(self, error: Exception) -> Problem | None:
        """What an exception says of one of these templates; None if it is no fault of theirs."""
        import jinja2
        from jinja2.exceptions import SecurityError

        path, line = self._place(error)
        if not path:
            return None
        if isinstance(error, jinja2.TemplateSyntaxError):
            return Problem("XG511", f"the template cannot be read: {error.message}", "", path, line)
        if isinstance(error, jinja2.TemplateNotFound):
            return Problem("XG514", f"there is no template '{error.message}'", "", path, line)
        if isinstance(error, SecurityError):
            return Problem("XG513", f"a template may not do this: {error}", "", path, line)
        if isinstance(error, jinja2.UndefinedError):
            return Problem("XG512", f"the template uses what is not there: {error}", "", path, line)
        return Problem("XG514", f"the template fails: {error}", "", path, line)

    def _place(self, error: Exception) -> tuple[str, int]:
        """The innermost line of an own template that an exception went through."""
        import jinja2

        known = set(self.paths.values())
        if isinstance(error, jinja2.TemplateSyntaxError) and error.filename in known:
            return error.filename or "", error.lineno
        found = ("", 0)
        step: TracebackType | None = error.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename in known:
                found = (step.tb_frame.f_code.co_filename, step.tb_lineno)
            step = step.tb_next
        return found


def read_own_templates(folder: Path, shown: str) -> OwnTemplates:
    """The templates in `folder`, which messages call `shown`; nothing if there is no such folder.

    Files with other names are no concern of the writer. What lies outside of the folder behind a link is not read.
    """
    sources: dict[str, str] = {}
    paths: dict[str, str] = {}
    problems: list[Problem] = []
    style = ""
    for path in sorted(folder.glob("*"))[:_MOST] if folder.is_dir() else ():
        if path.suffix != SUFFIX and path.name != STYLE:
            continue
        place = f"{shown}/{path.name}"
        text = _text(folder, path, place, problems)
        if path.name == STYLE:
            style = text
            faults = (*style_problems(text), *markup_problems(text))
            problems += (Problem("XG522", message, "", place, line) for line, message in faults)
        else:
            sources[path.name], paths[path.name] = text, place
    return OwnTemplates(sources, paths, style, tuple(problems))


def _text(folder: Path, path: Path, place: str, problems: list[Problem]) -> str:
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            problems.append(Problem("XG510", "the template is a link that leads out of its folder", "", place))
        elif not path.is_file():
            problems.append(Problem("XG510", "the template is no file", "", place))
        elif path.stat().st_size > _LARGEST:
            problems.append(Problem("XG510", f"the template is larger than {_LARGEST:,} bytes", "", place))
        else:
            return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        problems.append(Problem("XG510", f"the template is not UTF-8: byte {error.start + 1} is wrong", "", place))
    except OSError as error:
        problems.append(Problem("XG510", f"the template cannot be read: {error.strerror}", "", place))
    return ""
