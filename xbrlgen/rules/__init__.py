"""Rules: one file per family; they yield findings and change nothing."""
