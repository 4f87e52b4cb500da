"""Extension taxonomies with one thing wrong: a written one, parsed, changed at one place, and written again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

XS, LINK = "{http://www.w3.org/2001/XMLSchema}", "{http://www.xbrl.org/2003/linkbase}"
XLINK, XBRLI = "{http://www.w3.org/1999/xlink}", "{http://www.xbrl.org/2003/instance}"
XBRLDT, XML = "{http://xbrl.org/2005/xbrldt}", "{http://www.w3.org/XML/1998/namespace}"
CORE = "https://xbrl.ifrs.org/taxonomy/2025-03-27/full_ifrs/full_ifrs-cor_2025-03-27.xsd#ifrs-full_"
PARENT_CHILD = "http://www.xbrl.org/2003/arcrole/parent-child"
SUMMATION = "https://xbrl.org/2023/arcrole/summation-item"
WIDER_NARROWER = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"
DIMENSION = "http://xbrl.org/int/dim/arcrole/"


@dataclass
class File:
    """One file of an extension taxonomy."""

    path: Path
    root: etree._Element

    def link(self, role: str | tuple[str, ...] = "") -> etree._Element:
        """The first extended link, or that of a role with this end, or one of these."""
        links = (each for each in self.root if each.get(f"{XLINK}type") == "extended")
        return next(each for each in links if each.get(f"{XLINK}role").endswith(role))

    def locator(self, href: str, label: str, role: str | tuple[str, ...] = "") -> etree._Element:
        """A new locator."""
        found = etree.SubElement(self.link(role), f"{LINK}loc")
        for name, value in {"type": "locator", "label": label, "href": href}.items():
            found.set(f"{XLINK}{name}", value)
        return found

    def new_arc(
        self, arcrole: str, source: str, target: str, role: str | tuple[str, ...] = "", **more: str
    ) -> etree._Element:
        """A new arc between labels."""
        link = self.link(role)
        found = etree.SubElement(link, link.tag.replace("Link", "Arc"), more)
        for name, value in {"type": "arc", "arcrole": arcrole, "from": source, "to": target}.items():
            found.set(f"{XLINK}{name}", value)
        return found

    def arc(self, target: str, arcrole: str = "") -> etree._Element:
        """The first arc to a label."""
        arcs = (each for each in self.root.iter() if each.get(f"{XLINK}type") == "arc")
        wanted = (each for each in arcs if each.get(f"{XLINK}arcrole").endswith(arcrole))
        return next(each for each in wanted if each.get(f"{XLINK}to") == target)

    def element(self, name: str) -> etree._Element:
        """A declaration."""
        return next(each for each in self.root.iter(f"{XS}element") if each.get("name") == name)

    def declare(self, name: str, item_type: str = "xbrli:stringItemType", **more: str) -> etree._Element:
        """A new declaration, of an abstract string of a duration unless said otherwise."""
        given = {"id": f"own_{name}", "name": name, "type": item_type, "substitutionGroup": "xbrli:item"}
        given |= {"nillable": "true", "abstract": "true", f"{XBRLI}periodType": "duration"}
        given |= {key.replace("xbrli_", XBRLI): value for key, value in more.items()}
        return etree.SubElement(self.root, f"{XS}element", {key: value for key, value in given.items() if value})

    def label(self, concept: str, text: str, role: str = "http://www.xbrl.org/2003/role/label") -> etree._Element:
        """A new label for what has a locator already."""
        found = etree.SubElement(self.link(), f"{LINK}label", {f"{XLINK}role": role, f"{XML}lang": "en"})
        found.set(f"{XLINK}type", "resource")
        found.set(f"{XLINK}label", f"{concept}_label")
        found.text = text
        return found

    def write(self, culprit: etree._Element) -> int:
        """Write the file; the line of the culprit in it, 0 if it is no part of this file."""
        tree = culprit.getroottree()
        where = tree.getelementpath(culprit) if tree.getroot() is self.root else ""
        self.path.write_bytes(etree.tostring(self.root, pretty_print=True, xml_declaration=True, encoding="UTF-8"))
        return etree.parse(self.path).find(where).sourceline if where else 0


Files = dict[str, File]
"""The files of a taxonomy by the ends of their names: ``xsd``, ``pre``, ``lab-en`` ..."""

Change = Callable[[Files], etree._Element]
"""Breaks something in the files, and returns what is to blame."""


@dataclass(frozen=True)
class Fault:
    """A change that breaks one rule, and the code that Arelle has for it (empty: none).

    `case` is which case of the code it is, where regulators tell several apart; `also` are codes that cannot be avoided.
    """

    code: str
    change: Change
    arelle: str = ""
    case: str = ""
    also: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.code}{self.case}"


def read(schema: Path) -> Files:
    """The files of the taxonomy at `schema`."""
    return {_end(path): File(path, etree.parse(path).getroot()) for path in sorted(schema.parent.iterdir())}


def damaged(fault: Fault, schema: Path) -> tuple[Path, int]:
    """Break the taxonomy at `schema`; the file and the line that are to blame."""
    files = read(schema)
    culprit = fault.change(files)
    blamed = schema, 0
    for each in files.values():
        if line := each.write(culprit):
            blamed = each.path, line
    return blamed


def _end(path: Path) -> str:
    return path.stem.rpartition("_")[2] if path.suffix == ".xml" else "xsd"
