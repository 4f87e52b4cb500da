"""xBRL-XML: an XBRL 2.1 instance as a report."""

from xbrlgen.readers.xbrl_xml.document import XmlInstance
from xbrlgen.readers.xbrl_xml.instance import read_xbrl_xml

__all__ = ["XmlInstance", "read_xbrl_xml"]
