"""Damages real filings, and compares the verdict on each damaged one with that of an independent validator."""
