"""xBRL-CSV: metadata, and beside them a file for each table."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from xbrlgen.model import Section, Table
from xbrlgen.target import TargetDocument
from xbrlgen.writers.aliases import link_aliases
from xbrlgen.writers.oim import DUPLICATES, allowed_duplicates, document_info
from xbrlgen.writers.xbrl_csv.cells import Cells
from xbrlgen.writers.xbrl_csv.long_table import footnote_table, long_table
from xbrlgen.writers.xbrl_csv.statement import statement_table
from xbrlgen.writers.xbrl_csv.table import Names, WrittenTable

_FACTS, _NOTES = "facts", "footnotes"


def write_xbrl_csv(document: TargetDocument, path: Path, sections: Sequence[Section] = ()) -> tuple[Path, ...]:
    """Write the metadata to `path` and the tables beside them; the paths of all files, the metadata first.

    Each table of `sections` becomes one of its own, with its labels; a fact that several of them show stands in each,
    as on paper. All other facts go into one long table. The names of the files begin with that of the metadata. The
    same document gives the same bytes. Raises OSError where a file cannot be written. Follows xBRL-CSV 1.0,
    https://www.xbrl.org/Specification/xbrl-csv/REC-2021-10-13+errata-2023-04-19/
    """
    tables = tuple(_tables(document, sections))
    files = {table.name: path.with_name(f"{path.stem}-{table.name}.csv") for table in tables}
    for table in tables:
        table.write(files[table.name])
    metadata = _metadata(document, tables, {name: file.name for name, file in files.items()})
    path.write_text(json.dumps(metadata, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    return path, *files.values()


def _tables(document: TargetDocument, sections: Sequence[Section]) -> Iterator[WrittenTable]:
    cells = Cells(document)
    names, by_id = Names(_FACTS, _NOTES), document.by_id() if sections else {}
    shown: set[str] = set()
    for section in sections:
        for part in section.content:
            found = statement_table(names.give(part.id), part, by_id, cells) if isinstance(part, Table) else None
            if found is not None:
                shown.update(found.facts)
                yield found
    others = [target for target in document.facts if target.id not in shown]
    if others or not shown:
        yield long_table(_FACTS, others, cells)
    if document.footnotes:
        yield footnote_table(_NOTES, document)


def _metadata(
    document: TargetDocument, tables: Sequence[WrittenTable], files: Mapping[str, str]
) -> Mapping[str, object]:
    allowed = allowed_duplicates(document)
    is_repeated = sum(len(table.facts) for table in tables) > len(document.facts) + len(document.footnotes)
    features = {DUPLICATES: "complete" if allowed == "none" and is_repeated else allowed}
    metadata: dict[str, object] = {
        "documentInfo": document_info(document, "xbrl-csv", features),
        "tableTemplates": {table.name: table.template for table in tables},
        "tables": {table.name: {"url": files[table.name]} for table in tables},
    }
    return metadata | ({"links": _links(document, tables)} if document.links else {})


def _links(document: TargetDocument, tables: Sequence[WrittenTable]) -> Mapping[str, object]:
    """The links by type, group and source; each copy of a fact has them all (xBRL-CSV 1.0, section 3.1)."""
    copies: dict[str, list[str]] = {}
    for table in tables:
        for fact, written in zip(table.facts, table.fact_ids, strict=True):
            copies.setdefault(fact, []).append(written)
    types, groups = link_aliases(document.links)
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    for each in sorted(document.links, key=lambda one: (types[one.type], groups[one.group], one.source, one.target)):
        of_group = found.setdefault(types[each.type], {}).setdefault(groups[each.group], {})
        for source in copies[each.source]:
            of_group.setdefault(source, []).append(copies[each.target][0])
    return found
