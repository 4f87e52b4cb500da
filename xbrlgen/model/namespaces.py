"""Namespaces that the model itself has to know: those of units and of OIM's own dimensions."""

XBRLI = "http://www.xbrl.org/2003/instance"
ISO4217 = "http://www.xbrl.org/2003/iso4217"
UTR = "http://www.xbrl.org/2009/utr"
OIM = "https://xbrl.org/2021"
OWN = "urn:xbrlgen"
"""What this project adds to documents that allow additions."""
