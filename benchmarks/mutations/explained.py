"""Differences of verdicts that the specifications explain: who is right, and by which section."""

import re
from dataclasses import dataclass

from benchmarks.mutations.judging import Outcome

_SCHEMA, _LINKBASE = r"\.xsd$", r"_(cal|def|lab|lab-\w\w|pre|ref)\.xml$"


@dataclass(frozen=True, slots=True)
class Explained:
    """Why one side alone objects to a document of a certain name with codes that begin with one of these."""

    document: str
    codes: tuple[str, ...]
    reason: str


OURS_ALONE = (
    Explained(
        _SCHEMA,
        ("XG612", "XG615", "XG616", "XG617", "XG618", "XG619", "XG622", "XG802"),
        "XML Schema 1.0 Part 1, sections 3.13.2, 4.2.3 and appendix A: annotations and imports have no text and no"
        " attributes without a namespace, and in xs:appinfo stands what XBRL 2.1 section 5.1 declares; Arelle does not"
        " judge them.",
    ),
    Explained(
        _SCHEMA,
        ("XG301", "XG305"),
        "XBRL 2.1 section 3.2: what a schema imports is part of the DTS, and it is not there; Arelle takes its own copy"
        " of a standard schema whatever the import says.",
    ),
    Explained(
        _LINKBASE,
        ("XG612", "XG615", "XG616", "XG617", "XG618", "XG622"),
        "XBRL 2.1 section 3.5.2: a linkbase is valid by its schema, which wants xlink:type, xlink:role and"
        " xlink:arcrole, and values of xsi attributes that exist; Arelle does not judge linkbases by it.",
    ),
    Explained(
        r"\.(x?html|xbrl)$",
        (
            "XG157 xbrldie:ExplicitMemberUndefinedQNameError",
            "XG157 xbrldie:TypedMemberNotTypedDimensionError",
            "XG616 cvc-complex-type.4",
        ),
        "Dimensions 1.0, sections 3.1.4.4 and 3.1.4.5: a member names its dimension; Arelle takes it for none"
        " in a page where it does not.",
    ),
    Explained(
        r"\.x?html$",
        ("XG618", "XG622", "XG623 cvc-elt.4.2"),
        "XML Schema 1.0 Part 1, section 3.3.4, clauses 3.1 and 4: xsi:nil stands only on what is nillable, and xsi:type"
        " names a type that there is; Arelle does not look at them in XHTML.",
    ),
    Explained(
        r"\.xbrl$",
        ("XG615", "XG618", "XG619", "XG623 cvc-elt.4"),
        "XBRL 2.1 section 4: an instance is valid by its schema, which lets schemaRef hold no text, id and xml:lang"
        " have values of their types only, xsi:nil stand on what is nillable, and xsi:type name a type that there is;"
        " Arelle lets these pass.",
    ),
    Explained(
        r"\.(x?html|xbrl|xml)$",
        ("XG617 cvc-type.3.1.1", "XG621 cvc-id.1"),
        "XML Schema 1.0 Part 1, section 3.3.4, cvc-type.3.1.1: an element of a simple type, such as that of a typed"
        " member, has no attributes; Arelle does not look at those that it knows from facts.",
    ),
    Explained(
        r"\.x?html$",
        ("XG189 ix11.12.1.1",),
        "Inline XBRL 1.1 section 12.1.1: ix:references stands in ix:header alone; Arelle does not look into contexts.",
    ),
    Explained(
        r"\.x?html$",
        ("XG187 ix11.3.3.1",),
        "Inline XBRL 1.1 section 3.3.1: a page is valid by the schema of XHTML, by which it has a body.",
    ),
)
ARELLES_ALONE = (
    Explained(
        r"",
        ("xmlSchema1.4.2.3:refSchemaNamespace",),
        "We say so (XG307) of the filing as it was filed; Arelle only where an import is what first leads to the"
        " schema.",
    ),
)


def explanation(outcome: Outcome) -> str:
    """Why the verdicts differ; empty where they agree, and where it is not known.

    Each code that the one side found has to be explained: a second fault that the other missed would hide behind it.
    """
    if outcome.agrees:
        return ""
    codes, known = (outcome.ours, OURS_ALONE) if outcome.ours else (outcome.others, ARELLES_ALONE)
    of_document = [each for each in known if re.search(each.document, outcome.document)]
    reasons = [next((each.reason for each in of_document if code.startswith(each.codes)), "") for code in codes]
    return " ".join(dict.fromkeys(reasons)) if all(reasons) else ""
