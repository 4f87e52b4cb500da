"""The variations of the published suites whose verdict is not ours, each with the reason."""

KNOWN_MISSES = {
    ("xbrl21-2025", "292-Embeddedlinkbaseinthexsd#V-02"): (
        "201-02-LinkbaseRef.xsd, which it needs, is not in the part of the suite that is at hand; the whole suite has it"
    ),
}
