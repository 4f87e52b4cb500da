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
    UNIFORM = "uniform"
    """All in the page, or all files of the package in one folder."""


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
    accepted_links: str = ""
    """The pattern of addresses outside that links may lead to all the same."""
    refused_elements: frozenset[str] = frozenset()
    """Elements of XHTML that are not accepted."""
    refused_attributes: frozenset[str] = frozenset()
    """Attributes that are not accepted, as ``element/attribute``."""
    meta_content: str = ""
    """What the content of meta elements has to begin with."""
    encoding: str = ""
    """The encoding that pages have to be in."""
    hideable: str = ""
    """The pattern of namespaces whose facts may be hidden whatever they are."""
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
    mandatory_source: str = ""
    """What to pass so that the taxonomy has them."""
    mandatory_if: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Further concepts that have to be reported, and patterns of members, all of which facts have then.

    Of several local names with ``|`` between them, one has to be.
    """
    identifier_item: str = ""
    """The local name of the concept that repeats the entity's identifier."""
    entry_points: tuple[str, ...] = ()
    """What the address of a schema begins with, one of which the taxonomy has to import; without ``https://``."""
    is_imported: bool = False
    """Whether the issuer's own schema has to import it; else it is enough that the taxonomy has it."""
    entry_point_family: str = ""
    """What those addresses of all years begin with."""
    core_namespace: str = ""
    """The pattern of the namespace of the core taxonomy, whose first group is its date."""
    core_elements: str = ""
    """The pattern of the namespaces of elements that the core taxonomy takes over, whose first group is the date."""
    report_name: str = ""
    """The pattern of the name of a report's file."""
    report_name_like: str = ""
    """An example of it, for messages."""
    report_extensions: tuple[str, ...] = ()
    package_name: str = ""
    """The pattern of the name of the package without its extension."""
    package_name_like: str = ""
    """An example of it, for messages."""
    package_extensions: tuple[str, ...] = ()
    is_packaged: bool = False
    """Whether the report has to be in a package."""
    is_one_report: bool = False
    """Whether a package holds one report only."""
    is_flat: bool = False
    """Whether the report lies in the directory of reports itself."""
    takes_spaces: bool = True
    """Whether the names of files and directories may have spaces."""
    publisher_country: str = ""
    """The country that the description of the taxonomy names."""
    target_entry_points: str = ""
    """The pattern of the schema that the references of the target lead to."""
    package_limit: int | None = None
    """The size of the package in bytes that is still accepted."""
