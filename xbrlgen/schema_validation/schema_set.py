"""The schemas of a DTS, read once and compiled once, for judging any number of documents."""

from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.schema_validation.documents import parse
from xbrlgen.schema_validation.element_names import element_names
from xbrlgen.schema_validation.names import ALWAYS, STANDARD_SCHEMAS, resolved, xs
from xbrlgen.schema_validation.schema_document import SchemaDocument
from xbrlgen.taxonomy.documents import Document, Source
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml import etree

    from xbrlgen.schema_validation.compilation import Compilation
    from xbrlgen.taxonomy.catalog import Catalog, Kept

_MANY = 100
"""Elements that a schema may declare and still be compiled at once."""

Resolve = Callable[[str], Source | bytes | None]

_of_packages: "WeakKeyDictionary[Kept, dict[tuple[str, str, Source], SchemaDocument]]" = WeakKeyDictionary()
"""The schemas of the packages of a catalog, by their URLs, the namespaces that they were lent, and where they lie."""


class Declarations:
    """The global element declarations of some schemas by the Clark notation of their names."""

    def __init__(self, documents: Iterable[SchemaDocument]) -> None:
        self._by_namespace: dict[str, list[Mapping[str, etree._Element]]] = {}
        for each in documents:
            self._by_namespace.setdefault(each.namespace, []).append(each.elements)

    def get(self, name: str) -> "etree._Element | None":
        """The declaration of an element, None if there is none."""
        namespace, _, local = name.removeprefix("{").rpartition("}")
        declaring = (each for each in reversed(self._by_namespace.get(namespace, ())) if local in each)
        return next((each[local] for each in declaring), None)

    def __contains__(self, name: object) -> bool:
        return self.get(str(name)) is not None


