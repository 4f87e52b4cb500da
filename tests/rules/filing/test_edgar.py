"""Each rule of EDGAR, broken by one page: the right code and place, and beside it Arelle where it has the rule."""

import re
from dataclasses import replace
from pathlib import Path

import edgar_referee
import esef_filing as small
import pytest
from filing_fault import END, PNG

import xbrlgen.filing  # before its functions are replaced, which it would keep
import xbrlgen.profiles
from xbrlgen.findings import Finding, Severity
from xbrlgen.findings.catalogue import own_and_base, own_networks, own_schemas
from xbrlgen.pipeline import build
from xbrlgen.profiles import load_profile
from xbrlgen.validation import validate

DATE = "2024-03-27"
CIK = "0001234567"
HELD_BY_ARELLE = {
    f"EFM.5.02.05.{rule}"
    for rule in (
        "activeContent",
        "disallowedAttribute",
        "disallowedElement",
        "disallowedMetaContent",
        "externalReference",
        "graphicFileType",
        "nestedTable",
        "schemaLocationDisallowed",
        "xmlBaseDisallowed",
    )
}
"""The rules on markup; of events on elements, Arelle's have nothing."""
STYLE = '<style type="text/css">p {color: black}</style>'


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.core_package(tmp_path_factory.mktemp("core"), DATE)


def page() -> str:
    found = small.page(DATE)
    for old, new in (
        (small.LEI, CIK),
        ("http://standards.iso.org/iso/17442", "http://www.sec.gov/CIK"),
        ("-esef-ix-hidden", "-sec-ix-hidden"),
        ('xml:lang="en"', 'xml:lang="en-US"'),
        (f"../{small.NAME}", small.NAME),
        (STYLE, ""),
    ):
        found = found.replace(old, new)
    return found


def context(name: str, period: str) -> str:
    found = small.context(name, period, lei=CIK)
    return found.replace("http://standards.iso.org/iso/17442", "http://www.sec.gov/CIK")


def judged(content: str, folder: Path, core: Path, name: str = "lantern-20241231.htm") -> list[Finding]:
    for file, written in small.extension(DATE).items():
        (folder / file).write_text(written)
    (folder / name).write_text(content)
    found = validate([folder / name], profile="edgar", packages=[core]).findings
    own = {each.code for each in (*own_and_base.ENTRIES, *own_schemas.ENTRIES, *own_networks.ENTRIES)}
    return [each for each in found if each.standard.startswith("EFM.") and each.code not in own]


def test_a_sound_page_lacks_only_the_cover(core: Path, tmp_path: Path):
    (cover,) = judged(page(), tmp_path, core)
    assert (cover.code, cover.standard, cover.severity) == ("XG446", "EFM.6.05.20.deiFactsMissing", Severity.ERROR)
    assert "DocumentType, DocumentPeriodEndDate" in cover.message


