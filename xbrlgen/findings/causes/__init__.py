"""Which findings follow from which: whoever mends one fault wants to hear of it once, whatever else comes of it.

A fault of an element is often told by several stages; a broken context is told of by each fact that refers to it. What
follows is kept, and points at its cause.
"""

from collections.abc import Mapping, Sequence

from xbrlgen.findings.finding import Finding


def with_causes(findings: Sequence[Finding], contents: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """`findings` in their order, those that follow from another with their cause.

    `contents` are the documents that were judged, by the paths of places. No finding follows from one less grave.
    """
    if not findings[1:]:
        return tuple(findings)
    from xbrlgen.findings.causes.linking import linked

    return linked(findings, contents)
