"""The few words that a page says by itself, in the language of its report."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from xbrlgen.model import PURE, Period, Unit
from xbrlgen.target.inline.language import date_styles
from xbrlgen.transformations import FormattedText, format_date

_TIMES = "\N{MULTIPLICATION SIGN}"
_TO = " \N{EN DASH} "


class Wording(NamedTuple):
    """The words of one language; `scaled` puts a unit and a scale together, `scales` are named by powers of ten."""

    language: str
    contents: str
    key_figures: str
    facts: str
    further: str
    further_text: str
    item: str
    period: str
    dimensions: str
    value: str
    unit: str
    footnotes: str
    forever: str
    per: str
    share: str
    scaled: str
    scales: Mapping[int, str]

    def period_words(self, period: Period | None) -> str:
        """A day, the first and last day of a duration, or the word for no period."""
        if period is None:
            return self.forever
        last = self.day_words(period.last_day)
        return last if period.first_day is None else f"{self.day_words(period.first_day)}{_TO}{last}"

    def day_words(self, day: date) -> str:
        """A day as the language writes it."""
        written = format_date(day, date_styles(self.language)[0])
        return written.text if isinstance(written, FormattedText) else day.isoformat()

    def unit_words(self, unit: Unit | None, scale: int = 0) -> str:
        """``JPY millions``, ``JPY per share``; empty for pure numbers and for words."""
        if unit is None or unit == PURE:
            return ""
        above, below = (
            f" {_TIMES} ".join(each.local_name for each in names) for names in (unit.numerators, unit.denominators)
        )
        words = f"{above}{self.per}{self.share if below == 'shares' else below}" if below else above
        power = self.scales.get(scale, f"{_TIMES} 10^{scale}") if scale > 0 else ""
        return self.scaled.format(unit=words, scale=power) if power else words


_ENGLISH = Wording(
    language="en",
    contents="Contents",
    key_figures="Key figures",
    facts="Reported facts",
    further="Further tagged information",
    further_text="Reported values that no statement or note above shows in full.",
    item="Item",
    period="Period",
    dimensions="Breakdown",
    value="Value",
    unit="Unit",
    footnotes="Footnotes",
    forever="all time",
    per=" per ",
    share="share",
    scaled="{unit} {scale}",
    scales={3: "thousands", 6: "millions", 9: "billions", 12: "trillions"},
)
_GERMAN = Wording(
    language="de",
    contents="Inhalt",
    key_figures="Kennzahlen",
    facts="Berichtete Angaben",
    further="Weitere ausgezeichnete Angaben",
    further_text="Berichtete Werte, die kein Abschluss und keine Angabe oben vollständig zeigt.",
    item="Posten",
    period="Zeitraum",
    dimensions="Aufgliederung",
    value="Wert",
    unit="Einheit",
    footnotes="Fußnoten",
    forever="unbefristet",
    per=" je ",
    share="Aktie",
    scaled="{scale} {unit}",
    scales={3: "Tsd.", 6: "Mio.", 9: "Mrd.", 12: "Bio."},
)
_FRENCH = Wording(
    language="fr",
    contents="Sommaire",
    key_figures="Chiffres clés",
    facts="Informations publiées",
    further="Autres informations balisées",
    further_text="Valeurs publiées que les états et notes ci-dessus ne montrent pas en entier.",
    item="Poste",
    period="Période",
    dimensions="Ventilation",
    value="Valeur",
    unit="Unité",
    footnotes="Notes de bas de page",
    forever="sans limite de temps",
    per=" par ",
    share="action",
    scaled="{scale} {unit}",
    scales={3: "milliers", 6: "millions", 9: "milliards", 12: "billions"},
)
_JAPANESE = Wording(
    language="ja",
    contents="目次",
    key_figures="主要な指標",
    facts="報告事項",
    further="その他のタグ付け情報",
    further_text="上記の財務諸表および注記に全桁では表示されていない報告値です。",
    item="項目",
    period="期間",
    dimensions="内訳",
    value="値",
    unit="単位",
    footnotes="脚注",
    forever="全期間",
    per="/",
    share="株",
    scaled="{scale}{unit}",
    scales={3: "千", 6: "百万", 9: "十億", 12: "兆"},
)
_ALL = {each.language: each for each in (_ENGLISH, _GERMAN, _FRENCH, _JAPANESE)}


def wording(language: str) -> Wording:
    """The words for a report in `language`, English where there are none; its dates are the language's own."""
    return _ALL.get(language.lower().partition("-")[0], _ENGLISH)._replace(language=language)