FAULTS = [
    ("scheme", "XG431", "EFM.6.05.01", ("http://www.sec.gov/CIK", "http://standards.iso.org/iso/17442"), 'id="h1"'),
    ("cik", "XG432", "EFM.6.05.02", (CIK, CIK[1:]), 'id="h1"'),
    (
        "unused",
        "XG440",
        "EFM.6.05.08",
        ("<ix:relationship", small.context("c", "<xbrli:instant>2023-12-31</xbrli:instant>") + "<ix:relationship"),
        '<xbrli:context id="c"',
    ),
    (
        "forever",
        "XG242",
        "EFM.6.05.38",
        ("<xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate>", "<xbrli:forever/>"),
        'id="h1"',
    ),
    (
        "scenario",
        "XG435",
        "EFM.6.05.04",
        (
            "2024-12-31</xbrli:instant></xbrli:period>",
            "2024-12-31</xbrli:instant></xbrli:period><xbrli:scenario></xbrli:scenario>",
        ),
        "<xbrli:scenario>",
    ),
    ("precision", "XG442", "EFM.6.05.17", ('decimals="3"', 'precision="3"'), 'id="f3"'),
    ("digits", "XG261", "EFM.6.05.37", ('decimals="3"', 'decimals="1"'), 'id="f3"'),
    ("language", "XG450", "EFM.6.05.14", ('id="t1"', 'id="t1" xml:lang="de"'), 'id="t1"'),
    ("event", "XG458", "EFM.5.02.05.activeContent", (END, f'<p onclick="x()">x</p>{END}'), "onclick"),
    (
        "javascript",
        "XG458",
        "EFM.5.02.05.activeContent",
        (END, f'<p><a href="javascript:x()">x</a></p>{END}'),
        "javascript:",
    ),
    (
        "language-of-html",
        "XG417",
        "EFM.5.02.05.disallowedAttribute",
        ('xml:lang="en-US">', 'xml:lang="en-US" lang="en-US">'),
        "<html",
    ),
    (
        "anchor",
        "XG417",
        "EFM.5.02.05.disallowedAttribute",
        (END, f'<p><a name="x" href="#f1">x</a></p>{END}'),
        "<a name",
    ),
    (
        "schema-location",
        "XG417",
        "EFM.5.02.05.schemaLocationDisallowed",
        (END, f'<p xsi:schemaLocation="http://a.example a.xsd">x</p>{END}'),
        "xsi:schemaLocation",
    ),
    (
        "viewport",
        "XG418",
        "EFM.5.02.05.disallowedMetaContent",
        ("<title>", '<meta name="viewport" content="width=device-width"/><title>'),
        "<meta",
    ),
    (
        "tables",
        "XG419",
        "EFM.5.02.05.nestedTable",
        (END, f"<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>{END}"),
        "<table>",
    ),
    (
        "same-context",
        "XG423",
        "EFM.6.05.07",
        (
            "<ix:relationship",
            context("c", "<xbrli:instant>2024-12-31</xbrli:instant>") + "\n<ix:relationship",
        ),
        '<xbrli:context id="c"',
    ),
    (
        "same-unit",
        "XG424",
        "EFM.6.05.11",
        (
            "<ix:relationship",
            '<xbrli:unit id="euro"><xbrli:measure>iso4217:EUR</xbrli:measure></xbrli:unit>\n<ix:relationship',
        ),
        '<xbrli:unit id="euro"',
    ),
    (
        "days",
        "XG425",
        "EFM.6.05.09",
        (
            "<ix:relationship",
            context("c", "<xbrli:startDate>2023-01-01</xbrli:startDate><xbrli:endDate>2024-01-01</xbrli:endDate>")
            + "\n<ix:relationship",
        ),
        '<xbrli:context id="c"',
    ),
    (
        "measure",
        "XG426",
        "EFM.6.05.36",
        (
            "<ix:relationship",
            f'<xbrli:unit id="long"><xbrli:measure>lantern:{"m" * 201}</xbrli:measure></xbrli:unit>\n<ix:relationship',
        ),
        'id="long"',
    ),
    ("note", "XG451", "EFM.6.05.33", ('<ix:relationship fromRefs="f1" toRefs="n1"/>', ""), 'id="n1"'),
    ("note-role", "XG452", "EFM.6.05.28", ('id="n1"', 'id="n1" footnoteRole="http://lantern.example/role"'), 'id="n1"'),
    (
        "note-arcrole",
        "XG452",
        "EFM.6.05.30",
        ("<ix:relationship ", '<ix:relationship arcrole="http://lantern.example/arcrole" '),
        "<ix:relationship",
    ),
    (
        "link",
        "XG460",
        "EFM.5.02.05.externalReference",
        (END, f'<p><a href="https://lantern.example/">x</a></p>{END}'),
        "<a href",
    ),
    (
        "base",
        "XG461",
        "EFM.5.02.05.xmlBaseDisallowed",
        (END, f'<p xml:base="https://lantern.example/">x</p>{END}'),
        "xml:base",
    ),
    ("drawing", "XG464", "EFM.5.02.05.graphicFileType", (END, f'<p><img alt="x" src="x.svg"/></p>{END}'), "<img"),
    ("style", "XG485", "EFM.5.02.05.disallowedElement", ("<title>", f"{STYLE}<title>"), "<style"),
    (
        "figure",
        "XG471",
        "EFM.5.02.05.14.hidden-fact-eligible-for-transform",
        (
            "<ix:hidden>",
            '<ix:hidden><ix:nonFraction id="h2" name="ifrs-full:Revenue" contextRef="d" unitRef="EUR" decimals="-3">567000</ix:nonFraction>',
        ),
        'id="h2"',
    ),
    ("unseen", "XG472", "EFM.5.02.05.14.hidden-fact-not-referenced", (' style="-sec-ix-hidden:h1"', ""), 'id="h1"'),
    (
        "nowhere",
        "XG473",
        "EFM.5.02.05.14.hidden-fact-not-found",
        (END, f'<p style="-sec-ix-hidden:h9">x</p>{END}'),
        "h9",
    ),
    (
        "twice",
        "XG475",
        "EFM.5.02.05.14.hidden-fact-multiple-references",
        (END, f'<p style="-sec-ix-hidden:h1">x</p>{END}'),
        "h1",
    ),
    ("registry", "XG479", "EFM.5.02.05.12", ("transformation/2022-02-16", "transformation/2011-07-31"), 'id="f1"'),
    ("target", "XG481", "EFM.5.02.05.targetDisallowed", ('id="f2"', 'id="f2" target="x"'), 'id="f2"'),
    (
        "tuple",
        "XG483",
        "EFM.5.02.05.tupleDisallowed",
        (END, f'<p><ix:tuple tupleID="u1" name="ifrs-full:NotesAbstract"></ix:tuple></p>{END}'),
        "ix:tuple",
    ),
    ("prefix", "XG486", "EFM.5.02.05.standardNamespacePrefix", ("ifrs-full:", "ifrs:"), "<html"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=[each[0] for each in FAULTS])
def test_one_fault_is_found_in_its_place(fault, core: Path, tmp_path: Path):
    name, code, standard, change, at = fault
    content = page()
    assert change[0] in content
    content = (
        content.replace(*change).replace("xmlns:ifrs-full=", "xmlns:ifrs=")
        if code == "XG486"
        else content.replace(*change)
    )
    told = [each for each in judged(content, tmp_path, core) if each.code != "XG446"]
    also = {("XG440", "EFM.6.05.08")} if code in {"XG423", "XG425"} else set()  # a context without facts, too
    assert {(each.code, each.standard) for each in told} - also == {(code, standard)}
    told = [each for each in told if each.code == code]
    assert at in content.splitlines()[told[0].locations[0].line - 1]
    if standard in HELD_BY_ARELLE and name != "event":
        assert edgar_referee.objections(content) == {standard}


def test_a_sound_page_is_sound_to_arelle():
    assert edgar_referee.objections(page()) == set()


def test_links_may_lead_to_other_filings(core: Path, tmp_path: Path):
    link = '<p><a href="https://www.sec.gov/Archives/edgar/data/1/x.htm">x</a></p>'
    content = page().replace(END, f"{link}{END}")
    assert {each.code for each in judged(content, tmp_path, core)} == {"XG446"}
    assert edgar_referee.objections(content) == set()


def test_facts_of_the_cover_may_be_hidden():
    from xbrlgen.rules.filing import Requirements

    pattern = load_profile("edgar").compose(Requirements, "filing").hideable
    assert re.fullmatch(pattern, "http://xbrl.sec.gov/dei/2025")
    assert not re.fullmatch(pattern, small.ifrs(DATE))


def test_without_dei_the_cover_cannot_be_tagged_and_the_hint_says_what_to_pass(core: Path, tmp_path: Path):
    (cover,) = judged(page(), tmp_path, core)
    assert "dei" in cover.hint
    assert "--packages" in cover.hint


@pytest.mark.parametrize("example", ["halmbrueck-2024", "iij-1h23"])
def test_the_pages_that_we_write_for_edgar_hold_nothing_that_it_refuses(example: str, root: Path, tmp_path: Path):
    profile = load_profile("edgar")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xbrlgen.profiles, "load_profile", {"edgar": replace(profile, rulings={})}.__getitem__)
        built = build(root / "examples" / example, tmp_path / "out", profile="edgar")
    (path,) = (each for each in built.files if each.suffix == ".htm")
    assert edgar_referee.objections(path.read_text(encoding="utf-8")) == set()
    told = {each.standard for each in validate([path], profile="edgar").findings}
    assert {each for each in told if each.startswith("EFM.5.")} == set()
    assert '<td class="number" style="text-align: right' in path.read_text(encoding="utf-8")


def test_images_are_files(core: Path, tmp_path: Path):
    content = page().replace(END, f'<p><img alt="x" src="data:image/png;base64,{PNG}"/></p>{END}')
    told = {(each.code, each.standard) for each in judged(content, tmp_path, core)}
    assert told >= {("XG463", "EFM.5.02.05.graphicDataUrl"), ("XG464", "EFM.5.02.05.graphicFileType")}


@pytest.mark.parametrize(
    ("name", "code"), [("Lantern.htm", "XG488"), ("l" * 29 + ".htm", "XG488"), ("lantern.xhtml", "XG489")]
)
def test_files_have_names_that_the_portal_takes(name, code, core: Path, tmp_path: Path):
    assert code in {each.code for each in judged(page(), tmp_path, core, name)}
