"""The structure of report.yaml as a JSON Schema, for editors that complete keys and mark mistakes while one types.

Run as a module it prints the schema: python -m xbrlgen.readers.report_folder.json_schema
"""

import json
from typing import Any

_NULL = {"type": "null"}


def json_schema() -> str:
    """The schema as text, JSON Schema draft 2020-12, https://json-schema.org/draft/2020-12."""
    from xbrlgen.readers.report_folder.structure import ReportEntry

    schema = _plain(ReportEntry.model_json_schema())
    heading = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "report.yaml of a report folder"}
    return json.dumps(heading | schema, indent=2, ensure_ascii=False) + "\n"


def _plain(node: Any) -> Any:
    """`node` without generated titles and without null, which stands for an absent key and is never written."""
    if isinstance(node, list):
        return [_plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    options = [each for each in node.get("anyOf", ()) if each != _NULL]
    if len(options) == 1:
        node = {key: value for key, value in node.items() if key != "anyOf"} | options[0]
    elif options:
        node = node | {"anyOf": options}
    kept = {key: value for key, value in node.items() if not (key == "default" and value is None)}
    if isinstance(kept.get("title"), str):
        del kept["title"]
    return {key: _plain(value) for key, value in kept.items()}


if __name__ == "__main__":
    print(json_schema(), end="")  # noqa: T201 - the module's output
