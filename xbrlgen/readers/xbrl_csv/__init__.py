"""xBRL-CSV as a report."""

from xbrlgen.readers.xbrl_csv.report import read_xbrl_csv

__all__ = ["read_xbrl_csv"]
