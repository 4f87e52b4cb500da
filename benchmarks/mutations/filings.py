"""The filings that are damaged, their documents, and how a damaged document is put back into its filing."""

import json
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_PAGES = frozenset({".xhtml", ".html"})
_DOCUMENTS = frozenset({".xml", ".xsd", ".xbrl"}) | _PAGES
_SHARED = Path(__file__).resolve().parents[3] / "shared"


@dataclass(frozen=True, slots=True)
class Filing:
    """A real filing: the file to judge, the packages with its taxonomies, and all of its documents by their names.

    `is_package` says that the file is a report package, whose members the documents are; else they lie beside it.
    """

    name: str
    file: Path
    packages: tuple[Path, ...]
    documents: Mapping[str, bytes]
    is_package: bool

    def write(self, folder: Path, changed: Mapping[str, bytes] | None = None) -> Path:
        """Write the filing into `folder` with some of its documents `changed`, and give the file to judge."""
        contents = {**self.documents, **(changed or {})}
        target = folder / self.file.name
        if self.is_package:
            with zipfile.ZipFile(target, "w") as archive:
                for name, content in contents.items():
                    archive.writestr(zipfile.ZipInfo(name), content)
        else:
            for name, content in contents.items():
                (folder / name).write_bytes(content)
        return target


def filings(shared: Path = _SHARED) -> Iterator[Filing]:
    """Those of the folder of samples whose taxonomies are there."""
    folder = shared / "samples"
    for entry in json.loads((folder / "manifest.json").read_text(encoding="utf-8")):
        if entry["packages"]:
            yield _filing(entry["name"], folder / entry["file"], tuple((folder / each) for each in entry["packages"]))


def _filing(name: str, file: Path, packages: tuple[Path, ...]) -> Filing:
    resolved = tuple(each.resolve() for each in packages)
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            members = {each: archive.read(each) for each in archive.namelist() if not each.endswith("/")}
        return Filing(name, file, resolved, members, is_package=True)
    others = (each for each in sorted(file.parent.iterdir()) if each.suffix in _DOCUMENTS - _PAGES)
    beside = {each.name: each.read_bytes() for each in dict.fromkeys((*others, file))}
    return Filing(name, file, resolved, beside, is_package=False)


def damaged_documents(filing: Filing, among: str = "") -> tuple[str, ...]:
    """Which documents of a filing can be damaged: all that are XML and whose name has `among` in it."""
    return tuple(each for each in filing.documents if Path(each).suffix in _DOCUMENTS and among in each)


def emptied(folder: Path) -> Path:
    """The folder, made new."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
