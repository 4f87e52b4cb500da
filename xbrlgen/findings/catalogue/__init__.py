"""The catalogue of findings: one file per family, one entry per code; codes are never used again for something else."""

from functools import cache
from importlib import import_module
from types import MappingProxyType

from xbrlgen.findings.finding import CatalogueEntry

FAMILIES = MappingProxyType(
    {
        "xg1": "Sources and reading",
        "xg2": "Facts, values, units and periods",
        "xg3": "Taxonomy and dimensions",
        "xg4": "Calculations, duplicates and tie-outs",
        "xg5": "Rendering",
        "xg6": "Schema validation and read-back",
        "xg7": "Packages",
        "xg8": "Documents of any taxonomy and filing",
        "xg9": "Further syntaxes, conversion and batches",
    }
)


@cache
def catalogue() -> MappingProxyType[str, CatalogueEntry]:
    """Every entry by its code, in order of code."""
    entries: dict[str, CatalogueEntry] = {}
    for family in FAMILIES:
        module = import_module(f"{__name__}.{family}")
        entries |= {entry.code: entry for entry in module.ENTRIES}
    return MappingProxyType(dict(sorted(entries.items())))
