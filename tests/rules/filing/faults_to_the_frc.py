"""Faults in a filing for UKSEF; none of these filings has the target UKFRS, which is told of each time."""

import esef_filing as small
from esef_filing import LEI
from faults_of_facts import CONTEXTS
from filing_fault import REVENUE, Fault, after

_SEGMENT = next(each for each in CONTEXTS if each.name == "segment")
_NAMED = {"name": f"{LEI}-2024-12-31"}
_ALSO = frozenset({"XG482"})


def _fault(name: str, code: str, standard: str, *change: tuple[str, str], at: str = "", **further) -> Fault:
    settings = {"filing": _NAMED, **further}
    return Fault(f"frc-{name}", code, f"ESEF.{standard}", change, at, year="uk", also=_ALSO - {code}, **settings)


FRC = (
    _fault(
        "target",
        "XG482",
        "UKFRC5.noUKFRSData",
        at="<html",
        arelle="ESEF.UKFRC5.noUKFRSData",
        why="an error to Arelle; a warning here, so that the ESEF half can be made by itself",
    ),
    _fault(
        "scheme",
        "XG431",
        "UKFRC6.invalidIdentifier",
        ("http://standards.iso.org/iso/17442", "http://www.companieshouse.gov.uk/"),
        at='id="h1"',
    ),
    _fault(
        "segment", "XG435", "UKFRC8.segmentUsed", *_SEGMENT.change, at="<xbrli:segment>", extension=_SEGMENT.extension
    ),
    _fault(
        "script", "XG458", "UKFRC13.executableCodePresent", *after("<div><script>x()</script></div>"), at="<script>"
    ),
    _fault(
        "style-sheet",
        "XG468",
        "UKFRC16.externalCssFileForSingleIXbrlDocument",
        ("<head>", '<head><link rel="stylesheet" type="text/css" href="x.css"/>'),
        at="<link",
        filing={**_NAMED, "more": {"x.css": b"p {color: black}"}},
    ),
    _fault(
        "image",
        "XG464",
        "UKFRC15.imageFormatNotSupported",
        *after('<p><img alt="x" src="x.webp"/></p>'),
        at="<img",
        filing={**_NAMED, "more": {"x.webp": b"RIFF"}},
    ),
    _fault(
        "report-name",
        "XG488",
        "UKFRC18.reportFileNameDoesNotFollowNamingConvention",
        at="<html",
        filing={**_NAMED, "report": "lantern"},
    ),
    _fault(
        "package-name",
        "XG490",
        "UKFRC17.reportPackageNameDoesNotFollowNamingConvention",
        filing={"name": "lantern", "report": f"{LEI}-2024-12-31"},
    ),
    _fault(
        "other-target",
        "XG481",
        "UKFRC3.incorrectTarget",
        (
            "<ix:resources>",
            f'<ix:references target="ukfrs"><link:schemaRef xlink:type="simple" xlink:href="../{small.NAME}.xsd"/></ix:references>\n<ix:resources>',
        ),
        *after(f'<p><ix:nonFraction id="x1" target="ukfrs" {REVENUE}>567</ix:nonFraction></p>'),
        at='target="ukfrs"',
    ),
    _fault(
        "escape",
        "XG476",
        "2.2.7.improperApplicationOfEscapeAttribute",
        ('id="t1"', 'id="t1" escape="true"'),
        at='id="t1"',
        arelle="",
        why="requirements 1.2.3 keep the rule of 2024 for GB; Arelle's UKFRC takes that of 2025",
    ),
)
