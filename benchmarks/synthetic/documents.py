"""A synthetic report as an instance, as an inline document, as JSON and as tables; all hold the same facts."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.synthetic.aspects import DECIMALS, LANGUAGE, SCHEME, entity, oim_namespaces, oim_period, thousands
from benchmarks.synthetic.forge_input import forge_input
from benchmarks.synthetic.size import Size, SyntheticFact
from benchmarks.synthetic.tables import metadata, write_table
from benchmarks.synthetic.taxonomy import NAMESPACE, SCHEMA, write_taxonomy

_NAMESPACES = (
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"'
    f' xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:s="{NAMESPACE}"'
)
_UNIT = '<xbrli:unit id="eur"><xbrli:measure>iso4217:EUR</xbrli:measure></xbrli:unit>'


def write_document(folder: Path, size: Size, syntax: str) -> Path:
    """Write the report in one of SYNTAXES, with its taxonomy, into `folder`, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    write_taxonomy(folder, size)
    if syntax == "csv":
        write_table(folder, size)
    path = folder / EXTENSIONS.get(syntax, f"report.{syntax}")
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{line}\n" for line in SYNTAXES[syntax](size))
    return path


def _reference(prefix: str = "link") -> str:
    return f'<{prefix}:schemaRef xlink:type="simple" xlink:href="{SCHEMA}"/>'


def _contexts(size: Size) -> Iterator[str]:
    for context in range(size.context_count):
        year, members, who = size.year(context), size.members(context), entity(size, context)
        yield f'<xbrli:context id="c{context}"><xbrli:entity><xbrli:identifier scheme="{SCHEME}">{who}'
        yield f"</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>{year}-01-01</xbrli:startDate>"
        yield f"<xbrli:endDate>{year}-12-31</xbrli:endDate></xbrli:period>"
        if members:
            inner = (
                f'<xbrldi:explicitMember dimension="s:Axis{axis}">s:Axis{axis}Member{member}</xbrldi:explicitMember>'
                for axis, member in enumerate(members)
            )
            yield f"<xbrli:scenario>{''.join(inner)}</xbrli:scenario>"
        yield "</xbrli:context>"


def _instance(size: Size) -> Iterator[str]:
    yield f'<xbrli:xbrl {_NAMESPACES} xml:lang="{LANGUAGE}">{_reference()}'
    yield from _contexts(size)
    yield _UNIT
    for number, fact in enumerate(size.all_facts()):
        name = f"s:Concept{fact.concept}"
        numeric = "" if size.is_text(fact.concept) else f' unitRef="eur" decimals="{DECIMALS}"'
        yield f'<{name} id="f{number}" contextRef="c{fact.context}"{numeric}>{fact.value}</{name}>'
    yield "</xbrli:xbrl>"


def _inline(size: Size) -> Iterator[str]:
    yield (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'
        f' xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" {_NAMESPACES} xml:lang="{LANGUAGE}">'
    )
    yield '<head><title>Synthetic</title></head><body><div style="display:none"><ix:header>'
    yield f"<ix:references>{_reference()}</ix:references><ix:resources>"
    yield from _contexts(size)
    yield f"{_UNIT}</ix:resources></ix:header></div>"
    for number, fact in enumerate(size.all_facts()):
        shared = f'id="f{number}" name="s:Concept{fact.concept}" contextRef="c{fact.context}"'
        if size.is_text(fact.concept):
            yield f"<p><ix:nonNumeric {shared}>{fact.value}</ix:nonNumeric></p>"
        else:
            shown = thousands(fact)
            yield (
                f'<p>Thousands <ix:nonFraction {shared} unitRef="eur" decimals="{DECIMALS}" scale="3"'
                f' format="ixt:num-dot-decimal">{shown}</ix:nonFraction></p>'
            )
    yield "</body></html>"


def _json(size: Size) -> Iterator[str]:
    yield '{"documentInfo": {"documentType": "https://xbrl.org/2021/xbrl-json", "namespaces": '
    yield f'{json.dumps(oim_namespaces())}, "taxonomy": ["{SCHEMA}"]}}, "facts": {{'
    separator = ""
    for number, fact in enumerate(size.all_facts()):
        yield f'{separator}"f{number}": {json.dumps(_json_fact(size, fact))}'
        separator = ","
    yield "}}"


def _json_fact(size: Size, fact: SyntheticFact) -> dict[str, object]:
    aspects = {
        "concept": f"s:Concept{fact.concept}",
        "entity": f"e:{entity(size, fact.context)}",
        "period": oim_period(size, fact.context),
        **{f"s:Axis{axis}": f"s:Axis{axis}Member{each}" for axis, each in enumerate(size.members(fact.context))},
    }
    if size.is_text(fact.concept):
        return {"value": fact.value, "dimensions": {**aspects, "language": LANGUAGE}}
    return {"value": fact.value, "decimals": DECIMALS, "dimensions": {**aspects, "unit": "iso4217:EUR"}}


SYNTAXES: dict[str, Callable[[Size], Iterator[str]]] = {
    "xbrl": _instance,
    "xhtml": _inline,
    "json": _json,
    "csv": metadata,
    "forge-xbrl": partial(forge_input, is_page=False),
    "forge-xhtml": partial(forge_input, is_page=True),
}
"""By the extension of the file; as xBRL-CSV; and what xBRL-Forge makes an instance or a page of."""

EXTENSIONS = {"csv": "report.json", "forge-xbrl": "forge.json", "forge-xhtml": "forge.json"}
"""The names of files that are not called report.SYNTAX."""
