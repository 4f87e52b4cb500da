"""What keeps a batch from its reports: XG950 to XG969 of the family XG9xx."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG950",
        name="batch-without-reports",
        severity=Severity.ERROR,
        summary="A batch has nothing to build.",
        reason="An empty batch would look like one that succeeded.",
        example="xbrlgen batch quarterly/ where no folder in quarterly/ has a report.yaml",
        fix="Name report folders, a folder that holds them, or a list of them, one path on each line.",
    ),
    CatalogueEntry(
        code="XG951",
        name="batch-with-one-output-twice",
        severity=Severity.ERROR,
        summary="Two reports of a batch would be written into the same folder.",
        reason="The second would replace the first, and only one of them would be left.",
        example="xbrlgen batch 2023/iij 2024/iij",
        fix="Build them into different folders with --out, or rename one of the report folders.",
    ),
    CatalogueEntry(
        code="XG952",
        name="batch-worker-lost",
        severity=Severity.ERROR,
        summary="The process that built a report came to an end before it was done, twice.",
        reason="It was killed, most often for want of memory; what the report's output folder held before is whole.",
        example="A report of a million facts on a machine with one gibibyte",
        fix="Build it alone, with fewer --jobs or on a machine with more memory.",
    ),
    CatalogueEntry(
        code="XG953",
        name="no-scheduler-library",
        severity=Severity.ERROR,
        summary="A batch is to run on a cluster, but Dask is not installed.",
        reason="Work is handed to the machines of a cluster by the library `distributed`.",
        example="xbrlgen batch reports --scheduler tcp://127.0.0.1:8786",
        fix="Install it: pip install 'xbrlgen[cluster]'.",
    ),
    CatalogueEntry(
        code="XG954",
        name="unreachable-scheduler",
        severity=Severity.ERROR,
        summary="The scheduler of the cluster does not answer.",
        reason="Nothing can be handed to its workers.",
        example="xbrlgen batch reports --scheduler tcp://127.0.0.1:1",
        fix="Check the address, and that the scheduler runs: dask scheduler.",
    ),
)
