"""For each rule on extension taxonomies, a change that breaks it and nothing else."""

from damage import (
    CORE,
    DIMENSION,
    LINK,
    PARENT_CHILD,
    SUMMATION,
    WIDER_NARROWER,
    XBRLDT,
    XBRLI,
    XLINK,
    XS,
    Fault,
    File,
    Files,
)
from lxml import etree

OWN = "own-2023-09-30.xsd#own_"
LINES = "Highlights1h23LineItems"
DEFAULTS = ("defaults", "990000")
"""The ends of the roles that hold nothing but defaults: our own and the one of ESEF."""
STANDARD = "http://www.xbrl.org/2003/role/"
LABEL, REFERENCE = (f"http://www.xbrl.org/2003/arcrole/concept-{kind}" for kind in ("label", "reference"))
NAME_OF_ENTITY = f"{CORE}NameOfReportingEntityOrOtherMeansOfIdentification"


def put(element: etree._Element, name: str, value: str) -> etree._Element:
    """Set an attribute."""
    element.set(name, value)
    return element


def declared(files: Files, name: str, item_type: str = "xbrli:stringItemType", anchor: str = "", **more: str):
    """A new concept, labelled and anchored, so that nothing else is wrong with it."""
    files["lab-en"].locator(f"{OWN}{name}", name)
    files["lab-en"].new_arc(LABEL, name, f"{name}_label")
    files["lab-en"].label(name, "New")
    if anchor:
        anchored(files, name, anchor)
    return files["xsd"].declare(name, item_type, **more)


def sum_of_heading(files: Files) -> etree._Element:
    files["cal"].locator(f"{OWN}HighlightsAbstract", "heading")
    return files["cal"].new_arc(SUMMATION, "Subtotal", "heading", order="3", weight="1")


def embedded(files: Files) -> etree._Element:
    return etree.SubElement(next(files["xsd"].root.iter(f"{XS}appinfo")), f"{LINK}linkbase")


def new_link(file: File, kind: str) -> etree._Element:
    attributes = {f"{XLINK}type": "extended", f"{XLINK}role": f"{STANDARD}link"}
    return etree.SubElement(file.root, f"{LINK}{kind}Link", attributes)


def mixed(files: Files) -> etree._Element:
    new_link(files["cal"], "definition")
    return files["cal"].root


def unsuitable_definition(files: Files) -> etree._Element:
    role = next(files["xsd"].root.iter(f"{LINK}roleType"))
    role.find(f"{LINK}definition").text = "Highlights"
    return role


def old_member(files: Files) -> etree._Element:
    schema, old = files["xsd"].root, "http://www.xbrl.org/dtr/type/2020-01-21"
    location = "https://www.xbrl.org/dtr/type/2020-01-21/types.xsd"
    schema.insert(1, etree.Element(f"{XS}import", {"namespace": old, "schemaLocation": location}))
    member = files["xsd"].element("TargetMember")
    changed = etree.Element(member.tag, dict(member.attrib), nsmap={**schema.nsmap, "old": old})
    schema.replace(member, changed)
    return put(changed, "type", "old:domainItemType")


def without_label(files: Files) -> etree._Element:
    link = files["lab-en"].link()
    for each in [each for each in link if each.get(f"{XLINK}label") == "TargetMember_label"]:
        link.remove(each)
    return files["xsd"].element("TargetMember")


def label_of_the_base(files: Files) -> etree._Element:
    files["lab-en"].locator(f"{CORE}Revenue", "Revenue")
    files["lab-en"].new_arc(LABEL, "Revenue", "Revenue_label")
    return files["lab-en"].label("Revenue", "Sales")


