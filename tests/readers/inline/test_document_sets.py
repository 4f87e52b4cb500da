"""Document sets as a whole: which pages belong together, each target judged, and what is written proven together."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copy
from zipfile import ZipFile

import arelle_referee
import kinds
import pytest
from inline_pages import REFERENCES, number, page, text

from xbrlgen.document_sets import grouped
from xbrlgen.loading import load_files
from xbrlgen.profiles import load_profile
from xbrlgen.proof import Proof
from xbrlgen.target import target_document
from xbrlgen.validation import Validated, validate
from xbrlgen.writers.inline import InlineSettings, write_inline_xbrl

TAXONOMY = (kinds.SCHEMA, kinds.SCHEMA.with_name("kinds-definition.xml"))
FIRST = page(number("1", 'id="f1"') + text("a", 'id="f2" continuedAt="c1"', "k:Name"))
SECOND = page('<ix:continuation id="c1">b</ix:continuation>' + number("3", 'id="f3"', "k:Change"), header_="")
ALONE = page(number("7", 'id="g1"'))
OTHER = REFERENCES.replace("<ix:references>", '<ix:references target="other">')


def written(folder: Path, **pages: bytes) -> list[Path]:
    """Pages by their names, beside their taxonomy."""
    paths = [folder / f"{name}.xhtml" for name in pages]
    for path, content in zip(paths, pages.values(), strict=True):
        path.write_bytes(content.replace(kinds.SCHEMA.as_uri().encode(), kinds.SCHEMA.name.encode()))
    for each in TAXONOMY:
        copy(each, folder)
    return paths


def said(judged: Validated) -> list[tuple[str, str]]:
    """The codes of errors, and in which file each is."""
    return [(each.code, Path(each.locations[0].path).name) for each in judged.findings if each.severity == "error"]


def names(groups: Sequence[tuple[Path, ...]]) -> list[list[str]]:
    return [[path.stem for path in group] for group in groups]


# --- which pages belong together --------------------------------------------------------------------------------------


def test_pages_that_need_each_other_are_one_report_and_others_are_reports_of_their_own(tmp_path: Path):
    paths = written(tmp_path, a=FIRST, b=ALONE, c=SECOND)
    assert names([*grouped(paths)]) == [["a", "c"], ["b"]]
    judged = validate(paths)
    assert (said(judged), judged.facts) == ([], 4)


def test_of_several_pages_with_the_contexts_the_one_with_the_similar_name_is_needed(tmp_path: Path):
    bare = page(number("3", 'id="f3"', "k:Change"), header_="")
    paths = written(tmp_path, acme=ALONE, birch=page(number("5")), **{"birch-2": bare, "acme-2": bare})
    assert names([*grouped(paths)]) == [["acme", "acme-2"], ["birch", "birch-2"]]
    assert said(validate(paths)) == []


def test_a_page_without_tags_belongs_to_the_one_whose_name_it_continues(tmp_path: Path):
    paths = written(tmp_path, a=FIRST, **{"a-2": SECOND, "a-3": page("<p>a</p>", header_="")})
    assert names([*grouped(paths)]) == [["a", "a-2", "a-3"]]
    assert said(validate(paths)) == []


def test_pages_in_several_folders_are_not_mixed(tmp_path: Path):
    (tmp_path / "x").mkdir()
    paths = [*written(tmp_path, a=FIRST), *written(tmp_path / "x", a=FIRST, b=SECOND)]
    assert names([*grouped(paths)]) == [["a"], ["a", "b"]]


def test_other_files_stay_by_themselves_whatever_they_hold(tmp_path: Path):
    (broken,) = written(tmp_path, broken=b"<html")
    other = tmp_path / "a.json"
    other.write_bytes(b"{}")
    assert [*grouped([other, broken, *written(tmp_path, b=ALONE)])] == [
        (other,),
        (broken,),
        (tmp_path / "b.xhtml",),
    ]


def test_what_is_wrong_in_a_set_is_told_once_and_in_its_page(tmp_path: Path):
    paths = written(tmp_path, a=FIRST, b=SECOND.replace(b">3<", b">x<"))
    assert said(validate(paths)) == [("XG161", "b.xhtml")]


# --- target documents -------------------------------------------------------------------------------------------------

TWO_TARGETS = {
    "a": page(
        number("1", 'id="f1"') + number("2", 'id="f2" target="other"', "k:Change"), references=REFERENCES + OTHER
    ),
    "b": page(number("4", 'id="f4" target="other"', "k:Unheard"), header_=""),
}


def test_every_target_is_judged_not_only_the_default_one(tmp_path: Path):
    paths = written(tmp_path, **TWO_TARGETS)
    judged = validate(paths)
    assert said(judged) == [("XG350", "b.xhtml")]
    assert judged.facts == 3


def test_every_target_of_a_packaged_set_is_judged(tmp_path: Path):
    package = tmp_path / "a.xbri"
    with ZipFile(package, "w") as archive:
        archive.writestr(
            "a/META-INF/reportPackage.json",
            '{"documentInfo": {"documentType": "https://xbrl.org/report-package/2023/xbri"}}',
        )
        for name, content in TWO_TARGETS.items():
            archive.writestr(
                f"a/reports/set/{name}.xhtml", content.replace(kinds.SCHEMA.as_uri().encode(), b"kinds.xsd")
            )
        for each in TAXONOMY:
            archive.write(each, f"a/reports/set/{each.name}")
    judged = validate([package])
    assert ("XG350", "b.xhtml") in said(judged)
    assert judged.facts == 3


@pytest.mark.arelle
@pytest.mark.parametrize("target", [None, "other"])
def test_arelle_sees_the_same_facts_in_each_target(tmp_path: Path, target: str | None):
    pages = {**TWO_TARGETS, "b": TWO_TARGETS["b"].replace(b"k:Unheard", b"k:Employees")}
    paths = written(tmp_path, **pages)
    (loaded,) = (each for each in load_files({path: path.read_bytes() for path in paths}) if each.target == target)
    entry = [{"ixds": [{"file": str(path)} for path in paths], "ixdsTarget": target or "(default)"}]
    verdict = arelle_referee.load(Path(json.dumps(entry)), plugins="inlineXbrlDocumentSet")
    assert verdict.errors == []
    assert verdict.facts == arelle_referee.comparable(loaded.reading.report)


# --- the proof of what is written -------------------------------------------------------------------------------------

REPORT = kinds.report(kinds.number("Revenue", 5), kinds.number("Change", -3), kinds.text("Name", "a", "en"))


def prove(folder: Path, damage: tuple[str, str] = ("", "")) -> list[str]:
    """The codes of what speaks against two pages that were written for a report, one of them damaged."""
    document = target_document(REPORT, kinds.taxonomy(), schema_refs=(str(kinds.SCHEMA),))
    (whole,) = write_inline_xbrl(
        document, REPORT, folder / "a", vocabulary=kinds.taxonomy(), labels=str, settings=InlineSettings()
    ).pages
    first = whole.read_text()
    start, end = first.index('<div class="page">'), first.index("</body>")
    second = page("", header_="").decode()
    paths = [whole, folder / "a-2.xhtml"]
    tags = first[start:end]
    body = f"{second[: second.index('<body>') + 6]}{tags.replace(*damage) if damage[0] else tags}</body></html>"
    paths[0].write_text(f"{first[:start]}{first[end:]}")
    paths[1].write_text(body.replace("transformation/2020-02-12", "transformation/2022-02-16"))
    proof = Proof(REPORT, {}, load_profile("generic"))
    return [each.code for each in proof.findings(paths) if each.severity == "error"]


def test_pages_that_say_everything_together_are_proven(tmp_path: Path):
    assert prove(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("iso4217:JPY<", "iso4217:USD<", "its unit is"),
        (f">{kinds.ENTITY.identifier}<", ">37741<", "its entity is"),
        (kinds.ENTITY.scheme, "http://standards.iso.org/iso/17442", "its entity is"),
    ],
)
def test_another_currency_or_entity_than_declared_is_a_difference_of_each_fact_that_has_it(tmp_path, old, new, words):
    document = target_document(REPORT, kinds.taxonomy(), schema_refs=(str(kinds.SCHEMA),))
    (path,) = write_inline_xbrl(document, REPORT, tmp_path / "a", vocabulary=kinds.taxonomy(), labels=str).pages
    path.write_text(path.read_text().replace(old, new))
    found = [each for each in Proof(REPORT, {}, load_profile("generic")).findings([path]) if each.severity == "error"]
    assert {each.code for each in found} == {"XG655"}
    assert all(words in each.message for each in found)
    assert {each.fact for each in found} == {fact.id for fact in REPORT.facts if fact.unit or words == "its entity is"}


def test_a_fact_that_no_page_of_a_set_reports_is_missed(tmp_path: Path):
    assert prove(tmp_path, (">5<", ">6<")) == ["XG652"]


def test_targets_are_proven_together(tmp_path: Path):
    facts = load_files({path: path.read_bytes() for path in written(tmp_path, a=ALONE)})[0].reading.report.facts
    report = replace(REPORT, facts=(*facts, facts[0]._replace(id="f2", concept=kinds.name("Change"))))
    both = ALONE.replace(b"</body>", b"").replace(b"</html>", b"").decode() + number(
        "7", 'id="f2" target="other"', "k:Change"
    )
    both = both.replace(REFERENCES, REFERENCES + OTHER) + "</body></html>"
    (path,) = written(tmp_path, a=both.encode())
    assert list(Proof(report, {}, load_profile("generic")).findings([path])) == []
    (found,) = Proof(replace(report, facts=report.facts[:1]), {}, load_profile("generic")).findings([path])
    assert found.code == "XG651"
