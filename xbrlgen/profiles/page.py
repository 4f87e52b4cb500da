"""The reference of profiles as Markdown, made from their data.

``python -m xbrlgen.profiles.page > docs/reference/profiles.md`` renews it.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from xbrlgen.findings import catalogue
from xbrlgen.profiles.loading import load_profile, profile_names
from xbrlgen.profiles.profile import Profile, Value

_INTRODUCTION = """# Profiles

A profile says whose rules a report has to follow: how the outputs are written, which rules are checked, how grave each
of them is, and what the regulator calls it. `report.yaml` names it (`profile: esef-2024`), or a command does:

```console
$ xbrlgen build my-report --profile esef-2024
$ xbrlgen validate filing.zip --profile esef-2024 --packages esef_taxonomy_2024.zip
```

Profiles are data: one file each in `xbrlgen/profiles/data/`. This page is made of them by
`python -m xbrlgen.profiles.page`; a test fails when the two differ. A profile makes no finding less grave than it is
without one.
"""
_LONGEST = 48
"""Values that are longer stand below the table."""

_SIGNS = {"error": "E", "warning": "W", "info": "I"}


def reference() -> str:
    """The whole reference."""
    profiles = [load_profile(name) for name in profile_names()]
    return "\n".join([_INTRODUCTION, *_summaries(profiles), *_settings(profiles), *_rules(profiles)])


def meanings() -> Mapping[str, Mapping[str, str]]:
    """What each setting means, by part and name."""
    import yaml

    with (Path(__file__).parent / "settings.yaml").open("rb") as file:
        found: dict[str, dict[str, str]] = yaml.load(file, yaml.BaseLoader)  # noqa: S506 - makes texts and mappings only
    return found


def _summaries(profiles: Sequence[Profile]) -> Iterator[str]:
    for each in profiles:
        yield f"## {each.name}\n\n{each.title}. {each.summary}\n"
        yield from (f"- {reference}" for reference in each.references)
        if each.references:
            yield ""


def _settings(profiles: Sequence[Profile]) -> Iterator[str]:
    yield "## Settings\n\nWhat is left blank is as without a profile.\n"
    named = [each for each in _with_targets(profiles) if each.settings]
    yield from _row("Setting", *(f"`{each.name}`" for each in named))
    yield from _row(*["---"] * (len(named) + 1))
    below: list[str] = []
    for part, settings in meanings().items():
        for name, meaning in settings.items():
            values = [each.settings.get(part, {}).get(name, "") for each in named]
            cells = [_short(value) for value in values]
            yield from _row(f"`{part}.{name}`: {meaning}", *cells)
            below += _long(f"{part}.{name}", named, values)
    yield "\nLonger values:\n"
    yield from below
    yield ""


def _with_targets(profiles: Sequence[Profile]) -> Iterator[Profile]:
    for each in profiles:
        yield from (each, *each.targets.values())


def _rules(profiles: Sequence[Profile]) -> Iterator[str]:
    yield (
        "## Rules\n\nE: error, W: warning, off: not told. [findings.md](findings.md) explains the findings. What stands"
        " after a colon is one case of a finding, of which regulators tell several apart.\n"
    )
    ruled = [each for each in _with_targets(profiles) if each.rulings]
    yield from _row("Finding", *(f"`{each.name}`" for each in ruled), "Regulators' codes")
    yield from _row(*["---"] * (len(ruled) + 2))
    for key in sorted({key for each in ruled for key in each.rulings}):
        rulings = [each.rulings.get(key) for each in ruled]
        cells = ["" if each is None else _SIGNS.get(str(each.severity), "off") for each in rulings]
        codes = dict.fromkeys(f"`{each.standard}`" for each in rulings if each is not None and each.standard)
        code, _, case = key.partition("/")
        name = f"{code} {catalogue()[code].name}"
        yield from _row(f"{name}: {case.replace('-', ' ')}" if case else name, *cells, "<br/>".join(codes))
    yield ""


def _row(*cells: str) -> Iterator[str]:
    yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _text(value: Value) -> str:
    if isinstance(value, str):
        return f"`{value}`" if value else ""
    if isinstance(value, Mapping):
        return ", ".join(f"`{prefix}` for `{namespace}`" for namespace, prefix in value.items())
    return ", ".join(f"`{each}`" for each in value)


def _short(value: Value) -> str:
    text = _text(value)
    return text if len(text) <= _LONGEST else "see below"


def _long(name: str, profiles: Sequence[Profile], values: Sequence[Value]) -> Iterator[str]:
    """Each long value once, with the profiles that have it."""
    having: dict[str, list[str]] = {}
    for each, value in zip(profiles, values, strict=True):
        if len(_text(value)) > _LONGEST:
            having.setdefault(_text(value), []).append(each.name)
    yield from (f"- `{name}` of {', '.join(names)}: {text}" for text, names in having.items())


if __name__ == "__main__":
    sys.stdout.buffer.write(reference().encode())
