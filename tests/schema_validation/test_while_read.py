"""Damaged instances get the same verdict while they are read as from the engine that knows places and words."""

from collections import Counter

import pytest
from damaged_bytes import damaged
from documents import ENTITY, INSTANCE
from mutations import mutants
from standard_schemas import TAXONOMY, Edition

from xbrlgen.findings import Finding
from xbrlgen.readers.xbrl_xml import XmlInstance, read_xbrl_xml
from xbrlgen.readers.xml_syntax import children
from xbrlgen.schema_validation.documents import parse
from xbrlgen.schema_validation.names import XBRLI
from xbrlgen.schema_validation.root_content import INSTANCE as INSTANCE_ROOT
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.validation import _violations
from xbrlgen.schema_validation.while_read import JudgeWhileRead

EVERY = 5
OF_XML = ("{http://www.w3.org/XML/1998/namespace}id", "schemaLocation")
"""What the fast way leaves to the careful one, whatever it says."""


def test_every_mutant_that_is_taken_while_it_is_read_is_valid_and_nearly_all_others_are_not(ours: Edition):
    schemas = ours.schema_set(TAXONOMY)
    verdicts: Counter[tuple[bool, bool]] = Counter()
    for name, mutant in [("itself", INSTANCE), *mutants(INSTANCE, every=EVERY)]:
        taken, is_valid = _is_taken(mutant, schemas), _is_valid(mutant, schemas)
        assert is_valid or not taken, name
        assert taken or not is_valid or any(each in name for each in OF_XML), name
        verdicts[taken, is_valid] += 1
    assert verdicts[True, True] > 50
    assert verdicts[False, False] > 300


def test_hints_to_schemas_are_not_followed_and_text_between_facts_is_seen(ours: Edition):
    schemas = ours.schema_set(TAXONOMY)
    hinted = INSTANCE.replace(b"<xbrli:xbrl ", b'<xbrli:xbrl xsi:schemaLocation="urn:a\nfile:///etc/passwd" ', 1)
    assert _is_taken(hinted, schemas)
    inside = INSTANCE.replace(b"<xbrli:context ", b'<xbrli:context xsi:schemaLocation="urn:a a.xsd" ', 1)
    assert not _is_taken(inside, schemas)
    assert not _is_taken(INSTANCE.replace(b"</xbrli:unit>", b"</xbrli:unit>text", 1), schemas)
    assert not _is_taken(INSTANCE.replace(b"</xbrli:unit>", "</xbrli:unit>\u00a0".encode(), 1), schemas)
    assert not _is_taken(INSTANCE[:-10], schemas)


REPEATED = INSTANCE.replace(
    b"<xbrli:unit ",
    "".join(
        f"""<xbrli:context id="r{number}">
    <xbrli:entity>{ENTITY}</xbrli:entity><xbrli:period><xbrli:instant>2023-09-{number % 5 + 10}</xbrli:instant></xbrli:period>
    <xbrli:scenario><xbrldi:typedMember dimension="t:Axis"><t:Member>{2000 + number // 5}</t:Member></xbrldi:typedMember>
    </xbrli:scenario></xbrli:context>"""
        for number in range(20)
    ).encode()
    + b"<xbrli:unit ",
    1,
)


def test_damage_among_repeated_contexts_gets_the_same_verdict(ours: Edition, monkeypatch: pytest.MonkeyPatch):
    schemas = ours.schema_set(TAXONOMY)
    verdicts: Counter[tuple[bool, bool]] = Counter()
    assert _is_taken(REPEATED, schemas)
    start, end = REPEATED.index(b'<xbrli:context id="r0"'), REPEATED.index(b"<xbrli:unit ")
    for seed in range(400):
        monkeypatch.setattr(children, "_CHUNK", 2000 + seed % 3000)
        mutant = REPEATED[:start] + damaged(REPEATED[start:end], seed) + REPEATED[end:]
        taken, is_valid = _is_taken(mutant, schemas), _is_valid(mutant, schemas)
        assert taken == is_valid, mutant
        verdicts[taken, is_valid] += 1
    assert verdicts[True, True] > 40
    assert verdicts[False, False] > 200


def _is_valid(document: bytes, schemas: SchemaSet) -> bool:
    """The verdict of the careful way, without its words, which take far longer."""
    root = parse(document, "x")
    if isinstance(root, Finding):
        return False
    return (
        root.tag == f"{{{XBRLI}}}xbrl"
        and next(_violations(root, INSTANCE_ROOT, schemas, schemas.compilation), None) is None
    )


def _is_taken(document: bytes, schemas: SchemaSet) -> bool:
    judge = JudgeWhileRead(lambda _: schemas)
    instance = read_xbrl_xml(document, None, "x", lambda: judge.schema(None, document)).instance
    return isinstance(instance, XmlInstance) and instance.is_valid and judge.takes(instance.root, instance.tags)
