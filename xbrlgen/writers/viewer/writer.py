"""One file that shows a report interactively, from the disk as well as from a server, and fetches nothing."""

import re
from typing import BinaryIO

from xbrlgen.target import TargetDocument
from xbrlgen.writers.viewer.data import script_safe, viewer_data
from xbrlgen.writers.viewer.page import read_page
from xbrlgen.writers.viewer.script import PACKAGE, Script
from xbrlgen.writers.viewer.subject import Taxonomy

_ADDRESS = 'Object.defineProperty(document.currentScript,"src",{value:"file:///"});'
"""The script asks for its own address, to find its settings beside it; on a disk it looks for none."""
_ENDS = re.compile(r"<(?=/script|!--)", re.IGNORECASE)
"""What HTML takes for the end of a script, or for a comment in one; in strings and patterns ``\\x3C`` is the same."""


def write_viewer(
    page: bytes, out: BinaryIO, *, name: str, document: TargetDocument, taxonomy: Taxonomy, script: Script
) -> None:
    """Write the inline page `page`, whose file is called `name`, as a viewer: the same bytes, and two scripts more.

    `document` is what the page was written from. The data has the shape that
    https://github.com/Arelle/ixbrl-viewer calls its version 1.5.
    """
    read = read_page(page)
    data = script_safe(viewer_data(document, read.tags, taxonomy, name))
    out.write(page[: read.end_of_body])
    out.write(f'<script type="text/javascript">//<![CDATA[\n{_harmless(script)}\n//]]></script>\n'.encode())
    out.write(f'<script type="application/x.ixbrl-viewer+json">{data}</script>\n'.encode())
    out.write(page[read.end_of_body :])


def _harmless(script: Script) -> str:
    """The script with its notices, without anything that would end its element early for HTML."""
    notices = f"/*! {PACKAGE} {script.version}: https://github.com/Arelle/ixbrl-viewer, Apache License 2.0 */\n"
    text = f"{notices}{script.notices}\n{_ADDRESS}\n{script.text}"
    return _ENDS.sub(r"\\x3C", text)
