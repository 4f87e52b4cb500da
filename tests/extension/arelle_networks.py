"""The relationships and labels of an extension taxonomy as Arelle sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from arelle_referee import _arelle, _Log, _zipped

from xbrlgen.extension.networks import Network


class Relation(NamedTuple):
    """An arc with what it says, names in Clark notation."""

    role: str
    arcrole: str
    source: str
    target: str
    order: int
    weight: str
    preferred_label: str
    closed: str
    container: str


@dataclass(frozen=True)
class Seen:
    """What Arelle makes of a taxonomy: its messages, relations, labels (concept, role, language, text) and defaults."""

    messages: list[str]
    relations: frozenset[Relation]
    labels: frozenset[tuple[str, str, str, str]]
    defaults: dict[str, str]
    roles: dict[str, str]


def relations(*networks: Network) -> frozenset[Relation]:
    """Our own networks in that form."""
    return frozenset(
        Relation(
            network.role.uri,
            arc.arcrole,
            str(arc.source),
            str(arc.target),
            arc.order,
            arc.attributes.get("weight", ""),
            arc.attributes.get("preferredLabel", ""),
            arc.attributes.get("xbrldt:closed", ""),
            arc.attributes.get("xbrldt:contextElement", ""),
        )
        for network in networks
        for arc in network.arcs
    )


def seen(schema: Path, packages: Sequence[Path]) -> Seen:
    """Load and validate the taxonomy that starts at `schema`; only what its own files say is listed."""
    from arelle.RuntimeOptions import RuntimeOptions

    session_class, log = _arelle(), _Log()
    options = RuntimeOptions(
        entrypointFile=str(schema),
        packages=[_zipped(package) for package in packages],
        validate=True,
        keepOpen=True,
        disablePersistentConfig=True,
        internetConnectivity="offline",
        logLevel="DEBUG",
    )
    with session_class() as session:
        session.run(options, logHandler=log)
        (model,) = session.get_models()
        own = {uri for uri in model.urlDocs if uri.startswith(str(schema.parent))}
        return Seen(
            log.texts(),
            frozenset(_relations(model, own)),
            frozenset(_labels(model, own)),
            {str(axis.clarkNotation): str(member.clarkNotation) for axis, member in _defaults(model)},
            {each.roleURI: each.definition for each in _role_types(model) if each.modelDocument.uri in own},
        )


def _own_relationships(model: Any, arcrole: str, own: set[str]) -> list[Any]:
    found = model.relationshipSet(arcrole).modelRelationships
    return [each for each in found if each.arcElement.modelDocument.uri in own]


def _relations(model: Any, own: set[str]) -> list[Relation]:
    arcroles = {key[0] for key in model.baseSets if key[0].startswith("http") and "concept-label" not in key[0]}
    return [
        Relation(
            each.linkrole,
            arcrole,
            each.fromModelObject.qname.clarkNotation,
            each.toModelObject.qname.clarkNotation,
            int(each.orderDecimal),
            each.arcElement.get("weight", ""),
            each.preferredLabel or "",
            each.arcElement.get("{http://xbrl.org/2005/xbrldt}closed", ""),
            each.arcElement.get("{http://xbrl.org/2005/xbrldt}contextElement", ""),
        )
        for arcrole in sorted(arcroles)
        for each in _own_relationships(model, arcrole, own)
    ]


def _labels(model: Any, own: set[str]) -> list[tuple[str, str, str, str]]:
    return [
        (
            each.fromModelObject.qname.clarkNotation,
            each.toModelObject.role,
            each.toModelObject.xmlLang,
            each.toModelObject.textValue,
        )
        for each in _own_relationships(model, "http://www.xbrl.org/2003/arcrole/concept-label", own)
    ]


def _role_types(model: Any) -> list[Any]:
    return [each for types in model.roleTypes.values() for each in types]


def _defaults(model: Any) -> list[tuple[Any, Any]]:
    return list(model.qnameDimensionDefaults.items())
