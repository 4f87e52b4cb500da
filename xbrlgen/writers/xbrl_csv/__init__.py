"""xBRL-CSV from a target document."""

from xbrlgen.writers.xbrl_csv.writer import write_xbrl_csv

__all__ = ["write_xbrl_csv"]
