"""The arcroles that an extension taxonomy uses, and where each is declared (XBRL 2.1 section 5.1.4)."""

from collections.abc import Mapping

_DIMENSIONS = "http://xbrl.org/int/dim/arcrole/"
_DIMENSIONS_SCHEMA = "http://www.xbrl.org/2005/xbrldt-2005.xsd"

PARENT_CHILD = "http://www.xbrl.org/2003/arcrole/parent-child"

ALL = f"{_DIMENSIONS}all"
HYPERCUBE_DIMENSION = f"{_DIMENSIONS}hypercube-dimension"
DIMENSION_DOMAIN = f"{_DIMENSIONS}dimension-domain"
DIMENSION_DEFAULT = f"{_DIMENSIONS}dimension-default"
DOMAIN_MEMBER = f"{_DIMENSIONS}domain-member"

SUMMATION_ITEM = "https://xbrl.org/2023/arcrole/summation-item"
"""Of Calculations 1.1."""
SUMMATION_ITEM_2003 = "http://www.xbrl.org/2003/arcrole/summation-item"
"""Of XBRL 2.1."""

WIDER_NARROWER = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"

DECLARED_AT: Mapping[str, str] = {
    ALL: f"{_DIMENSIONS_SCHEMA}#all",
    HYPERCUBE_DIMENSION: f"{_DIMENSIONS_SCHEMA}#hypercube-dimension",
    DIMENSION_DOMAIN: f"{_DIMENSIONS_SCHEMA}#dimension-domain",
    DIMENSION_DEFAULT: f"{_DIMENSIONS_SCHEMA}#dimension-default",
    DOMAIN_MEMBER: f"{_DIMENSIONS_SCHEMA}#domain-member",
    SUMMATION_ITEM: "https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item",
    WIDER_NARROWER: "http://www.xbrl.org/lrr/arcrole/esma-arcrole-2018-11-21.xsd#wider-narrower",
}
"""The address of each arcrole that is not one of XBRL 2.1 itself."""
