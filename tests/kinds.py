"""Reports over a small taxonomy (kinds.xsd) that has a concept of each kind of value: made by hand, and at random."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from xbrlgen.model import (
    PURE,
    SHARES,
    Dimension,
    Entity,
    Fact,
    Footnote,
    Period,
    QName,
    Report,
    TypedMember,
    Unit,
)
from xbrlgen.taxonomy import Taxonomy, load_taxonomy

SCHEMA = Path(__file__).parent / "kinds.xsd"
NAMESPACE = "http://example.com/kinds"
ENTITY = Entity("http://www.tse.or.jp/sicc", "37740")
YEN = Unit.currency("JPY")
HALF = Period.duration(date(2023, 4, 1), date(2023, 9, 30))
SEPTEMBER = Period.instant(date(2023, 9, 30))


@cache
def taxonomy() -> Taxonomy:
    """The taxonomy of kinds.xsd, as the product loads it."""
    return load_taxonomy(str(SCHEMA))


def name(local: str) -> QName:
    """A name of the taxonomy."""
    return QName(NAMESPACE, local)


def segment(member: str) -> Dimension:
    """A member on the explicit axis."""
    return Dimension(name("SegmentsAxis"), name(member))


def bond(value: str | None) -> Dimension:
    """A member on the typed axis."""
    return Dimension(name("BondAxis"), TypedMember(value))


def number(concept: str, value: Decimal | str | int | None, unit: Unit = YEN, decimals: int | None = 0, **more) -> Fact:
    """A numeric fact; its period fits the concept unless one is given."""
    period = SEPTEMBER if concept in {"Cash", "SharesIssued", "Share"} else HALF
    key = f"{concept}{len(str(more))}{value}"
    amount = None if value is None else Decimal(value)
    known = {"id": "f-" + key.replace("-", "m").replace(".", "p"), "period": period} | more
    return Fact(concept=name(concept), entity=ENTITY, value=amount, unit=unit, decimals=decimals, **known)


def text(concept: str, value: str | None, language: str | None = None, **more) -> Fact:
    """A fact that is no number, for the half-year."""
    known = {"id": f"t-{concept}-{language}", "period": HALF} | more
    return Fact(concept=name(concept), entity=ENTITY, value=value, language=language, **known)


def report(*facts: Fact, footnotes: tuple[Footnote, ...] = (), **more) -> Report:
    """A report of these facts."""
    return Report(ENTITY, facts, (SCHEMA.as_uri(),), {}, footnotes=footnotes, **more)


def one_of_each_kind() -> Report:
    """A report with a fact of each kind, dimensions, nil values, languages and footnotes."""
    return report(
        number("Revenue", "-42587000000", decimals=-6),
        number("Revenue", "1.10", decimals=None, dimensions=(segment("NorthMember"),), id="north"),
        number("Revenue", 7, dimensions=(bond("a\r\n<b> & \tc"), segment("SouthMember")), id="south"),
        number("Revenue", 8, dimensions=(bond(None),), id="nil-bond"),
        number("Revenue", 9, dimensions=(Dimension(name("YearAxis"), TypedMember("2027")),), id="year"),
        number("Cash", None, decimals=None),
        number("SharesIssued", 178_000_000, SHARES),
        number("Earnings", "56.70", YEN.per(SHARES), 2),
        number("Ratio", "0.0", PURE, 1),
        number("Share", "0.123", PURE, 3),
        number("Employees", 4803, PURE),
        number("Change", -3, PURE),
        number("Measured", "0.00123", Unit.of((QName("http://www.xbrl.org/2009/utr", "kWh"), PURE.numerators[0])), 5),
        text("Name", 'R&D "quoted" ]]>\r\n<tag> \x85\u2028 '),
        text("Name", "研究開発", "ja"),
        text("Name", "Research", "en"),
        text("Name", "", "de"),
        text("Name", None, "fr"),
        text("Code", "a b", "en"),
        text("Policy", "<p>We apply <b>IFRS</b>.</p>\r\n", "en"),
        text("Audited", "false"),
        text("Approved", "2023-11-07"),
        text("Signed", "2023-11-07T15:00:00"),
        text("Site", "https://www.iij.ad.jp/en/ir/?a=1&b=2"),
        text("Form", f"{{{NAMESPACE}}}Name"),
        text("Region", f"{{{NAMESPACE}}}NorthMember"),
        text("Regions", f"{{{NAMESPACE}}}NorthMember {{{NAMESPACE}}}SouthMember"),
        text("Approved", None, id="nil-date", dimensions=(segment("NorthMember"),)),
        footnotes=(
            Footnote("n-plain", "en", "Before R&D <of the year>", ("north", "t-Name-ja")),
            Footnote("n-markup", "ja", 'See <a href="#x">note <b>3</b></a> &amp; others', ("north",)),
        ),
    )


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters=[*map(chr, range(32))]))
"""Every character that XML can hold, and white space that parsers like to change."""
texts = st.one_of(
    _TEXTS.filter(lambda each: "\ufffe" not in each and "\uffff" not in each),
    st.sampled_from(["", " ", "\r\n", "\r", "\t a ", "]]>", "<b>", "&amp;", "{{ 1 }}", "a\nb", '"', "'"]),
)
_DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
_MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31))  # noqa: DTZ001 - the model has no time zones
_AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal(-(10**25)), max_value=Decimal(10**25))
_INTEGERS = st.integers(0, 10**18).map(Decimal)
_MEMBERS = st.sampled_from(["NorthMember", "SouthMember"])
_NAMES = st.sampled_from(["NorthMember", "SouthMember", "GroupMember"]).map(lambda each: str(name(each)))
_LANGUAGES = st.sampled_from(["en", "ja", "en-us", "de"])


@st.composite
def durations(draw) -> Period:
    """A duration of whole days, or from one moment to another."""
    if draw(st.booleans()):
        first = draw(_DAYS)
        return Period.duration(first, first + timedelta(days=draw(st.integers(0, 800))))
    start = draw(_MOMENTS)
    return Period(start, start + draw(st.timedeltas(timedelta(microseconds=1), timedelta(days=400))))


_INSTANTS = st.one_of(_DAYS.map(Period.instant), _MOMENTS.map(lambda moment: Period(None, moment)))
_YEN_PER_SHARE = YEN.per(SHARES)
_SQUARE = Unit.of((QName("http://www.xbrl.org/2009/utr", "m"), QName("http://www.xbrl.org/2009/utr", "m")))
_NUMBERS = {
    "Cash": (_AMOUNTS, st.just(YEN)),
    "Revenue": (_AMOUNTS, st.sampled_from([YEN, Unit.currency("EUR")])),
    "SharesIssued": (_AMOUNTS, st.just(SHARES)),
    "Earnings": (_AMOUNTS, st.just(_YEN_PER_SHARE)),
    "Ratio": (_AMOUNTS, st.just(PURE)),
    "Employees": (_INTEGERS, st.sampled_from([PURE, YEN.per(_SQUARE), _SQUARE])),
    "Measured": (_AMOUNTS, st.just(_SQUARE.per(SHARES.per(YEN)))),
}
_TEXT_FACTS = {
    "Name": (texts, st.one_of(st.none(), _LANGUAGES)),
    "Policy": (texts, _LANGUAGES),
    "Audited": (st.sampled_from(["true", "false"]), st.none()),
    "Approved": (_DAYS.map(str), st.none()),
    "Signed": (_MOMENTS.map(lambda when: when.replace(microsecond=0).isoformat()), st.none()),
    "Form": (_NAMES, st.none()),
    "Region": (_NAMES, st.none()),
    "Regions": (st.lists(_NAMES, unique=True).map(lambda each: " ".join(sorted(each))), st.none()),
}


@st.composite
def dimensions(draw) -> tuple[Dimension, ...]:
    """Members on some of the axes."""
    found = []
    if draw(st.booleans()):
        found.append(segment(draw(_MEMBERS)))
    if draw(st.booleans()):
        found.append(bond(draw(st.one_of(st.none(), texts))))
    if draw(st.booleans()):
        found.append(Dimension(name("YearAxis"), TypedMember(str(draw(st.integers(-9999, 9999))))))
    return tuple(sorted(found, key=lambda each: each.sort_key))


@st.composite
def facts(draw, fact_id: str) -> Fact:
    """Any fact of the taxonomy."""
    concept = draw(st.sampled_from([*_NUMBERS, *_TEXT_FACTS]))
    entity = Entity(draw(st.sampled_from([ENTITY.scheme, "http://standards.iso.org/iso/17442"])), "37740")
    period = draw(_INSTANTS if concept in {"Cash", "SharesIssued"} else durations())
    common = {"id": fact_id, "concept": name(concept), "entity": entity, "period": period}
    common["dimensions"] = draw(dimensions())
    if concept in _TEXT_FACTS:
        values, languages = _TEXT_FACTS[concept]
        return Fact(value=draw(st.one_of(st.none(), values)), language=draw(languages), **common)
    values, units = _NUMBERS[concept]
    value = draw(st.one_of(st.none(), values))
    decimals = None if value is None else draw(st.one_of(st.none(), st.integers(-12, 12)))
    return Fact(value=value, unit=draw(units), decimals=decimals, **common)


@st.composite
def reports(draw) -> Report:
    """A report of some facts without duplicates, with footnotes."""
    drawn = [draw(facts(f"f{number}")) for number in range(draw(st.integers(1, 8)))]
    unique = {fact.key: fact for fact in drawn}
    ids = [fact.id for fact in unique.values()]
    notes = [
        Footnote(
            f"n{number}",
            draw(_LANGUAGES),
            draw(texts),
            tuple(draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))),
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    return report(*unique.values(), footnotes=tuple(notes), language=draw(_LANGUAGES))
