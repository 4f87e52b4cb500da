"""The page as a whole: what its template is given, and the policy that lets its own style and scripts run alone."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from markupsafe import Markup

from xbrlgen.model import Report
from xbrlgen.resources import bundled
from xbrlgen.writers.cover import entity_words, naming_fact
from xbrlgen.writers.layout import MANY_FACTS
from xbrlgen.writers.summary import wording
from xbrlgen.writers.summary.appendix import all_facts, unshown
from xbrlgen.writers.summary.calculations import calculations, checks
from xbrlgen.writers.summary.details import details
from xbrlgen.writers.summary.key_figures import BAR_WIDTH, key_figures
from xbrlgen.writers.summary.remarks import counted, remark_groups
from xbrlgen.writers.summary.statements import sections
from xbrlgen.writers.summary.subject import SEVERITIES, Subject

_STYLES = ("tokens", "page", "tables", "inspector", "print")
_SCRIPTS = ("page", "facts", "inspector", "filter", "tables")


@cache
def assets() -> Mapping[str, Markup]:
    """The style sheet, the script that runs before the page is drawn, and the one that runs after."""
    folder = bundled("templates") / "summary"
    read = {
        "style": "".join((folder / "style" / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES),
        "early": (folder / "script" / "theme.js").read_text(encoding="utf-8"),
        "script": "".join((folder / "script" / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS),
    }
    return {name: Markup(text) for name, text in read.items()}  # noqa: S704 - files of our own


@cache
def policy() -> str:
    """The Content-Security-Policy: nothing is fetched, and only the page's own style and scripts apply."""
    style, early, script = (_digest(assets()[name]) for name in ("style", "early", "script"))
    return (
        f"default-src 'none'; style-src {style}; script-src {early} {script}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def content(subject: Subject) -> Mapping[str, object]:
    """All that the template needs."""
    report = subject.report
    found, index = calculations(subject), subject.bindings.index
    return {
        **assets(),
        "policy": policy(),
        "language": report.language,
        "title": report.title or "Report",
        "entity": _entity(report),
        "period": wording.period_words(report.period) if report.period else "",
        "has_many_facts": len(report.facts) > MANY_FACTS,
        "counts": {severity: _count(subject, severity) for severity in SEVERITIES},
        "fact_count": counted(len(report.facts), "fact", "facts"),
        "extension_count": sum(len(index.of_concept(name)) for name in index.concepts if subject.is_extension(name)),
        "checks": checks(found),
        "key_figures": tuple(key_figures(subject)),
        "bar_width": BAR_WIDTH,
        "sections": tuple(sections(subject)),
        "remark_groups": tuple(remark_groups(subject)),
        "unshown": tuple(unshown(subject)),
        "all_facts": all_facts(subject),
        "details": details(subject, found),
    }


def _entity(report: Report) -> str:
    found = naming_fact(report)
    return entity_words(report) if found is None else str(found.value)


def _count(subject: Subject, severity: str) -> int:
    return sum(remark.severity == severity for remark in subject.remarks)
