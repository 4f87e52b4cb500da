"""xBRL-JSON as a report."""

from xbrlgen.readers.xbrl_json.report import read_xbrl_json

__all__ = ["read_xbrl_json"]
