"""Thousands of damaged inline documents get one verdict from the bundled schema and from the published one."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

import pytest
from inline_documents import PAGE
from inline_editions import HTML, INLINE, built, every_element
from lxml import etree
from mutations import mutants
from standard_schemas import Edition
from xmlschema import XMLSchema

from xbrlgen.findings import Severity
from xbrlgen.schema_validation import inline_schemas
from xbrlgen.schema_validation.inline import validate_inline

# The suite has no time for all of the 13,843 mutants and 26,912 pairs; all agree.
EVERY_MUTANT, EVERY_PAIR, EVERY_SLOW_ONE, EVERY_PART = 9, 5, 500, 20
XHTML = "{http://www.w3.org/1999/xhtml}"
ADDED = (
    *(
        ("lang", "en"),
        ("class", "a  b"),
        ("class", " "),
        ("style", ""),
        ("dir", "up"),
        ("title", "\n"),
        ("onclick", "f()"),
    ),
    *(("tabindex", "-1"), ("accesskey", "ab"), ("height", "5%"), ("height", "5 %"), ("width", ".5%"), ("width", "*")),
    *(("colspan", "2"), ("align", "left"), ("align", "middle"), ("rel", " "), ("href", "a b"), ("usemap", "m1")),
    *(("contextRef", "c1"), ("unitRef", "c 1"), ("name", "t:Name"), ("name", "u:Name"), ("format", "ixt:fixed-true")),
    *(
        ("scale", "+3"),
        ("scale", "1.0"),
        ("sign", "-"),
        ("sign", " -"),
        ("sign", "+"),
        ("escape", "1"),
        ("escape", "yes"),
    ),
    *(
        ("precision", "INF"),
        ("order", "1.5"),
        ("target", "a b"),
        ("continuedAt", ""),
        ("tupleRef", "t1"),
        ("tupleID", ":"),
    ),
    *(("fromRefs", "a b"), ("toRefs", ""), ("linkRole", ""), ("footnoteRole", "x y"), ("disabled", "true")),
    *((f"{XHTML}id", "x1"), (f"{XHTML}class", ""), (f"{XHTML}dir", "up"), (f"{XHTML}unknown", "x")),
)

RARE = (
    *("object", "ruby", "map", "label", "select", "textarea", "button", "ins", "del", "noscript", "script", "form"),
    *("dfn", "samp", "kbd", "var", "acronym", "cite", "bdo", "q", "tt", "big", "small", "abbr", "dl", "pre"),
)


@pytest.fixture(scope="module")
def fast(published: Edition, ours: Edition) -> list[etree.XMLSchema]:
    """Both editions by libxml2."""
    return [edition.compiled(INLINE) for edition in (published, ours)]


@pytest.fixture(scope="module")
def slow(published: Edition, ours: Edition) -> list[XMLSchema]:
    """Both editions by xmlschema."""
    return [built(edition) for edition in (published, ours)]


def test_the_document_is_valid_for_everybody_and_has_every_element(fast, slow):
    root = etree.fromstring(PAGE)
    for schema in fast:
        schema.assertValid(root)
    for schema in slow:
        assert list(schema.iter_errors(root)) == []
    assert validate_inline(PAGE, "page.xhtml") == ()
    assert {each.tag for each in root.iter("*")} >= dict(every_element(slow[0].maps.elements[HTML])).keys()


def test_every_mutant_gets_one_verdict(fast):
    verdicts: Counter[bool] = Counter()
    for name, mutant in mutants(PAGE, ADDED, EVERY_MUTANT):
        root = etree.fromstring(mutant)
        theirs, ours = (schema.validate(root) for schema in fast)
        theirs = theirs and not _has_empty_list(root)
        assert ours == theirs, name
        findings = validate_inline(mutant, "mutant.xhtml")
        assert theirs or findings, name
        assert {each.code for each in findings} <= {"XG620", "XG621"} or not theirs, (name, findings)
        verdicts[theirs] += 1
    assert verdicts[True] > 200
    assert verdicts[False] > 1000


def test_a_part_of_the_schema_gives_the_verdict_of_the_whole(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(inline_schemas, "_parts", inline_schemas._Parts())
    verdicts: Counter[bool] = Counter()
    page = _without_rare_elements()
    for name, mutant in [("itself", page), *mutants(page, ADDED, EVERY_PART)]:
        part, root = inline_schemas.schema_for(mutant), etree.fromstring(mutant)
        assert part is not inline_schemas.whole()
        verdict = inline_schemas.whole().validate(root)
        assert part.validate(root) == verdict, name
        verdicts[verdict] += 1
    assert verdicts[True] > 50
    assert verdicts[False] > 300


def test_a_page_with_many_elements_is_judged_by_the_whole_schema_at_once():
    assert inline_schemas.schema_for(PAGE) is inline_schemas.whole()
    assert inline_schemas.schema_for(PAGE.decode().encode("utf-16")) is inline_schemas.whole()


def _without_rare_elements() -> bytes:
    root = etree.fromstring(PAGE)
    for element in [each for name in RARE for each in root.iterfind(f".//{XHTML}{name}")]:
        element.getparent().remove(element)
    return etree.tostring(root)


def test_every_element_in_every_other_gets_one_verdict(fast):
    """Each element of the document put into each other one, in front and at the end."""
    verdicts: Counter[bool] = Counter()
    for name, root in islice(_pairs(), 0, None, EVERY_PAIR):
        theirs, ours = (schema.validate(root) for schema in fast)
        assert ours == theirs, name
        verdicts[theirs] += 1
    assert verdicts[True] > 500
    assert verdicts[False] > 4000


def test_the_xmlschema_library_agrees_about_both_editions(slow):
    verdicts: Counter[bool] = Counter()
    for name, mutant in mutants(PAGE, ADDED, EVERY_SLOW_ONE):
        theirs, ours = (_verdict(schema, etree.fromstring(mutant)) for schema in slow)
        assert ours == theirs, name
        findings = validate_inline(mutant, "mutant.xhtml")
        assert (not findings) == (theirs is True), (name, findings)
        verdicts[theirs] += 1
    assert min(verdicts[True], verdicts[False]) > 2


def test_what_is_refused_is_explained():
    for name, mutant in mutants(PAGE, ADDED, EVERY_SLOW_ONE // 10):
        for finding in validate_inline(mutant, "mutant.xhtml"):
            assert (finding.severity, finding.locations[-1].path) == (Severity.ERROR, "mutant.xhtml"), name
            assert finding.locations[-1].line > 0
            assert finding.locations[-1].column > 0
            assert finding.message.endswith(".")


def _has_empty_list(root: etree._Element) -> bool:
    """Whether an NMTOKENS or IDREFS is empty, which libxml2 lets pass and xmlschema does not."""
    values = root.xpath("//h:*/@class | //h:*/@headers | //@h:class", namespaces={"h": XHTML[1:-1]})
    return any(not value.strip() for value in values)


def _pairs() -> Iterator[tuple[str, etree._Element]]:
    root = etree.fromstring(PAGE)
    hosts = list({each.tag: each for each in root.iter("*")}.values())
    guests = [_bare(each) for each in hosts]
    for host in hosts:
        for guest in guests:
            for position in (0, len(host)):
                host.insert(position, guest)
                yield f"{guest.tag} in {host.tag}", root
                host.remove(guest)


def _bare(element: etree._Element) -> etree._Element:
    """A copy without content, and without the ids that would be given twice."""
    return etree.Element(element.tag, {name: value for name, value in element.attrib.items() if name != "id"})


def _verdict(schema: XMLSchema, root: etree._Element) -> bool | None:
    try:
        return next(schema.iter_errors(root), None) is None
    except LookupError:
        return None
