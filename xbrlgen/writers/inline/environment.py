"""The environment of a document's templates: the bundled ones, and those of the issuer in a sandbox."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from xbrlgen.templating import bundled_loader, new_environment
from xbrlgen.writers.inline.own_templates import OwnTemplates
from xbrlgen.writers.inline.template_lines import mark_lines
from xbrlgen.writers.instance import filters

if TYPE_CHECKING:
    from jinja2 import Environment


def environment(own: OwnTemplates) -> "Environment":
    """The bundled templates as ``inline/...``, the issuer's by their names alone."""
    return _with_own(own) if own.sources else _bundled()


@cache
def _bundled() -> "Environment":
    made = new_environment(bundled_loader())
    made.filters.update(filters())
    return made


def _with_own(own: OwnTemplates) -> "Environment":
    import jinja2

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in own.sources:
            return None
        return own.sources[name], own.paths[name], lambda: True

    made = new_environment(jinja2.ChoiceLoader([jinja2.FunctionLoader(load), bundled_loader()]), sandboxed=True)
    made.filters.update(filters())
    mark_lines(made, own.paths)
    # the same input gives the same bytes
    del made.globals["lipsum"], made.filters["random"]
    return made
