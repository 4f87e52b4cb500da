"""The rules of Taxonomy Packages 1.0, each broken alone; the own schemas judge as the published ones do."""

import random
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree
from package_builder import CATALOG, METADATA, TAXONOMY, packed, reports

from xbrlgen.packaging.checking import check_package, check_taxonomy_package

METADATA_FILE, CATALOG_FILE = "ex/META-INF/taxonomyPackage.xml", "ex/META-INF/catalog.xml"
REWRITE = 'uriStartString="http://www.example.com/xbrl/2025-12-31/" rewritePrefix="../www.example.com/xbrl/2025-12-31/"'
DOCTYPE = (
    '<!DOCTYPE catalog PUBLIC "-//OASIS//DTD Entity Resolution XML Catalog V1.0//EN" '
    '"http://www.oasis-open.org/committees/entity/release/1.0/catalog.dtd"'
)


def _metadata(old: str, new: str) -> dict[str, bytes]:
    assert old in METADATA
    return {**TAXONOMY, METADATA_FILE: METADATA.replace(old, new, 1).encode()}


def _catalog(old: str, new: str) -> dict[str, bytes]:
    assert old in CATALOG
    return {**TAXONOMY, CATALOG_FILE: CATALOG.replace(old, new, 1).encode()}


def _without(*names: str) -> dict[str, bytes]:
    return {name: content for name, content in TAXONOMY.items() if name not in names}


def _moved(top: str) -> dict[str, bytes]:
    return {top + name.removeprefix("ex/"): content for name, content in TAXONOMY.items()}


Found = list[tuple[str, str, str, int]]
"""Code, standard code, the file in the package, and line."""

