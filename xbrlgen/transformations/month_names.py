"""How the months are written in each language, as the registries list them.

Each text has the twelve months in order, the spellings of one month divided by a bar. They are stems in most languages:
`sept` also stands for `septembre`; the transformations say how much may follow.
"""
# Greek and Cyrillic letters that look like Latin ones are meant, and so are the Latin ones among the Greek.
# ruff: noqa: RUF001

from collections.abc import Callable
from typing import NamedTuple

Capitals = Callable[[str], str]


class MonthNames(NamedTuple):
    """A regular expression that finds the name of a month, the longest first, and the number of each (1 to 12)."""

    language: str
    pattern: str
    numbers: dict[str, int]


def month_names(language: str, line: str, *capitals: Capitals) -> MonthNames:
    """The names of `line` with each of the given ways to write capitals; as they stand, if none is given."""
    numbers = {
        write(name): number
        for number, names in enumerate(line.split(), 1)
        for name in names.split("|")
        for write in capitals or (str,)
    }
    return MonthNames(language, "|".join(sorted(numbers, key=lambda name: (-len(name), name))), numbers)


def stems(language: str, line: str) -> MonthNames:
    """The names of `line` in lower case, in capitals, and with a first capital: what registries 4 and 5 allow."""
    return month_names(language, line, str.lower, str.upper, str.capitalize)


_SCANDINAVIAN = "jan feb mar apr maj jun jul aug sep okt nov dec"

