"""Characters that no text of a report may hold."""

import re

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML document has a way to write (XML 1.0 section 2.2, Char), and so no value of XML Schema's types holds."""
