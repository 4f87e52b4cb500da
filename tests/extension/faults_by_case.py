"""Changes that break rules of which regulators tell several cases apart, and rules on what is the base taxonomy's."""

from damage import CORE, DIMENSION, LINK, PARENT_CHILD, WIDER_NARROWER, XBRLDT, XBRLI, XLINK, XS, Fault, Files
from faults import DEFAULTS, LABEL, LINES, OWN, REFERENCE, STANDARD, anchored, declared, new_file, new_link, put
from lxml import etree

GENERAL_SPECIAL = "http://www.xbrl.org/2003/arcrole/general-special"
BASE = CORE.partition("#")[0]


def included(files: Files) -> etree._Element:
    etree.SubElement(files["xsd"].root, f"{XS}redefine")
    return files["xsd"].root


def other_id(files: Files) -> etree._Element:
    for file in files.values():
        for locator in file.root.iter(f"{LINK}loc"):
            locator.set(f"{XLINK}href", locator.get(f"{XLINK}href").replace("#own_KeyFiguresAbstract", "#heading"))
    return put(files["xsd"].element("KeyFiguresAbstract"), "id", "heading")


def anchored_to_a_heading(files: Files) -> etree._Element:
    declared(files, "Note", abstract="")
    return anchored(files, "Note", f"{CORE}EarningsPerShareAbstract")


def arc_without(files: Files, name: str, target: str, attribute: str) -> etree._Element:
    arc = files[name].arc(target)
    del arc.attrib[attribute]
    return arc


def role_changed(files: Files, change: str) -> etree._Element:
    role = next(files["xsd"].root.iter(f"{LINK}roleType"))
    if change == "uses":
        role.remove(next(role.iter(f"{LINK}usedOn")))
        return role
    new = etree.SubElement(role.getparent(), f"{LINK}roleType", {"id": "role-new", "roleURI": change})
    etree.SubElement(new, f"{LINK}definition").text = "[100300] New"
    for kind in ("presentation", "calculation", "definition"):
        etree.SubElement(new, f"{LINK}usedOn").text = f"link:{kind}Link"
    return new


def without_standard_label(files: Files) -> etree._Element:
    for each in files["lab-en"].root.iter(f"{LINK}label"):
        if each.get(f"{XLINK}label") == "TargetMember_label":
            each.set(f"{XLINK}role", f"{STANDARD}documentation")
    return files["xsd"].element("TargetMember")


def label_in_another_language(files: Files) -> etree._Element:
    for each in files["lab-en"].root.iter(f"{LINK}label"):
        if each.get(f"{XLINK}label") == "TargetMember_label":
            each.set("{http://www.w3.org/XML/1998/namespace}lang", "ja")
    return files["xsd"].element("TargetMember")


def same_label(files: Files) -> etree._Element:
    labels = {each.get(f"{XLINK}label"): each for each in files["lab-en"].root.iter(f"{LINK}label")}
    labels["TargetMember_label"].text = labels["ResultMember_label"].text
    return files["xsd"].element("TargetMember")


def documented(files: Files) -> etree._Element:
    files["lab-en"].locator(f"{CORE}Revenue", "Revenue")
    files["lab-en"].new_arc(LABEL, "Revenue", "Revenue_label")
    return files["lab-en"].label("Revenue", "What is sold.", f"{STANDARD}documentation")


def second_statement(files: Files) -> etree._Element:
    files["pre"].locator(f"{CORE}StatementOfCashFlowsAbstract", "second")
    files["pre"].new_arc(PARENT_CHILD, "second", "Revenue", order="1")
    return next(files["pre"].link().iter(f"{LINK}presentationArc"))


def not_all(files: Files) -> etree._Element:
    arc = files["def"].arc("Highlights1h23Table")
    files["def"].locator(f"{OWN}Highlights1h23Table", "again")
    new = files["def"].new_arc(f"{DIMENSION}notAll", LINES, "again", order="9")
    for name in ("closed", "contextElement"):
        new.set(f"{XBRLDT}{name}", arc.get(f"{XBRLDT}{name}"))
    return new


def default_elsewhere(files: Files) -> etree._Element:
    arc = files["def"].arc("ResultMember", "dimension-default")
    link = files["def"].link("highlights-1h23")
    for name, target in (("axis", "ForecastAxis"), ("default", "ResultMember")):
        files["def"].locator(f"{OWN}{target}", name, "highlights-1h23")
    arc.getparent().getparent().remove(arc.getparent())
    files["def"].new_arc(f"{DIMENSION}dimension-default", "axis", "default", "highlights-1h23", order="1")
    assert link is not None
    return files["xsd"].element("ForecastAxis")


