"""Faults of texts, numbers, formats, footnotes, fractions and tuples: a page that breaks each rule."""

from inline_faults import ATTRIBUTES, FACT, NIL, NOTE, PARTS, PLACES, REFERENCE_CONFLICTS, RELATED, Fault, fault
from inline_pages import INLINE_1_0, REFERENCES, number, text

_FRACTION = (
    '<ix:fraction name="k:Fraction" contextRef="d" unitRef="pure" {}>'
    "<ix:numerator>1</ix:numerator>/<ix:denominator>3</ix:denominator></ix:fraction>"
).format


def _chain(first: str, *pieces: str) -> str:
    return text("a", f'continuedAt="{first}"') + "".join(
        f'<ix:continuation id="{piece.split()[0]}"{"".join(f" continuedAt={each!r}" for each in piece.split()[1:])}>b'
        "</ix:continuation>"
        for piece in pieces
    )


TEXTS = {
    "a continuation that is missing": fault("XG192", "ix11.11.1.2:continuationMissing", _chain("c1")),
    "a continuation that is something else": fault(
        "XG192", "ix11.11.1.2:continuationTarget", f'{text("a", "continuedAt=" + repr("x"))}<p id="x">b</p>'
    ),
    "a fact for a continuation": fault("XG192", "ix11.11.1.2:continuationTarget", text("a", "continuedAt='f'") + FACT),
    "the next piece is missing": fault("XG192", "ix11.4.1.2:continuationMissing", _chain("c1", "c1 c2")),
    "a footnote's continuation is missing": fault(
        "XG192", "ix11.6.1.2:continuationMissing", FACT + NOTE.replace(">a", " continuedAt='c'>a"), more=RELATED
    ),
    "a circle of pieces": fault("XG192", "ix11.4.1.2:continuationCycle", _chain("c1", "c1 c2", "c2 c1")),
    "a piece that continues itself": fault("XG192", "ix11.4.1.2:continuationCycle", _chain("c1", "c1 c1")),
    "a circle that no text reaches": fault(
        "XG192", "ix11.4.1.2:continuationNotReferenced", _chain("c0", "c0", "c1 c2", "c2 c1"), 5, "XG192"
    ),
    "one piece for two texts": fault(
        "XG192",
        "ix11.4.1.2:continuationReferences",
        text("x", "continuedAt='c1'", "k:Name") + "\n" + _chain("c1", "c1"),
        line=6,
    ),
    "a piece that is not used": fault("XG192", "ix11.4.1.2:continuationNotReferenced", _chain("c1", "c1", "c2")),
    "pieces that are not used": fault(
        "XG192", "ix11.4.1.2:continuationNotReferenced", _chain("c1", "c1", "c2 c3", "c3"), 5, "XG192"
    ),
    "a piece within its text": fault(
        "XG192",
        "ix11.4.1.2:continuationChainNested",
        text('a<ix:continuation id="c">b</ix:continuation>', "continuedAt='c'"),
    ),
    "a piece within another": fault(
        "XG192",
        "ix11.4.1.2:continuationChainNested",
        text("a", "continuedAt='c'")
        + '<ix:continuation id="c" continuedAt="e">b<ix:continuation id="e">c</ix:continuation></ix:continuation>',
    ),
}

