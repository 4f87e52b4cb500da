"""Reads profiles from their files: YAML, and JSON for the one that every command needs, which takes no time to read."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from xbrlgen.findings import Severity, catalogue
from xbrlgen.findings.ruling import Ruling
from xbrlgen.profiles.profile import Profile, Value

_DATA = Path(__file__).parent / "data"
_OFF = "off"


@cache
def profile_names() -> tuple[str, ...]:
    """The names of all profiles, ``generic`` first."""
    names = sorted(path.stem for path in _DATA.iterdir() if path.suffix in {".json", ".yaml"})
    return tuple(sorted(names, key=lambda name: name != "generic"))


@cache
def load_profile(name: str) -> Profile:
    """The profile of that name; raises ValueError if there is none."""
    if name not in profile_names():
        raise ValueError(f"there is no profile {name!r}; there are {', '.join(profile_names())}")
    data = _read(name)
    base = load_profile(data["extends"]) if "extends" in data else None
    return Profile(
        name=name,
        title=data["title"],
        summary=data["summary"],
        references=tuple(data.get("references", ())),
        settings=_merged(base.settings if base else {}, data.get("settings", {})),
        rulings=MappingProxyType({**(base.rulings if base else {}), **_rulings(name, data.get("rules", {}))}),
        targets=MappingProxyType(
            {target: _target(name, target, own) for target, own in data.get("targets", {}).items()}
        ),
    )


def _target(profile: str, target: str, data: Mapping[str, Any]) -> Profile:
    """What holds for one target document; nothing of the default one does."""
    name = f"{profile}, target {target}"
    settings, rulings = data.get("settings", {}), _rulings(name, data.get("rules", {}))
    return Profile(name, "", "", (), _merged({}, settings), MappingProxyType(rulings))


def _read(name: str) -> dict[str, Any]:
    """Every scalar as its text: ``off`` is no boolean and ``2022-03-24`` no date."""
    if (quick := _DATA / f"{name}.json").is_file():
        import json

        found: dict[str, Any] = json.loads(quick.read_bytes())
        return found
    import yaml

    with (_DATA / f"{name}.yaml").open("rb") as file:
        data: dict[str, Any] = yaml.load(file, yaml.BaseLoader)  # noqa: S506 - makes texts, lists and mappings only
    return data


def _merged(
    base: Mapping[str, Mapping[str, Value]], own: Mapping[str, Mapping[str, Value]]
) -> Mapping[str, Mapping[str, Value]]:
    """The settings of a base profile with those that a profile gives itself, setting by setting."""
    parts = dict.fromkeys((*base, *own))
    return MappingProxyType({part: MappingProxyType({**base.get(part, {}), **own.get(part, {})}) for part in parts})


def _rulings(profile: str, rules: Mapping[str, str]) -> dict[str, Ruling]:
    """``name-of-finding: error CODE`` by the code of the finding, ``name-of-finding/case`` by code and case.

    Raises ValueError for what the catalogue lacks.
    """
    if not rules:
        return {}
    codes = {entry.name: entry.code for entry in catalogue().values()}
    if unknown := sorted({name.partition("/")[0] for name in rules} - codes.keys()):
        raise ValueError(f"profile {profile}: the catalogue has no finding {', '.join(unknown)}")
    parts = ((name.partition("/"), text) for name, text in rules.items())
    return {f"{codes[name]}{slash}{case}": _ruling(text) for (name, slash, case), text in parts}


def _ruling(text: str) -> Ruling:
    severity, _, standard = text.partition(" ")
    return Ruling(None if severity == _OFF else Severity(severity), standard)
