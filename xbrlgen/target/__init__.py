"""The target document: contexts, units and ids allocated for a report."""
