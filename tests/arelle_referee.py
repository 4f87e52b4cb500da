"""Arelle as referee: loads what we write, offline, and says which facts it saw and what it objects to.

    verdict = arelle_referee.load(path, packages=[zip_or_folder, ...])
    assert verdict.errors == [] and verdict.warnings == []
    assert verdict.facts == arelle_referee.comparable(report)

One load at a time in a process. Importing Arelle costs 1 s once, a load of a small taxonomy some 0.2 s.
"""

import atexit
import logging
import os
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from xbrlgen.model import Fact, Period, Report, TypedMember, Unit

_SEMANTIC_ERROR = logging.ERROR - 2
"""The lowest of Arelle's own levels that says error; calculation inconsistencies are below it, among the warnings."""


class ComparableFact(NamedTuple):
    """A fact in a form that does not depend on who read it: names in Clark notation, periods as OIM writes them."""

    concept: str
    entity: str
    period: str
    unit: str
    language: str
    dimensions: frozenset[tuple[str, str]]
    value: Decimal | str | None
    decimals: int | None
    footnotes: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Verdict:
    """What Arelle made of a document: the codes of its messages, their texts, and the facts.

    `errors` and `warnings` list one code for each message; `messages` are "[code] text" of both.
    """

    errors: list[str]
    warnings: list[str]
    messages: list[str]
    facts: frozenset[ComparableFact]
    fact_count: int


def load(
    path: Path,
    packages: Sequence[Path] = (),
    calculations: str = "c11r",
    *,
    duplicates: str = "",
    registry_of_units: bool = False,
    plugins: str = "",
    rules: str = "",
    authority: str = "",
    with_facts: bool = True,
    judges_packages: bool = True,
) -> Verdict:
    """Load and validate `path` with Arelle; `packages` are taxonomy packages, as zip files or unpacked folders.

    `calculations` is ``c11r`` (Calculations 1.1, round), ``c11t``, ``c10`` or ``none``; `duplicates` names the kinds of
    duplicate facts that are warned of (``inconsistent``, ``all`` ...); `rules` whose rules to follow, by a name that one
    of the `plugins` gives them, and `authority` the country or market that has its own form of them. Of damaged
    documents only the messages can be had, without facts. Documents of packages need not be judged each time anew.
    """
    from arelle.RuntimeOptions import RuntimeOptions

    session_class, log = _arelle(), _Log()
    options = RuntimeOptions(
        entrypointFile=str(path),
        packages=[_zipped(Path(package)) for package in packages],
        plugins=plugins or None,
        disclosureSystemName=rules or None,
        pluginOptions={"esefAuthority": authority} if authority else None,
        calcs=calculations,
        validateDuplicateFacts=duplicates or None,
        utrValidate=registry_of_units,
        validateXmlOim=True,
        validate=True,
        keepOpen=True,
        baseTaxonomyValidationMode=None if judges_packages else "none",
        disablePersistentConfig=True,
        internetConnectivity="offline",
        logLevel="DEBUG",
    )
    with session_class() as session:
        session.run(options, logHandler=log)
        facts = tuple(_facts(session.get_models())) if with_facts else ()
    return Verdict(
        errors=log.codes(_SEMANTIC_ERROR, logging.CRITICAL),
        warnings=log.codes(logging.WARNING, _SEMANTIC_ERROR - 1),
        messages=log.texts(),
        facts=frozenset(facts),
        fact_count=len(facts),
    )


def comparable(report: Report) -> frozenset[ComparableFact]:
    """Our own report in the form of a verdict's facts."""
    notes: dict[str, list[tuple[str, str]]] = {}
    for footnote in report.footnotes:
        for fact in footnote.facts:
            notes.setdefault(fact, []).append((footnote.language.lower(), _words(footnote.content)))
    return frozenset(_comparable(fact, notes.get(fact.id, ())) for fact in report.facts)


def _words(content: str) -> str:
    """The text of an XHTML fragment; what is none is plain text already."""
    try:
        root = etree.fromstring(f"<p>{content}</p>")
    except etree.XMLSyntaxError:
        return content
    return "".join(root.itertext()) if len(root) else content


def _comparable(fact: Fact, notes: Iterable[tuple[str, str]]) -> ComparableFact:
    return ComparableFact(
        concept=str(fact.concept),
        entity=f"{{{fact.entity.scheme}}}{fact.entity.identifier}",
        period=_period(fact.period),
        unit=_unit(fact.unit),
        language=fact.language or "",
        dimensions=frozenset((str(each.axis), _member(each.member)) for each in fact.dimensions),
        value=fact.value,
        decimals=fact.decimals,
        footnotes=frozenset(notes),
    )