class SchemaSet:
    """All schema documents that `entries` reach by import and include, and what every instance needs besides.

    `resolve` answers a URL with a document, with bytes, or with None where nothing is known; it is the only access to
    anything. One set judges any number of documents and compiles once. For a DTS that was discovered before it is
    ``SchemaSet(dts.schemas, dts.locate)``. `elsewhere` are namespaces whose schemas are known not to be at hand.
    What lies at a source in `sound` is right as it stands; what is in the packages of a `catalog` does not change, and
    is read once for all its sets.
    """

    def __init__(
        self,
        entries: Iterable[str],
        resolve: Resolve,
        elsewhere: Iterable[str] = (),
        sound: Container[Source] = (),
        catalog: "Catalog | None" = None,
    ) -> None:
        self._elsewhere = frozenset(elsewhere)
        self._sound = sound
        self._known_sound: set[str] = set()
        self._catalog = catalog
        self._reduced: tuple[frozenset[str], Compilation] | None = None
        self._missing: list[Finding] = []
        self.documents: tuple[SchemaDocument, ...] = tuple(self._closure([*entries, *ALWAYS], resolve))

    @cached_property
    def compilation(self) -> "Compilation":
        """The set compiled for the fast engine."""
        from xbrlgen.schema_validation.compilation import Compilation

        return Compilation.of(self, self.documents)

    def compilation_for(self, content: bytes | Path) -> "Compilation":
        """What takes the document `content` only if `compilation` does; what it does not take is for that to judge.

        Of sound schemas, declarations of elements that the document does not have are left out, so that libxml2 has
        less to compile; not for large documents and files. If anything is wrong with the schemas, it is `compilation`.
        """
        names = element_names(content) if self._is_reducible and isinstance(content, bytes) else None
        return self.compilation if names is None else self.compilation_with(names)

    def compilation_with(self, names: frozenset[str]) -> "Compilation":
        """What `compilation_for` gives for content whose elements have these local names."""
        if not self._is_reducible:
            return self.compilation
        met = frozenset(name for each in self._large for name in each.plain & (names | self._named))
        if self._reduced is None or not met <= self._reduced[0]:
            self._reduced = met, self._reduced_to(met)
        return self.compilation if self._reduced[1].findings else self._reduced[1]

    @property
    def _is_reducible(self) -> bool:
        return bool(self._large) and "compilation" not in self.__dict__

    def _reduced_to(self, met: frozenset[str]) -> "Compilation":
        from xbrlgen.schema_validation.compilation import Compilation

        return Compilation.of(self, [each.reduced(met) if each in self._large else each for each in self.documents])

    @cached_property
    def _large(self) -> tuple[SchemaDocument, ...]:
        """Sound documents of which the larger part can be left out; no other one may declare the same elements."""
        counts = Counter(each.namespace for each in self.documents)
        return tuple(
            each
            for each in self.documents
            if len(each.elements) > _MANY and self.is_sound(each) and counts[each.namespace] == 1
        )

    @cached_property
    def _named(self) -> frozenset[str]:
        """The local names that schemas themselves mention."""
        return frozenset().union(*(each.names for each in self.documents))

    @property
    def missing(self) -> tuple[Finding, ...]:
        """Which documents could not be read, or are no schemas."""
        return tuple(self._missing)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Which schemas are missing, unreadable or invalid; nothing if the set can judge."""
        return (*self._missing, *self.faults)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Which schemas are invalid."""
        return self.compilation_with(frozenset()).findings

    @cached_property
    def declarations(self) -> "Declarations":
        """Every global element declaration by the Clark notation of its name."""
        return Declarations(self.documents)

    def is_sound(self, document: SchemaDocument) -> bool:
        """Whether one of the documents is known to be right as it stands."""
        return document.url in self._known_sound

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """Namespaces whose schemas are not at hand, so that nobody knows what is valid in them."""
        return self._elsewhere - self.namespaces

    @cached_property
    def namespaces(self) -> frozenset[str]:
        """Every namespace that a document describes."""
        return frozenset(document.namespace for document in self.documents)

    def heads(self, name: str) -> Iterator[str]:
        """The element `name` and the heads that it substitutes for, nearest first; nothing if it is not declared."""
        seen: set[str] = set()
        while name not in seen and (declaration := self.declarations.get(name)) is not None:
            seen.add(name)
            yield name
            name = resolved(declaration.get("substitutionGroup", ""), declaration.nsmap)

    def _closure(self, urls: list[str], resolve: Resolve) -> Iterator[SchemaDocument]:
        """Read `urls` and everything that they import or include, each once, in the order of discovery."""
        queue = deque((url, "") for url in urls)
        seen: set[str] = set()
        while queue:
            url, including = queue.popleft()
            if url in seen or (document := self._read(url, including, seen, resolve)) is None:
                continue
            standard = STANDARD_SCHEMAS.get(document.namespace, url)
            if standard != url:
                queue.append((standard, ""))
                continue
            queue.extend(document.references)
            yield document

    def _read(self, url: str, including: str, seen: set[str], resolve: Resolve) -> SchemaDocument | None:
        """The schema at `url`; one without a namespace of its own takes that of the schema `including` it."""
        seen.add(url)
        source = resolve(url)
        if source is None:
            self._missing.append(finding("XG603", f"The schema {url} is not available.", Location(url)))
            return None
        if source in self._sound:
            self._known_sound.add(url)
        if self._catalog is None or isinstance(source, bytes) or self._catalog.locate(url) != source:
            return self._parsed(url, including, source)
        known = _of_packages.setdefault(self._catalog.kept_of(url, source), {})
        key = url, including, source
        if key not in known and (document := self._packaged(*key, self._catalog)) is not None:
            known[key] = document
        return known.get(key)

    def _packaged(self, url: str, including: str, source: Source, catalog: "Catalog") -> SchemaDocument | None:
        """The schema in a package; of a sound one no place will be asked for, so that the taxonomy's tree will do."""
        if url in self._known_sound and not isinstance(document := catalog.document(url, source), Finding):
            schema = catalog.schema(document, including)
            if not isinstance(schema, Finding):
                return SchemaDocument(schema)
        return self._parsed(url, including, source)

    def _parsed(self, url: str, including: str, source: Source | bytes) -> SchemaDocument | None:
        content = source if isinstance(source, bytes) else source.read_bytes()
        root = parse(content, url)
        if isinstance(root, Finding):
            self._missing.append(root)
            return None
        if root.tag != xs("schema"):
            self._missing.append(finding("XG604", f"{url} is not an XML schema.", Location(url, 1, 1)))
            return None
        read = Document(url, Path(url) if isinstance(source, bytes) else source, root)
        return SchemaDocument(Schema(read, root.get("targetNamespace", including)), content)
