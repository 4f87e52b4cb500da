"""Pages of inline XBRL over the taxonomy of kinds.xsd, put together from their parts."""

import kinds

from xbrlgen.findings import Finding, Location
from xbrlgen.model import Fact
from xbrlgen.readers.inline import InlineDocument, read_inline_xbrl
from xbrlgen.readers.reading import Reading
from xbrlgen.transformations import transformation

INLINE_1_1 = "http://www.xbrl.org/2013/inlineXBRL"
INLINE_1_0 = "http://www.xbrl.org/2008/inlineXBRL"
SCHEMA_REF = f'<link:schemaRef xlink:type="simple" xlink:href="{kinds.SCHEMA.as_uri()}"/>'
REFERENCES = f"<ix:references>{SCHEMA_REF}</ix:references>"
UNITS = (
    '<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>'
    '<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>'
)


def context(name: str, period: str) -> str:
    scheme, identifier = kinds.ENTITY.scheme, kinds.ENTITY.identifier
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="{scheme}">{identifier}</xbrli:identifier>'
        f"</xbrli:entity><xbrli:period>{period}</xbrli:period></xbrli:context>"
    )


CONTEXTS = context(
    "d", "<xbrli:startDate>2023-04-01</xbrli:startDate><xbrli:endDate>2023-09-30</xbrli:endDate>"
) + context("i", "<xbrli:instant>2023-09-30</xbrli:instant>")


def header(
    *,
    hidden: str = "",
    references: str = REFERENCES,
    resources: str | None = CONTEXTS + UNITS,
    more: str = "",
    parts: str | None = None,
) -> str:
    """An ix:header in its place; `parts` is all that is in it, where it is not put together from the others."""
    if parts is None:
        parts = (f"<ix:hidden>{hidden}</ix:hidden>" if hidden else "") + references
        parts += "" if resources is None else f"<ix:resources>{resources}{more}</ix:resources>"
    return f'<div style="display:none"><ix:header>{parts}</ix:header></div>'


def page(
    body: str,
    *,
    root: str = "",
    head: str = "",
    before: str = "",
    header_: str | None = None,
    version: str = INLINE_1_1,
    **parts: str | None,
) -> bytes:
    """A page: `body` stands on its fifth line, after the header on the fourth."""
    return f"""{before}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="{version}" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:k="{kinds.NAMESPACE}" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"{root}><head><title>t</title>{head}</head><body>
{header(**parts) if header_ is None else header_}
{body}
</body></html>""".encode()


def read(*pages: bytes, target: str | None = None, vocabulary=None) -> Reading:
    """The reading of a document set whose pages are called p1.xhtml, p2.xhtml ..."""
    documents = [InlineDocument(f"p{number}.xhtml", content) for number, content in enumerate(pages, 1)]
    return read_inline_xbrl(documents, vocabulary or kinds.taxonomy(), transformation, target)


def found(*pages: bytes) -> list[tuple[str, str, str]]:
    """Code, standard code and line of each finding."""
    return [(each.code, each.standard, line(each.locations[0])) for each in read(*pages).findings]


def line(place: Location) -> str:
    """A place without its column."""
    return f"{place.path}:{place.line}"


def facts(body: str, **parts: str | None) -> tuple[Fact, ...]:
    """The facts of a page without a fault."""
    reading = read(page(body, **parts))
    assert reading.findings == (), _told(reading.findings)
    assert reading.report is not None
    return reading.report.facts


def fact(body: str, **parts: str | None) -> Fact:
    """The one fact of a page without a fault."""
    (only,) = facts(body, **parts)
    return only


def number(text: str, attributes: str = "", name: str = "k:Revenue") -> str:
    """A number over the half-year, in yen."""
    return (
        f'<ix:nonFraction name="{name}" contextRef="d" unitRef="JPY" decimals="0" {attributes}>{text}</ix:nonFraction>'
    )


def text(content: str, attributes: str = "", name: str = "k:Policy") -> str:
    """A text over the half-year."""
    return f'<ix:nonNumeric name="{name}" contextRef="d" {attributes}>{content}</ix:nonNumeric>'


def _told(findings: tuple[Finding, ...]) -> str:
    return "\n".join(f"{each.code} {each.standard} {each.message}" for each in findings)
