"""What the facts of an instance refer to: its contexts and units, as they come."""

from typing import TYPE_CHECKING

from xbrlgen.model import Unit, Vocabulary
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.xbrl_xml.identifiers import Identifiers
from xbrlgen.readers.xml_syntax.context_reader import ContextReader
from xbrlgen.readers.xml_syntax.repeated_contexts import MistakenError
from xbrlgen.readers.xml_syntax.source import Source
from xbrlgen.readers.xml_syntax.units import read_unit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.instance import InstanceContext
    from xbrlgen.readers.xml_syntax.contexts import Context
    from xbrlgen.readers.xml_syntax.repeated_contexts import RepeatedContexts


class Resources:
    """Contexts and units by id, the last of those that share one: as they are written, and what a report keeps of them.

    `repeated` has the contexts that the parser is spared; `has_same_ids` says that two contexts or two units share one.
    """

    def __init__(self, path: str, vocabulary: Vocabulary | None, repeated: "RepeatedContexts | None") -> None:
        self.contexts: dict[str, InstanceContext] = {}
        self.units: dict[str, Element] = {}
        self.read_contexts: dict[str, Context | None] = {}
        self.read_units: dict[str, Unit | None] = {}
        self.has_same_ids = False
        self.on_contexts, self.on_units = Source(path), Source(path)
        self._reader = ContextReader(self.on_contexts, vocabulary, repeats=repeated)
        self._repeated = repeated

    def __contains__(self, identifier: str) -> bool:
        return identifier in self.read_contexts or identifier in self.read_units

    def add_context(self, element: "Element") -> ContextReader:
        """Read a context; returns its reader, which knows how it was."""
        context, read = self._reader.read(element)
        self.has_same_ids |= context.id in self.contexts
        self.contexts[context.id], self.read_contexts[context.id] = context, read
        return self._reader

    def add_repeated(self, ids: Identifiers) -> None:
        """Read contexts that the parser was spared."""
        for context, read in self._reader.repeated(() if self._repeated is None else self._repeated.next()):
            identifier = context.id
            if identifier in ids:
                raise MistakenError
            ids.of_others.add(identifier)
            self.contexts[identifier], self.read_contexts[identifier] = context, read

    def add_unit(self, element: "Element") -> None:
        """Read a unit."""
        identifier = collapsed(element.get("id", ""))
        self.has_same_ids |= identifier in self.units
        self.units[identifier] = element
        self.read_units[identifier] = read_unit(element, self.on_units)