def general_special(files: Files) -> etree._Element:
    put(files["def"].arc("Spending", "wider-narrower"), f"{XLINK}arcrole", GENERAL_SPECIAL)
    return files["xsd"].element("Spending")


def both_own(files: Files) -> etree._Element:
    files["def"].locator(f"{OWN}Subtotal", "other", "anchoring")
    files["def"].locator(f"{OWN}Spending", "one", "anchoring")
    return files["def"].new_arc(WIDER_NARROWER, "other", "one", "anchoring")


def long_base(files: Files) -> etree._Element:
    labels = files["lab-ja"]
    labels.path.unlink()
    labels.path = labels.path.with_name(f"{'o' * 21}-2023-09-30_lab-ja.xml")
    references = files["xsd"].root.iter(f"{LINK}linkbaseRef")
    next(each for each in references if each.get(f"{XLINK}href").endswith("ja.xml")).set(
        f"{XLINK}href", labels.path.name
    )
    return labels.root


def fraction(files: Files) -> etree._Element:
    return declared(
        files, "Part", "xbrli:fractionItemType", f"{CORE}ProportionOfOwnershipInterestInSubsidiary", abstract=""
    )


def empty_calculation(files: Files) -> etree._Element:
    for link in files["cal"].root.iter(f"{LINK}calculationLink"):
        files["cal"].root.remove(link)
    return files["xsd"].root


def imported(files: Files) -> etree._Element:
    new = etree.Element(f"{XS}import", {"namespace": BASE.rpartition("/full")[0], "schemaLocation": BASE})
    files["xsd"].root.insert(1, new)
    new.set("namespace", "https://xbrl.ifrs.org/taxonomy/2025-03-27/ifrs-full")
    return new


def underscored(files: Files) -> etree._Element:
    """The prefix in the schema with an underscore; ids follow it."""
    for file in files.values():
        old = etree.tostring(file.root).decode()
        new = old.replace("xmlns:own=", "xmlns:o_wn=").replace('id="own_', 'id="o_wn_').replace("xsd#own_", "xsd#o_wn_")
        file.root = etree.fromstring(new.replace('"own:', '"o_wn:'))
    return files["xsd"].root


def own_type(files: Files) -> etree._Element:
    new = etree.SubElement(files["xsd"].root, f"{XS}complexType", {"name": "amount"})
    content = etree.SubElement(new, f"{XS}simpleContent")
    etree.SubElement(content, f"{XS}restriction", {"base": "xbrli:monetaryItemType"})
    return new


def default_of_the_base(files: Files) -> etree._Element:
    files["def"].locator(f"{CORE}SegmentsAxis", "axis", DEFAULTS)
    files["def"].locator(f"{CORE}OperatingSegmentsMember", "member", DEFAULTS)
    return files["def"].new_arc(f"{DIMENSION}dimension-default", "axis", "member", DEFAULTS)


def reference_of_the_base(files: Files, **more: str) -> etree._Element:
    references = new_file(files, "ref")
    link = new_link(references, "reference")
    references.locator(f"{CORE}Revenue", "Revenue")
    references.new_arc(REFERENCE, "Revenue", "standard", **more)
    attributes = {f"{XLINK}type": "resource", f"{XLINK}label": "standard", f"{XLINK}role": f"{STANDARD}reference"}
    return etree.SubElement(link, f"{LINK}reference", attributes)


def member_not_presented(files: Files) -> etree._Element:
    arc = files["pre"].arc("TargetMember")
    arc.getparent().remove(arc)
    again = [each for each in files["pre"].root.iter() if each.get(f"{XLINK}to") == "TargetMember"]
    for each in again:
        each.getparent().remove(each)
    return files["xsd"].root


def start_of_revenue(files: Files) -> etree._Element:
    return put(files["pre"].arc("Revenue"), "preferredLabel", f"{STANDARD}periodStartLabel")


def memberless(files: Files) -> etree._Element:
    children = [each for each in files["pre"].root.iter() if each.get(f"{XLINK}from") == "SegmentsAxis"]
    for each in children:
        each.getparent().remove(each)
    return files["pre"].arc("SegmentsAxis")


