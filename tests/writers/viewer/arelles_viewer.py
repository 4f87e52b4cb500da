"""The viewer that Arelle's plugin makes of a page or a package."""

from pathlib import Path

import arelle_referee


def viewer_by_arelle(source: Path, out: Path, *packages: Path, with_script: bool = False) -> None:
    """Have Arelle write a viewer to `out`: a file, or with its script beside it a folder; it may complain of nothing."""
    from arelle.RuntimeOptions import RuntimeOptions

    log = arelle_referee._Log()
    options = RuntimeOptions(
        entrypointFile=str(source),
        packages=[arelle_referee._zipped(package) for package in packages],
        plugins="ixbrl-viewer|inlineXbrlDocumentSet",
        pluginOptions={"saveViewerDest": str(out), "viewerNoCopyScript": not with_script, "useStubViewer": False},
        disablePersistentConfig=True,
        internetConnectivity="offline",
    )
    with arelle_referee._arelle()() as session:
        session.run(options, logHandler=log)
    assert log.codes(30, 100) == []