def new_file(files: Files, end: str) -> File:
    """A linkbase of references."""
    path = files["cal"].path.with_name(f"own-2023-09-30_{end}.xml")
    file = files[end] = File(path, etree.Element(f"{LINK}linkbase"))
    reference = etree.SubElement(next(files["xsd"].root.iter(f"{XS}appinfo")), f"{LINK}linkbaseRef")
    arcrole = "http://www.w3.org/1999/xlink/properties/linkbase"
    for name, value in {"type": "simple", "arcrole": arcrole, "href": path.name}.items():
        reference.set(f"{XLINK}{name}", value)
    return file


def own_reference(files: Files) -> etree._Element:
    references = new_file(files, "ref")
    link = new_link(references, "reference")
    references.locator(f"{OWN}Spending", "Spending")
    references.new_arc(REFERENCE, "Spending", "standard")
    attributes = {f"{XLINK}type": "resource", f"{XLINK}label": "standard", f"{XLINK}role": f"{STANDARD}reference"}
    return etree.SubElement(link, f"{LINK}reference", attributes)


def second_root(files: Files) -> etree._Element:
    files["pre"].locator(f"{CORE}AssetsAbstract", "second")
    files["pre"].new_arc(PARENT_CHILD, "second", "Revenue", order="1")
    return next(files["pre"].link().iter(f"{LINK}presentationArc"))


def line_again(files: Files) -> etree._Element:
    files["pre"].locator(f"{CORE}Revenue", "again")
    return files["pre"].new_arc(PARENT_CHILD, LINES, "again", order="4")


def not_presented(files: Files) -> etree._Element:
    arc = files["pre"].arc("AdjustedEarningsPerShare")
    arc.getparent().remove(arc)
    return files["xsd"].root


def idle(files: Files) -> etree._Element:
    files["def"].locator(f"{CORE}OtherIncome", "idle")
    return files["def"].new_arc(f"{DIMENSION}domain-member", LINES, "idle", order="4")


def balance_in_sum(files: Files) -> etree._Element:
    put(files["xsd"].element("Spending"), f"{XBRLI}periodType", "instant")
    return files["cal"].arc("Spending")


def item_of_another_section(files: Files) -> etree._Element:
    files["cal"].locator(f"{OWN}AdjustedEarningsPerShare", "elsewhere")
    return files["cal"].new_arc(SUMMATION, "Subtotal", "elsewhere", order="3", weight="1")


def in_no_hypercube(files: Files) -> etree._Element:
    put(files["def"].arc("AdjustedEarningsPerShare"), "use", "prohibited")
    return files["xsd"].root


def without_default(files: Files) -> etree._Element:
    link = files["def"].link(DEFAULTS)
    link.getparent().remove(link)
    return files["xsd"].element("ForecastAxis")


def unanchored(files: Files) -> etree._Element:
    arc = files["def"].arc("Spending", "wider-narrower")
    arc.getparent().remove(arc)
    return files["xsd"].element("Spending")


def anchored(files: Files, name: str, anchor: str) -> etree._Element:
    files["def"].locator(f"{OWN}{name}", f"own-{name}", "anchoring")
    files["def"].locator(anchor, f"anchor-of-{name}", "anchoring")
    return files["def"].new_arc(WIDER_NARROWER, f"anchor-of-{name}", f"own-{name}", "anchoring")


def anchor_among_hypercubes(files: Files) -> etree._Element:
    files["def"].locator(f"{CORE}ProfitLoss", "wide")
    return files["def"].new_arc(WIDER_NARROWER, "wide", "Subtotal", order="1")


def renamed(files: Files) -> etree._Element:
    labels = files["lab-ja"]
    labels.path.unlink()
    labels.path = labels.path.with_name("labels.xml")
    references = files["xsd"].root.iter(f"{LINK}linkbaseRef")
    reference = next(each for each in references if each.get(f"{XLINK}href").endswith("ja.xml"))
    reference.set(f"{XLINK}href", "labels.xml")
    return labels.root


