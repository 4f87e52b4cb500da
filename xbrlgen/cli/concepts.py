"""``xbrlgen concepts``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xbrlgen.cli.command import Command, form_option, packages_option
from xbrlgen.cli.output import Output, write

if TYPE_CHECKING:
    from xbrlgen.model import Concept
    from xbrlgen.taxonomy.search import Match
    from xbrlgen.taxonomy.taxonomy import Taxonomy


@click.command(
    cls=Command,
    name="concepts",
    examples={
        "xbrlgen concepts right of use": "by words, in any order",
        "xbrlgen concepts deprec amort --limit 3": "by the beginnings of words, the best three",
        "xbrlgen concepts revenue --taxonomy ifrs-2023": "in another taxonomy",
        "xbrlgen concepts revenue --packages IFRSAT-2025.zip": "in an official one",
    },
)
@click.argument("query", metavar="QUERY...", nargs=-1, required=True)
@click.option(
    "--taxonomy",
    "name",
    metavar="NAME",
    help="A taxonomy by its name or URL, or the path of its schema.  [default: that of the first package, else the "
    "newest bundled one]",
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many concepts to show at most."
)
@packages_option
@form_option("text", "json")
@click.pass_obj
def command(output: Output, query: tuple[str, ...], name: str | None, limit: int, packages: tuple[Path, ...]) -> int:
    """Search a taxonomy for the element that means a line.

    The best match comes first, with what has to fit the line: its type, whether it is a balance at one moment (instant)
    or a flow over a period (duration), and on which side it is positive (debit or credit). The name is what a report
    folder uses in its column `concept`.
    """
    from xbrlgen.inputs import file_problems
    from xbrlgen.packages import given_packages
    from xbrlgen.taxonomy.loading import load_taxonomy
    from xbrlgen.taxonomy.search import find_concepts

    if problems := file_problems(packages):
        return output.report(problems)
    given = given_packages(packages)
    taxonomy = load_taxonomy(name or given.usual_taxonomy, catalog=given.catalog)
    if problems := [*given.errors, *taxonomy.dts.findings]:
        output.report(problems)
        return 2
    words = " ".join(query)
    matches = find_concepts(words, taxonomy, limit + 1)
    if output.form == "json":
        from xbrlgen.findings.json_form import encoded

        write(encoded(_document(words, taxonomy, matches[:limit])))
    else:
        click.echo("\n".join(_lines(matches, limit) if matches else [f"no concept has a name like '{words}'"]))
    return 0


def _lines(matches: "Sequence[Match]", limit: int) -> Iterator[str]:
    for match in matches[:limit]:
        yield match.concept.name.local_name
        yield f"    {match.label} ({', '.join(_traits(match.concept))})"
    if len(matches) > limit:
        yield f"there are more: --limit {2 * limit}"


def _traits(concept: "Concept") -> Iterator[str]:
    """What a concept is, in the words of a report folder."""
    yield _use(concept)
    if not concept.is_abstract:
        yield concept.period_type
        if concept.balance:
            yield concept.balance


def _use(concept: "Concept") -> str:
    """What a concept is used as: the kind of its values, or its part in arranging others."""
    if concept.is_dimension:
        return "axis"
    if concept.is_hypercube:
        return "table"
    if concept.kind.value == "domain":
        return "member"
    return "heading" if concept.is_abstract else concept.kind.value


def _document(query: str, taxonomy: "Taxonomy", matches: "Sequence[Match]") -> dict[str, Any]:
    return {
        "query": query,
        "taxonomy": taxonomy.entry_point,
        "concepts": [_described(each, taxonomy) for each in matches],
    }


def _described(match: "Match", taxonomy: "Taxonomy") -> dict[str, Any]:
    concept = match.concept
    return {
        "name": concept.name.local_name,
        "prefix": taxonomy.prefixes.get(concept.name.namespace),
        "namespace": concept.name.namespace,
        "label": match.label,
        "use": _use(concept),
        "type": concept.item_type.name.local_name if concept.item_type else None,
        "period": concept.period_type,
        "balance": concept.balance or None,
        "abstract": concept.is_abstract,
    }
