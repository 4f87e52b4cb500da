"""The rules of ESEF on extension taxonomies, beside the verdict of Arelle's plugin on the same filing."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from arelle_referee import _arelle, _Log
from damage import CORE, Fault, read
from extended_report import written
from faults import FAULTS
from faults_by_case import FAULTS_BY_CASE
from lxml import etree
from test_extension_rules import sound_report

from xbrlgen.extension import Settings
from xbrlgen.rules.arcroles import DIMENSIONAL, WIDER_NARROWER
from xbrlgen.rules.extension_taxonomy import STYLE, Conventions, OwnTaxonomy
from xbrlgen.taxonomy import Catalog, Taxonomy, load_taxonomy

ROLES = "https://www.esma.europa.eu/xbrl/role/cor/"
SETTINGS = Settings(
    defaults_role=f"{ROLES}ifrs-dim_role-990000",
    undimensioned_role=f"{ROLES}esef_role-999999",
    undimensioned_line_items="LineItemsNotDimensionallyQualifiedPlaceholder",
)
CONVENTIONS = Conventions(
    container="scenario",
    defaults_role=SETTINGS.defaults_role,
    file_name=r"o(wn|o+)-2023-09-30(_(pre|cal|def|ref|lab-[a-z]{2}))?\.(xsd|xml)",
    longest_base=20,
    statements=("StatementOfCashFlowsAbstract",),
    definition_arcroles=(*DIMENSIONAL, WIDER_NARROWER),
    linkbases=("presentation", "calculation", "definition", "label"),
    derived_anchors=False,
)
CORE_2022 = CORE.replace("2025-03-27", "2022-03-24")
FOLDER = "own-2023-09-30"

ARELLE = {
    "XG317": "ESEF.3.1.1.linkbasesNotSeparateFiles",
    "XG323": "ESEF.RTS.Annex.IV.Par.4.2.monetaryConceptWithoutBalance",
    "XG328": "ESEF.RTS.Annex.IV.Par.4_G3.4.5.extensionConceptNoLabel ESEF.3.4.5.missingLabelForRoleInReportLanguage",
    "XG329": "ESEF.3.4.5.taxonomyElementDuplicateLabels",
    "XG331": "ESEF.3.4.5.taxonomyElementLabelCustomRole",
    "XG334": "ESEF.3.4.4.missingPreferredLabelRole",
    "XG336": "ESEF.3.4.6.UsableConceptsNotIncludedInPresentationLink",
    "XG337": "ESEF.3.4.6.UsableConceptsNotAppliedByTaggedFacts",
    "XG342": "ESEF.3.4.2.openPositiveHypercubeInDefinitionLinkbase",
    "XG343": "ESEF.3.4.2.extensionTaxonomyLineItemNotLinkedToAnyHypercube"
    " ESEF.3.4.6.UsableConceptsNotIncludedInDefinitionLink",
    "XG344": "ESEF.3.4.3.extensionTaxonomyDimensionNotAssignedDefaultMemberInDedicatedPlaceholder",
    "XG345": "ESEF.3.3.1.extensionConceptsNotAnchored",
    "XG346": "ESEF.3.3.1.anchoringRelationshipsForDimensionsDefinedUsingWiderNarrowerArcrole",
    "XG347": "ESEF.3.3.2.anchoringRelationshipsForConceptsDefinedInElrContainingDimensionalRelationships",
    "XG348": "ESEF.1.4.1.differentExtensionDataType",
    "XG371": "ESEF.3.1.5.extensionTaxonomyDocumentNameDoesNotFollowNamingConvention",
    "XG372": "ESEF.2.4.1.tupleDefinedInExtensionTaxonomy",
}
"""The codes that Arelle has for faults; the others are no rules of its plugin, or those of other versions."""

ARELLE_BY_CASE = {
    "XG328/role": "ESEF.RTS.Annex.IV.Par.4_G3.4.5.extensionConceptNoStandardLabel"
    " ESEF.3.4.5.missingLabelForRoleInReportLanguage",
    "XG333/statement": "ESEF.3.4.7.singleExtendedLinkRoleUsedForAllPFSs",
    "XG342/not-all": "ESEF.3.4.2.notAllArcroleUsedInDefinitionLinkbase"
    " ESEF.3.4.2.closedNegativeHypercubeInDefinitionLinkbase",
    "XG344/role": "ESEF.3.4.3.dimensionDefaultLinkrole"
    " ESEF.3.4.3.extensionTaxonomyDimensionNotAssignedDefaultMemberInDedicatedPlaceholder",
    "XG345/arcrole": "ESEF.3.3.1.anchoringWrongArcrole ESEF.RTS.Annex.IV.disallowedDefinitionArcrole",
    "XG346": "ESEF.3.3.1.anchoringRelationshipBase",
    "XG346/member": "ESEF.3.3.1.anchoringRelationshipsForDomainMembersDefinedUsingWiderNarrowerArcrole",
    "XG346/abstract": "ESEF.3.3.1.ExtensionConceptAnchoredToAbstractConcept",
    "XG371/base": "ESEF.3.1.5.baseComponentInNameOfTaxonomyFileExceedsTwentyCharacters",
    "XG372/fraction": "ESEF.2.4.1.fractionDefinedInExtensionTaxonomy",
    "XG380": "ESEF.3.1.1.extensionTaxonomyWrongFilesStructure",
    "XG387": "ESEF.RTS.Annex.IV.Par.11.customDataTypeDuplicatingXbrlOrDtrEntry",
    "XG389/taken": "ESEF.RTS.Annex.IV.Par.8.coreTaxonomyReferenceModification",
    "XG390": "ESEF.RTS.Annex.IV.disallowedDefinitionArcrole",
}
"""The same for single cases of findings; a case may be a part of several of Arelle's rules.