FAULTS = [
    Fault(
        "XG311",
        lambda files: files["cal"].new_arc(SUMMATION, "Subtotal", "Spending", order="3", weight="-1"),
        "xlink:dupArcs",
    ),
    Fault(
        "XG312",
        lambda files: put(files["pre"].arc("Revenue"), "preferredLabel", f"{STANDARD}terseLabel"),
        "xbrl.5.2.4.2.1:preferredLabelMissing",
    ),
    Fault(
        "XG313",
        lambda files: put(files["cal"].arc("Spending"), "weight", "1"),
        "xbrl.5.1.1.2:balanceCalcWeightIllegalPositive",
    ),
    Fault("XG314", sum_of_heading, "xbrl.5.2.5.2:nonNumericCalc"),
    Fault("XG316", lambda files: files["cal"].locator(f"{OWN}Subtotl", "misspelt"), "xbrl.3.5.4:hrefIdNotFound"),
    Fault("XG317", embedded),
    Fault("XG318", mixed),
    Fault("XG319", lambda files: put(files["xsd"].root, "elementFormDefault", "unqualified")),
    Fault("XG320", lambda files: put(files["xsd"].element("TargetMember"), "nillable", "false")),
    Fault("XG321", lambda files: put(files["xsd"].element("KeyFiguresAbstract"), f"{XBRLI}periodType", "instant")),
    Fault(
        "XG322", lambda files: declared(files, "Note", anchor=NAME_OF_ENTITY, abstract="", xbrli_periodType="instant")
    ),
    Fault("XG323", lambda files: declared(files, "Sum", "xbrli:monetaryItemType", f"{CORE}Revenue", abstract="")),
    Fault("XG324", lambda files: declared(files, "SegmentsTable")),
    Fault("XG325", old_member),
    Fault("XG326", lambda files: declared(files, "A" * 201)),
    Fault("XG327", unsuitable_definition, case="/definition"),
    Fault("XG328", without_label, case="/none"),
    Fault("XG329", lambda files: files["lab-en"].label("Spending", "Outgoings")),
    Fault("XG330", lambda files: files["lab-en"].label("Spending", "All  spending", f"{STANDARD}terseLabel")),
    Fault("XG331", lambda files: files["lab-en"].label("Spending", "Spent", "http://example.com/role/short")),
    Fault("XG332", label_of_the_base),
    Fault("XG333", second_root),
    Fault("XG334", line_again),
    Fault("XG335", lambda files: put(files["cal"].arc("Spending"), "order", "1")),
    Fault("XG336", not_presented),
    Fault("XG337", idle),
    Fault("XG338", balance_in_sum),
    Fault("XG339", item_of_another_section),
    Fault(
        "XG340",
        lambda files: put(
            files["cal"].arc("Spending"),
            f"{XLINK}arcrole",
            SUMMATION.replace("https://xbrl.org/2023", "http://www.xbrl.org/2003"),
        ),
    ),
    Fault("XG341", lambda files: put(files["cal"].arc("Spending"), "weight", "-0.5")),
    Fault(
        "XG342", lambda files: put(files["def"].arc("Highlights1h23Table"), f"{XBRLDT}closed", "false"), case="/open"
    ),
    Fault("XG343", in_no_hypercube),
    Fault("XG344", without_default),
    Fault("XG345", unanchored),
    Fault("XG346", lambda files: anchored(files, "ForecastAxis", NAME_OF_ENTITY), case="/axis"),
    Fault("XG347", anchor_among_hypercubes),
    Fault("XG348", lambda files: anchored(files, "AdjustedEarningsPerShare", f"{CORE}Revenue")),
    Fault("XG349", lambda files: put(files["cal"].arc("Spending"), "priority", "10")),
    Fault("XG370", own_reference),
    Fault("XG371", renamed),
    Fault(
        "XG372",
        lambda files: declared(files, "Part", "", substitutionGroup="xbrli:tuple", abstract="", xbrli_periodType=""),
        case="/tuple",
    ),
]
