"""Judges the published conformance suites with `xbrlgen.validation.validate` and counts what agrees."""
