"""A synthetic report as xBRL-CSV: one table, with a row for each context and a column for each concept."""

import json
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from benchmarks.synthetic.aspects import DECIMALS, LANGUAGE, entity, oim_namespaces, oim_period
from benchmarks.synthetic.size import Size
from benchmarks.synthetic.taxonomy import SCHEMA

TABLE = "report.csv"


def metadata(size: Size) -> Iterator[str]:
    """The lines of the metadata."""
    axes = [f"Axis{axis}" for axis in range(size.dimensions)]
    template = {
        "dimensions": {"entity": "$entity", "period": "$period", **{f"s:{axis}": f"${axis}" for axis in axes}},
        "columns": {
            **{name: {} for name in ("entity", "period", *axes)},
            **{f"Concept{concept}": _column(size, concept) for concept in range(size.concept_count)},
        },
    }
    document = {
        "documentType": "https://xbrl.org/2021/xbrl-csv",
        "namespaces": oim_namespaces(),
        "taxonomy": [SCHEMA],
    }
    tables = {"figures": {"url": TABLE}}
    yield json.dumps({"documentInfo": document, "tableTemplates": {"figures": template}, "tables": tables}, indent=1)


def _column(size: Size, concept: int) -> dict[str, object]:
    name = f"s:Concept{concept}"
    if size.is_text(concept):
        return {"dimensions": {"concept": name, "language": LANGUAGE}}
    return {"dimensions": {"concept": name, "unit": "iso4217:EUR"}, "decimals": DECIMALS}


def write_table(folder: Path, size: Size) -> None:
    """Write the table into `folder`; no cell of it needs quotes."""
    with (folder / TABLE).open("w", encoding="utf-8", newline="\n") as out:
        concepts = (f"Concept{concept}" for concept in range(size.concept_count))
        out.write(",".join(("entity", "period", *(f"Axis{axis}" for axis in range(size.dimensions)), *concepts)) + "\n")
        for context, facts in groupby(size.all_facts(), key=attrgetter("context")):
            members = (f"s:Axis{axis}Member{each}" for axis, each in enumerate(size.members(context)))
            values = [fact.value for fact in facts]
            missing = [""] * (size.concept_count - len(values))
            row = (f"e:{entity(size, context)}", oim_period(size, context), *members, *values, *missing)
            out.write(",".join(row) + "\n")
