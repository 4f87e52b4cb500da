"""The links of a report between the ids that facts and footnotes are written with."""

from collections.abc import Callable, Mapping

from xbrlgen.model import Link, Report
from xbrlgen.target.document import TargetFact, TargetFootnote
from xbrlgen.target.identifiers import Identifiers


def target_links(
    report: Report, written_facts: Callable[[], Mapping[str, TargetFact]], ids: Identifiers
) -> tuple[tuple[TargetFootnote, ...], tuple[Link, ...]]:
    """The footnotes that a link ties to something, and all links; `written_facts` gives what is written for each fact.

    Follows OIM 1.0 section 3.5. A link whose source or target is not written is left out.
    """
    given = tuple(report.all_links())
    if not given:
        return (), ()
    by_id, notes = written_facts(), {footnote.id for footnote in report.footnotes}
    known = [each for each in given if all(end in by_id or end in notes for end in _ends(each))]
    tied = {end for each in known for end in _ends(each)}
    written = {each.id: ids.give(each.id, each.id) for each in report.footnotes if each.id in tied}
    names = {end: by_id[end].id for end in tied if end in by_id} | written
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