Arelle's plugin has a rule that it cannot find broken: for a default that is given to an axis of the core taxonomy (XG388), it asks
whether the locator is the issuer's, which it always is; ESEF Reporting Manual 3.4.3 means the axis.
"""


def taxonomy_of_report(taxonomy: Taxonomy, folder: Path, faults: Iterable[Fault]) -> Path:
    """The extension taxonomy of the sound report on the core taxonomy, with some faults."""
    schema = written(sound_report(taxonomy), taxonomy, folder, SETTINGS)
    files = read(schema)
    for fault in faults:
        fault.change(files)
    for file in files.values():
        content = etree.tostring(file.root, xml_declaration=True, encoding="UTF-8")
        file.path.write_bytes(content.replace(CORE.encode(), CORE_2022.encode()))
    return schema


def own_codes(schema: Path, taxonomy: Taxonomy, catalog: Catalog) -> set[str]:
    return {code.partition("/")[0] for code in own_cases(schema, taxonomy, catalog)} - {"XG382"}  # EDGAR's alone


def own_cases(schema: Path, taxonomy: Taxonomy, catalog: Catalog) -> set[str]:
    """What our rules find: code and case."""
    judged = OwnTaxonomy(load_taxonomy(str(schema), catalog=catalog), sound_report(taxonomy), CONVENTIONS)
    found = [each for rule in STYLE for each in rule(judged)]
    return {each.code + (each.standard if each.standard.startswith("/") else "") for each in found}


def arelle_codes(schema: Path, taxonomy: Taxonomy, shared: Path) -> set[str]:
    """What the plugin says of the taxonomy of a filing; what it says of pages and facts is another matter."""
    from arelle.RuntimeOptions import RuntimeOptions

    package = schema.parent / f"{FOLDER}.zip"
    package.write_bytes(filing(schema, taxonomy))
    session_class, log = _arelle(), _Log()
    options = RuntimeOptions(
        entrypointFile=str(package),
        packages=[str(shared / "taxonomies" / "ifrs-esef-2019-2022.zip"), str(package)],
        plugins="validate/ESEF",
        disclosureSystemName="esef-2024",
        validate=True,
        formulaAction="none",
        keepOpen=True,
        disablePersistentConfig=True,
        internetConnectivity="offline",
        logLevel="DEBUG",
    )
    with session_class() as session:
        session.run(options, logHandler=log)
    package.unlink()
    codes = {text[1:].partition("]")[0] for text in log.texts()}
    return {each for each in codes if each.startswith(("ESEF.1.4", "ESEF.3.", "ESEF.RTS.Annex.IV", "ESEF.2.4.1."))}


def filing(schema: Path, taxonomy: Taxonomy) -> bytes:
    """A package with the taxonomy and a page that tags the facts of the report, as plain as can be."""
    taxonomy_package = f"""<tp:taxonomyPackage xmlns:tp="http://xbrl.org/2016/taxonomy-package" xml:lang="en">
      <tp:identifier>http://example.com/own</tp:identifier><tp:name>own</tp:name><tp:description>own</tp:description>
      <tp:version>1</tp:version><tp:publisher>own</tp:publisher><tp:publicationDate>2023-11-06</tp:publicationDate>
      <tp:entryPoints><tp:entryPoint><tp:name>own</tp:name>
      <tp:entryPointDocument href="http://example.com/{schema.name}"/></tp:entryPoint></tp:entryPoints>
    </tp:taxonomyPackage>"""
    catalog = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
      <rewriteURI uriStartString="http://example.com/" rewritePrefix="../example.com/"/></catalog>"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"{FOLDER}/META-INF/taxonomyPackage.xml", taxonomy_package)
        archive.writestr(f"{FOLDER}/META-INF/catalog.xml", catalog)
        archive.writestr(f"{FOLDER}/reports/{FOLDER}-1-en.xhtml", page(schema, taxonomy))
        for path in sorted(schema.parent.iterdir()):
            if path.suffix != ".zip":
                archive.write(path, f"{FOLDER}/example.com/{path.name}")
    return out.getvalue()


def page(schema: Path, taxonomy: Taxonomy) -> str:
    report = sound_report(taxonomy)
    prefixes = {taxonomy.namespace: "ifrs-full", report.extension.namespace: "own"}
    contexts, facts = [], []
    for fact in report.facts:
        members = "".join(
            f'<xbrldi:explicitMember dimension="{prefixes[each.axis.namespace]}:{each.axis.local_name}">'
            f"{prefixes[each.member.namespace]}:{each.member.local_name}</xbrldi:explicitMember>"
            for each in fact.dimensions
        )
        scenario = f"<xbrli:scenario>{members}</xbrli:scenario>" if members else ""
        contexts.append(
            f'<xbrli:context id="c-{fact.id}"><xbrli:entity><xbrli:identifier scheme="http://standards.iso.org/iso/17442">'
            "529900T8BM49AURSDO55</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2023-04-01"
            f"</xbrli:startDate><xbrli:endDate>2023-09-30</xbrli:endDate></xbrli:period>{scenario}</xbrli:context>"
        )
        unit = "u2" if fact.unit.denominators else "u"
        name = f"{prefixes[fact.concept.namespace]}:{fact.concept.local_name}"
        facts.append(
            f'<p><ix:nonFraction id="{fact.id}" name="{name}" contextRef="c-{fact.id}" unitRef="{unit}" decimals="0">'
            f"{fact.value}</ix:nonFraction></p>"
        )
    namespace = report.extension.namespace.replace("&", "&amp;")
    return f"""<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
      xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
      xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
      xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:ifrs-full="{taxonomy.namespace}" xmlns:own="{namespace}"
      xml:lang="en"><head><title>own</title></head><body><div style="display:none"><ix:header>
      <ix:references><link:schemaRef xlink:type="simple" xlink:href="http://example.com/{schema.name}"/></ix:references>
      <ix:resources>{"".join(contexts)}
      <xbrli:unit id="u"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
      <xbrli:unit id="u2"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:JPY</xbrli:measure>
      </xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator>
      </xbrli:divide></xbrli:unit></ix:resources></ix:header></div>{"".join(facts)}</body></html>"""


def test_nothing_is_found_in_what_we_derive(european: Taxonomy, european_catalog: Catalog, tmp_path: Path):
    schema = taxonomy_of_report(european, tmp_path, ())
    assert own_codes(schema, european, european_catalog) == set()


@pytest.mark.arelle
def test_both_find_the_same_faults_and_no_others(
    european: Taxonomy, european_catalog: Catalog, shared: Path, tmp_path: Path
):
    schema = taxonomy_of_report(european, tmp_path, [each for each in FAULTS if each.code in ARELLE])
    assert own_codes(schema, european, european_catalog) == set(ARELLE)
    assert arelle_codes(schema, european, shared) == {each for codes in ARELLE.values() for each in codes.split()}


@pytest.mark.arelle
@pytest.mark.parametrize(
    "faults",
    [
        ("XG380",),
        ("XG344/role", "XG345/arcrole"),
        tuple(ARELLE_BY_CASE.keys() - {"XG380", "XG344/role", "XG345/arcrole"}),
    ],
    ids=["structure", "places", "others"],
)
def test_both_tell_the_same_cases_apart(
    faults: tuple[str, ...], european: Taxonomy, european_catalog: Catalog, shared: Path, tmp_path: Path
):
    broken = [each for each in FAULTS_BY_CASE if f"{each.code}{each.case}" in faults]
    schema = taxonomy_of_report(european, tmp_path, broken)
    own, theirs = own_cases(schema, european, european_catalog), arelle_codes(schema, european, shared)
    assert set(faults) <= own
    assert {each for name in faults for each in ARELLE_BY_CASE[name].split()} <= theirs
