"""A report in xBRL-JSON, to be read as it is or with some of it changed."""

import json
from copy import deepcopy

import kinds

from xbrlgen.readers.xbrl_json import read_xbrl_json

DOCUMENT = {
    "documentInfo": {
        "documentType": "https://xbrl.org/2021/xbrl-json",
        "features": {"xbrl:canonicalValues": False},
        "linkGroups": {"_": "http://www.xbrl.org/2003/role/link"},
        "linkTypes": {
            "footnote": "http://www.xbrl.org/2003/arcrole/fact-footnote",
            "explanatoryFact": "http://www.xbrl.org/2009/arcrole/fact-explanatoryFact",
        },
        "namespaces": {
            "k": kinds.NAMESPACE,
            "sicc": kinds.ENTITY.scheme,
            "xbrl": "https://xbrl.org/2021",
            "xbrli": "http://www.xbrl.org/2003/instance",
            "iso4217": "http://www.xbrl.org/2003/iso4217",
        },
        "taxonomy": ["kinds.xsd"],
    },
    "facts": {
        "f": {
            "value": "1000",
            "decimals": -3,
            "dimensions": {
                "concept": "k:Cash",
                "entity": "sicc:37740",
                "period": "2023-10-01T00:00:00",
                "unit": "iso4217:JPY",
            },
            "links": {"footnote": {"_": ["note"]}},
        },
        "t": {
            "value": " IIJ ",
            "dimensions": {
                "concept": "k:Name",
                "entity": "sicc:37740",
                "period": "2023-04-01T00:00:00/2023-10-01T00:00:00",
                "language": "en",
            },
        },
        "note": {
            "value": "See <b>this</b>",
            "dimensions": {"concept": "xbrl:note", "language": "en", "noteId": "note"},
        },
    },
}
UTR = "http://www.xbrl.org/2009/utr"
NOTHING = object()


def changed(pointer: str, value: object) -> dict:
    """The document with another value at `pointer`, or without what is there."""
    document = deepcopy(DOCUMENT)
    *parents, last = pointer.strip("/").split("/")
    place = document
    for step in parents:
        place = place[step.replace("~1", "/")]
    if value is NOTHING:
        del place[last]
    else:
        place[last] = value
    return document


def read(document: dict):
    return read_xbrl_json(json.dumps(document).encode(), kinds.taxonomy(), "r.json")


def fact(document: dict, name: str = "f"):
    reading = read(document)
    assert reading.findings == ()
    return next(each for each in reading.report.facts if each.id == name)
