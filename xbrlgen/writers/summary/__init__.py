"""The HTML summary: one offline file with the statements, each figure leading to its fact, and the findings."""

from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO

from xbrlgen.model import QName, Report, Vocabulary
from xbrlgen.model.binding import Bindings
from xbrlgen.templating import stream
from xbrlgen.writers.summary.page import content
from xbrlgen.writers.summary.subject import Place, Remark, Subject

__all__ = ["Place", "Remark", "write_summary"]


def write_summary(
    report: Report,
    out: BinaryIO,
    *,
    findings: Sequence[Remark],
    locations: Mapping[str, Place],
    labels: Callable[[QName], str],
    vocabulary: Vocabulary,
    bindings: Bindings | None = None,
) -> None:
    """Write the summary page of `report` to `out`: UTF-8, well-formed as HTML and as XML, the same bytes each time.

    `findings` are listed in their order; `locations` give the source of facts and cells by their ids; `labels` give a
    readable label for any concept, axis or member; `vocabulary` says what the taxonomy knows of them; `bindings` are
    the report's equations with their facts, where they were worked out before.
    """
    subject = Subject.of(report, findings, locations, labels, vocabulary, bindings=bindings)
    stream("summary/page.html.jinja", out, **content(subject))