ENGLISH = month_names(
    "English",
    "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sep October|Oct "
    "November|Nov December|Dec",
    str.capitalize,
    str.upper,
)
ENGLISH_IN_FULL = month_names(
    "English", "January February March April May June July August September October November December"
)
ENGLISH_ABBREVIATED = month_names("English", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")

DANISH_OF_REGISTRY_3 = MonthNames(
    "Danish", f"(?i:{_SCANDINAVIAN.replace(' ', '|')})", month_names("Danish", _SCANDINAVIAN).numbers
)
"""In any mixture of capitals; look names up in lower case."""

HINDI = month_names("Hindi", "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर")

ROMAN = month_names("Roman numerals", "I II III IV V VI VII VIII IX X XI XII")

BY_LANGUAGE = {
    "bg": stems("Bulgarian", "ян фев мар апр май|маи юни юли авг сеп окт ное дек"),
    "cs": stems(
        "Czech",
        "ledna|led února|unora|úno|uno března|brezna|bře|bre dubna|dub května|kvetna|kvě|kve června|cervna|čvn|cvn "
        "července|cervence|čvc|cvc srpna|srp září|zari|zář|zar října|rijna|říj|rij listopadu|lis prosince|pro",
    ),
    "cy": stems("Welsh", "ion chwe maw ebr mai meh gor aws med hyd tach rhag"),
    "da": stems("Danish", _SCANDINAVIAN),
    "de": stems("German", "jan|jän|jaen feb mär|maer|mar apr mai jun jul aug sep okt nov dez"),
    "el": month_names(
        "Greek",
        "ιαν|ίαν|ΙΑΝ|ΊΑΝ|IΑΝ|Ιαν|Ίαν|Iαν φεβ|ΦΕΒ|Φεβ μάρ|μαρ|ΜΆΡ|ΜΑΡ|Μάρ|Μαρ "
        "απρ|άπρ|αρίλ|άρίλ|αριλ|άριλ|ΑΠΡ|ΆΠΡ|AΠΡ|AΡΙΛ|ΆΡΙΛ|ΑΡΙΛ|Απρ|Άπρ|Aπρ|Αρίλ|Άρίλ|Aρίλ|Aριλ|Άριλ|Αριλ "
        "μαΐ|μαι|μάι|μαϊ|μάϊ|ΜΑΪ\u0301|ΜΑΙ|ΜΆΙ|ΜΑΪ|ΜΆΪ|Μαΐ|Μαι|Μάι|Μαϊ|Μάϊ "
        "ιούν|ίούν|ίουν|ιουν|ΙΟΎΝ|ΊΟΎΝ|ΊΟΥΝ|IΟΎΝ|ΙΟΥΝ|IΟΥΝ|Ιούν|Ίούν|Ίουν|Iούν|Ιουν|Iουν "
        "ιούλ|ίούλ|ίουλ|ιουλ|ΙΟΎΛ|ΊΟΎΛ|ΊΟΥΛ|IΟΎΛ|ΙΟΥΛ|IΟΥΛ|Ιούλ|Ίούλ|Ίουλ|Iούλ|Ιουλ|Iουλ "
        "αύγ|αυγ|ΑΎΓ|ΑΥΓ|Αύγ|Αυγ σεπ|ΣΕΠ|Σεπ οκτ|όκτ|ΟΚΤ|ΌΚΤ|OΚΤ|Οκτ|Όκτ|Oκτ νοέ|νοε|ΝΟΈ|ΝΟΕ|Νοέ|Νοε δεκ|ΔΕΚ|Δεκ",
    ),
    "es": stems("Spanish", "ene feb mar abr may jun jul ago sep oct nov dic"),
    "et": stems("Estonian", "jaan veebr märts|marts apr mai juuni juuli aug sept okt nov dets"),
    "fi": stems("Finnish", "tam hel maa huh tou kes hei elo syy lok mar jou"),
    "fr": stems("French", "janv févr|fevr mars avr mai juin juil août|aout sept oct nov déc|dec"),
    "hr": stems("Croatian", "sij velj ožu|ozu tra svi lip srp kol ruj lis stu pro"),
    "hu": stems("Hungarian", "jan feb márc|marc ápr|apr máj|maj jún|jun júl|jul aug szept okt nov dec"),
    "it": stems("Italian", "gen feb mar apr mag giu lug ago set ott nov dic"),
    "lt": stems("Lithuanian", "sau vas kov bal geg bir lie rugp|rgp rugs|rgs spa|spl lap gru|grd"),
    "lv": stems("Latvian", "janv febr marts apr maijs jūn|jun jūl|jul aug sept okt nov dec"),
    "nl": stems("Dutch", "jan feb maa|mrt apr mei jun jul aug sep okt nov dec"),
    "no": stems("Norwegian", "jan feb mar apr mai jun jul aug sep okt nov des"),
    "pl": stems("Polish", "sty lut mar kwi maj cze lip sie wrz paź|paz lis gru"),
    "pt": stems("Portuguese", "jan fev mar abr mai jun jul ago set out nov dez"),
    "ro": stems("Romanian", "ian feb mar apr mai iun iul aug sep oct noi|nov dec"),
    "sk": stems("Slovak", "jan feb mar apr máj|maj jún|jun júl|jul aug sep okt nov dec"),
    "sl": stems("Slovenian", "jan feb mar apr maj jun jul avg sep okt nov dec"),
    "sv": stems("Swedish", _SCANDINAVIAN),
}

WITHOUT_DAY = BY_LANGUAGE | {
    "cs": stems(
        "Czech",
        "leden|ledna|lednu|led únor|února|únoru|unor|unora|unoru|úno|uno "
        "březen|března|březnu|brezen|brezna|breznu|bře|bre duben|dubna|dubnu|dub "
        "květen|května|květnu|kveten|kvetna|kvetnu|kvě|kve červen|června|červnu|cerven|cervna|cervnu|čvn|cvn "
        "červenec|července|červenci|cervenec|cervence|cervenci|čvc|cvc srpen|srpna|srpnu|srp září|zari|zář|zar "
        "říjen|října|říjnu|rijen|rijna|rijnu|říj|rij listopad|listopadu|lis prosinec|prosince|prosinci|pro",
    ),
    "cy": stems(
        "Welsh",
        "ion chwe maw|faw ebr mai|fai meh|feh gor|ngor aws med|fed hyd tach|dach|nhach|thach rhag|rag",
    ),
}
"""The names as they stand where no day goes before them: with the cases of Czech and the mutations of Welsh."""

INDIAN_CALENDAR = (
    r"C\S{0,20}ait|चैत्र Vai|वैशाख|बैसाख Jy|ज्येष्ठ dha|ḍha|आषाढ|आषाढ़ vana|Śrāvaṇa|श्रावण|सावन "
    r"Bh\S{1,20}dra|Proṣṭhapada|भाद्रपद|भादो in|आश्विन K\S{1,20}rti|कार्तिक M\S{1,20}rga|Agra|मार्गशीर्ष|अगहन Pau|पौष "
    r"M\S{1,20}gh|माघ Ph\S{1,20}lg|फाल्गुन"
)
"""Parts of the names of the Saka months by which the registries know them in their many transliterations."""