def _member(member: Any) -> str:
    return f"typed {member.value}" if isinstance(member, TypedMember) else str(member)


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    end = period.end.isoformat()
    return end if period.start is None else f"{period.start.isoformat()}/{end}"


def _unit(unit: Unit | None) -> str:
    if unit is None:
        return ""
    above, below = ("*".join(map(str, measures)) for measures in (unit.numerators, unit.denominators))
    return f"{above}/{below}" if below else above


class _Log(logging.Handler):
    """Keeps what Arelle says."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def codes(self, low: int, high: int) -> list[str]:
        return [_code(record) for record in self.records if low <= record.levelno <= high]

    def texts(self) -> list[str]:
        return [f"[{_code(each)}] {_text(each)}" for each in self.records if each.levelno >= logging.WARNING]


def _code(record: logging.LogRecord) -> str:
    return str(getattr(record, "messageCode", "") or record.name)


def _text(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


@cache
def _home() -> tempfile.TemporaryDirectory[str]:
    home = tempfile.TemporaryDirectory(prefix="arelle-")
    atexit.register(home.cleanup)
    return home


@cache
def _arelle() -> Any:
    """Arelle's class of sessions, with a home of its own so that no cache or setting of the user counts."""
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_CACHE_HOME"] = _home().name
    from arelle.api.Session import Session

    return Session


def _zipped(package: Path) -> str:
    """A taxonomy package as Arelle wants it: a zip file with one folder at the top."""
    if package.is_file():
        return str(package)
    target = Path(_home().name) / f"{package.name}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for file in sorted(package.rglob("*")):
            if file.is_file():
                archive.write(file, Path(package.name) / file.relative_to(package))
    return str(target)


def _facts(models: Iterable[Any]) -> Iterable[ComparableFact]:
    for model in models:
        notes = _footnotes(model)
        for fact in model.factsInInstance:
            if fact.isItem and fact.context is not None and fact.concept is not None:
                yield _seen(fact, notes.get(fact, ()))


def _footnotes(model: Any) -> dict[Any, list[tuple[str, str]]]:
    notes: dict[Any, list[tuple[str, str]]] = {}
    for relationship in model.relationshipSet("XBRL-footnotes").modelRelationships:
        note = relationship.toModelObject
        text = "".join(note.itertext())
        notes.setdefault(relationship.fromModelObject, []).append(((note.xmlLang or "").lower(), text))
    return notes


def _seen(fact: Any, notes: Iterable[tuple[str, str]]) -> ComparableFact:
    numeric = fact.isNumeric and not fact.isNil
    text = fact.concept.type is not None and fact.concept.type.isOimTextFactType
    return ComparableFact(
        concept=fact.qname.clarkNotation,
        entity="{{{}}}{}".format(*fact.context.entityIdentifier),
        period=_seen_period(fact.context),
        unit=_seen_unit(fact.unit),
        language=_language(fact) if text else "",
        dimensions=frozenset(
            (axis.clarkNotation, _seen_member(value)) for axis, value in fact.context.qnameDims.items()
        ),
        value=None if fact.isNil else _seen_value(getattr(fact, "xValue", None)),
        decimals=int(fact.decimals) if numeric and fact.decimals not in (None, "INF") else None,
        footnotes=frozenset(notes),
    )


def _language(fact: Any) -> str:
    """The language in scope; Arelle's own answer for an inline fact leaves out what is around its tag."""
    attribute = "{http://www.w3.org/XML/1998/namespace}lang"
    around = (fact, *fact.iterancestors()) if hasattr(fact, "rawValue") else ()
    in_scope = (each.get(attribute) for each in around)
    return next((each for each in in_scope if each is not None), fact.xmlLang or "").lower()


def _seen_period(context: Any) -> str:
    if context.isForeverPeriod:
        return ""
    return _period(Period(context.startDatetime if context.isStartEndPeriod else None, context.endDatetime))


def _seen_unit(unit: Any) -> str:
    if unit is None:
        return ""
    above, below = ("*".join(sorted(measure.clarkNotation for measure in measures)) for measures in unit.measures)
    return f"{above}/{below}" if below else above


def _seen_member(value: Any) -> str:
    if value.isExplicit:
        return str(value.memberQname.clarkNotation)
    typed = value.typedMember
    if typed.get("{http://www.w3.org/2001/XMLSchema-instance}nil") in ("true", "1"):
        return "typed None"
    return f"typed {_seen_value(getattr(typed, 'xValue', None) or typed.stringValue)}"


def _seen_value(value: Any) -> Decimal | str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return Decimal(str(value))
    if isinstance(value, list | tuple | set | frozenset):
        return " ".join(sorted(str(_seen_value(each)) for each in value))
    return str(getattr(value, "clarkNotation", value))
