"""XBRL Dimensions 1.0: what taxonomies may declare, and which facts they allow.

https://www.xbrl.org/specification/dimensions/rec-2012-01-25/dimensions-rec-2006-09-18+corrected-errata-2012-01-25-clean.html
"""
