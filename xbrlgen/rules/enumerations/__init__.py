"""Extensible enumerations: what taxonomies declare of them, and which members facts may name.

https://www.xbrl.org/Specification/extensible-enumerations-2.0/REC-2020-02-12/extensible-enumerations-2.0-REC-2020-02-12.html
"""
