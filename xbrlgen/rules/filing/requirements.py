"""What a regulator accepts, as values: what the rules of this package compare a filing with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Escape(StrEnum):
    """Which texts have to be escaped, so that their markup is part of the value (Inline XBRL 1.1 section 11.1.1)."""

    FREE = "free"
    TEXT_BLOCKS = "text-blocks"
    """Text blocks, and nothing else."""
    MARKUP = "markup"
    """Text blocks, and any text with a ``<`` or ``&`` in it."""


class Images(StrEnum):
    """Where the images of a report have to be."""

    FREE = "free"
    EMBEDDED = "embedded"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Requirements:
    """The wishes of one regulator; the defaults ask for nothing. Patterns have to match the whole of a text.

    Which rules are on, how grave they are and what the regulator calls them is no part of this: a ruling says it.
    """

    scheme: str = ""
    identifier: str = ""
    """The pattern of the entity's identifier."""
    check_digits: bool = False
    """Whether the identifier ends in check digits by ISO 7064 MOD 97-10."""
    container: str = ""
    """``segment`` or ``scenario``."""
    language: str = ""
    """The language that texts have to be in, if not that of the report."""
    registries: tuple[str, ...] = ()
    """The namespaces of the transformation registries that are accepted."""
    hidden_style: str = ""
    """The CSS property that shows where a hidden fact belongs."""
    untransformable: tuple[str, ...] = ()
    """The built-in types of XML Schema whose facts may be hidden: no transformation yields them."""
    escape: Escape = Escape.FREE
    images: Images = Images.FREE
    image_types: tuple[str, ...] = ()
    """The formats of images, as the second halves of media types name them."""
    links_outside: bool = True
    """Whether a link may lead out of the filing."""
    refused_elements: frozenset[str] = frozenset()
    """Elements of XHTML that are not accepted."""
    prefixes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The prefix that each of these namespaces has to have."""
    targets: tuple[str, ...] = ()
    """The target documents beside the default one that facts may belong to."""
    statements: tuple[str, ...] = ()
    """Local names of the abstract concepts, one of which has to head the presentation of a primary statement."""
    mandatory_items: tuple[str, ...] = ()
    """Local names of the concepts that have to be reported."""
    mandatory_namespace: str = ".*"
    """The pattern of their namespace."""
    identifier_item: str = ""
    """The local name of the concept that repeats the entity's identifier."""
    entry_points: tuple[str, ...] = ()
    """What the address of a schema begins with, one of which the taxonomy has to import; without ``https://``."""
    entry_point_family: str = ""
    """What those addresses of all years begin with."""
    core_namespace: str = ""
    """The pattern of the namespace of the core taxonomy, whose first group is its date."""
    core_elements: str = ""
    """The pattern of the namespaces of elements that the core taxonomy takes over, whose first group is the date."""
    report_name: str = ""
    """The pattern of the name of a report's file."""
    report_extensions: tuple[str, ...] = ()
    package_name: str = ""
    """The pattern of the name of the package without its extension."""
    package_extensions: tuple[str, ...] = ()
    package_limit: int | None = None
    """The size of the package in bytes that is still accepted."""
