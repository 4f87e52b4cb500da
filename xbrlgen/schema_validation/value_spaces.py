"""Phrases for the values that a type or a facet allows."""

from xbrlgen.schema_validation.names import xbrli, xs

_WHOLE = "a whole number"
_DECIMAL = "a decimal number, without an exponent"
_PHRASES = {
    xs("decimal"): _DECIMAL,
    xs("float"): "a number",
    xs("double"): "a number",
    xs("integer"): _WHOLE,
    xs("nonNegativeInteger"): "a whole number that is not negative",
    xs("positiveInteger"): "a whole number above zero",
    xs("nonPositiveInteger"): "a whole number that is not positive",
    xs("negativeInteger"): "a whole number below zero",
    xs("long"): "a whole number of 64 bits",
    xs("int"): "a whole number of 32 bits",
    xs("short"): "a whole number of 16 bits",
    xs("byte"): "a whole number of 8 bits",
    xs("unsignedLong"): "a whole number of 64 bits that is not negative",
    xs("unsignedInt"): "a whole number of 32 bits that is not negative",
    xs("unsignedShort"): "a whole number of 16 bits that is not negative",
    xs("unsignedByte"): "a whole number of 8 bits that is not negative",
    xs("boolean"): "true or false",
    xs("date"): "a date, as in 2023-09-30",
    xs("dateTime"): "a date with a time, as in 2023-09-30T12:00:00",
    xs("time"): "a time, as in 12:00:00",
    xs("duration"): "a duration, as in P1Y6M",
    xs("gYear"): "a year, as in 2023",
    xs("gYearMonth"): "a year with a month, as in 2023-09",
    xs("gMonth"): "a month, as in --09",
    xs("gMonthDay"): "a month with a day, as in --09-30",
    xs("gDay"): "a day of the month, as in ---30",
    xs("anyURI"): "a URI",
    xs("QName"): "a name whose prefix is bound",
    xs("Name"): "an XML name",
    xs("NCName"): "an XML name without a colon",
    xs("ID"): "an XML name without a colon",
    xs("IDREF"): "an XML name without a colon",
    xs("NMTOKEN"): "an XML name token",
    xs("language"): "a language tag, as in en",
    xs("hexBinary"): "pairs of hexadecimal digits",
    xs("base64Binary"): "Base64 text",
    xbrli("monetary"): _DECIMAL,
    xbrli("shares"): _DECIMAL,
    xbrli("pure"): _DECIMAL,
    xbrli("nonZeroDecimal"): "a decimal number other than zero",
    xbrli("decimalsType"): "a whole number or INF",
    xbrli("precisionType"): "a whole number that is not negative, or INF",
    xbrli("dateUnion"): "a date, as in 2023-09-30, or a date with a time",
}
_FACETS = {
    "length": "text of {} characters",
    "minLength": "text of at least {} characters",
    "maxLength": "text of at most {} characters",
    "minInclusive": "at least {}",
    "maxInclusive": "at most {}",
    "minExclusive": "more than {}",
    "maxExclusive": "less than {}",
    "totalDigits": "a number of at most {} digits",
    "fractionDigits": "a number of at most {} digits after the point",
    "pattern": "text of the form {}",
    "enumeration": "one of {}",
}


def of_type(name: str) -> str:
    """What a value of the simple type `name` (Clark notation) is; empty if there is no phrase for it."""
    return _PHRASES.get(name, "")


def of_facet(facet: str, limit: str) -> str:
    """What a `facet` with this `limit` allows; empty if there is no phrase for it."""
    if facet in {"length", "maxLength"} and limit == "0":
        return "no text at all"
    if facet == "minLength" and limit == "1":
        return "some text"
    return _FACETS[facet].format(limit) if facet in _FACETS else ""
