"""The registries, by their namespaces, and the one function that applies a transformation."""

from functools import cache

from xbrlgen.model import QName
from xbrlgen.transformations.transformation import Definition, Transformation, TransformationError

NAMESPACES = {
    1: "http://www.xbrl.org/inlineXBRL/transformation/2010-04-20",
    2: "http://www.xbrl.org/inlineXBRL/transformation/2011-07-31",
    3: "http://www.xbrl.org/inlineXBRL/transformation/2015-02-26",
    4: "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12",
    5: "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16",
}
"""The namespace of each Transformation Rules Registry."""

SEC_NAMESPACE = "http://www.sec.gov/inlineXBRL/transformation/2015-08-31"
"""The namespace of the registry of the Securities and Exchange Commission, usually bound to `ixt-sec`."""

_BEFORE_RECOMMENDATION = "http://www.xbrl.org/2008/inlineXBRL/transformation"
"""The namespace that registry 1 had as a candidate; documents of its time still use it."""

_VERSIONS = {namespace: version for version, namespace in NAMESPACES.items()} | {_BEFORE_RECOMMENDATION: 1}


def transform(format: QName, text: str) -> str:  # noqa: A002 - the attribute's name in Inline XBRL
    """The lexical value of the `text` of a tag with this format (Inline XBRL 1.1 section 4.3).

    Raises TransformationError if no registry has the format, or if the text is not one that it takes.
    """
    found = transformation(format)
    if found is None:
        raise TransformationError(f"no registry in “{format.namespace}” has a transformation {format.local_name}")
    return found.apply(text)


@cache
def transformation(format: QName) -> Transformation | None:  # noqa: A002
    """The transformation of this name, None if no registry has it."""
    definition = _registry(format.namespace).get(format.local_name)
    return definition and Transformation(format, registry_version(format.namespace), definition)


def registry_version(namespace: str) -> int | None:
    """The number of the registry with this namespace, 1 to 5; None for the SEC's and for every other namespace."""
    return _VERSIONS.get(namespace)


def transformation_names(namespace: str) -> tuple[str, ...]:
    """The local names of all transformations of the registry with this namespace, sorted."""
    return tuple(sorted(_registry(namespace)))


@cache
def _registry(namespace: str) -> dict[str, Definition]:
    """The transformations of a registry; others are not even imported, as their tables are long."""
    if namespace == SEC_NAMESPACE:
        from xbrlgen.transformations import sec

        return sec.registry()
    match registry_version(namespace):
        case None:
            return {}
        case 4 | 5 as version:
            from xbrlgen.transformations.registries_4_and_5 import registry_4, registry_5

            return {4: registry_4, 5: registry_5}[version]()
        case version:
            from xbrlgen.transformations.registries_1_to_3 import registry_1, registry_2, registry_3

            return {1: registry_1, 2: registry_2, 3: registry_3}[version]()
