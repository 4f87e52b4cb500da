"""What the facts of a synthetic report say, whatever the syntax."""

from benchmarks.synthetic.size import Size, SyntheticFact
from benchmarks.synthetic.taxonomy import NAMESPACE

SCHEME, ENTITY, LANGUAGE, DECIMALS = "http://example.com/entities", "synthetic", "en", -3
ISO4217 = "http://www.xbrl.org/2003/iso4217"
TRANSFORMATIONS = "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"


def entity(size: Size, context: int) -> str:
    """Who reports in a context: without axes, contexts of a year differ in it."""
    return ENTITY if size.dimensions else f"{ENTITY}{context // size.year_count}"


def oim_period(size: Size, context: int) -> str:
    """The year of a context, as the Open Information Model writes it."""
    year = size.year(context)
    return f"{year}-01-01T00:00:00/{year + 1}-01-01T00:00:00"


def oim_namespaces() -> dict[str, str]:
    """The prefixes of xBRL-JSON and xBRL-CSV."""
    return {"xbrl": "https://xbrl.org/2021", "iso4217": ISO4217, "e": SCHEME, "s": NAMESPACE}


def thousands(fact: SyntheticFact) -> str:
    """A figure as a page shows it."""
    return f"{int(fact.value) // 1000:,}"
