"""What a fault in a small filing is: what is changed, what is found where, and what Arelle says of it."""

from base64 import b64encode
from dataclasses import dataclass, field

PNG, GIF = b64encode(b"\x89PNG\r\n\x1a\n123456").decode(), b64encode(b"GIF89a123456").decode()
DRAWING = b64encode(b'<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>').decode()
END = "<p>End.</p>"
F2 = '<p><ix:nonFraction id="f2"'
BLOCK = '<div><ix:nonNumeric id="b1" name="ifrs-full:DisclosureOfRevenueExplanatory" contextRef="d" escape="true"><p>Lamps.</p></ix:nonNumeric></div>'
REVENUE = 'name="ifrs-full:Revenue" contextRef="d" unitRef="EUR" decimals="-3" scale="3" format="ixt:num-dot-decimal"'
STRING = 'type="xbrli:stringItemType" substitutionGroup="xbrli:item" xbrli:periodType="duration" nillable="true"'


def lei(first: str) -> str:
    """An LEI that begins with these 18 characters."""
    number = "".join(str(int(character, 36)) for character in f"{first}00")
    return f"{first}{98 - int(number) % 97:02}"


@dataclass(frozen=True)
class Fault:
    """A change that breaks one rule.

    `standard` is the regulator's code for our `code`; `at` is a piece of the line that it is shown at. `arelle` is
    Arelle's code where it is another one, empty where Arelle says nothing: `why` then says what decides.
    """

    name: str
    code: str
    standard: str
    change: tuple[tuple[str, str], ...] = ()
    at: str = ""
    year: str = "2024"
    date: str = "2024-03-27"
    arelle: str | None = None
    why: str = ""
    also: frozenset[str] = frozenset()
    extension: dict[str, str] = field(default_factory=dict)
    filing: dict[str, object] = field(default_factory=dict)
    further_pages: tuple[str, ...] = ()


def after(*lines: str) -> tuple[tuple[str, str], ...]:
    return ((END, "\n".join((*lines, END))),)


def resource(*lines: str) -> tuple[str, str]:
    return ("<ix:relationship", "\n".join((*lines, "<ix:relationship")))


def own_element(name: str, more: str = STRING) -> dict[str, str]:
    return {"own": f'<xs:element id="lantern_{name}" name="{name}" {more}/>'}
