"""The item types that own elements may have, by the short names of the report folder."""

from collections.abc import Mapping
from types import MappingProxyType

from xbrlgen.findings import finding
from xbrlgen.model import ItemType, QName, Vocabulary
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.readers.report_folder.names import Names
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest

_SHORT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "monetary": "monetaryItemType",
        "shares": "sharesItemType",
        "per-share": "perShareItemType",
        "pure": "pureItemType",
        "percent": "percentItemType",
        "decimal": "decimalItemType",
        "integer": "integerItemType",
        "string": "stringItemType",
        "text-block": "textBlockItemType",
        "boolean": "booleanItemType",
        "date": "dateItemType",
        "date-time": "dateTimeItemType",
        "duration": "durationItemType",
        "uri": "anyURIItemType",
        "area": "areaItemType",
        "volume": "volumeItemType",
        "mass": "massItemType",
        "energy": "energyItemType",
        "power": "powerItemType",
    }
)

_DTR = "http://www.xbrl.org/dtr/type/"
_NAMESPACES = (
    XBRLI,
    *(_DTR + version for version in ("2024-01-31", "2022-03-31", "2020-01-21", "numeric", "non-numeric")),
)
"""Where item types are declared: XBRL 2.1, and the editions of the Data Type Registry; a taxonomy uses one of them."""


def item_type(text: PlacedText, names: Names) -> ItemType | None:
    """The item type that `text` names; None, and a finding, if there is none."""
    local_name = _SHORT_NAMES.get(text) or text.rpartition(":")[2]
    found = standard_type(local_name, names.vocabulary)
    if found is None:
        hint = did_you_mean(nearest(text, _SHORT_NAMES)[0]) or f"the short names are {', '.join(_SHORT_NAMES)}"
        names.findings.append(finding("XG125", f"there is no item type '{text}'", text.location, hint=hint))
    return found


def standard_type(local_name: str, vocabulary: Vocabulary) -> ItemType | None:
    """The item type of XBRL 2.1 or of the Data Type Registry with that name, as far as the taxonomy knows it."""
    found = (vocabulary.item_type(QName(namespace, local_name)) for namespace in _NAMESPACES)
    return next((each for each in found if each is not None), None)
