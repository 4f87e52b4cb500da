"""Instances over the small taxonomy kinds.xsd, with two contexts and two units around what is to be read."""

import kinds

from xbrlgen.model import Fact
from xbrlgen.readers.xbrl_xml import read_xbrl_xml


def instance(body: str, *, root: str = "", schema_ref: str | None = "kinds.xsd") -> bytes:
    """An instance with two contexts and two units, around `body`."""
    reference = "" if schema_ref is None else f'<link:schemaRef xlink:type="simple" xlink:href="{schema_ref}"/>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:k="{kinds.NAMESPACE}"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"{root}>
{reference}
{context("d", "<xbrli:startDate>2023-04-01</xbrli:startDate><xbrli:endDate>2023-09-30</xbrli:endDate>")}
{context("i", "<xbrli:instant>2023-09-30</xbrli:instant>")}
<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
{body}
</xbrli:xbrl>""".encode()


def context(name: str, period: str, scenario: str = "", segment: str = "") -> str:
    segment = segment and f"<xbrli:segment>{segment}</xbrli:segment>"
    scenario = scenario and f"<xbrli:scenario>{scenario}</xbrli:scenario>"
    return f"""<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="{kinds.ENTITY.scheme}"> 37740
 </xbrli:identifier>{segment}</xbrli:entity><xbrli:period>{period}</xbrli:period>{scenario}</xbrli:context>"""


def read(body: str, **more):
    return read_xbrl_xml(instance(body, **more), kinds.taxonomy(), "r.xbrl")


def fact(body: str, **more) -> Fact:
    """The one fact of a document without a fault."""
    reading = read(body, **more)
    assert reading.findings == ()
    assert reading.report is not None
    (found,) = reading.report.facts
    return found


CASH = '<k:Cash id="f" contextRef="i" unitRef="JPY" decimals="0">1</k:Cash>'
NAME = '<k:Name id="n" contextRef="d">IIJ</k:Name>'


def footnote_link(
    *,
    href="#f",
    arc_to="note",
    language=' xml:lang="EN"',
    arcrole="fact-footnote",
    content="x &amp; y",
    role="footnote",
):
    arcrole_uri = f"http://www.xbrl.org/2003/arcrole/{arcrole}"
    return f"""<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
<link:loc xlink:type="locator" xlink:href="{href}" xlink:label="fact"/>
<link:loc xlink:type="locator" xlink:href="#n" xlink:label="fact"/>
<link:footnote id="note-1" xlink:type="resource" xlink:label="note"
 xlink:role="http://www.xbrl.org/2003/role/{role}"{language}>{content}</link:footnote>
<link:footnoteArc xlink:type="arc" xlink:arcrole="{arcrole_uri}" xlink:from="fact" xlink:to="{arc_to}"/>
</link:footnoteLink>"""
