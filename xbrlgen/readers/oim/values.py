"""Names, members and values as all syntaxes of OIM-common write them; what many facts share is read once."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial

from xbrlgen.model import Concept, ItemType, QName, TypedDomain, TypedMember, Vocabulary
from xbrlgen.model.namespaces import OIM
from xbrlgen.readers.canonical import UnreadableError, decimal_number, text_value, typed_value
from xbrlgen.readers.oim.aspects import AspectError, read_entity, read_unit
from xbrlgen.readers.oim.document_info import DocumentInfo

CORE = frozenset({"concept", "entity", "period", "unit", "language", "noteId"})
NOTE = QName(OIM, "note")
"""The concept of footnotes (OIM 1.0 section 3.5.1.1)."""
FURTHEST = 1000
"""The most decimals, before or after the point, that are reckoned with."""

_NO_DOMAINS = frozenset({"ENTITY", "ENTITIES", "ID", "IDREF", "IDREFS", "NMTOKENS", "NOTATION"})
"""Types whose values depend on a document around them (OIM 1.0 section 3.3.2)."""


class Values:
    """What reading a value needs of the rest of a document; `prefix` begins the codes of its syntax."""

    def __init__(self, info: DocumentInfo, vocabulary: Vocabulary | None, prefix: str) -> None:
        self.vocabulary = vocabulary
        self.prefix = prefix
        self.name = cache(info.name)
        self.entity = cache(partial(read_entity, info=info))
        self.unit = cache(partial(read_unit, info=info))
        self.concept = cache(self._concept)

    def _concept(self, name: QName) -> Concept | None:
        return None if self.vocabulary is None else self.vocabulary.concept(name)

    def is_unknown(self, name: QName) -> bool:
        """Whether the taxonomy declares other concepts of the same namespace, and not this one.

        A namespace that it lacks altogether may be that of a schema that is missing, which says more than each name.
        """
        known = () if self.vocabulary is None else self.vocabulary.prefixes
        return name.namespace in known and self.concept(name) is None

    def is_default(self, axis: QName, member: QName | TypedMember) -> bool:
        """Whether facts without `axis` mean `member`, which is then never written (OIM 1.0 section 3.3.1)."""
        return self.vocabulary is not None and member == self.vocabulary.default_member(axis)

    def member(self, axis: QName, text: str | None) -> QName | TypedMember:
        """The member that `text` (None: nil) writes; raises AspectError where it writes none.

        It is explicit where the taxonomy says so, or where it says nothing and the text is a declared name.
        """
        concept = self.concept(axis)
        domain = None if concept is None else concept.typed_domain
        if domain is not None:
            _check_domain(axis, domain)
            return TypedMember(None if text is None else typed_value(text, domain.item_type, self.name))
        if text is None and concept is None:
            return TypedMember(None)
        try:
            return self.name(text or "")
        except UnreadableError as error:
            if concept is None:
                return TypedMember(text)
            raise AspectError(f"the member on {axis}: {error}", f"{self.prefix}:invalidDimensionValue") from None

    def value(self, text: str, item_type: ItemType | None, *, is_numeric: bool) -> Decimal | str:
        """The value that `text` writes; raises UnreadableError where it is no number or holds a name that is none."""
        return self.reading(item_type, is_numeric=is_numeric)(text)

    def reading(self, item_type: ItemType | None, *, is_numeric: bool) -> Callable[[str], Decimal | str]:
        """What reads values of a type as `value` does: to be asked for once, as the facts of a concept are many."""
        if is_numeric:
            return partial(decimal_number, base="" if item_type is None else item_type.base)
        if item_type is None or item_type.base == "string":
            return str  # any text is its own value
        return partial(text_value, item_type=item_type, name=self.name)


def _check_domain(axis: QName, domain: TypedDomain) -> None:
    if domain.item_type is None or domain.item_type.base in _NO_DOMAINS:
        raise AspectError(f"members of the type of {axis} cannot be written", "oime:unsupportedDimensionDataType")
