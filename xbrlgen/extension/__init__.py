"""The issuer's own taxonomy, derived from the report."""
