"""The locators of an extended link: what its arcs go between (XBRL 2.1 section 3.5.3.7)."""

from xbrlgen.extension.subject import Subject
from xbrlgen.model import QName


class Locators:
    """Gives each concept a locator, and further ones where one is not enough; `addresses` has them by their labels."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._labels: dict[tuple[QName, int], str] = {}
        self.addresses: dict[str, str] = {}

    def label(self, concept: QName, occurrence: int = 1) -> str:
        """The label of a concept's locator: its local name, numbered where another locator has that."""
        known = self._labels.get((concept, occurrence))
        if known is not None:
            return known
        label, number = concept.local_name, 1
        while label in self.addresses:
            number += 1
            label = f"{concept.local_name}_{number}"
        self._labels[concept, occurrence] = label
        self.addresses[label] = self._subject.address(concept)
        return label
