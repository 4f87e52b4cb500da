"""A small report in CSV, to be written as it is or with some of it changed."""

import json
import shutil
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

import kinds

METADATA = {
    "documentInfo": {
        "documentType": "https://xbrl.org/2021/xbrl-csv",
        "namespaces": {
            "iso4217": "http://www.xbrl.org/2003/iso4217",
            "k": kinds.NAMESPACE,
            "sicc": kinds.ENTITY.scheme,
            "xbrl": "https://xbrl.org/2021",
            "xbrli": "http://www.xbrl.org/2003/instance",
        },
        "linkTypes": {
            "footnote": "http://www.xbrl.org/2003/arcrole/fact-footnote",
            "explanatoryFact": "http://www.xbrl.org/2009/arcrole/fact-explanatoryFact",
        },
        "linkGroups": {"_": "http://www.xbrl.org/2003/role/link"},
        "taxonomy": ["kinds.xsd"],
    },
    "dimensions": {"period": "$half"},
    "decimals": -6,
    "parameters": {"half": "2023-04-01..2023-09-30"},
    "tableTemplates": {
        "money": {
            "rowIdColumn": "id",
            "dimensions": {"entity": "sicc:37740", "unit": "iso4217:JPY"},
            "columns": {
                "id": {},
                "label": {"comment": True},
                "concept": {},
                "when": {},
                "amount": {"dimensions": {"concept": "$concept", "period": "$when@end"}},
                "north": {"dimensions": {"concept": "k:Revenue", "k:SegmentsAxis": "k:NorthMember"}, "decimals": 0},
            },
        },
        "texts": {
            "dimensions": {"entity": "$who"},
            "columns": {
                "language": {},
                "kind": {
                    "propertyGroups": {
                        "name": {"dimensions": {"concept": "k:Name", "language": "$language"}},
                        "staff": {"dimensions": {"concept": "k:Employees"}, "decimals": "#none"},
                    }
                },
                "value": {"dimensions": {"k:BondAxis": "$bond"}, "propertiesFrom": ["kind"]},
                "bond": {},
            },
        },
        "notes": {
            "columns": {
                "text": {"dimensions": {"concept": "xbrl:note", "language": "en", "period": "#none"}},
            }
        },
    },
    "tables": {
        "balance": {"template": "money", "url": "money.csv"},
        "texts": {"url": "texts.csv", "parameters": {"who": "sicc:37740"}},
        "notes": {"url": "notes.csv"},
        "more": {"template": "notes", "url": "no-such-file.csv", "optional": True},
    },
    "links": {"footnote": {"_": {"balance.r_a-1.amount": ["notes.r_1.text"]}}},
}
FILES = {
    "money.csv": (
        "id,label,concept,when,amount,north\r\n"
        'a-1,"Cash, at hand",k:Cash,2023H1,5000000,\r\n'
        "b,Revenue,,,,12\r\n"
        "c,Shares,k:Cash,2023W26,7d0,\r\n"
    ),
    "texts.csv": (
        "language,kind,value,bond\n"
        'en,name,"IIJ ""Inc.""\nTokyo",\n'
        "ja,name,##1,x\n"
        "de,name,#empty,#nil\n"
        "fr,name,#nil,##\n"
        ",staff,4803,#empty\n"
    ),
    "notes.csv": "text\rSee <b>this</b>\r",
}
BASE = {
    "documentInfo": {
        "documentType": "https://xbrl.org/2021/xbrl-csv",
        "namespaces": {"k": kinds.NAMESPACE},
        "taxonomy": ["kinds.xsd"],
    },
    "decimals": -6,
    "tableTemplates": {"notes": METADATA["tableTemplates"]["notes"]},
}

FACTS = 8
ABSENT = object()


def changed(members: Mapping[str, object], metadata: dict = METADATA) -> dict:
    """The metadata with other members at these pointers, or without them."""
    document = deepcopy(metadata)
    for pointer, value in members.items():
        *parents, last = pointer.split("/")
        place = document
        for step in parents:
            place = place[step]
        if value is ABSENT:
            del place[last]
        else:
            place[last] = value
    return document


def write(folder: Path, members: Mapping[str, object] = {}, files: Mapping[str, str | bytes] = {}) -> Path:
    """Write the document with these changes and return its metadata."""
    for name in ("kinds.xsd", "kinds-definition.xml"):
        shutil.copy(kinds.SCHEMA.with_name(name), folder / name)
    for name, content in {**FILES, **files}.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    path = folder / "metadata.json"
    if "metadata.json" not in files:
        path.write_text(json.dumps(changed(members), indent=1), encoding="utf-8")
    return path
