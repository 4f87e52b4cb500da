"""Entity, period and unit as OIM-common writes them (OIM-common 1.0 section 3)."""

import re
from datetime import datetime

from xbrlgen.model import NO_ENTITY, PURE, Entity, Period, QName, Unit
from xbrlgen.model.characters import NOT_XML
from xbrlgen.readers.canonical import UnreadableError, moment
from xbrlgen.readers.oim.document_info import DocumentInfo, UnboundPrefixError

_SQNAME = re.compile(r"([^\W\d][\w.-]*):(\S+)")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]*[1-9])?Z?")


class AspectError(UnreadableError):
    """A dimension that is written wrongly, with the specification's code for that."""

    def __init__(self, message: str, standard: str) -> None:
        super().__init__(message)
        self.standard = standard


def is_language(text: str) -> bool:
    """Whether a text has the form of a language (XML Schema Part 2, section 3.3.3)."""
    return _LANGUAGE.fullmatch(text) is not None


def read_entity(text: str, info: DocumentInfo) -> Entity:
    """The entity that an SQName stands for; raises AspectError where it stands for none."""
    match = _SQNAME.fullmatch(text)
    if match is None:
        raise AspectError(f"the entity {text!r} has no prefix for its scheme", "oimce:invalidSQName")
    if match[1] not in info.namespaces:
        raise AspectError(f"the prefix of the entity {text!r} is not among the namespaces", "oimce:unboundPrefix")
    if NOT_XML.search(match[2]):
        raise AspectError(f"the entity {text!r} has a character that XML does not have", "oimce:invalidSQName")
    entity = Entity(info.namespaces[match[1]], match[2])
    if entity == NO_ENTITY:
        raise AspectError(
            f"the entity {text!r} is reserved for reports that name none", "oime:invalidUseOfReservedIdentifier"
        )
    return entity


def read_period(text: str) -> tuple[Period, bool]:
    """The period, and whether a time zone was dropped; raises AspectError where it is written otherwise."""
    first, slash, last = text.rpartition("/")
    start, start_has_zone = _moment(first, text) if slash else (None, False)
    end, end_has_zone = _moment(last, text)
    if start is not None and start > end:
        raise AspectError(f"the period {text!r} ends before it starts", "oimce:invalidPeriodRepresentation")
    return Period(None if start == end else start, end), start_has_zone or end_has_zone


def _moment(text: str, whole: str) -> tuple[datetime, bool]:
    if not _MOMENT.fullmatch(text):
        what = f"the period {whole!r} is not written as 2023-04-01T00:00:00/2023-10-01T00:00:00"
        raise AspectError(what, "oimce:invalidPeriodRepresentation")
    try:
        return moment(text, is_end=False)
    except UnreadableError as error:
        raise AspectError(f"the period {whole!r}: {error}", "oimce:invalidPeriodRepresentation") from None


def read_unit(text: str, info: DocumentInfo) -> Unit:
    """The unit that measures with ``*`` and ``/`` stand for; raises AspectError where it is written otherwise."""
    above, slash, below = text.partition("/")
    numerators = _measures(above, text, info, in_quotient=bool(slash))
    denominators = _measures(below, text, info, in_quotient=True) if slash else ()
    unit = Unit.of(numerators, denominators)
    if unit == PURE:
        raise AspectError("the unit xbrli:pure is never written", "oime:illegalPureUnit")
    return unit


def _measures(text: str, whole: str, info: DocumentInfo, *, in_quotient: bool) -> tuple[QName, ...]:
    is_bracketed = text.startswith("(") and text.endswith(")")
    measures = (text[1:-1] if is_bracketed else text).split("*")
    if measures != sorted(measures):
        raise _bad_unit(f"the measures of the unit {whole!r} are not in alphabetical order")
    if is_bracketed != (in_quotient and len(measures) > 1):
        raise _bad_unit(f"the unit {whole!r} has brackets where none belong, or lacks some")
    try:
        return tuple(info.name(measure) for measure in measures)
    except UnboundPrefixError as error:
        raise AspectError(f"the unit {whole!r}: {error}", "oimce:unboundPrefix") from None
    except UnreadableError as error:
        raise _bad_unit(f"the unit {whole!r}: {error}") from None


def _bad_unit(message: str) -> AspectError:
    return AspectError(message, "oimce:invalidUnitStringRepresentation")
