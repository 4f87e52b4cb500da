"""The links of a report between the ids that facts and footnotes are written with."""

from collections.abc import Mapping

from xbrlgen.model import Link, Report
from xbrlgen.target.document import TargetFootnote
from xbrlgen.target.identifiers import Identifiers


def target_links(
    report: Report, fact_ids: Mapping[str, str], ids: Identifiers
) -> tuple[tuple[TargetFootnote, ...], tuple[Link, ...]]:
    """The footnotes that a link ties to something, and all links; `fact_ids` are the written ids of the facts.

    Follows OIM 1.0 section 3.5. A link whose source or target is not written is left out.
    """
    notes = {footnote.id for footnote in report.footnotes}
    known = [each for each in report.all_links() if all(end in fact_ids or end in notes for end in _ends(each))]
    tied = {end for each in known for end in _ends(each)}
    written = {each.id: ids.give(each.id, each.id) for each in report.footnotes if each.id in tied}
    names = {**fact_ids, **written}
    links = dict.fromkeys(each._replace(source=names[each.source], target=names[each.target]) for each in known)
    facts: dict[str, dict[str, None]] = {name: {} for name in written.values()}
    for each in links:
        if each.target in facts and each.source not in facts:
            facts[each.target][each.source] = None
    footnotes = tuple(
        TargetFootnote(written[each.id], each, tuple(facts[written[each.id]]))
        for each in report.footnotes
        if each.id in written
    )
    return footnotes, tuple(links)


def _ends(link: Link) -> tuple[str, str]:
    return link.source, link.target
