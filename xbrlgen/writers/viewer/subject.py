"""What a viewer is made of, beside the page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from xbrlgen.model import QName, Vocabulary


class Role(Protocol):
    """An extended link role and what its declaration calls it."""

    @property
    def uri(self) -> str:
        """Its URI."""

    @property
    def definition(self) -> str:
        """Its name for readers."""


class Arc(Protocol):
    """A relationship between two concepts; `attributes` hold its weight, if it has one."""

    @property
    def arcrole(self) -> str:
        """What it means."""

    @property
    def source(self) -> QName:
        """The concept that it starts from."""

    @property
    def target(self) -> QName:
        """The concept that it leads to."""

    @property
    def attributes(self) -> Mapping[str, str]:
        """What the arc has beside arcrole and order."""


class Network(Protocol):
    """The arcs of one role, in order."""

    @property
    def role(self) -> Role:
        """The role."""

    @property
    def arcs(self) -> Sequence[Arc]:
        """The arcs."""


class Label(Protocol):
    """A label of a concept in one language."""

    @property
    def concept(self) -> QName:
        """The concept that has it."""

    @property
    def role(self) -> str:
        """The URI of its role."""

    @property
    def language(self) -> str:
        """A BCP 47 tag."""

    @property
    def text(self) -> str:
        """The label."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The taxonomy of a report as far as a viewer shows it.

    `networks` are those of the issuer, of all kinds; `labels` are those that a taxonomy gives, and `readable` gives
    English words for any concept without a standard label. `files` map the name of each local file to its kind:
    ``schema``, ``presLinkbase``, ``calcLinkbase``, ``defLinkbase`` or ``labelLinkbase``.
    """

    vocabulary: Vocabulary
    readable: Callable[[QName], str]
    networks: Sequence[Network] = ()
    labels: Sequence[Label] = ()
    language: str = "en"
    """The language of the definitions of roles."""
    files: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
