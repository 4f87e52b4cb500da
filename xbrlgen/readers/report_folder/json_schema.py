"""The structure of report.yaml as a JSON Schema, for editors that complete keys and mark mistakes while one types.

Run as a module it prints the schema: python -m xbrlgen.readers.report_folder.json_schema
"""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xbrlgen.readers.report_folder.forms import Definitions


def json_schema() -> str:
    """The schema as text, JSON Schema draft 2020-12, https://json-schema.org/draft/2020-12."""
    from xbrlgen.readers.report_folder.structure import ReportEntry

    definitions: Definitions = {}
    schema = ReportEntry.full_schema(definitions)
    heading = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "report.yaml of a report folder",
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(heading | schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(json_schema(), end="")  # noqa: T201 - the module's output