def alias(files: Files) -> etree._Element:
    files["def"].locator(f"{OWN}Subtotal", "essence", "anchoring")
    files["def"].locator(f"{OWN}Spending", "alias", "anchoring")
    return files["def"].new_arc(
        "http://www.xbrl.org/2003/arcrole/essence-alias", "essence", "alias", "anchoring", order="1"
    )


FAULTS_BY_CASE = [
    Fault("XG319", included, case="/include"),
    Fault("XG320", other_id, case="/id"),
    Fault("XG320", lambda files: put(files["xsd"].element("TargetMember"), "nillable", "false"), case="/nil"),
    Fault("XG321", lambda files: put(files["xsd"].element("KeyFiguresAbstract"), f"{XBRLI}periodType", "instant")),
    Fault(
        "XG321",
        lambda files: put(files["xsd"].element("KeyFiguresAbstract"), "type", "xbrli:decimalItemType"),
        case="/type",
    ),
    Fault("XG324", lambda files: declared(files, "ShipAxis"), case="/axis"),
    Fault("XG324", lambda files: declared(files, "SegmentsTable"), case="/table"),
    Fault("XG324", lambda files: declared(files, "NewMember"), case="/member"),
    Fault(
        "XG324",
        lambda files: declared(files, "NewLineItems", anchor=f"{CORE}DomicileOfEntity", abstract=""),
        case="/abstract-concept",
    ),
    Fault("XG326", lambda files: declared(files, "A" * 201), case="/name"),
    Fault("XG326", lambda files: role_changed(files, f"http://example.com/own/{'r' * 250}"), case="/uri"),
    Fault("XG327", lambda files: role_changed(files, "http://lantern.example/role/new"), case="/authority"),
    Fault("XG327", lambda files: role_changed(files, "uses"), case="/uses"),
    Fault("XG328", without_standard_label, case="/role"),
    Fault("XG328", label_in_another_language, case="/language"),
    Fault("XG330", lambda files: files["lab-en"].label("Spending", "a" * 511, f"{STANDARD}terseLabel"), case="/length"),
    Fault("XG330", lambda files: files["lab-en"].label("Spending", "a<b", f"{STANDARD}terseLabel"), case="/markup"),
    Fault("XG330", lambda files: files["lab-en"].label("Spending", " a", f"{STANDARD}terseLabel"), case="/spaces"),
    Fault("XG333", second_statement, case="/statement"),
    Fault("XG335", lambda files: arc_without(files, "pre", "Spending", "order"), case="/missing-line"),
    Fault("XG335", lambda files: arc_without(files, "cal", "Spending", "order"), case="/missing-item"),
    Fault("XG335", lambda files: put(files["pre"].arc("Revenue"), "order", "2"), case="/repeated-line"),
    Fault("XG335", lambda files: put(files["cal"].arc("Spending"), "order", "1"), case="/repeated-item"),
    Fault("XG336", member_not_presented, case="/dimension"),
    Fault("XG391", start_of_revenue, also=frozenset({"XG312"})),
    Fault("XG392", memberless, also=frozenset({"XG333", "XG336"})),
    Fault("XG342", not_all, case="/not-all"),
    Fault(
        "XG342",
        lambda files: put(files["def"].arc("Highlights1h23Table"), f"{XBRLDT}contextElement", "segment"),
        case="/container",
    ),
    Fault("XG344", default_elsewhere, case="/role"),
    Fault("XG345", general_special, case="/arcrole"),
    Fault("XG346", both_own),
    Fault("XG346", lambda files: anchored(files, "ResultMember", f"{CORE}OperatingSegmentsMember"), case="/member"),
    Fault("XG346", anchored_to_a_heading, case="/abstract"),
    Fault("XG371", long_base, case="/base"),
    Fault("XG372", fraction, case="/fraction", also=frozenset({"XG348"})),
    Fault("XG380", empty_calculation),
    Fault("XG382", same_label),
    Fault("XG383", documented),
    Fault("XG384", imported),
    Fault("XG385", underscored, case="/prefix"),
    Fault(
        "XG386",
        lambda files: declared(files, "DomicileOfEntity", anchor=f"{CORE}LegalFormOfEntity", abstract=""),
    ),
    Fault("XG387", own_type),
    Fault("XG388", default_of_the_base, also=frozenset({"XG315"})),
    Fault("XG389", reference_of_the_base, case="/given"),
    Fault("XG389", lambda files: reference_of_the_base(files, use="prohibited", priority="1"), case="/taken"),
    Fault("XG390", alias),
]
