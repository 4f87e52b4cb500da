"""What an extension taxonomy is derived from, and where its names and those of its base are declared."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from xbrlgen.extension.settings import Settings
from xbrlgen.model import Concept, Extension, Fact, QName, Report, Section, Table
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.taxonomy import ExtendedTaxonomy


@dataclass(frozen=True)
class Subject:
    """A report with an extension, the taxonomy that it extends, and how its own is to be written."""

    report: Report
    extension: Extension
    base: Taxonomy
    settings: Settings

    @classmethod
    def of(cls, report: Report, taxonomy: Taxonomy, settings: Settings) -> "Subject":
        """Raises ValueError for a report without an extension or period: it has no taxonomy of its own."""
        if report.extension is None or report.period is None:
            raise ValueError("only a report with an extension and a period has a taxonomy of its own")
        base = taxonomy.base if isinstance(taxonomy, ExtendedTaxonomy) else taxonomy
        return cls(report, report.extension, base, settings)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.report.facts}

    @cached_property
    def reported(self) -> frozenset[QName]:
        """The concepts that have facts."""
        return frozenset(fact.concept for fact in self.report.facts)

    def facts_of(self, section: Section) -> tuple[Fact, ...]:
        """The facts that a section shows, in the order of the page."""
        shown: list[str | None] = []
        for content in section.content:
            if isinstance(content, Table):
                shown += (cell.fact for row in content.rows for cell in row.cells)
            else:
                shown.append(content.fact)
        return tuple(self.facts[each] for each in shown if each is not None)

    @cached_property
    def defaults(self) -> Mapping[QName, QName]:
        """The default members that the report gives to axes that have none in the base taxonomy.

        A second default for one axis is an error (XBRL Dimensions 1.0 section 2.7.1.1), whichever taxonomy gives it.
        """
        axes = (axis for axis in self.extension.axes if self.base.default_member(axis.name) is None)
        return {axis.name: axis.default for axis in axes if axis.default is not None}

    def default_member(self, axis: QName) -> QName | None:
        """The member that facts without `axis` have on it, None if there is none."""
        return self.base.default_member(axis) or self.defaults.get(axis)

    def concept(self, name: QName) -> Concept | None:
        """The concept of that name, the issuer's or the base's; None if there is none."""
        return self._extended.concept(name)

    @cached_property
    def _extended(self) -> Taxonomy:
        return self.base.extended(self.extension)

    def base_concept(self, local_name: str) -> QName | None:
        """The first concept of the base taxonomy with that local name, None if there is none."""
        return self._base_names.get(local_name) if local_name else None

    @cached_property
    def _base_names(self) -> Mapping[str, QName]:
        return {name.local_name: name for name in reversed(tuple(self.base.names()))}

    def file(self, pattern: str, language: str = "") -> str:
        """The name of a file of the taxonomy."""
        assert self.report.period is not None  # noqa: S101 - seen to by `of`
        named = self.settings.file_name.format(prefix=self.extension.prefix, date=self.report.period.last_day)
        return pattern.format(name=named, language=language)

    def address(self, name: QName) -> str:
        """Where a concept is declared, as a locator points at it (XBRL 2.1 section 3.5.4); raises KeyError for none."""
        if name.namespace == self.extension.namespace:
            return f"{self.file(self.settings.schema_file)}#{self.extension.prefix}_{name.local_name}"
        for schema in self.base.schemas_of(name.namespace):
            if (element := schema.elements.get(name.local_name)) is not None:
                identifier = element.get("id") or f"element(/1/{schema.document.root.index(element) + 1})"
                return f"{schema.document.url}#{identifier}"
        raise KeyError(str(name))
