"""Schema validation of written bytes, independent of how they were made."""
