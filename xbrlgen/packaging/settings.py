"""What regulators decide about a package: its kind and names, as values."""

from dataclasses import dataclass

from xbrlgen.packaging.kinds import EXTENSIONS


@dataclass(frozen=True, slots=True)
class Settings:
    """How a report package is written; the defaults suit no regulator in particular.

    `extension` is ``.xbri``, ``.xbr`` or ``.zip``, empty where no package is wanted. `package_name` and `report_name`
    are patterns without extension: in braces they know ``name`` (what the other files of the report are called),
    ``prefix`` (of the issuer's namespace), ``identifier`` (of the entity), ``date`` (the last day of the period)
    and ``language``. Publisher, country (two capital letters) and version describe the taxonomy in the package.
    """

    extension: str = ".xbri"
    package_name: str = "{name}"
    report_name: str = "{name}"
    taxonomy_version: str = "1"
    publisher_url: str = ""
    publisher_country: str = ""

    def __post_init__(self) -> None:
        if self.extension and self.extension not in EXTENSIONS:
            raise ValueError(f"'{self.extension}' is no extension of a package")


GENERIC = Settings()
"""For a report that is filed nowhere in particular."""
