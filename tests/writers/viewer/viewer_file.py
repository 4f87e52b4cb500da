"""What a viewer holds, whoever wrote it: its data block, with names in full."""

import json
import re
import sys
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import kinds

from xbrlgen.model import Report
from xbrlgen.target import target_document
from xbrlgen.taxonomy.labels import readable_label
from xbrlgen.viewing import write_viewer_file
from xbrlgen.writers.inline import write_inline_xbrl
from xbrlgen.writers.viewer import Taxonomy, installed_script

_DATA = re.compile(r'<script type="application/x\.ixbrl-viewer\+json">(.*?)</script>', re.DOTALL)


@dataclass(frozen=True)
class ViewerFile:
    """The data of the one report in a viewer, as far as it can be compared."""

    text: str

    @classmethod
    def read(cls, path: Path) -> "ViewerFile":
        return cls(path.read_text(encoding="utf-8"))

    @cached_property
    def block(self) -> str:
        [found] = _DATA.findall(self.text)
        return found

    @cached_property
    def data(self) -> dict[str, Any]:
        return json.loads(self.block)

    @cached_property
    def report(self) -> dict[str, Any]:
        [source] = self.data["sourceReports"]
        [report] = source["targetReports"]
        return report

    def full(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        return f"{{{self.data['prefixes'][prefix]}}}{local}" if colon else name

    @cached_property
    def facts(self) -> dict[str, tuple[object, ...]]:
        """Aspects, value, decimals and footnotes of each tag; what only the writer's taste decides is left out."""
        return {
            name: (self._aspects(fact["a"]), self._value(fact), fact.get("d"), tuple(sorted(fact.get("fn", ()))))
            for name, fact in self.report["facts"].items()
        }

    def _aspects(self, aspects: dict[str, str | None]) -> frozenset[tuple[str, str | None]]:
        return frozenset((self.full(key), self._known(key, value)) for key, value in aspects.items() if key != "m")

    def _known(self, key: str, value: str | None) -> str | None:
        """A name in full, and a unit with its measures in order; the value of a typed member may be no name."""
        if key == "u" and value is not None:
            return "/".join("*".join(sorted(product.strip("()").split("*"))) for product in value.split("/"))
        is_name = key != "p" and value is not None and value.partition(":")[0] in self.data["prefixes"]
        return self.full(value) if is_name else value

    def _value(self, fact: dict[str, Any]) -> object:
        value = fact["v"]
        return Decimal(value) if value is not None and "u" in fact["a"] else value

    @cached_property
    def concepts(self) -> dict[str, dict[str, Any]]:
        """Each concept without its labels and its kind of dimension."""
        return {
            self.full(name): {
                key: self.full(value) if key in {"dt", "td"} else value
                for key, value in concept.items()
                if key not in {"labels", "d"}
            }
            for name, concept in self.report["concepts"].items()
        }

    @cached_property
    def labels(self) -> set[tuple[str, str, str, str]]:
        """Concept, role, language and text of each label."""
        return {
            (self.full(name), self.data["roles"][role], language, text)
            for name, concept in self.report["concepts"].items()
            for role, texts in concept["labels"].items()
            for language, text in texts.items()
        }

    def relationships(self, kind: str) -> list[tuple[str, str, str, Decimal | None]]:
        """Role, source, target and weight of each relationship, in order within each role and source."""
        found = [
            (self.data["roles"][role], self.full(source), self.full(each["t"]), each.get("w"))
            for role, sources in self.report["rels"].get(kind, {}).items()
            for source, targets in sources.items()
            for each in targets
        ]
        return sorted(found, key=lambda each: each[:2])


def viewed_kinds(folder: Path, report: Report, taxonomy: Taxonomy | None = None) -> tuple[Path, Path]:
    """The page and the viewer of a report of any kind of fact."""
    document = target_document(report, kinds.taxonomy(), schema_refs=(kinds.SCHEMA.as_uri(),))
    written = write_inline_xbrl(
        document, report, folder / "kinds", vocabulary=kinds.taxonomy(), labels=lambda name: name.local_name
    )
    assert written.problems == ()
    out = folder / "viewer.html"
    write_viewer_file(written.pages[0], out, document, taxonomy or kinds_taxonomy(), installed_script())
    return written.pages[0], out


def kinds_taxonomy() -> Taxonomy:
    return Taxonomy(kinds.taxonomy(), lambda name: readable_label(name.local_name))
