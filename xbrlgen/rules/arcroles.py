"""The arcroles that the rules look at."""

PARENT_CHILD = "http://www.xbrl.org/2003/arcrole/parent-child"
SUMMATION_ITEM = "https://xbrl.org/2023/arcrole/summation-item"
SUMMATIONS = ("http://www.xbrl.org/2003/arcrole/summation-item", SUMMATION_ITEM)
GENERAL_SPECIAL = "http://www.xbrl.org/2003/arcrole/general-special"
WIDER_NARROWER = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"

_DIMENSIONS = "http://xbrl.org/int/dim/arcrole/"
ALL, NOT_ALL = f"{_DIMENSIONS}all", f"{_DIMENSIONS}notAll"
HYPERCUBE_DIMENSION = f"{_DIMENSIONS}hypercube-dimension"
DIMENSION_DOMAIN = f"{_DIMENSIONS}dimension-domain"
DIMENSION_DEFAULT = f"{_DIMENSIONS}dimension-default"
DOMAIN_MEMBER = f"{_DIMENSIONS}domain-member"
DIMENSIONAL = (ALL, NOT_ALL, HYPERCUBE_DIMENSION, DIMENSION_DOMAIN, DIMENSION_DEFAULT, DOMAIN_MEMBER)
