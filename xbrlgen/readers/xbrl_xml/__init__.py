"""xBRL-XML: an XBRL 2.1 instance as a report."""

from xbrlgen.readers.xbrl_xml.instance import read_xbrl_xml

__all__ = ["read_xbrl_xml"]
