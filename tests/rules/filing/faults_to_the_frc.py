"""Faults in a filing for UKSEF; none of these filings has the target UKFRS, which is told of each time."""

import esef_filing as small
from esef_filing import LEI
from faults_of_facts import CONTEXTS
from filing_fault import PNG, REVENUE, Fault, after

_SEGMENT = next(each for each in CONTEXTS if each.name == "segment")
_NAME = f"{LEI}-2024-12-31"
_NAMED = {"name": _NAME, "country": "GB"}
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
        "images",
        "XG409",
        "UKFRC14.mixedImageReference",
        *after(f'<p><img alt="x" src="data:image/png;base64,{PNG}"/><img alt="y" src="y.png"/></p>'),
        at="<img",
        filing={**_NAMED, "more": {"y.png": b"\x89PNG\r\n\x1a\n123456"}},
    ),
    _fault("no-image", "XG409", "UKFRC14.imageOutsidePackage", *after('<p><img alt="x" src="x.png"/></p>'), at="<img"),
    _fault(
        "images-apart",
        "XG409",
        "UKFRC15.mixedImageLocation",
        *after('<p><img alt="x" src="a/x.png"/><img alt="y" src="b/y.png"/></p>'),
        at="<img",
        filing={**_NAMED, "more": dict.fromkeys(("a/x.png", "b/y.png"), b"\x89PNG\r\n\x1a\n123456")},
    ),
    _fault(
        "no-gif",
        "XG465",
        "UKFRC15.imageDoesNotMatchItsFileExtension",
        *after('<p><img alt="x" src="x.gif"/></p>'),
        at="<img",
        filing={**_NAMED, "more": {"x.gif": b"\x89PNG\r\n\x1a\n123456"}},
    ),
    _fault("space", "XG406", "UKFRC19.spaceInFilePath", filing={**_NAMED, "more": {"read me.txt": b"x"}}),
    _fault(
        "subdirectory",
        "XG405",
        "UKFRC11.reportsSubdirectory",
        filing={**_NAMED, "report": f"2024/{_NAME}"},
    ),
    _fault(
        "two-reports",
        "XG405",
        "UKFRC10.multipleReports",
        filing={**_NAMED, "more": {f"{_NAME}-T01.xhtml": small.page().replace("-esef-ix", "-ix").encode()}},
    ),
    _fault("extension", "XG489", "UKFRC12.reportNotInline", at="<html", filing={**_NAMED, "extension": ".htm"}),
    _fault(
        "package-extension",
        "XG491",
        "UKFRC9.disallowedReportPackageFileExtension",
        arelle="rpe:incorrectReportType",
        why="Arelle goes no further than the rules of report packages, which this breaks, too",
        filing={**_NAMED, "suffix": ".xbr"},
    ),
    _fault("old-core", "XG493", "UKFRC2.incorrectEsefTaxonomyVersionUsed", date="2021-03-24", filing=_NAMED),
    _fault(
        "two-entities",
        "XG434",
        "UKFRC6.multipleIdentifiers",
        *next(each for each in CONTEXTS if each.name == "two-entities").change,
        at='id="h1"',
    ),
    _fault("country", "XG407", "UKFRC21.invalidPublisherCountryElementContent", filing={**_NAMED, "country": "DE"}),
    _fault("no-country", "XG407", "UKFRC21.missingPublisherCountryElement", filing={"name": _NAME}),
    _fault(
        "encoding",
        "XG408",
        "UKFRC20.nonUtf8Instance",
        ('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
        at="<html",
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
        filing={**_NAMED, "name": "lantern", "report": _NAME},
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
