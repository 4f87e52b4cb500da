"""Schema validation of an instance while it is read: libxml2 judges what it parses, and the rest is checked here.

What is not taken like this is judged by `validation`, which knows places and words.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.schema_validation import root_content
from xbrlgen.schema_validation.compilation import BARE_ROOT
from xbrlgen.schema_validation.excerpts import excerpt
from xbrlgen.schema_validation.link_types import link_type_violations
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from lxml.etree import XMLSchema
    from lxml.etree import _Element as Element


class JudgeWhileRead:
    """Judges one instance by the `schemas` of the taxonomy that it turns out to have.

    They are None until they are asked for, and where the taxonomy is not whole; `schemas_of` makes them.
    """

    def __init__(self, schemas_of: Callable[[Taxonomy], SchemaSet | None]) -> None:
        self.schemas: SchemaSet | None = None
        self._schemas_of = schemas_of
        self._schema: XMLSchema | None = None

    def schema(self, taxonomy: Taxonomy, content: bytes | Path) -> "XMLSchema | None":
        """What libxml2 judges `content` by, if there is nothing wrong with it; `takes` has to be asked as well."""
        self.schemas, self._schema = self._schemas_of(taxonomy), None
        if self.schemas is not None:
            compilation = self.schemas.compilation_for(content)
            self._schema = None if compilation.findings else compilation.schema
        return self._schema

    def takes(self, root: "Element", tags: Iterable[str]) -> bool:
        """Whether a document of unique ids, in which all that is referred to is there, follows the schemas.

        The children of its root do, by libxml2, and there is no text between them. `root` need not have any of them but
        references and links; `tags` are those of all that are no references (XBRL 2.1, section 4.1).
        """
        schemas = self.schemas
        if schemas is None or self._schema is None or not root_content.takes(root, tags, schemas):
            return False
        bare = next(iter(excerpt(root, ())))
        bare.tag = BARE_ROOT
        return _takes(self._schema, bare) and next(link_type_violations(root, schemas), None) is None


def _takes(schema: "XMLSchema", element: "Element") -> bool:
    from lxml import etree

    try:
        return schema.validate(element)
    except etree.XMLSchemaValidateError:  # a pattern that it gives up on
        return False
