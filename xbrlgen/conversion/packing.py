"""Puts the files of a report into a report package, with the taxonomy that goes along."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from xbrlgen.conversion.destination import Destination
from xbrlgen.packaging.kinds import REPORT_PACKAGE, REPORTS
from xbrlgen.packaging.zip_writer import write_archive


def packed(destination: Destination, files: Sequence[Path], taxonomy: Mapping[str, bytes], folder: Path) -> Path:
    """Write the package into `folder`: `files` as its only report, `taxonomy` by names below its top directory.

    Follows Report Package 1.0, https://www.xbrl.org/Specification/report-package/REC-2023-09-22/
    """
    top = destination.name
    declaration = json.dumps({"documentInfo": {"documentType": destination.kind.value if destination.kind else ""}})
    members = {f"{top}/{name}": content for name, content in taxonomy.items()}
    members[f"{top}/{REPORT_PACKAGE}"] = f"{declaration}\n".encode()
    members |= {f"{top}/{REPORTS}{path.name}": path.read_bytes() for path in files}
    path = folder / destination.path.name
    with path.open("wb") as out:
        write_archive(members, out)
    return path
