"""A synthetic report as xBRL-Forge takes it: JSON with a piece of content for each fact, whole or in part a tag."""

import json
from collections.abc import Iterator

from benchmarks.synthetic.aspects import DECIMALS, ISO4217, LANGUAGE, SCHEME, TRANSFORMATIONS, entity, thousands
from benchmarks.synthetic.size import Size, SyntheticFact
from benchmarks.synthetic.taxonomy import NAMESPACE, SCHEMA

BEFORE = "Thousands "
"""What stands before a figure on the page."""


def forge_input(size: Size, *, is_page: bool) -> Iterator[str]:
    """The lines of the input: for a page of inline XBRL, or for an instance."""
    report = {
        "name": "report",
        "taxonomy_schema": SCHEMA,
        "lang": LANGUAGE,
        "xhtml": is_page,
        "priority": 1,
        "namespaces": {NAMESPACE: "s", ISO4217: "iso4217", TRANSFORMATIONS: "ixt"},
    }
    yield f'{{"reports": [{json.dumps(report)[:-1]}, "content": ['
    separator = ""
    for fact in size.all_facts():
        yield separator + json.dumps(_paragraph(size, fact) if is_page else _value(size, fact))
        separator = ","
    yield "]}]}"


def _value(size: Size, fact: SyntheticFact) -> dict[str, object]:
    return {"type": "BASE_XBRL", "content": fact.value, "tags": [_tag(size, fact, scale=0)]}


def _paragraph(size: Size, fact: SyntheticFact) -> dict[str, object]:
    before, shown = ("", fact.value) if size.is_text(fact.concept) else (BEFORE, thousands(fact))
    where = {"start_index": len(before), "end_index": len(before + shown)}
    return {"type": "PARAGRAPH", "content": before + shown, "tags": [{**_tag(size, fact, scale=3), **where}]}


def _tag(size: Size, fact: SyntheticFact, *, scale: int) -> dict[str, object]:
    year = size.year(fact.context)
    return {
        "namespace": NAMESPACE,
        "name": f"Concept{fact.concept}",
        "attributes": {} if size.is_text(fact.concept) else _number(scale),
        "entity": entity(size, fact.context),
        "entity_scheme": SCHEME,
        "start_date": f"{year}-01-01",
        "end_date": f"{year}-12-31",
        "dimensions": [
            {
                "axis": {"namespace": NAMESPACE, "name": f"Axis{axis}"},
                "member": {"namespace": NAMESPACE, "name": f"Axis{axis}Member{member}"},
                "typed_member_value": None,
            }
            for axis, member in enumerate(size.members(fact.context))
        ],
    }


def _number(scale: int) -> dict[str, object]:
    shown = {"format": {"namespace": TRANSFORMATIONS, "name": "num-dot-decimal"}} if scale else {}
    unit = {"numerator": {"namespace": ISO4217, "name": "EUR"}}
    return {"decimals": DECIMALS, "scale": scale, "unit": unit, **shown}
