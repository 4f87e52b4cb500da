"""The one Jinja environment: strict, escaping, and streamed for everything that grows with the facts."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from xbrlgen.resources import bundled

if TYPE_CHECKING:
    from jinja2 import BaseLoader, BytecodeCache, Environment
    from markupsafe import Markup

CHUNK, LARGEST_CHUNK = 512, 65_536
"""How many pieces of a template's output, and characters, are joined before they are encoded and written."""

HOLE = "\x00"
"""What a macro is given for a value that is filled in later; no text of a report has this character."""


def _only_exact(value: object) -> object:
    """Refuse what Jinja would print but no filing may hold: ``None``, ``True`` and binary floats."""
    if value is None or isinstance(value, float | bool):
        raise TypeError(f"a template printed {value!r} of type {type(value).__name__}")
    return value


@cache
def environment() -> "Environment":
    """The environment of all templates, made once; authors of templates may add filters to it on import.

    Undefined names raise jinja2.UndefinedError; printing None, a float or a bool raises TypeError. What is printed is
    escaped for XML and HTML unless it is markupsafe.Markup.
    """
    return new_environment(bundled_loader())


def bundled_loader() -> "BaseLoader":
    """The templates that belong to the program."""
    import jinja2

    return jinja2.FileSystemLoader(bundled("templates"), encoding="utf-8")


def new_environment(loader: "BaseLoader", *, sandboxed: bool = False) -> "Environment":
    """An environment as strict as that of all templates; `sandboxed` if a user wrote some of them.

    In the sandbox a template reaches nothing but the values that it is given, and changes none of them; jinja2
    answers an attempt with SecurityError.
    """
    import jinja2.sandbox

    made = jinja2.sandbox.ImmutableSandboxedEnvironment if sandboxed else jinja2.Environment
    return made(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_only_exact,
        trim_blocks=True,
        lstrip_blocks=True,
        newline_sequence="\n",
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=None if sandboxed else _compiled(),
    )


@cache
def _compiled() -> "BytecodeCache | None":
    """Where bundled templates are kept compiled: beside them, as Python keeps its modules, if that may be written.

    Compiling them takes a quarter of the time of a small build. Who can write there can write the program itself.
    """
    import jinja2

    folder = bundled("templates") / "__pycache__" / f"jinja2-{jinja2.__version__}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def stream(template: str, out: BinaryIO, **context: object) -> None:
    """Write a template's output to `out` as UTF-8 with LF line ends, in chunks; memory stays flat.

    `template` is a path inside ``templates/`` such as ``taxonomy/schema.xsd.jinja``.
    """
    out.writelines(chunks(environment().get_template(template).generate(**context)))


def render(template: str, **context: object) -> bytes:
    """A template's whole output as UTF-8 bytes with LF line ends; for what stays small."""
    return b"".join(chunks(environment().get_template(template).generate(**context)))


def pattern(markup: str) -> str:
    """What a macro made of holes, as a format for ``%``: what many facts share is rendered once, not for each of them.

    The values, which must be escaped already, follow in the order in which the macro prints the holes.
    """
    return str(markup).replace("%", "%%").replace(HOLE, "%s")


def batches(pieces: Iterable[str]) -> Iterator["Markup"]:
    """Pieces of markup, some hundred at a time: what a template prints passes through all that it is printed in."""
    from markupsafe import Markup

    remaining = iter(pieces)
    while several := "".join(islice(remaining, CHUNK)):
        yield Markup(several)  # noqa: S704 - by the macros of templates


def chunks(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces as UTF-8, many of them at a time."""
    buffer: list[str] = []
    size = 0
    for piece in pieces:
        buffer.append(piece)
        size += len(piece)
        if len(buffer) >= CHUNK or size >= LARGEST_CHUNK:
            yield "".join(buffer).encode()
            buffer.clear()
            size = 0
    yield "".join(buffer).encode()
