"""What keeps a command from doing its work at all: XG180 to XG199 of the family XG1xx."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG180",
        name="missing-input",
        severity=Severity.ERROR,
        summary="A file or folder named on the command line does not exist.",
        reason="Nothing can be checked or built without it, and an empty result would look like success.",
        example="xbrlgen build my-reprot",
        fix="Check the spelling and the folder that the command runs in.",
    ),
    CatalogueEntry(
        code="XG181",
        name="unreadable-input",
        severity=Severity.ERROR,
        summary="A file or folder exists but the system does not let it be read.",
        reason="A report that was read in part would be wrong without anyone noticing.",
        example="chmod 000 filing.xbrl; xbrlgen validate filing.xbrl",
        fix="Give yourself permission to read it, or copy it to a place where you have it.",
    ),
    CatalogueEntry(
        code="XG182",
        name="not-a-report-folder",
        severity=Severity.ERROR,
        summary="A file was given where a report folder is expected.",
        reason="A report is a folder: report.yaml names the tables and texts that lie beside it.",
        example="xbrlgen build my-report/report.yaml",
        fix="Pass the folder that holds report.yaml.",
        reference="docs/reference/report-folder.md",
    ),
    CatalogueEntry(
        code="XG183",
        name="folder-instead-of-file",
        severity=Severity.ERROR,
        summary="A folder was given where a file is expected.",
        reason="A folder may hold several reports; which of them is meant has to be said.",
        example="xbrlgen validate build/my-report",
        fix="Name the files in it, or use 'xbrlgen build' on a report folder.",
    ),
    CatalogueEntry(
        code="XG184",
        name="unwritable-output",
        severity=Severity.ERROR,
        summary="The output folder cannot be made or replaced.",
        reason="Output is written beside its place and takes it in one step, so the folder above must be writable.",
        example="xbrlgen build my-report --out /usr/filings",
        fix="Choose a folder that you may write to, or free space on its disk.",
    ),
    CatalogueEntry(
        code="XG185",
        name="folder-not-empty",
        severity=Severity.ERROR,
        summary="The folder for a new report is already in use.",
        reason="'xbrlgen new' never overwrites anything, for there is no way back.",
        example="xbrlgen new my-report; xbrlgen new my-report",
        fix="Choose another name, or an empty folder.",
    ),
    CatalogueEntry(
        code="XG190",
        name="internal-error",
        severity=Severity.ERROR,
        summary="xbrlgen itself failed; this is a fault of the program, not of the report.",
        reason="The input was not judged, and nothing was written.",
        example="error XG190 internal-error: xbrlgen failed in xbrlgen/pipeline.py:71 with KeyError: 'xyz'",
        fix="Please report it with this message and, if it can be shown, the report that leads to it. With "
        "XBRLGEN_DEBUG=1 in the environment the command also prints where in the program it happened.",
    ),
)
