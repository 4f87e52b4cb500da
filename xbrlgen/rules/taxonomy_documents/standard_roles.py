"""The roles and arcroles that XBRL 2.1 itself defines, and the elements that they are for."""

from xbrlgen.taxonomy.documents import LINK

_ROLE, _ARCROLE = "http://www.xbrl.org/2003/role/", "http://www.xbrl.org/2003/arcrole/"

STANDARD_ROLE = f"{_ROLE}link"
"""The role of extended links that have none of their own (section 3.5.3.3)."""

_FORMS = ("", "Terse", "Verbose")
_LABEL_ROLES = frozenset(
    _ROLE + name
    for name in (
        *("label", "terseLabel", "verboseLabel", "totalLabel", "periodStartLabel", "periodEndLabel"),
        *("documentation", "definitionGuidance", "disclosureGuidance", "presentationGuidance", "measurementGuidance"),
        *("commentaryGuidance", "exampleGuidance"),
        *(f"{sign}{form}Label" for sign in ("positive", "negative", "zero") for form in _FORMS),
    )
)
_REFERENCE_ROLES = frozenset(
    _ROLE + name
    for name in (
        *("reference", "definitionRef", "disclosureRef", "mandatoryDisclosureRef", "recommendedDisclosureRef"),
        *("unspecifiedDisclosureRef", "presentationRef", "measurementRef", "commentaryRef", "exampleRef"),
    )
)
LINKBASE_ROLES = {
    f"{_ROLE}{name}LinkbaseRef": f"{{{LINK}}}{name}Link"
    for name in ("label", "reference", "presentation", "calculation", "definition")
}
"""The roles of references to linkbases, and the one extended link that such a linkbase holds (section 4.3.4)."""

ROLES_OF_RESOURCES = {
    f"{{{LINK}}}label": ("xbrl.5.2.2.2.2", _LABEL_ROLES),
    f"{{{LINK}}}reference": ("xbrl.5.2.3.2.1", _REFERENCE_ROLES),
    f"{{{LINK}}}footnote": ("xbrl.4.11.1.2", frozenset({f"{_ROLE}footnote"})),
}
"""The standard roles of resources, and the section that lists them."""

STANDARD_ROLES = frozenset({STANDARD_ROLE, f"{_ROLE}footnote", *_LABEL_ROLES, *_REFERENCE_ROLES, *LINKBASE_ROLES})

ARCS_OF_ARCROLES = {
    _ARCROLE + name: f"{arc}Arc"
    for name, arc in {
        "concept-label": "label",
        "concept-reference": "reference",
        "fact-footnote": "footnote",
        "parent-child": "presentation",
        "summation-item": "calculation",
        "general-special": "definition",
        "essence-alias": "definition",
        "similar-tuples": "definition",
        "requires-element": "definition",
    }.items()
}
"""The arcroles of XBRL 2.1, and the one arc that each is for."""