CASES: Mapping[str, tuple[Mapping[str, bytes], Found]] = {
    "sound": (TAXONOMY, []),
    "no catalog": (_without(CATALOG_FILE), []),
    "no META-INF": (_without(CATALOG_FILE, METADATA_FILE), [("XG730", "tpe:metadataDirectoryNotFound", "", 0)]),
    "no metadata": (_without(METADATA_FILE), [("XG731", "tpe:metadataFileNotFound", "", 0)]),
    "META-INF at the top": (_moved(""), [("XG709", "tpe:invalidDirectoryStructure", "", 0)]),
    "two directories": ({**TAXONOMY, "b/c": b""}, [("XG709", "tpe:invalidDirectoryStructure", "", 0)]),
    "files beside it": ({**TAXONOMY, "readme.txt": b""}, [("XG709", "tpe:invalidDirectoryStructure", "", 0)]),
    "no identifier": (
        _metadata("<tp:identifier>http://www.example.com/xbrl/2025-12-31</tp:identifier>", ""),
        [("XG732", "tpe:invalidMetaDataFile", METADATA_FILE, 4)],
    ),
    "a draft's namespace": (
        _metadata("http://xbrl.org/2016/taxonomy-package", "http://xbrl.org/PR/2015-12-09/taxonomy-package"),
        [("XG732", "tpe:invalidMetaDataFile", METADATA_FILE, 2)],
    ),
    "a country in words": (
        _metadata(">GB<", ">Great Britain<"),
        [("XG732", "tpe:invalidMetaDataFile", METADATA_FILE, 9)],
    ),
    "no date": (
        _metadata("2026-03-31", "31.03.2026"),
        [("XG732", "tpe:invalidMetaDataFile", METADATA_FILE, 10)],
    ),
    "not well-formed": (
        _metadata("</tp:taxonomyPackage>", ""),
        [("XG732", "tpe:invalidMetaDataFile", METADATA_FILE, 18)],
    ),
    "metadata with entities": (
        _metadata(
            "<tp:taxonomyPackage",
            '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><tp:taxonomyPackage',
        ),
        [("XG732", "tpe:invalidMetaDataFile", METADATA_FILE, 1)],
    ),
    "catalog with a DOCTYPE as published ones have": (_catalog("<catalog", f"{DOCTYPE}><catalog"), []),
    "catalog with entities": (
        _catalog("<catalog", f'{DOCTYPE} [<!ENTITY x SYSTEM "file:///etc/passwd">]><catalog'),
        [("XG733", "tpe:invalidCatalogFile", CATALOG_FILE, 1)],
    ),
    "catalog without a mapping": (
        _catalog(f"<rewriteURI {REWRITE}/>", ""),
        [("XG733", "tpe:invalidCatalogFile", CATALOG_FILE, 2)],
    ),
    "a mapping without its target": (
        _catalog(REWRITE, 'uriStartString="http://www.example.com/other/"'),
        [("XG733", "tpe:invalidCatalogFile", CATALOG_FILE, 3)],
    ),
    "another kind of mapping": (
        _catalog("<rewriteURI", '<uri name="http://www.example.com/a" uri="../a"/>\n<rewriteURI'),
        [("XG733", "tpe:invalidCatalogFile", CATALOG_FILE, 3)],
    ),
    "mapped twice": (
        _catalog("<rewriteURI", f"<rewriteURI {REWRITE}/>\n<rewriteURI"),
        [("XG734", "tpe:multipleRewriteURIsForStartString", CATALOG_FILE, 4)],
    ),
    "mapped twice, once escaped": (
        _catalog(
            "<rewriteURI",
            '<rewriteURI uriStartString="http://www.example.com/\u00fc/" rewritePrefix="../www.example.com/"/>\n'
            '<rewriteURI uriStartString="http://www.example.com/%C3%BC/" rewritePrefix="../www.example.com/"/>\n'
            "<rewriteURI",
        ),
        [("XG734", "tpe:multipleRewriteURIsForStartString", CATALOG_FILE, 4)],
    ),
    **{
        f"mapped to {prefix}": (
            _catalog("../www.example.com/xbrl/2025-12-31/", prefix),
            [("XG738", "", CATALOG_FILE, 3)],
        )
        for prefix in ("../../etc/", "/etc/", "http://elsewhere.example/", "..%2F..%2Fetc/", "file:///etc/")
    },
    "mapped to nothing": (
        _catalog(
            "<rewriteURI", '<rewriteURI uriStartString="http://x.example/" rewritePrefix="../gone/"/>\n<rewriteURI'
        ),
        [("XG739", "", CATALOG_FILE, 3)],
    ),
    "xml:base leads the targets": (
        _catalog(f"<rewriteURI {REWRITE}", f'<rewriteURI xml:base="../" {REWRITE.replace("../www", "www")}'),
        [],
    ),
    "a name without a language": (
        _metadata(' xml:lang="en"', ""),
        [
            ("XG735", "tpe:missingLanguageAttribute", METADATA_FILE, 4),
            ("XG735", "tpe:missingLanguageAttribute", METADATA_FILE, 5),
            ("XG735", "tpe:missingLanguageAttribute", METADATA_FILE, 7),
            ("XG735", "tpe:missingLanguageAttribute", METADATA_FILE, 13),
        ],
    ),
    "a language taken back": (
        _metadata("<tp:name>", '<tp:name xml:lang="">'),
        [("XG735", "tpe:missingLanguageAttribute", METADATA_FILE, 4)],
    ),
    "a language twice": (
        _metadata("<tp:name>Example</tp:name>", '<tp:name>Example</tp:name><tp:name xml:lang="EN">Sample</tp:name>'),
        [("XG736", "tpe:duplicateLanguagesForElement", METADATA_FILE, 4)],
    ),
    "two languages": (
        _metadata("<tp:name>Example</tp:name>", '<tp:name>Example</tp:name><tp:name xml:lang="fi">Malli</tp:name>'),
        [],
    ),
    "an entry point that was not packed": (
        _metadata("2025-12-31/ex.xsd", "2025-12-31/EX.xsd"),
        [("XG739", "", METADATA_FILE, 14)],
    ),
    "an entry point of another package": (
        _metadata("http://www.example.com/xbrl/2025-12-31/ex.xsd", "http://o.example"),
        [],
    ),
    "a relative entry point": (
        _metadata("http://www.example.com/xbrl/2025-12-31/ex.xsd", "../www.example.com/xbrl/2025-12-31/ex.xsd#x"),
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_rule_has_its_code_and_place(case: str, tmp_path: Path):
    files, expected = CASES[case]
    path = packed(tmp_path / "p.zip", files)
    for package in (check_package(path), check_taxonomy_package(path)):
        assert [
            (
                each.code,
                each.standard,
                each.locations[0].path.removeprefix(str(path)).lstrip("/"),
                each.locations[0].line,
            )
            for each in package.findings
        ] == expected


def test_a_report_package_has_to_be_a_valid_taxonomy_package_if_it_is_one(tmp_path: Path):
    files, expected = CASES["no identifier"]
    found = check_package(packed(tmp_path / "p.xbri", {**reports("a.xhtml"), **files})).findings
    assert [each.standard for each in found] == [expected[0][1]]


def test_an_enormous_description_is_not_parsed(tmp_path: Path):
    files = TAXONOMY | {METADATA_FILE: METADATA.encode() + random.Random(3).randbytes(8_500_000).hex().encode()}
    codes = {each.code for each in check_taxonomy_package(packed(tmp_path / "p.zip", files)).findings}
    assert codes == {"XG732"}


OTHER_THAN_ARELLE = {
    "metadata with entities": "no rule of the specification: declarations in a DOCTYPE are refused as hostile",
    "catalog with entities": "as above",
    "mapped twice, once escaped": "XML Catalogs 1.1 section 6.4: starts are compared after normalisation",
    "no META-INF": "what lies in a directory that is missing is not said to be missing too",
    "a language taken back": "XML 1.0 section 2.12 lets xml:lang be empty; Arelle's copy of W3C's schema is older",
    "a language twice": "BCP 47 section 2.1.1: tags are compared without case",
}
"""Where Arelle 2.47 says otherwise, and what decides."""


@pytest.fixture(scope="module")
def arelle_packages():
    """Arelle's reader of packages, offline."""
    import arelle_referee

    arelle_referee._arelle()
    from arelle import PackageManager
    from arelle.Cntlr import Cntlr

    controller = Cntlr(logFileName="logToBuffer")
    controller.webCache.workOffline = True
    PackageManager.init(controller, loadPackagesConfig=False)
    yield lambda path, errors: PackageManager.packageInfo(controller, str(path), errors=errors)
    controller.close()


@pytest.mark.arelle
@pytest.mark.parametrize("case", [each for each in CASES if each not in OTHER_THAN_ARELLE])
def test_arelle_gives_the_same_codes(case: str, tmp_path: Path, arelle_packages):
    files, expected = CASES[case]
    errors: list[str] = []
    arelle_packages(packed(tmp_path / "p.zip", files), errors)
    assert sorted(errors) == sorted(standard for _, standard, _, _ in expected if standard)


@pytest.mark.arelle
@pytest.mark.parametrize("case", OTHER_THAN_ARELLE)
def test_arelle_says_otherwise_where_the_list_says_so(case: str, tmp_path: Path, arelle_packages):
    files, expected = CASES[case]
    errors: list[str] = []
    arelle_packages(packed(tmp_path / "p.zip", files), errors)
    assert sorted(errors) != sorted(standard for _, standard, _, _ in expected if standard)


def _published(name: str) -> etree.XMLSchema:
    import arelle

    cache = Path(arelle.__file__).parent / "resources" / "cache" / "http"
    (xml,) = (each for each in cache.rglob("xml.xsd") if "2001" in str(each) and each.parent.name != "03")
    text = (cache / "www.xbrl.org" / "2016" / name).read_bytes()
    text = re.sub(rb"http://www.w3.org/2001/[0-9/]*xml.xsd", xml.as_uri().encode(), text)
    return etree.XMLSchema(etree.fromstring(text))


RICH = (
    METADATA.replace(
        "</tp:entryPoint>",
        '<tp:languages><tp:language>en</tp:language></tp:languages><x:y xmlns:x="urn:x"/></tp:entryPoint>',
    )
    .replace(
        "</tp:taxonomyPackage>",
        "<tp:supersededTaxonomyPackages><tp:taxonomyPackageRef>urn:old</tp:taxonomyPackageRef>"
        '</tp:supersededTaxonomyPackages><tp:versioningReports><tp:versioningReport href="v.xml"/></tp:versioningReports>'
        "</tp:taxonomyPackage>",
    )
    .replace("<tp:publisher>", '<tp:license href="http://l.example" name="L"/><tp:publisher>')
)


def _damaged(root: etree._Element, chance: random.Random) -> None:
    """Change one thing at any place."""
    elements = list(root.iter())
    element, other = chance.choice(elements), chance.choice(elements)
    match chance.randrange(7):
        case 0 if element is not root:
            element.getparent().remove(element)
        case 1 if element is not root:
            element.getparent().append(element)
        case 2:
            element.tag = other.tag
        case 3:
            element.text = chance.choice(["", "x", "GB", "2026-02-30", "en", "a b", "http://a.example/"])
        case 4:
            element.set(
                chance.choice(["href", "name", "id", "uriStartString", "{urn:x}y"]), chance.choice(["", "a b", "1"])
            )
        case 5:
            for name in list(element.attrib)[:1]:
                del element.attrib[name]
        case _:
            etree.SubElement(element, chance.choice([other.tag, "{urn:x}z", "none"]))


@pytest.mark.arelle
@pytest.mark.parametrize(
    ("name", "document"), [("taxonomy-package.xsd", RICH), ("taxonomy-package-catalog.xsd", CATALOG)]
)
def test_the_own_schema_judges_as_the_published_one_does(name: str, document: str, root: Path):
    own = etree.XMLSchema(etree.parse(root / "taxonomy" / "www.xbrl.org" / "2016" / name))
    published, chance = _published(name), random.Random(7)
    verdicts = {True: 0, False: 0}
    assert own.validate(etree.fromstring(document.encode()))
    for _ in range(3000):
        tree = etree.fromstring(document.encode())
        for _ in range(chance.choice([1, 1, 2])):
            _damaged(tree, chance)
        verdict = published.validate(tree)
        assert own.validate(tree) is verdict, etree.tostring(tree)
        verdicts[verdict] += 1
    assert min(verdicts.values()) > 200


def test_the_packages_of_others_are_sound(shared: Path):
    """The official taxonomies, and stand-ins for others: no false finding."""
    packages = sorted((shared / "taxonomies").glob("*.zip"))
    assert len(packages) >= 7
    for path in packages:
        assert check_taxonomy_package(path).findings == (), path.name
    for path in sorted((shared / "samples").rglob("*.xbri")):
        package = check_package(path)
        assert package.findings == (), path.name
        assert len(package.reports) == 1
