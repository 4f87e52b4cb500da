"""Packages for tests: sound ones, and whatever zip files can be made to hold."""

import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

TYPE = "https://xbrl.org/report-package/2023"
XHTML = b'<html xmlns="http://www.w3.org/1999/xhtml"/>'
XBRL = b'<xbrl xmlns="http://www.xbrl.org/2003/instance"/>'
JSON = b'{"documentInfo": {"documentType": "https://xbrl.org/2021/xbrl-json"}}'

METADATA = """<?xml version="1.0" encoding="UTF-8"?>
<tp:taxonomyPackage xmlns:tp="http://xbrl.org/2016/taxonomy-package" xml:lang="en">
  <tp:identifier>http://www.example.com/xbrl/2025-12-31</tp:identifier>
  <tp:name>Example</tp:name>
  <tp:description>A taxonomy.</tp:description>
  <tp:version>1</tp:version>
  <tp:publisher>Example plc</tp:publisher>
  <tp:publisherURL>http://www.example.com/</tp:publisherURL>
  <tp:publisherCountry>GB</tp:publisherCountry>
  <tp:publicationDate>2026-03-31</tp:publicationDate>
  <tp:entryPoints>
    <tp:entryPoint>
      <tp:name>Example</tp:name>
      <tp:entryPointDocument href="http://www.example.com/xbrl/2025-12-31/ex.xsd"/>
    </tp:entryPoint>
  </tp:entryPoints>
</tp:taxonomyPackage>
"""
CATALOG = """<?xml version="1.0" encoding="UTF-8"?>
<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <rewriteURI uriStartString="http://www.example.com/xbrl/2025-12-31/" rewritePrefix="../www.example.com/xbrl/2025-12-31/"/>
</catalog>
"""
SCHEMA = (
    b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.example.com/xbrl/2025-12-31"/>'
)
TAXONOMY: Mapping[str, bytes] = {
    "ex/META-INF/taxonomyPackage.xml": METADATA.encode(),
    "ex/META-INF/catalog.xml": CATALOG.encode(),
    "ex/www.example.com/xbrl/2025-12-31/ex.xsd": SCHEMA,
}
"""A taxonomy package without anything wrong."""

DECLARATION = "ex/META-INF/reportPackage.json"


def declaration(kind: str = "/xbri") -> bytes:
    return json.dumps({"documentInfo": {"documentType": TYPE + kind}}).encode()


def reports(*names: str, kind: str | None = "/xbri") -> dict[str, bytes]:
    """The files of a report package `ex`, with the reports at these names below ``reports/``."""
    contents = {".xbrl": XBRL, ".json": JSON}
    files = {f"ex/reports/{name}": contents.get(Path(name).suffix, XHTML) for name in names}
    return files if kind is None else files | {DECLARATION: declaration(kind)}


def packed(path: Path, files: Mapping[str, bytes] | Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    """Write a zip file with these files, in this order; pairs may repeat a name."""
    pairs = files.items() if isinstance(files, Mapping) else files
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(name, content)
    return path
