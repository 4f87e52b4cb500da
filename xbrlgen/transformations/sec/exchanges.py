"""National securities exchanges of the United States, with the codes of the SEC's taxonomy of exchanges."""

from xbrlgen.transformations.sec import names

_LLC, _INC = "[[,] {llc}]", "[[,] inc[.]]"

rule = names.rule(
    {
        f"[the ]{{box}} exchange{_LLC}": "BOX",
        f"[the ]cboe {{byx}} exchange{_INC}": "CboeBYX",
        f"[the ]cboe {{bzx}} exchange{_INC}": "CboeBZX",
        f"[the ]cboe C2 exchange{_INC}": "C2",
        f"[the ]cboe {{edga}} exchange{_INC}": "CboeEDGA",
        f"[the ]cboe {{edgx}} exchange{_INC}": "CboeEDGX",
        f"[the ]cboe exchange{_INC}": "CBOE",
        f"[the ]chicago stock exchange{_INC}": "CHX",
        f"[the ]investors exchange{_LLC}": "IEX",
        f"[the ]miami international securities exchange{_LLC}": "MIAX",
        f"[the ]mIAX pEARL{_LLC}": "PEARL",
        f"[the ]{{nasdaq}} {{bx}}{_INC}": "BX",
        f"[the ]{{nasdaq}} {{gemx}}{_LLC}": "GEMX",
        f"[the ]{{nasdaq}} {{ise}}{_LLC}": "ISE",
        f"[the ]{{nasdaq}} {{mrx}}{_LLC}": "MRX",
        f"{{nasdaq}} {{phlx}}{_LLC}": "Phlx",
        "[the ]{nyse}": "NYSE",
        f"[the ]new york stock exchange{_LLC}": "NYSE",
        f"[the ]{{nyse}} american{_LLC}": "NYSEAMER",
        f"[the ]{{nyse}} arca{_INC}": "NYSEArca",
        f"[the ]{{nyse}} national{_INC}": "NYSENAT",
        "[the ]{nasdaq}": "NASDAQ",
        f"[the ]{{nasdaq}} stock market{_LLC}": "NASDAQ",
        f"[the ]{{nasdaq}} global[ select] market{_LLC}": "NASDAQ",
    }
)
"""The rule that turns the name of an exchange, in the notation of sec/names.py, into its code."""
