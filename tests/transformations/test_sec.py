"""The SEC's own transformations (ixt-sec), by the rules that EDGAR publishes for them; Arelle's wheel has none."""

import pytest
from transformation_referee import ours

from xbrlgen.transformations import SEC_NAMESPACE
from xbrlgen.transformations.sec.names import pattern
from xbrlgen.transformations.sec.places import _places

DASHES = "-\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\ufe58\ufe63\uff0d"

ANSWERS = {
    "duryear": {"7": "P7Y", "-7": "-P7Y", "7.3": "P7Y3M18D", "0.5": "P0Y6M", "0": "P0Y", "-0.0": "P0Y", "+2.": "P2Y"},
    "durmonth": {"7": "P7M", "-7": "-P7M", "7.3": "P7M9D", ".5": "P0M15D", "18": "P18M"},
    "durweek": {"7": "P49D", "-7": "-P49D", "7.3": "P51D", "0.1": "P0D", "52": "P364D"},
    "durday": {"7.5": "P7DT12H", "-12345": "-P12345D", " 7.5 ": "P7DT12H", "12,345": None, "seven": None, "": None},
    "durhour": {"7": "PT7H", "-7": "-PT7H", "7.9": "PT7H", "1e3": None, "\u00a07": None},
    "durwordsen": {
        **{f"twelve{dash}years": "P12Y" for dash in DASHES},
        "seven days": "P7D",
        "Two years and six months": "P2Y6M",
        "twelve years, six months and four days": "P12Y6M4D",
        "one hundred and twenty days": "P120D",
        "10 years": "P10Y",
        "no days": "P0D",
        "zero years, 3 months": "P3M",
        "seven\u00a0days": "P7D",
        "twelve_years": None,
        "twelveyears": None,
        "about four days": None,
        "four days, six months": None,
        "seven days\u00a0": None,
        "": None,
    },
    "numwordsen": {
        **{f"fifty{dash}one": "51" for dash in DASHES},
        "eighteen million three hundred thousand and fifty-one": "18300051",
        "Seventy Thousand and one": "70001",
        "nineteen hundred forty-four": "1944",
        "one billion, two million": "1002000000",
        "nine quintillion one": "9000000000000000001",
        "none": "0",
        "Nil": "0",
        " zero ": "0",
        "one\u00a0hundred": "100",
        "fiftyone": None,
        "four gazillion": None,
        "zero hundred": None,
        "one million,": None,
        "one million and one": None,
        "ONE": None,
        "\u00a0zero": None,
        "": None,
    },
    "numinf": {"anything": "INF"},
    "numneginf": {"": "-INF"},
    "numnan": {"n/a": "NaN"},
    "datequarterend": {
        "3rd quarter, 1999": "1999-09-30",
        "The Last quarter, 1999": "1999-12-31",
        "Q3'1999": "1999-09-30",
        "First quarter of 2024": "2024-03-31",
        "1999, Q4": "1999-12-31",
        "1999 2nd quarter-end": "1999-06-30",
        "1999\u00a01st\u00a0Quarter": "1999-03-31",
        "1999, Q5": None,
        "33rd quarter, 1999": None,
        "1999, Q44": None,
        "\u00a0Q3 1999": None,
        "1999 1st Quarter\u00a0": None,
        "1999": None,
    },
    "boolballotbox": {"☐": "false", " ☑": "true", "☒\n": "true", "X": None, "\u00a0☐": None, "☐☐": None},
    "yesnoballotbox": {"☐": "No", "☑": "Yes", "☒": "Yes", "": None},
    "countrynameen": {
        "Germany": "DE",
        "germany": "DE",
        "GERMANY": None,
        "The Republic Of South Africa": "ZA",
        "Republic Of Congo": None,
        "Democratic Republic of the Congo": "CD",
        "Côte d’Ivoire": "CI",
        "Cocos [Keeling] Islands": "CC",
        "Cocos Keeling Islands": None,
        "Peoples Republic of China": "CN",
        "U.K.": "GB",
        "USA": "US",
        "England and Wales": "GB",
        "Guinea-Bissau": "GW",
        "Saint Helena, Ascension and Tristan Da Cunha": "SH",
        "Åland\u00a0Islands": "AX",
        "\u00a0Japan": None,
        "Korea": None,
        "Swaziland": None,
        "Endor": None,
    },
    "edgarprovcountryen": {
        "Germany": "2M",
        "Japan": "M0",
        "Ontario, Canada": "A6",
        "québec": "A8",
        "Cape Verde": "E8",
        "Swaziland": "V6",
        "Virgin Islands, U.S.": "VI",
        "British Virgin Islands": "D8",
        "Netherlands Antilles": "P8",
        "Unknown": "XX",
        "Texas": None,
    },
    "stateprovnameen": {
        "New York": "NY",
        "new\u00a0york": "NY",
        "Yukon": "YT",
        "Newfoundland and Labrador": "NL",
        "District of Columbia": "DC",
        "Virgin Islands, U.S.": "VI",
        "Samoa": "AS",
        "Greenland": None,
        "New Yowk": None,
    },
    "exchnameen": {
        "The Nasdaq Stock Market LLC": "NASDAQ",
        "NASDAQ Global Select Market": "NASDAQ",
        "New York Stock Exchange": "NYSE",
        "NYSE": "NYSE",
        "NYSE American LLC": "NYSEAMER",
        "NYSE Arca, Inc.": "NYSEArca",
        "Cboe BZX Exchange, Inc.": "CboeBZX",
        "MIAX PEARL, LLC": "PEARL",
        "Nasdaq PHLX LLC": "Phlx",
        "London Stock Exchange": None,
    },
    "entityfilercategoryen": {
        "Large accelerated filer": "Large Accelerated Filer",
        "Accelerated Filer": "Accelerated Filer",
        "Non\u2011accelerated Filer": "Non-accelerated Filer",
        "Small filer": None,
    },
}


@pytest.mark.parametrize("name", ANSWERS)
def test_each_transformation_answers_as_edgar_says(name: str):
    assert {text: ours(SEC_NAMESPACE, name, text) for text in ANSWERS[name]} == ANSWERS[name]


def test_codes_of_places_are_complete_and_unique_to_a_place():
    codes = {column: {row[column] for row in _places()} - {"-"} for column in ("country", "edgar", "state")}
    assert len(codes["country"]) == 249, "as many as ISO 3166-1 has"
    assert len(codes["state"]) == 50 + 7 + 13, "states, the federal district and territories, provinces of Canada"
    assert all(len(code) == 2 for column in codes.values() for code in column)
    assert len({row["name"] for row in _places()}) == len(_places())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("[the ]holy see", r"(?:[Tt]he\s+)?[Hh]oly\s+[Ss]ee"),
        ("people[']s", "[Pp]eople(?:['\u2019])?s"),
        ("{nyse} arca[[,] inc[.]]", r"(?i:[Nn]yse)\s+[Aa]rca(?:(?:,)?\s+[Ii]nc(?:\.)?)?"),
        ("falkland (malvinas)", r"[Ff]alkland\s+[(\[][Mm]alvinas[)\]]"),
    ],
)
def test_the_notation_of_names(name: str, expected: str):
    assert pattern(name) == expected
