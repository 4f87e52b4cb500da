"""Arelle and our own reader on what is written: no complaint, and the very facts of the report."""

import arelle_referee
import kinds
import pytest
from hypothesis import given, settings

from xbrlgen.comparison import differences
from xbrlgen.loading import load_document, load_files
from xbrlgen.target import target_document
from xbrlgen.target.inline import EscapeRule, InlineSettings
from xbrlgen.writers.inline import write_inline_xbrl


def judged(path, root):
    return arelle_referee.load(path, packages=[root / "taxonomy"])


@pytest.mark.arelle
@pytest.mark.parametrize("registry", [3, 4, 5])
@pytest.mark.parametrize("language", ["en", "de", "de-CH", "fr", "ja"])
def test_arelle_agrees_in_each_language_and_registry(issue, root, language, registry):
    made = issue(InlineSettings(registry=registry), language=language)
    verdict = judged(made.pages[0], root)
    assert verdict.messages == []
    assert verdict.facts == arelle_referee.comparable(made.report)
    assert made.differences() == []


@pytest.mark.arelle
@pytest.mark.parametrize("escape", list(EscapeRule))
@pytest.mark.parametrize("container", ["scenario", "segment"])
def test_arelle_agrees_on_every_kind_of_value(tmp_path, escape, container):
    report = kinds.one_of_each_kind()
    document = target_document(report, kinds.taxonomy(), container=container)
    written = write(report, tmp_path / "kinds", document, InlineSettings(escape=escape))
    verdict = arelle_referee.load(written.pages[0], duplicates="all")
    assert verdict.messages == []
    assert verdict.facts == arelle_referee.comparable(report)
    assert verdict.fact_count == len(report.facts)


@pytest.mark.arelle
def test_arelle_joins_the_files_of_a_set(issue, root):
    made = issue(InlineSettings(file_starts=("income", "ratios")))
    assert [each.name for each in made.pages] == ["larch.xhtml", "larch-2.xhtml", "larch-3.xhtml"]
    files = ", ".join(f'{{"file": "{each}"}}' for each in made.pages)
    verdict = arelle_referee.load(
        f'[{{"ixds": [{files}]}}]', packages=[root / "taxonomy"], plugins="inlineXbrlDocumentSet"
    )
    assert verdict.messages == []
    assert verdict.facts == arelle_referee.comparable(made.report)
    (loaded,) = load_files({each: each.read_bytes() for each in made.pages}, made.taxonomy)
    reading = loaded.reading
    assert [*reading.findings, *differences(made.report, reading.report, {})] == []


def test_the_files_of_a_set_share_a_style_sheet_and_lead_to_each_other(issue):
    made = issue(InlineSettings(file_starts=("income", "ratios")))
    first, second, third = (each.read_text(encoding="utf-8") for each in made.pages)
    for page in (first, second, third):
        assert '<link rel="stylesheet" type="text/css" href="larch.css"/>' in page
        assert "<style" not in page
        assert page.count("<ix:header>") == page.count("<ix:references>") == 1
    assert (made.pages[0].parent / "larch.css").read_text(encoding="utf-8").startswith("/*")
    assert ("<ix:resources>" in first, "<ix:resources>" in second, "<ix:resources>" in third) == (True, False, False)
    assert 'href="#section-about"' in first
    assert 'href="larch-2.xhtml#section-income"' in first
    assert 'href="larch.xhtml#section-about"' in second
    assert ('class="cover"' in first, 'class="cover"' in second) == (True, False)
    assert made.problems == ()


@settings(max_examples=150, deadline=None)
@given(kinds.reports())
def test_any_report_is_read_back_as_it_was(tmp_path_factory, report):
    path = tmp_path_factory.mktemp("any") / "page"
    written = write(report, path, target_document(report, kinds.taxonomy()), InlineSettings())
    assert written.problems == ()
    (page,) = written.pages
    reading = load_document(page, page.read_bytes(), kinds.taxonomy()).reading
    assert reading.findings == ()
    assert list(differences(report, reading.report, {})) == []


def write(report, path, document, options):
    return write_inline_xbrl(
        document, report, path, vocabulary=kinds.taxonomy(), labels=lambda name: name.local_name, settings=options
    )


@pytest.mark.arelle
def test_iij_is_the_same_in_both_syntaxes(root, tmp_path_factory):
    """The example of the README: 564 facts in 672 places."""
    from xbrlgen import build

    out = tmp_path_factory.mktemp("iij") / "out"
    built = build(root / "examples" / "iij-1h23", out)
    assert built.findings == ()
    page, instance = (judged(next(out.glob(pattern)), root) for pattern in ("*.xhtml", "*.xbrl"))
    assert page.messages == []
    assert page.facts == instance.facts
    assert len(page.facts) == 564
    assert page.fact_count == 672


def test_the_issuer_has_something_of_everything(annual):
    """Else the judgement above would be worth little."""
    text = annual.page
    for piece in ("xsi:nil", "escape=", "ix:footnote", "ix:hidden", "fixed-zero", 'sign="-"', 'scale="-2"', "in-full"):
        assert piece in text
