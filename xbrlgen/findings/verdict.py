"""The last line of a command in a terminal, and the colours of what stands above it."""

from xbrlgen.findings.finding import Counts, Severity

RED, GREEN, YELLOW, BLUE, BOLD = "1;31", "1;32", "1;33", "34", "1"


def verdict_line(counts: Counts, *, colour: bool = False) -> str:
    """Such as ``valid: 0 errors, 1 warning, 0 infos``."""
    numbers = ((severity, getattr(counts, severity)) for severity in Severity)
    counted = ", ".join(f"{number:,} {severity}{'s' * (number != 1)}" for severity, number in numbers)
    return f"{painted(counts.verdict, (RED if counts.error else GREEN) if colour else '')}: {counted}"


def painted(text: str, colour: str) -> str:
    """Text in an ANSI colour, as it is where that is empty."""
    return f"\x1b[{colour}m{text}\x1b[0m" if colour else text
