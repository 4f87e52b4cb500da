"""How fast xbrlgen is beside others, on the same files in the same run."""
