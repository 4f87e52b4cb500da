"""What Arelle makes of a taxonomy: its documents, the relationships in effect, labels and references."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import arelle_referee

Row = tuple[str, ...]
_LABEL, _REFERENCE = "concept-label", "concept-reference"


class Seen(NamedTuple):
    """The URLs of the documents of the DTS, and a row for each relationship, label and reference."""

    documents: set[str]
    rows: Counter[Row]


def look(entry_point: str | Path, packages: Sequence[Path] = ()) -> Seen:
    """Load a schema or linkbase with Arelle, offline and with the taxonomy packages given, without validating it."""
    from arelle.RuntimeOptions import RuntimeOptions

    options = RuntimeOptions(
        entrypointFile=str(entry_point),
        packages=[arelle_referee._zipped(each) for each in packages],
        keepOpen=True,
        disablePersistentConfig=True,
        internetConnectivity="offline",
    )
    with arelle_referee._arelle()() as session:
        session.run(options, logHandler=arelle_referee._Log())
        (model,) = session.get_models()
        return Seen(_documents(model.modelDocument), Counter(_rows(model)))


def _documents(start: Any) -> set[str]:
    """What `start` leads to; Arelle follows xsi:schemaLocation too, which discovers nothing (XBRL 2.1 section 3.2)."""
    found, waiting = {start.uri}, [start]
    while waiting:
        for each, how in waiting.pop().referencesDocument.items():
            if how.referenceTypes - {"schemaLocation"} and each.uri not in found:
                found.add(each.uri)
                waiting.append(each)
    return found


def _rows(model: Any) -> Iterator[Row]:
    for arcrole, role, link, arc in [key for key in model.baseSets if all(key)]:
        if arcrole.startswith("XBRL"):
            continue
        for each in model.relationshipSet(arcrole, role, link, arc).modelRelationships:
            source, target = each.fromModelObject, each.toModelObject
            if not hasattr(source, "substitutionGroupQname"):
                continue
            ends = arcrole, role, source.qname.clarkNotation
            if hasattr(target, "substitutionGroupQname"):
                weight = "" if each.weight is None else str(Decimal(each.weight).normalize())
                order = str(each.orderDecimal.normalize())
                yield (*ends, target.qname.clarkNotation, order, weight, each.preferredLabel or "")
            elif arcrole.endswith(_LABEL):
                yield (*ends, target.role or "", target.xmlLang or "", target.textValue.strip())
            elif arcrole.endswith(_REFERENCE):
                parts = (text for part in target.iterchildren() for text in (part.qname.clarkNotation, part.textValue))
                yield (*ends, target.role or "", *parts)
