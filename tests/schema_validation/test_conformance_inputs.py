"""The documents of the XBRL 2.1 and Dimensions conformance suites, judged beside our schemas and the published ones."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import etree
from standard_schemas import XS, Edition

from xbrlgen.addresses import absolute, is_url
from xbrlgen.findings import Finding
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.validation import validate_instance, validate_linkbase, validate_schemas

VALIDATE = {
    "{http://www.xbrl.org/2003/instance}xbrl": validate_instance,
    "{http://www.xbrl.org/2003/linkbase}linkbase": validate_linkbase,
}
HREF = "{http://www.w3.org/1999/xlink}href"
HINT = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
STANDARDS = (
    "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd",
    "http://www.xbrl.org/2006/xbrldi-2006.xsd",
    "http://www.w3.org/2001/xml.xsd",
)
# libxml2 needs minutes for the published content of a root with more concepts than these have.
LARGEST = 100_000


@pytest.fixture(scope="module")
def suites(shared: Path) -> dict[Path, bool]:
    """The first input of each variation, and whether its suite calls it valid."""
    folder = shared / "conformance"
    inputs: dict[Path, bool] = {}
    for line in (folder / "variations.jsonl").read_text(encoding="utf-8").splitlines():
        variation = json.loads(line)
        if variation["suite"] in {"xbrl21-2025", "xdt-2025"}:
            path = folder / variation["inputs"][0]
            inputs[path] = inputs.get(path, True) and variation["expected"][0].startswith(("valid", "facts:"))
    return inputs


def test_every_document_gets_one_verdict(suites: dict[Path, bool], published: Edition, ours: Edition):
    by_theirs, by_ours = (
        cache(lambda urls, edition=edition: _compiled(edition, urls)) for edition in (published, ours)
    )
    schema_set = cache(lambda urls: SchemaSet(urls, ours.resolve))
    counts: Counter[str] = Counter()
    for path, valid in sorted(suites.items()):
        root = etree.parse(str(path)).getroot()
        urls = tuple(sorted(_schemas(path.as_posix(), root)))
        findings = _findings(root, path, schema_set(urls))
        assert not (valid and findings), (path.name, findings)
        counts["large" if _is_large(urls) else root.tag] += 1
        if not _is_large(urls):
            verdict = _verdict(by_theirs(urls), root)
            assert _verdict(by_ours(urls), root) == verdict, path.name
            assert verdict or findings, path.name
            assert not (verdict and findings) or all(map(_is_beyond_libxml2, findings)), (path.name, findings)
    assert counts.total() > 500
    assert counts["large"] < 40


def _compiled(edition: Edition, urls: tuple[str, ...]) -> etree.XMLSchema | None:
    try:
        return edition.compiled(*STANDARDS, *urls)
    except etree.XMLSchemaParseError:
        return None


def _verdict(schema: etree.XMLSchema | None, root: etree._Element) -> bool:
    return schema is not None and (root.tag == f"{XS}schema" or schema.validate(root))


def _findings(root: etree._Element, path: Path, schemas: SchemaSet) -> tuple[Finding, ...]:
    validate = VALIDATE.get(root.tag)
    return validate(path, schemas, path.name) if validate else validate_schemas(schemas)


def _is_beyond_libxml2(finding: Finding) -> bool:
    """Whether it is in an annotation, as linkbases are in these suites, or about an attribute of somebody else's.

    libxml2 looks at neither when it compiles schemas.
    """
    strange = ("link:", "nsl:", "attribute 'lax-test:")
    return finding.locations[0].path.endswith(".xsd") and any(each in finding.message for each in strange)


def _is_large(urls: tuple[str, ...]) -> bool:
    return any(not is_url(url) and Path(url).stat().st_size > LARGEST for url in urls)


def _schemas(url: str, root: etree._Element) -> Iterator[str]:
    """The schemas that a document leads to: itself, what it points at, what that points at (XBRL 2.1, section 3.2)."""
    seen = {url}
    queue = [(url, root)]
    while queue:
        base, element = queue.pop()
        if element.tag == f"{XS}schema":
            yield base
        for target in sorted(_targets(base, element) - seen):
            seen.add(target)
            if is_url(target):
                yield from (target,) if target.endswith(".xsd") else ()
            elif Path(target).is_file():
                queue.append((target, etree.parse(target).getroot()))


def _targets(base: str, root: etree._Element) -> set[str]:
    references = [unquote(element.get(HREF)) for element in root.iterfind(f".//*[@{HREF}]")]
    for element in (root, *root.iterfind(f".//*[@{HINT}]")):
        references += element.get(HINT, "").split()[1::2]
    return {urldefrag(absolute(each, base)).url for each in references}