NUMBERS = {
    "an empty number": fault("XG193", "ix11.10.1.1:nonFraction", number("")),
    "markup in a number": fault("XG193", "ix11.10.1.2:nonFractionChildren", number("<b>1</b>")),
    "two numbers in one": fault("XG193", "ix11.10.1.2:nonFractionChildren", number(number("1") + number("2"))),
    "text beside a number in a number": fault("XG193", "ix11.10.1.1:nonFractionChildren", number(number("1") + " ")),
    "another scale within": fault(
        "XG193", "ix11.10.1.2:nestedNonFractionProperties", number(number("1", 'scale="3"'), 'scale="6"')
    ),
    "another format within": fault(
        "XG193", "ix11.10.1.2:nestedNonFractionProperties", number(number("1", 'format="ixt:num-dot-decimal"'))
    ),
    "another unit within": fault(
        "XG193", "ix11.10.1.2:nestedNonFractionProperties", number(number("1", "", "k:Ratio").replace("JPY", "pure"))
    ),
    "nil within a number": fault(
        "XG193", "ix11.10.1.2:nestedNonFractionIsNil", number(number("", NIL, "k:Change").replace('decimals="0"', ""))
    ),
    "a negative text": fault("XG194", "ix11.10.1.2:nonFractionNegative", number("-812")),
    "a nil number with a text": fault("XG162", "cvc-elt.3.2.1", number("1", NIL).replace('decimals="0"', "")),
    "a number with words": fault("XG161", "cvc-datatype-valid.1", number("812 million")),
    "groups without a format": fault("XG161", "cvc-datatype-valid.1", number("1,234")),
    "no decimals": fault("XG159", "xbrl.4.6.3", number("1").replace('decimals="0"', "")),
    "a text for a number": fault("XG155", "xbrl.4.6.2", text("1", "", "k:Revenue"), 5, "XG159"),
}

FORMATS = {
    "an unknown registry": fault(
        "XG195", "ix11.10.1.2:invalidTransformation", number("1", 'format="x:zerodash" xmlns:x="http://x"')
    ),
    "an unknown transformation": fault(
        "XG195", "ix11.11.1.2:invalidTransformation", text("a", 'format="ixt:no-such"', "k:Approved")
    ),
    "a format whose prefix is not declared": fault(
        "XG195", "ix11.10.1.2:invalidTransformation", number("1", 'format="zz:num-dot-decimal"')
    ),
    "a number that does not fit": fault(
        "XG196", "ix11.10.1.1:transformValueError", number("1.234,5", 'format="ixt:num-dot-decimal"')
    ),
    "parentheses in a number": fault(
        "XG196", "ix11.10.1.1:transformValueError", number("(5)", 'format="ixt:num-dot-decimal"')
    ),
    "a date that does not fit": fault(
        "XG196",
        "ix11.11.1.1:transformValueError",
        text("31 June 2025", 'format="ixt:date-day-monthname-year-en"', "k:Approved"),
    ),
}

FOOTNOTES = {
    "no language": fault("XG163", "ix11.6.1.2:footnoteLang", FACT + NOTE.replace('xml:lang="en"', ""), more=RELATED),
    "a relationship from nothing": fault(
        "XG163", "ix11.13.1.2:relationshipFromRef", FACT + NOTE, line=4, more=RELATED.replace('"f"', '"f z"')
    ),
    "a relationship from a footnote": fault(
        "XG163",
        "ix11.13.1.2:relationshipFromRef",
        FACT + NOTE + NOTE.replace('"n"', '"m"'),
        line=4,
        more=RELATED + RELATED.replace('"f"', '"f n"').replace('toRefs="n"', 'toRefs="m"'),
    ),
    "a relationship to nothing": fault(
        "XG163", "ix11.13.1.2:relationshipToRef", FACT + NOTE, line=4, more=RELATED.replace('"n"', '"n z"')
    ),
    "a footnote of no fact": fault("XG164", "", FACT + NOTE),
    "a footnote of version 1.0 that is missing": fault(
        "XG163", "ix10.5.1.2:footnoteRef", number("1", 'footnoteRefs="z"'), version=INLINE_1_0
    ),
    "a fact as footnote": fault(
        "XG164",
        "oime:illegalStandardFootnoteTarget",
        FACT + number("2", 'id="g"', "k:Change"),
        line=4,
        more=RELATED.replace('"n"', '"g"'),
    ),
    "another role": fault(
        "XG164",
        "xbrlxe:nonStandardFootnoteResourceRole",
        FACT + NOTE.replace(" id", ' footnoteRole="http://r" id'),
        more=RELATED,
    ),
}

_TUPLE = '<ix:tuple name="k:Manager" {}>{}</ix:tuple>'.format
_MEMBER = text("a", 'order="1"', "k:Name")


def _odd(standard: str, body: str, facts: int = 1, **parts) -> Fault:
    """A fault of fractions or tuples, of which no report can hold any (XG160)."""
    return fault("XG199", standard, body, parts.pop("line", 5), *["XG160"] * facts, **parts)


