"""One model of a financial report in; every artefact that a filing and its readers need out.

    >>> import xbrlgen
    >>> built = xbrlgen.build("examples/iij-1h23", "build/iij-1h23")
    >>> built.facts
    564

`build` makes everything of a report folder; `load` reads a report, from a folder or from what was built; `validate`
judges XBRL files; `convert` writes a report in another syntax; `concepts` searches a taxonomy. What is wrong with an
input is a finding, never an exception.
"""

from collections.abc import Callable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xbrlgen.conversion import Converted
    from xbrlgen.findings import Finding
    from xbrlgen.model import Fact, Report
    from xbrlgen.pipeline import Built
    from xbrlgen.readers.reading import Reading
    from xbrlgen.report_validation import Validated
    from xbrlgen.taxonomy.search import Match

__version__ = "0.1.0"
__all__ = ["Fact", "Finding", "Report", "build", "concepts", "convert", "load", "validate"]

_HOMES = {"Fact": "xbrlgen.model", "Finding": "xbrlgen.findings", "Report": "xbrlgen.model"}


def __getattr__(name: str) -> object:
    """Import a public class when it is first asked for, so that importing xbrlgen stays cheap."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'xbrlgen' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def build(
    report: str | PathLike[str],
    out: str | PathLike[str] | None = None,
    *,
    profile: str = "",
    packages: Sequence[str | PathLike[str]] = (),
    viewer: bool = False,
    progress: Callable[[str], None] | None = None,
) -> "Built":
    """Make everything of the report folder `report` in `out` (default: ``build/<name of report>``).

    The result has `findings`, `folder` (None if an error kept it from being written), `files` and `facts` (their
    number). `profile` says whose rules to follow, before what the report says (default: ``generic``). `packages` are
    taxonomy packages to look in before the bundled one. With `viewer`, the report is made into an interactive file as
    well. `progress` is told the name of each stage. Raises ValueError for a profile that does not exist, and OSError
    for a package that cannot be read.
    """
    from xbrlgen.pipeline import build as build_report

    folder, zips = None if out is None else Path(out), [Path(package) for package in packages]
    return build_report(Path(report), folder, profile=profile, packages=zips, viewer=viewer, progress=progress)


def load(source: str | PathLike[str], *, packages: Sequence[str | PathLike[str]] = ()) -> "Reading":
    """Read a report folder, a page of inline XBRL, an instance (xBRL-XML), a report as xBRL-JSON, or a report package.

    The result has `report` (None if the source is too broken), `locations` (where each fact, by its id, came from) and
    `findings` of the reading; no rule is applied. `packages` are taxonomy packages to look in before the bundled one.
    Raises OSError for a file that cannot be read.
    """
    from xbrlgen.sources import load as load_report

    return load_report(Path(source), [Path(package) for package in packages])


def validate(
    *files: str | PathLike[str],
    profile: str = "generic",
    packages: Sequence[str | PathLike[str]] = (),
    calculations: str = "round",
    progress: Callable[[str], None] | None = None,
) -> "Validated":
    """Judge any XBRL files and packages: by schemas, taxonomy, all rules and those of a profile.

    The result has `findings` and `facts` (their number). `packages` are taxonomy packages to look in before the bundled
    one. `calculations` says how the sums that taxonomies declare are checked: ``round``, ``truncate``, ``1.0`` or
    ``off``. Raises OSError for a file that cannot be read, and ValueError for a profile that does not exist.
    """
    from xbrlgen.validation import validate as validate_files

    paths, zips = [Path(file) for file in files], [Path(package) for package in packages]
    return validate_files(paths, profile=profile, packages=zips, calculations=calculations, progress=progress)


def convert(
    source: str | PathLike[str],
    out: str | PathLike[str],
    *,
    packages: Sequence[str | PathLike[str]] = (),
    syntax: str = "",
    lossy: bool = False,
    target: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> "Converted":
    """Write the report in `source` to `out` in another syntax, with the same facts.

    The extension of `out` says which: ``.xbrl``, ``.xhtml``, ``.json``, ``.csv``, or a report package (``.xbri``,
    ``.xbr``, ``.zip``), for which `syntax` (``xml``, ``inline``, ``json``, ``csv``) may say it, too. The result has
    `findings`, `files` (none if an error kept them from being written) and `facts` (their number). What `out` cannot
    hold is an error, unless `lossy`. `target` names one of several target documents of a page. `packages` are taxonomy
    packages to look in before the bundled one. Raises OSError for a file that cannot be read.
    """
    from xbrlgen.conversion import convert as convert_report

    zips = [Path(package) for package in packages]
    return convert_report(
        Path(source), Path(out), packages=zips, syntax=syntax, lossy=lossy, target=target, progress=progress
    )


def concepts(query: str, taxonomy: str = "", limit: int = 10) -> "Sequence[Match]":
    """Search a bundled taxonomy (default: the newest) by words; each match has its `concept` and readable `label`.

    The best match comes first. Raises ValueError for a taxonomy that is not bundled.
    """
    from xbrlgen.taxonomy import bundled_names, load_taxonomy
    from xbrlgen.taxonomy.search import find_concepts

    if taxonomy and taxonomy not in bundled_names():
        raise ValueError(f"there is no taxonomy {taxonomy!r}; bundled are {', '.join(sorted(bundled_names()))}")
    return find_concepts(query, load_taxonomy(taxonomy or max(bundled_names())), limit)
