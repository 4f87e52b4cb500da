"""The registry of the Securities and Exchange Commission (ixt-sec), as the EDGAR Filer Manual lets filers use it.

EDGAR XBRL Guide, appendix on SEC-specific transformations; https://www.sec.gov/edgar/filer-information/current-edgar-filer-manual
"""

from xbrlgen.transformations.definitions import fixed
from xbrlgen.transformations.sec import durations, exchanges, names, places, quarters, words
from xbrlgen.transformations.transformation import Definition, Output, Rule


def registry() -> dict[str, Definition]:
    """The definition of each of the eighteen names."""
    return {
        **{
            name: Definition(Output.DURATION, f"a decimal number of {name[3:]}s", rule)
            for name, rule in durations.RULES.items()
        },
        "durwordsen": Definition(
            Output.DURATION, "years, months and days in words, as in “two years and six months”", words.duration
        ),
        "numwordsen": Definition(Output.DECIMAL, "a whole number in English words", words.number),
        "numinf": fixed("INF", Output.DOUBLE),
        "numneginf": fixed("-INF", Output.DOUBLE),
        "numnan": fixed("NaN", Output.DOUBLE),
        "datequarterend": Definition(
            Output.DATE, "a quarter and a year, as in “third quarter of 2024”", quarters.quarter_end
        ),
        "boolballotbox": Definition(Output.BOOLEAN, "a ballot box, empty or marked", _ballot_box("false", "true")),
        "yesnoballotbox": _text("a ballot box, empty or marked", _ballot_box("No", "Yes")),
        "countrynameen": _text("the English name of a country", places.rule("country")),
        "stateprovnameen": _text("the name of a state of the US or a province of Canada", places.rule("state")),
        "edgarprovcountryen": _text("the English name of a country, or of a province of Canada", places.rule("edgar")),
        "exchnameen": _text("the name of a national securities exchange of the US", exchanges.rule),
        "entityfilercategoryen": _text("a category of filers, as in “Accelerated Filer”", names.rule(_CATEGORIES)),
    }


_CATEGORIES = {
    "large accelerated filer": "Large Accelerated Filer",
    "accelerated filer": "Accelerated Filer",
    "non-accelerated filer": "Non-accelerated Filer",
}


def _text(takes: str, rule: Rule) -> Definition:
    return Definition(Output.STRING, takes, rule)


def _ballot_box(empty: str, marked: str) -> Rule:
    return {"\u2610": empty, "\u2611": marked, "\u2612": marked}.get
