"""The templates of docs/how-to/inline-templates.md do what the page says."""

import re
import shutil

import pytest

from xbrlgen import build


@pytest.fixture
def snippets(root):
    text = (root / "docs" / "how-to" / "inline-templates.md").read_text(encoding="utf-8")
    return re.findall(r"```jinja\n(.*?)```", text, re.DOTALL)


def built(root, place, **templates):
    shutil.copytree(root / "examples" / "iij-1h23", place / "report")
    (place / "report" / "templates").mkdir()
    for name, text in templates.items():
        (place / "report" / "templates" / f"{name.replace('_', '-')}.xhtml.jinja").write_text(text, encoding="utf-8")
    done = build(place / "report", place / "out")
    assert done.findings == ()
    return next((place / "out").glob("*.xhtml")).read_text(encoding="utf-8")


def test_parts_are_changed(root, tmp_path, snippets):
    page = built(root, tmp_path, page=snippets[0], table_segments_1h23=snippets[1])
    assert "<p>Annual report</p>" in page
    assert '<ul id="table-segments-1h23">' in page


def test_a_page_of_ones_own_with_a_split_text(root, tmp_path, snippets):
    page = built(root, tmp_path, page=snippets[2].replace("{{ section('segments') }}", snippets[3]))
    assert "<p>Revenue came to <ix:nonFraction" in page
    assert "<ix:exclude><p>(continued)</p></ix:exclude>" in page
    assert page.count("<ix:continuation") == 1
