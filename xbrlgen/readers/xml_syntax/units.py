"""Units: measures, or a quotient of them (XBRL 2.1 section 4.8)."""

from typing import TYPE_CHECKING

from xbrlgen.model import QName, Unit
from xbrlgen.readers.canonical import UnreadableError, collapsed
from xbrlgen.readers.xml_syntax.source import XBRLI, Source, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def read_unit(element: "Element", source: Source) -> Unit | None:
    """The unit, None, with findings, where it is too broken to be one."""
    divide = element.find(f"{XBRLI}divide")
    above = element if divide is None else divide.find(f"{XBRLI}unitNumerator")
    below = None if divide is None else divide.find(f"{XBRLI}unitDenominator")
    numerators = _measures(above, element, source)
    denominators = () if divide is None else _measures(below, element, source)
    if numerators is None or denominators is None:
        return None
    for measure in sorted(set(numerators) & set(denominators)):
        what = f"unit {element.get('id', '')!r} has {measure} above and below the line"
        source.fault("XG158", what, element, standard="xbrl.4.8.4")
    return Unit.of(numerators, denominators)


def _measures(parent: "Element | None", unit: "Element", source: Source) -> tuple[QName, ...] | None:
    measures: list[QName] = []
    elements = [] if parent is None else parent.findall(f"{XBRLI}measure")
    for element in elements:
        try:
            measures.append(resolved(collapsed(element.text or ""), element))
        except UnreadableError as error:
            source.fault("XG158", f"unit {unit.get('id', '')!r}: {error}", element, standard="xbrl.4.8.2")
    if not elements:
        what = f"unit {unit.get('id', '')!r} lacks a measure"
        source.fault("XG158", what, unit, standard="xbrl.4.8.2" if parent is unit else "xbrl.4.8.3")
    return tuple(measures) if measures and len(measures) == len(elements) else None
