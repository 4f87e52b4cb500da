"""What keeps a document from being written as asked."""

from typing import NamedTuple


class Problem(NamedTuple):
    """A code of the catalogue and a message; where it is: a file and line of a template, or the id of a fact."""

    code: str
    message: str
    subject: str = ""
    path: str = ""
    line: int = 0
    hint: str = ""
