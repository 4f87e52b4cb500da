"""The XBRL standard schemas twice, ours and the published ones in Arelle's wheel, each compiled by two processors."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urljoin

import pytest
import xmlschema
from lxml import etree

from xbrlgen.addresses import is_url
from xbrlgen.resources import bundled
from xbrlgen.schema_validation.schema_set import SchemaSet

XS = "{http://www.w3.org/2001/XMLSchema}"
INSTANCE = "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
XML_NAMESPACE = "http://www.w3.org/2001/xml.xsd"
TAXONOMY = "http://example.com/taxonomy.xsd"

URLS = (
    "http://www.xbrl.org/2003/xlink-2003-12-31.xsd",
    "http://www.xbrl.org/2003/xl-2003-12-31.xsd",
    "http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd",
    INSTANCE,
    "http://www.xbrl.org/2005/xbrldt-2005.xsd",
    "http://www.xbrl.org/2006/xbrldi-2006.xsd",
    "http://www.xbrl.org/2006/ref-2006-02-27.xsd",
    "http://www.xbrl.org/2008/generic-link.xsd",
    "http://www.xbrl.org/2008/generic-label.xsd",
    "http://www.xbrl.org/2008/generic-reference.xsd",
    "http://www.xbrl.org/2008/variable.xsd",
    "http://www.xbrl.org/2008/boolean-filter.xsd",
    "http://www.xbrl.org/2010/generic-message.xsd",
    "http://www.xbrl.org/2010/validation-message.xsd",
    "http://www.xbrl.org/2013/preferred-label.xsd",
    "http://www.xbrl.org/2016/assertion-severity.xsd",
    "http://www.xbrl.org/2014/extensible-enumerations.xsd",
    "https://www.xbrl.org/2020/extensible-enumerations-2.0.xsd",
    "https://www.xbrl.org/2023/calculation-1.1.xsd",
    "http://www.xbrl.org/dtr/type/nonNumeric-2009-12-16.xsd",
    "http://www.xbrl.org/dtr/type/numeric-2009-12-16.xsd",
    "https://www.xbrl.org/dtr/type/2020-01-21/types.xsd",
    "https://www.xbrl.org/dtr/type/2022-03-31/types.xsd",
    "https://www.xbrl.org/dtr/type/2024-01-31/types.xsd",
    "http://www.xbrl.org/lrr/role/negated-2009-12-16.xsd",
    "http://www.xbrl.org/lrr/role/net-2009-12-16.xsd",
    "http://www.xbrl.org/lrr/role/reference-2009-12-16.xsd",
    XML_NAMESPACE,
)


def published_folder() -> Path:
    """Where Arelle keeps the published schemas."""
    spec = find_spec("arelle")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("needs the arelle-release package, which has the published schemas")
    return Path(next(iter(spec.submodule_search_locations))) / "resources" / "cache"


class Edition:
    """One edition of the standard schemas, and documents that stand beside them by URL."""

    def __init__(self, published: bool, beside: dict[str, bytes]) -> None:
        self.published = published
        self.beside = beside

    def locate(self, url: str) -> Path | None:
        """The file of a standard schema."""
        return _located(url, self.published)

    def resolve(self, url: str) -> bytes | Path | None:
        """What answers `url`: a document beside the standard schemas, one of them, or a file."""
        if not is_url(url):
            return Path(url) if Path(url).is_file() else None
        return self.beside.get(url) or self.locate(url)

    def compiled(self, *urls: str) -> etree.XMLSchema:
        """The schemas at `urls` and those that they import, as they stand, by libxml2."""
        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(_Resolver(self))
        imports = "".join(f'<xs:import namespace="{self._namespace(url)}" schemaLocation="{url}"/>' for url in urls)
        driver = f'<xs:schema xmlns:xs="{XS[1:-1]}" targetNamespace="urn:driver">{imports}</xs:schema>'
        return etree.XMLSchema(etree.fromstring(driver, parser))

    def components(self, *urls: str) -> xmlschema.XMLSchema:
        """The same by the `xmlschema` library."""
        sources = [root for _, root in sorted(self._closure(urls).items())]
        for root in sources:
            for reference in root.iter(f"{XS}import"):
                reference.attrib.pop("schemaLocation", None)
        texts = [etree.tostring(root, encoding="unicode") for root in sources]
        return xmlschema.XMLSchema(texts, validation="lax", allow="none", use_fallback=False)

    def schema_set(self, *urls: str) -> SchemaSet:
        """The same by the product."""
        return SchemaSet(urls, self.resolve)

    def root(self, url: str) -> etree._Element:
        """The root of one document."""
        return etree.fromstring(self.content(url))

    def content(self, url: str) -> bytes:
        """The bytes of one document."""
        source = self.resolve(url)
        assert source is not None, url
        return source if isinstance(source, bytes) else _content(source)

    def _namespace(self, url: str) -> str:
        return self.root(url).get("targetNamespace", "")

    def _closure(self, urls: tuple[str, ...]) -> dict[str, etree._Element]:
        found: dict[str, etree._Element] = {}
        queue = list(urls)
        while queue:
            url = queue.pop()
            if url.partition("://")[2] not in {each.partition("://")[2] for each in found}:
                found[url] = self.root(url)
                references = found[url].iterchildren(f"{XS}import", f"{XS}include")
                queue += [urljoin(url, each.get("schemaLocation")) for each in references]
        return found


@cache
def _located(url: str, published: bool) -> Path | None:
    """Where a standard schema lies, whichever of http and https it is asked for with."""
    _, _, path = url.partition("://")
    folders = [published_folder() / scheme for scheme in ("http", "https")] if published else [bundled("taxonomy")]
    return next((folder / path for folder in folders if (folder / path).is_file()), None)


@cache
def _content(path: Path) -> bytes:
    return path.read_bytes()


class _Resolver(etree.Resolver):
    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def resolve(self, system_url, public_id, context):
        return self.resolve_string(self.edition.content(system_url), context, base_url=system_url)
