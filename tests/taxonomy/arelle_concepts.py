"""What Arelle makes of a taxonomy: its errors, and each concept as it sees it."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import arelle_referee


class SeenConcept(NamedTuple):
    """A concept as Arelle declares it."""

    item_type: str
    base: str
    substitution_group: str
    period_type: str
    balance: str
    is_abstract: bool
    is_numeric: bool


class Seen(NamedTuple):
    """Codes of errors and warnings, and the concepts by name in Clark notation."""

    problems: list[str]
    concepts: dict[str, SeenConcept]


def look(entry_point: str | Path, packages: Sequence[Path] = ()) -> Seen:
    """Load a schema with Arelle, offline and with the taxonomy packages given."""
    from arelle.RuntimeOptions import RuntimeOptions

    session_class, log = arelle_referee._arelle(), arelle_referee._Log()
    options = RuntimeOptions(
        entrypointFile=str(entry_point),
        packages=[arelle_referee._zipped(each) for each in packages],
        validate=True,
        keepOpen=True,
        disablePersistentConfig=True,
        internetConnectivity="offline",
        logLevel="DEBUG",
    )
    with session_class() as session:
        session.run(options, logHandler=log)
        concepts = {
            name.clarkNotation: _seen(concept)
            for model in session.get_models()
            for name, concept in model.qnameConcepts.items()
            if concept.isItem and concept.substitutionGroupQname is not None
        }
    return Seen([*log.codes(logging.WARNING, logging.CRITICAL)], concepts)


def _seen(concept: Any) -> SeenConcept:
    return SeenConcept(
        item_type=concept.typeQname.clarkNotation,
        base=concept.baseXsdType,
        substitution_group=concept.substitutionGroupQname.clarkNotation,
        period_type=concept.periodType or "",
        balance=concept.balance or "",
        is_abstract=concept.isAbstract,
        is_numeric=concept.isNumeric,
    )
