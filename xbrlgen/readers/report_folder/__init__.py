"""The report folder: report.yaml, a CSV file for each table, and files of text (docs/reference/report-folder.md)."""

from xbrlgen.readers.report_folder.reader import read_report_folder

__all__ = ["read_report_folder"]
