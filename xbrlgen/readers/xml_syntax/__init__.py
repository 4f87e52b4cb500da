"""What instances and inline documents are both written with: contexts, units, and items that refer to them."""
