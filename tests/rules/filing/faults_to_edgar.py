"""Faults in a page for EDGAR: name, code, the code of the manual, what is changed, a piece of the line of its place."""

import esef_filing as small
from filing_fault import END, REVENUE

CIK = "0001234567"
STYLE = '<style type="text/css">p {color: black}</style>'


def context(name: str, period: str) -> str:
    found = small.context(name, period, lei=CIK)
    return found.replace("http://standards.iso.org/iso/17442", "http://www.sec.gov/CIK")


INSTANT = context("i", "<xbrli:instant>2024-12-31</xbrli:instant>")
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
    ("two-entities", "XG434", "EFM.6.05.03", (INSTANT, INSTANT.replace(CIK, "0000000007")), 'id="h1"'),
    (
        "segment",
        "XG436",
        "EFM.6.05.05",
        (
            f"{CIK}</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>",
            (
                f"{CIK}</xbrli:identifier><xbrli:segment><lantern:Budget/></xbrli:segment></xbrli:entity>"
                "<xbrli:period><xbrli:instant>"
            ),
        ),
        "lantern:Budget",
    ),
    (
        "two-values",
        "XG400",
        "EFM.6.05.12",
        (END, f'<p><ix:nonFraction id="f6" {REVENUE}>765</ix:nonFraction></p>{END}'),
        'id="f2"',
    ),
    (
        "two-texts",
        "XG403",
        "EFM.6.05.12",
        ("ifrs-full:PrincipalPlaceOfBusiness", "ifrs-full:DomicileOfEntity"),
        'id="t3"',
    ),
    ("doctype", "XG151", "EFM.5.02.05.doctypeDisallowed", ("<html", "<!DOCTYPE html>\n<html"), "<html"),
    (
        "old-inline",
        "XG457",
        "EFM.5.02.05",
        ("http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL"),
        "<html",
    ),
    (
        "fraction",
        "XG484",
        "EFM.5.02.05.fractionDisallowed",
        (
            END,
            (
                '<p><ix:fraction id="u1" name="ifrs-full:EnergyUsed" contextRef="d" unitRef="pure">'
                f"<ix:numerator>1</ix:numerator>/<ix:denominator>2</ix:denominator></ix:fraction></p>{END}"
            ),
        ),
        "ix:fraction",
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
