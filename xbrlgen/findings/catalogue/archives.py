"""Zip files, whatever they are packages of."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

_ZIP = ".ZIP File Format Specification"
_ENTRIES = "Report Package 1.0, section 3; Taxonomy Packages 1.0, section 3.1"

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG701",
        name="archive-damaged",
        severity=Severity.ERROR,
        summary="A package is no zip file, or its bytes are damaged.",
        reason="What cannot be unpacked cannot be judged, and members that share their bytes are a known way to fill a "
        "disk from a small file.",
        example="A download that was cut short.",
        fix="Get or make the file again, with a program that writes ordinary zip files.",
        reference=f"{_ZIP}, section 4.3",
    ),
    CatalogueEntry(
        code="XG702",
        name="archive-encrypted",
        severity=Severity.ERROR,
        summary="Members of a package are encrypted.",
        reason="Nobody but its author could read it; both specifications forbid it.",
        example="A zip file that asks for a password.",
        fix="Pack the files without a password.",
        reference="Report Package 1.0, section 3; Taxonomy Packages 1.0, section 3.1",
    ),
    CatalogueEntry(
        code="XG703",
        name="archive-name-foreign",
        severity=Severity.ERROR,
        summary="The name of a member is no relative path with slashes.",
        reason="Absolute names and drives would be written anywhere on a disk; a backslash separates nothing in a zip "
        "file, so software disagrees about what such a name means.",
        example="report\\META-INF\\reportPackage.json, /etc/passwd",
        fix="Pack the folder with a program that writes names as the zip format says: relative, with slashes.",
        reference=f"{_ZIP}, section 4.4.17.1",
    ),
    CatalogueEntry(
        code="XG704",
        name="archive-name-irregular",
        severity=Severity.ERROR,
        summary="The name of a member has an empty part, '.' or '..'.",
        reason="Such names lead out of the package, or name a file that another name means too.",
        example="report/../../.profile",
        fix="Pack the files under their plain names.",
        reference=_ENTRIES,
    ),
    CatalogueEntry(
        code="XG705",
        name="archive-name-repeated",
        severity=Severity.ERROR,
        summary="Two members have one name, or a name is that of a file and of a directory.",
        reason="Which of the two a program reads is chance, so two programs may judge two different reports.",
        example="Two members report/reports/report.xhtml.",
        fix="Keep the right one of them, and pack again.",
        reference=_ENTRIES,
    ),
    CatalogueEntry(
        code="XG706",
        name="archive-name-alike",
        severity=Severity.WARNING,
        summary="Two members have names that differ in upper and lower case only.",
        reason="Names are case-sensitive, so the package is valid; but unpacked under Windows or macOS one file "
        "overwrites the other.",
        example="report/Logo.png and report/logo.png",
        fix="Rename one of them.",
        reference=_ENTRIES,
    ),
    CatalogueEntry(
        code="XG707",
        name="archive-too-large",
        severity=Severity.ERROR,
        summary="A package has more entries, or unpacks to more, than any report has.",
        reason="A small file that unpacks to something enormous stops the software that opens it. The limits are "
        "10,000 entries (100,000 in a zip file), 1 GB, and 100 times the packed size where it is more than 10 MB.",
        example="A zip file of 1 MB that holds 1 GB of zeros.",
        fix="Leave out what the report does not need, or pack its parts as packages of their own.",
    ),
    CatalogueEntry(
        code="XG708",
        name="archive-member-unusual",
        severity=Severity.ERROR,
        summary="A member is a symbolic link, or is packed by a method that few programs know.",
        reason="A link leads out of the package to a file of whoever opens it. Only stored and deflated members are "
        "read everywhere.",
        example="A link report/reports/report.xhtml to /etc/passwd.",
        fix="Pack the files themselves, stored or deflated.",
        reference=f"{_ZIP}, sections 4.4.5 and 4.4.15",
    ),
    CatalogueEntry(
        code="XG709",
        name="top-directory-not-single",
        severity=Severity.ERROR,
        summary="A package does not have all its files in one directory at the top.",
        reason="Where META-INF and reports are looked for depends on it.",
        example="META-INF and reports at the top of the zip file, in no directory.",
        fix="Pack one folder, with META-INF and everything else in it.",
        reference=_ENTRIES,
    ),
)
