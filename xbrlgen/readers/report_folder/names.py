"""What the names in a report folder stand for: concepts, axes and members of the taxonomy and of the extension."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import Concept, QName, Vocabulary
from xbrlgen.model.namespaces import ISO4217, UTR, XBRLI
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest

STANDARD_PREFIXES: Mapping[str, str] = {"xbrli": XBRLI, "iso4217": ISO4217, "utr": UTR}

MOST_SEARCHES = 30
"""Searching a taxonomy for what was meant takes time; a report with more wrong names than that has one big cause."""


@dataclass(slots=True)
class Names:
    """Looks names up; one that is not known is a finding with a suggestion, and is read on if that is a sure one.

    `own` are the extension's elements, `locations` the places of their declarations by name in Clark notation;
    `defaults` are its axes with their default members; `broken` are names whose declaration is a finding already.
    """

    vocabulary: Vocabulary
    findings: list[Finding]
    broken: frozenset[str]
    prefix: str = ""
    namespace: str = ""
    own: dict[QName, Concept] = field(default_factory=dict)
    defaults: dict[QName, QName] = field(default_factory=dict)
    used_prefixes: dict[str, str] = field(default_factory=dict)
    locations: dict[str, Location] = field(default_factory=dict)
    _found: dict[str, Concept] = field(default_factory=dict)
    _meant: dict[str, tuple[str, bool]] = field(default_factory=dict)
    _vocabulary_names: list[str] = field(default_factory=list)

    def concept(self, text: PlacedText) -> Concept | None:
        """The concept of that name; None, and a finding, if there is none."""
        return self._element(text, "XG121", "concept")

    def axis(self, text: PlacedText) -> QName | None:
        """The axis of that name; None, and a finding, if there is none."""
        found = self._element(text, "XG122", "axis")
        if found is not None and not found.is_dimension:
            self.findings.append(finding("XG122", f"'{text}' is no axis", text.location))
            return None
        return None if found is None else found.name

    def member(self, text: PlacedText) -> QName | None:
        """The member of that name; None, and a finding, if there is none."""
        found = self._element(text, "XG123", "member")
        return None if found is None else found.name

    def declared(self, name: QName) -> Concept | None:
        """The concept with an expanded name, None if there is none."""
        return self.own.get(name) or self.vocabulary.concept(name)

    def default_member(self, axis: QName) -> QName | None:
        """The member that facts without `axis` have on it, by the extension or the taxonomy."""
        return self.defaults.get(axis) or self.vocabulary.default_member(axis)

    def name(self, text: PlacedText) -> QName | None:
        """The expanded name of `text`, whatever it stands for; None, and a finding, if its prefix is unknown."""
        prefix, colon, local_name = text.rpartition(":")
        if not colon:
            return QName(self.vocabulary.namespace, str(text))
        namespace = self._namespace(prefix)
        if namespace is None:
            self._unknown_prefix(text, prefix)
            return None
        self.used_prefixes[prefix] = namespace
        return QName(namespace, local_name)

    def prefixed(self, name: QName) -> str:
        """A name as the report would write it."""
        if name.namespace == self.vocabulary.namespace:
            return name.local_name
        prefix = self.prefix if name.namespace == self.namespace else self.vocabulary.prefixes.get(name.namespace)
        return f"{prefix}:{name.local_name}"

    def _namespace(self, prefix: str) -> str | None:
        if prefix and prefix == self.prefix:
            return self.namespace
        if prefix in STANDARD_PREFIXES:
            return STANDARD_PREFIXES[prefix]
        return next((uri for uri, usual in self.vocabulary.prefixes.items() if usual == prefix), None)

    def _unknown_prefix(self, text: PlacedText, prefix: str) -> None:
        if "extension" in self.broken or "prefix" in self.broken:
            return
        known = [each for each in (self.prefix, *self.vocabulary.prefixes.values(), *STANDARD_PREFIXES) if each]
        hint = did_you_mean(nearest(prefix, known)[0]) or f"the prefixes here are {', '.join(dict.fromkeys(known))}"
        self.findings.append(finding("XG120", f"unknown prefix '{prefix}' in '{text}'", text.location, hint=hint))

    def _element(self, text: PlacedText, code: str, what: str) -> Concept | None:
        if text in self._found:
            return self._found[text]
        name = self.name(text)
        if name is None:
            return None
        found = self.declared(name)
        if found is None:
            return self._report(text, code, what)
        self._found[str(text)] = found
        return found

    def _report(self, text: PlacedText, code: str, what: str) -> Concept | None:
        """Say that there is no such element; give the one that was surely meant."""
        local_name = text.rpartition(":")[2]
        if local_name in self.broken:
            return None
        if text not in self._meant:
            self._meant[text] = self._nearest(text, local_name, what)
        meant, is_sure = self._meant[text]
        hint = did_you_mean(meant)
        self.findings.append(finding(code, f"there is no {what} '{text}'", text.location, hint=hint))
        return self._by_written(meant) if is_sure else None

    def _nearest(self, text: str, local_name: str, what: str) -> tuple[str, bool]:
        own = [self.prefixed(name) for name in self.own]
        for written in (f"{self.prefix}:{local_name}", local_name):  # the right name with the wrong prefix
            if written != text and self._by_written(written) is not None:
                return written, True
        if len(self._meant) >= MOST_SEARCHES:
            return nearest(text, own)
        return nearest(text, [*own, *self._candidates(local_name, what)])

    def _candidates(self, local_name: str, what: str) -> Iterable[str]:
        """The names of the taxonomy that begin or end as `local_name` does; comparing all would take too long."""
        if not self._vocabulary_names:
            self._vocabulary_names = [self.prefixed(name) for name in self.vocabulary.names()]
        ending = {"axis": "Axis", "member": "Member"}.get(what, "")
        first, last = local_name[:1].lower(), local_name[-4:]
        for name in self._vocabulary_names:
            start = name.rfind(":") + 1
            if name.endswith(ending) and (name[start : start + 1].lower() == first or name.endswith(last)):
                yield name

    def _by_written(self, written: str) -> Concept | None:
        prefix, _, local_name = written.rpartition(":")
        namespace = self._namespace(prefix) if prefix else self.vocabulary.namespace
        return self.declared(QName(namespace or "", local_name))
