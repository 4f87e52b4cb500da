"""The Jinja environment: strict about names and values, escaping, streamed."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import jinja2
import pytest

from xbrlgen import templating


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    monkeypatch.setattr(templating, "bundled", lambda _name: folder)
    templating.environment.cache_clear()
    yield folder
    templating.environment.cache_clear()


def _render(templates: Path, source: str, **context: object) -> bytes:
    (templates / "t.jinja").write_bytes(source.encode())
    return templating.render("t.jinja", **context)


def test_text_is_escaped_in_content_and_attributes(templates: Path) -> None:
    assert _render(templates, '<a b="{{ v }}">{{ v }}</a>', v="<\"&'>") == (
        b'<a b="&lt;&#34;&amp;&#39;&gt;">&lt;&#34;&amp;&#39;&gt;</a>'
    )


@pytest.mark.parametrize("value", [None, True, 1.5])
def test_values_that_no_filing_may_hold_are_refused(templates: Path, value: object) -> None:
    with pytest.raises(TypeError, match="a template printed"):
        _render(templates, "{{ v }}", v=value)


def test_exact_numbers_and_conditions_pass(templates: Path) -> None:
    assert _render(templates, "{% if yes %}{{ v }}{% endif %}", v=Decimal("1.10"), yes=True) == b"1.10"


def test_an_undefined_name_is_an_error(templates: Path) -> None:
    with pytest.raises(jinja2.UndefinedError):
        _render(templates, "{{ missing }}")


def test_a_stream_equals_a_rendering_and_ends_lines_with_lf(templates: Path) -> None:
    (templates / "t.jinja").write_bytes(b"{% for n in numbers %}\r\n<n>{{ n }}</n>\r\n{% endfor %}\r\n\xc3\xa9\r\n")
    out = BytesIO()
    templating.stream("t.jinja", out, numbers=range(2000))
    expected = b"".join(b"<n>%d</n>\n" % n for n in range(2000)) + "é\n".encode()
    assert out.getvalue() == expected == templating.render("t.jinja", numbers=range(2000))


def test_the_environment_is_made_once() -> None:
    assert templating.environment() is templating.environment()
