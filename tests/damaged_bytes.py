"""Damage to the bytes of an XML document, the same on every run: what a change to its tree cannot make."""

from random import Random

_INSERTED = (
    *(
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<?x ",
        b"?>",
        b"<",
        b">",
        b'"',
        b"&",
        b"&#38;",
        b"\0",
        b"\x0b",
        b" x ",
        b"\n\n",
    ),
    *(b"<!DOCTYPE x>", b' xmlns:xbrli="urn:other"', b' id="c1"', b' x="<"', b"<x>", b"</x>", b"\xef\xbb\xbf", b"\xff"),
    *(b"<xbrli:context ", b'<xbrli:context id="new">', b"</xbrli:context>", b"<xbrli:entity>", b"</xbrli:period>"),
    *(b"<xbrli:contexts-as-before/>", b"<xbrli:scenario>", b"</xbrli:scenario>", b"<xbrli:scenario/>", b"<xbrli:unit>"),
)


def damaged(content: bytes, seed: int) -> bytes:
    """The document with one or two spans of it left out, doubled, put elsewhere or with something written between."""
    dice = Random(seed)
    for _ in range(dice.choice((1, 1, 2))):
        start = dice.randrange(len(content))
        span = content[start : start + dice.choice((0, 1, 5, 20, 100, 400))]
        where = start if dice.random() < 0.6 else dice.randrange(len(content))
        between = dice.choice((b"", span, span * 2, dice.choice(_INSERTED), dice.choice(_INSERTED) + span))
        rest = content[:start] + content[start + len(span) :]
        content = rest[:where] + between + rest[where:]
    return content
