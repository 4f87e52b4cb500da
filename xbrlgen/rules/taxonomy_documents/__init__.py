"""Rules on the documents of any taxonomy: what XBRL 2.1 (sections 3.5, 4.9 and 5) asks beyond XML Schema."""
