"""The schema of an issuer's own concepts, axes and members."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from xbrlgen.extension.roles import Role
from xbrlgen.extension.subject import Subject
from xbrlgen.model import ExtensionConcept, QName, Report, Table
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.templating import render

_PREFIXES: Mapping[str, str] = {
    XBRLI: "xbrli",
    "http://xbrl.org/2005/xbrldt": "xbrldt",
    "http://www.xbrl.org/dtr/type/numeric": "num",
    "http://www.xbrl.org/dtr/type/non-numeric": "nonnum",
    "http://xbrl.org/2020/extensible-enumerations-2.0": "enum2",
}


def extension_schema(
    concepts: Sequence[ExtensionConcept], roles: Sequence[Role], linkbases: Sequence[tuple[str, str]], subject: Subject
) -> bytes:
    """The schema that declares `concepts` and `roles`, and imports the entry point of the base taxonomy.

    `linkbases` are the kind (``presentation``, ``label`` ...) and the file of each linkbase that it refers to.
    Follows XBRL 2.1 section 5.1 and XBRL Dimensions 1.0 section 2.
    """
    referred = {name.namespace for each in concepts for name in (each.item_type, each.substitution_group)}
    prefixes = _prefixes({XBRLI, *referred})
    return render(
        "taxonomy/schema.xsd.jinja",
        extension=subject.extension,
        prefixes=prefixes,
        roles=roles,
        linkbases=linkbases,
        imports=tuple(_imports(prefixes, subject.base)),
        concepts=concepts,
        written=lambda name: f"{prefixes[name.namespace]}:{name.local_name}",
    )


def used_concepts(report: Report) -> tuple[ExtensionConcept, ...]:
    """The concepts of the extension that facts, their dimensions or headings use, in the order of their declaration.

    What nothing uses is left out: regulators warn of it (ESEF 3.4.6, EDINET EC8029W).
    """
    if report.extension is None:
        return ()
    used = {*_in_facts(report), *_headings(report)}
    used |= {axis.default for axis in report.extension.axes if axis.name in used and axis.default is not None}
    return tuple(each for each in report.extension.concepts if each.name in used)


def _in_facts(report: Report) -> Iterator[QName]:
    yield from {fact.concept for fact in report.facts}
    alike = {id(fact.dimensions): fact.dimensions for fact in report.facts}  # facts of one context share them
    for dimensions in alike.values():
        for dimension in dimensions:
            yield dimension.axis
            if isinstance(dimension.member, QName):
                yield dimension.member


def _headings(report: Report) -> Iterator[QName]:
    """The concepts of rows: those of headings are abstract, and no fact has them."""
    for section in report.sections:
        for table in section.content:
            if isinstance(table, Table):
                yield from (row.concept for row in table.rows if row.concept is not None)


def _prefixes(namespaces: Iterable[str]) -> Mapping[str, str]:
    """A prefix for each namespace that declarations refer to."""
    others = (each for each in sorted(namespaces) if each not in _PREFIXES)
    numbered = {namespace: f"types{number or ''}" for number, namespace in enumerate(others)}
    return {each: numbered.get(each) or _PREFIXES[each] for each in sorted(namespaces)}


def _imports(namespaces: Iterable[str], taxonomy: Taxonomy) -> Iterator[tuple[str, str]]:
    """Namespace and location of each schema to import: what declarations refer to directly, and the entry point."""
    for namespace in namespaces:
        for schema in taxonomy.schemas_of(namespace)[:1]:
            yield namespace, schema.document.url
    for url in taxonomy.dts.entry_points:
        if (entry := taxonomy.dts.schema(url)) is not None:
            yield entry.namespace, url
