"""Over a thousand damaged instances and linkbases get one verdict from our schemas and from the published ones."""

from collections import Counter
from itertools import islice

import pytest
from documents import INSTANCE, LINKBASE
from lxml import etree
from mutations import mutants
from standard_schemas import TAXONOMY, XML_NAMESPACE, Edition
from xmlschema import XMLSchema

from xbrlgen.findings import Finding, Severity
from xbrlgen.schema_validation.documents import parse
from xbrlgen.schema_validation.root_content import INSTANCE as INSTANCE_ROOT
from xbrlgen.schema_validation.root_content import LINKBASE as LINKBASE_ROOT
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.validation import _violations, validate_instance, validate_linkbase

KINDS = {
    "instance": (INSTANCE, INSTANCE_ROOT, validate_instance),
    "linkbase": (LINKBASE, LINKBASE_ROOT, validate_linkbase),
}
SCHEMAS = (TAXONOMY, XML_NAMESPACE)
# The suite has no time for all of the 4,290; all of them agree.
EVERY = 3


@pytest.fixture(scope="module")
def judges(published: Edition, ours: Edition) -> tuple[list[etree.XMLSchema], list[XMLSchema]]:
    """Both editions by libxml2, both editions by xmlschema."""
    return (
        [edition.compiled(*SCHEMAS) for edition in (published, ours)],
        [edition.components(*SCHEMAS) for edition in (published, ours)],
    )


@pytest.fixture(scope="module")
def schemas(ours: Edition) -> SchemaSet:
    return ours.schema_set(TAXONOMY)


@pytest.mark.parametrize("kind", KINDS)
def test_the_document_itself_is_valid_for_everybody(kind: str, judges, schemas: SchemaSet):
    document, _, validate = KINDS[kind]
    root = etree.fromstring(document)
    by_libxml2, by_xmlschema = judges
    for schema in by_libxml2:
        schema.assertValid(root)
    for schema in by_xmlschema:
        assert list(schema.iter_errors(root)) == []
    assert validate(document, schemas, kind) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_mutant_gets_one_verdict(kind: str, judges, schemas: SchemaSet):
    document, content, _ = KINDS[kind]
    by_libxml2, by_xmlschema = judges
    verdicts: Counter[bool] = Counter()
    for name, mutant in mutants(document, every=EVERY):
        root = etree.fromstring(mutant)
        theirs, ours = (schema.validate(root) for schema in by_libxml2)
        assert ours == theirs, name
        theirs_too, ours_too = (_verdict(schema, root) for schema in by_xmlschema)
        assert ours_too == theirs_too, name
        verdict = theirs and theirs_too is not False
        assert _passes(mutant, content, schemas) == verdict, name
        verdicts[verdict] += 1
    assert verdicts[True] > 120
    assert verdicts[False] > 500


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_refused_is_explained(kind: str, schemas: SchemaSet):
    document, content, validate = KINDS[kind]
    refused = (mutant for _, mutant in mutants(document) if not _passes(mutant, content, schemas))
    for mutant in islice(refused, 0, None, 300):
        findings = validate(mutant, schemas, "mutant.xml")
        assert findings
        for finding in findings:
            assert (finding.severity, finding.locations[-1].path) == (Severity.ERROR, "mutant.xml")
            assert finding.locations[-1].line > 0
            assert finding.locations[-1].column > 0
            assert finding.message.endswith(".")


def _verdict(schema: XMLSchema, root: etree._Element) -> bool | None:
    """None where the library stumbles, over an xsi:type that nobody declares."""
    try:
        return next(schema.iter_errors(root), None) is None
    except LookupError:
        return None


def _passes(mutant: bytes, content, schemas: SchemaSet) -> bool:
    root = parse(mutant, "mutant")
    assert not isinstance(root, Finding)
    return next(_violations(root, content, schemas, schemas.compilation), None) is None