FRACTIONS_AND_TUPLES = {
    "a fraction": fault("XG160", "xbrlxe:unsupportedFraction", _FRACTION("")),
    "a tuple": fault("XG160", "xbrlxe:unsupportedTuple", _TUPLE("", _MEMBER)),
    "a text for a fraction": _odd("ix11.7.1.3:fractionDeclaration", text("1", "", "k:Fraction"), 0),
    "a fraction for a number": _odd(
        "ix11.7.1.3:fractionDeclaration", _FRACTION("").replace("k:Fraction", "k:Ratio"), 0
    ),
    "a text for a tuple": fault("XG160", "xbrlxe:unsupportedTuple", text("a", "", "k:Manager")),
    "a fraction without denominator": _odd(
        "ix11.7.1.3:fractionTerms", _FRACTION("").replace("denominator", "numerator")
    ),
    "a nil fraction with terms": _odd("ix11.7.1.3:fractionNilTerms", _FRACTION(NIL)),
    "a text in a fraction": _odd(
        "ix11.7.1.3:fractionDescendants", _FRACTION("").replace("/<", f"{text('a', '', 'k:Name')}<")
    ),
    "another unit within a fraction": _odd(
        "ix11.7.1.3:fractionChildAttributes",
        _FRACTION("")
        .replace("pure", "JPY")
        .replace("<ix:num", '<ix:fraction name="k:Fraction" contextRef="d" unitRef="pure"><ix:num')
        .replace("</ix:fraction>", "</ix:fraction></ix:fraction>"),
        facts=2,
    ),
    "a nil fraction within one": _odd(
        "ix11.7.1.3:nestedFractionIsNil",
        _FRACTION("").replace("/<", f'<ix:fraction name="k:Fraction" contextRef="d" unitRef="pure" {NIL}/><'),
        facts=2,
    ),
    "markup in a term": _odd("ix11.7.1.3:fractionTermDescendants", _FRACTION("").replace(">1<", "><b>1</b><")),
    "a negative term": _odd("ix11.7.1.3:fractionTermNegative", _FRACTION("").replace(">1<", ">-1<")),
    "a tupleID twice": _odd(
        "ix11.15.1.2:tupleIdDuplication",
        _TUPLE('tupleID="t"', _MEMBER) + "\n" + _TUPLE('tupleID="t"', _MEMBER),
        2,
        line=6,
    ),
    "an empty tuple without tupleID": _odd("ix11.15.1.2:tupleID", _TUPLE("", "")),
    "no such tuple": _odd("ix11.11.1.2:tupleRefMissing", text("a", 'tupleRef="t" order="1"', "k:Name"), 0),
    "a member without order": _odd("ix11.11.1.2:tupleMemberOrderMissing", _TUPLE("", text("a", "", "k:Name"))),
    "a member for another target": _odd(
        "ix11.11.1.2:tupleMemberDifferentTarget",
        _TUPLE("", text("a", 'order="1" target="t"', "k:Name")),
        references=REFERENCES + REFERENCES.replace("references>", 'references target="t">', 1),
    ),
    "a numerator in a tuple": _odd(
        "ix11.15.1.2:tupleContentError", _TUPLE("", _MEMBER + "<ix:numerator>1</ix:numerator>")
    ),
    "two members with one order": _odd(
        "ix11.11.1.2:tupleSameOrderMembersUnequal", _TUPLE("", _MEMBER + _MEMBER.replace(">a", ">b"))
    ),
    "tuples in a circle": _odd(
        "ix11.15.1.2:tupleNestingCycle",
        _TUPLE('tupleID="t" tupleRef="u" order="1"', "") + _TUPLE('tupleID="u" tupleRef="t" order="1"', ""),
        facts=2,
    ),
}

FAULTS = (
    PARTS | PLACES | ATTRIBUTES | REFERENCE_CONFLICTS | TEXTS | NUMBERS | FORMATS | FOOTNOTES | FRACTIONS_AND_TUPLES
)
