"""The languages of texts and footnotes."""

from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.model import Fact, FactKey, ValueKind
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.wording import counted, quoted

_TEXTS = frozenset({ValueKind.STRING, ValueKind.TEXT_BLOCK})


def texts_without_language(filing: Filing) -> Iterator[Finding]:
    """Texts that no xml:lang holds for."""
    for fact in _texts(filing):
        if not fact.language:
            yield filing.subject.finding("XG449", f"{filing.subject.told(fact)} has no language.", fact)


def texts_in_other_languages(filing: Filing) -> Iterator[Finding]:
    """Texts that are not there in the language of the report, whatever other language they are in."""
    wanted = language_of_report(filing)
    by_key: dict[FactKey, list[Fact]] = {}
    for fact in _texts(filing):
        if fact.language:
            key = FactKey(fact.concept, fact.entity, fact.period, None, None, fact.dimensions)
            by_key.setdefault(key, []).append(fact)
    others: dict[str, list[Fact]] = {}
    for facts in by_key.values():
        languages = sorted({str(fact.language) for fact in facts})
        if wanted and wanted not in languages:
            others.setdefault(", ".join(map(quoted, languages)), []).append(facts[0])
    for languages_of_others, facts in others.items():
        names = listed(filing.subject.spelt(fact.concept) for fact in facts)
        told = f"{counted(len(facts), 'text')} in {languages_of_others} only, not in {quoted(_written(filing))}"
        yield filing.subject.finding("XG450", f"{told}: {names}.", *facts)


def footnotes_in_other_languages(filing: Filing) -> Iterator[Finding]:
    """Footnotes in a language that no text of the report is in, and facts without a note in the report's language."""
    spoken = {fact.language for fact in _texts(filing) if fact.language}
    noted: dict[str, list[str]] = {}
    for footnote in filing.subject.report.footnotes:
        language = footnote.language.lower()
        if language not in spoken:
            told = f"The footnote {quoted(footnote.content)} is in {quoted(language)}, in which no text is reported."
            yield filing.subject.finding("XG453", told, further=(footnote.id, *footnote.facts))
        for identifier in footnote.facts:
            noted.setdefault(identifier, []).append(language)
    wanted = language_of_report(filing)
    for fact in filing.subject.report.facts:
        if fact.id in noted and wanted and wanted not in noted[fact.id]:
            told = f"{filing.subject.told(fact)} has no footnote in {quoted(_written(filing))}."
            yield filing.subject.finding("XG454", told, fact)


def language_of_report(filing: Filing) -> str:
    """The language that texts have to be in, in lower case as facts have theirs."""
    return _written(filing).lower()


def _written(filing: Filing) -> str:
    """The language of the report, or that which is prescribed, as it is written there."""
    return filing.requirements.language or filing.subject.report.language


def _texts(filing: Filing) -> Iterator[Fact]:
    for concept, facts in filing.subject.items():
        if concept.kind in _TEXTS:
            yield from (fact for fact in facts if not fact.is_nil)
