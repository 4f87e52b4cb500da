"""The variations of conformance suites: from a file with one JSON object per line, or from the published XML."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml import etree

VALID, INVALID, ERROR, FACTS = "valid", "invalid", "error:", "facts:"


@dataclass(frozen=True, slots=True)
class Variation:
    """One document to judge, and what the suite says of it.

    `folder` is that of its test case; `document` is read first. `expected` is ``valid``, ``invalid``, ``error:CODE`` or
    ``facts:FILE``, any of which is right where there are several.
    """

    suite: str
    group: str
    testcase: str
    id: str
    description: str
    folder: Path
    document: Path
    expected: tuple[str, ...]

    @property
    def key(self) -> str:
        """What names the variation among all of its suite."""
        return f"{self.testcase}#{self.id}"


def variations(source: Path) -> Iterator[Variation]:
    """Those that `source` lists: a folder with a variations.jsonl, such a file, or the index or a test case of a suite.

    Raises OSError for a file that cannot be read.
    """
    path = source / "variations.jsonl" if source.is_dir() else source
    yield from _listed(path) if path.suffix == ".jsonl" else _published(path, path.parent)


def _listed(path: Path) -> Iterator[Variation]:
    for line in path.read_text(encoding="utf-8").splitlines():
        listed: dict[str, Any] = json.loads(line)
        testcase = Path(listed["testcase"])
        yield Variation(
            suite=listed["suite"],
            group=_group(testcase),
            testcase=testcase.stem,
            id=listed["id"],
            description=" ".join(listed["description"].split()),
            folder=path.parent / testcase.parent,
            document=path.parent / listed["inputs"][0],
            expected=tuple(listed["expected"]),
        )


def _group(testcase: Path) -> str:
    """The folder of a suite that a test case belongs to: the highest one with a number, else the topmost."""
    folders = testcase.parts[1:-1]
    numbered = (each for each in folders if each[:3].isdigit() and each[3:4] == "-")
    return next(numbered, next((each for each in folders if each not in {"Common", "conf"}), ""))


def _published(path: Path, root: Path) -> Iterator[Variation]:
    """The variations of a test case, or of all that an index names; indexes may name each other."""
    from lxml import etree

    document = etree.fromstring(path.read_bytes(), etree.XMLParser(no_network=True, resolve_entities=False))
    for listed in document.iter("{*}testcase"):
        if uri := listed.get("uri"):
            parent = listed.getparent()
            folder = "" if parent is None else parent.get("root", "")
            yield from _published(path.parent / folder / uri, root)
    for element in document.iter("{*}variation"):
        yield _variation(element, path, root, document.get("outpath", ""))


def _variation(element: "etree._Element", path: Path, root: Path, results: str) -> Variation:
    inputs = element.findall("{*}data/*")
    first = next((each for each in inputs if each.get("readMeFirst") in {"true", "1"}), inputs[0])
    return Variation(
        suite=root.name,
        group=_group(path.relative_to(root.parent)),
        testcase=path.stem,
        id=element.get("id", ""),
        description=" ".join(element.findtext("{*}description", "").split()),
        folder=path.parent / results if results else path.parent,
        document=path.parent / (first.text or "").strip(),
        expected=tuple(_expected(element)),
    )


def _expected(element: "etree._Element") -> Iterator[str]:
    """What a result says: a verdict, codes of errors, or a file with the facts; without any of them, valid."""
    result = element.find("{*}result")
    errors = [] if result is None else [(each.text or "").strip() for each in result.iterchildren("{*}error")]
    files = [] if result is None else [(each.text or "").strip() for each in result.iterchildren("{*}file")]
    if errors:
        yield from (ERROR + each for each in errors)
    elif result is not None and result.get("expected"):
        yield str(result.get("expected"))
    else:
        yield FACTS + files[0] if files else VALID
