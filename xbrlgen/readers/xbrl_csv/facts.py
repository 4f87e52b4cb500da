"""One fact from one cell (xBRL-CSV 1.0, section 5)."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from xbrlgen.model import NO_ENTITY, PURE, Dimension, Entity, Fact, ItemType, Period, QName, Unit
from xbrlgen.readers.canonical import UnreadableError, has_language
from xbrlgen.readers.oim.aspects import AspectError
from xbrlgen.readers.oim.document_info import UnboundPrefixError
from xbrlgen.readers.oim.values import NOTE
from xbrlgen.readers.xbrl_csv.aspects import Aspects, split_decimals
from xbrlgen.readers.xbrl_csv.columns import Origin, Plan
from xbrlgen.readers.xbrl_csv.given import Special, SpecialValueError, Value, read_value

_MOST = 50_000
"""Sets of members that are kept: where few facts have the same, these must not cost more than the facts do."""

_Read = TypeVar("_Read")


class Note(NamedTuple):
    """A footnote as a cell writes it."""

    language: str
    value: str


class CellError(Exception):
    """Why a cell makes no fact: our code and the specification's, and the cell to blame (-1: that of the fact)."""

    def __init__(self, code: str, message: str, standard: str, cell: int = -1) -> None:
        super().__init__(message)
        self.code, self.standard, self.cell = code, standard, cell


class Row(NamedTuple):
    """The cells of a row, as many as the header has, and its number."""

    cells: list[str]
    number: int


class Facts:
    """What makes facts of cells; `used` are the columns that the last one used."""

    def __init__(self, aspects: Aspects) -> None:
        self.aspects = aspects
        self.used: set[int] = set()
        self.has_zone = False

    def read(self, fact_id: str, text: str, plan: Plan, row: Row) -> Fact | Note:
        """The fact or note that the `text` of a cell reports; raises CellError where it reports none."""
        self.used |= plan.used
        value = _reported(text)
        concept = _given(plan.concept, row, self.aspects.concept)
        if concept is None:
            raise CellError("XG917", "the fact has no concept", "oime:missingConceptDimension")
        if concept == NOTE:
            return self._note(value, plan, row)
        return self._fact(fact_id, value, concept, plan, row)

    def _fact(self, fact_id: str, given: Value, concept: QName, plan: Plan, row: Row) -> Fact:
        known = self.aspects.values.concept(concept)
        item_type = None if known is None else known.item_type
        value = None if given is Special.NIL else str(given)
        is_numeric = _seems_numeric(plan, row) if item_type is None else item_type.kind.is_numeric
        unit = self._unit(plan, row) if is_numeric else None
        decimals = None
        if is_numeric:
            value, decimals = self._accuracy(value, plan, row)
        language = None if is_numeric else self._language(item_type, plan, row)
        try:
            read = None if value is None else self.aspects.values.value(value, item_type, is_numeric=is_numeric)
        except UnboundPrefixError as error:
            raise CellError("XG173", str(error), "oimce:unboundPrefix") from None
        except UnreadableError as error:
            raise CellError("XG919", str(error), "") from None
        return Fact(
            id=fact_id,
            concept=concept,
            entity=self._entity(plan, row),
            period=self._period(plan, row),
            value=read,
            unit=unit,
            decimals=decimals,
            language=language,
            dimensions=self._dimensions(plan, row),
        )

    def _entity(self, plan: Plan, row: Row) -> Entity:
        return _given(plan.entity, row, self.aspects.entity) or NO_ENTITY

    def _period(self, plan: Plan, row: Row) -> Period | None:
        end = plan.period.end
        found = _given(plan.period, row, lambda given: self.aspects.period(given, end))
        if found is None:
            return None
        self.has_zone = self.has_zone or found[1]
        return found[0]

    def _unit(self, plan: Plan, row: Row) -> Unit:
        self._use(plan.unit)
        return _given(plan.unit, row, self.aspects.unit) or PURE

    def _language(self, item_type: ItemType | None, plan: Plan, row: Row) -> str | None:
        language = _given(plan.language, row, lambda given: given)
        if language is None or not has_language(item_type):
            return None
        self._use(plan.language)
        return _given(plan.language, row, self.aspects.language)

    def _accuracy(self, text: str | None, plan: Plan, row: Row) -> tuple[str | None, int | None]:
        """A number without its suffix, and its decimals."""
        try:
            number, decimals, has_suffix = (text, None, False) if text is None else split_decimals(text)
        except AspectError as error:
            raise CellError("XG918", str(error), error.standard) from None
        if has_suffix:
            return number, decimals
        self._use(plan.decimals)
        found = _given(plan.decimals, row, self.aspects.decimals, code="XG918")
        if text is None and found is not None:
            message = f"the value is nil and has the decimals {found}"
            raise CellError("XG918", message, "oime:misplacedDecimalsProperty", plan.decimals.cell)
        return number, found

    def _dimensions(self, plan: Plan, row: Row) -> tuple[Dimension, ...]:
        try:
            key = tuple([origin.value(*row) for _, origin in plan.axes])
        except AspectError:
            key = ()
        if len(key) != len(plan.axes) or key not in plan.dimensions:
            read = self.aspects.dimension
            found = [
                dimension
                for axis, origin in plan.axes
                if (dimension := _given(origin, row, lambda given, axis=axis: read(axis, given))) is not None
            ]
            if len(plan.dimensions) >= _MOST:
                plan.dimensions.clear()
            plan.dimensions[key] = self.aspects.shared(found)
        return plan.dimensions[key]

    def _note(self, value: Value, plan: Plan, row: Row) -> Note:
        self._use(plan.language)
        language = _given(plan.language, row, self.aspects.language)
        if language is None:
            raise CellError("XG917", "a note has to say its language", "oime:missingLanguageForNoteFact")
        named = [("entity", plan.entity), ("period", plan.period), *((str(axis), origin) for axis, origin in plan.axes)]
        for name, origin in named:
            if _given(origin, row, lambda given: given) is not None:
                raise CellError("XG917", f"a note has no {name}", "oime:misplacedNoteFactDimension", origin.cell)
        return Note(language, value if isinstance(value, str) else "")

    def _use(self, origin: Origin) -> None:
        if origin.cell >= 0:
            self.used.add(origin.cell)


def _reported(text: str) -> Value:
    try:
        value = read_value(text)
    except SpecialValueError as error:
        raise CellError("XG914", str(error), error.standard) from None
    if value is Special.NONE:
        raise CellError("XG914", "#none stands where a fact should", "xbrlce:illegalUseOfNone")
    return value


def _seems_numeric(plan: Plan, row: Row) -> bool:
    """Whether a fact of a concept that nobody knows has a unit or decimals, as numbers have."""
    return any(_given(origin, row, lambda given: given) is not None for origin in (plan.unit, plan.decimals))


def _given(origin: Origin, row: Row, read: Callable[..., _Read], code: str = "XG917") -> _Read | None:
    """What an origin gives, read; None where it gives nothing."""
    try:
        if origin.cell >= 0 and (text := row.cells[origin.cell])[:1] != "#":  # most aspects of most facts
            return read(text) if text else None
        value = origin.value(*row)
        return None if value is Special.NONE else read(value)
    except SpecialValueError as error:
        raise CellError("XG914", str(error), error.standard, origin.cell) from None
    except AspectError as error:
        raise CellError("XG907" if origin.target else code, str(error), error.standard, origin.cell) from None
