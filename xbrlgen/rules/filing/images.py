"""Images: where they are, whether their format is accepted, and whether they are what they say."""

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from posixpath import dirname
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from xbrlgen.findings import Finding
from xbrlgen.findings.ruling import case
from xbrlgen.rules.filing.active_content import code_in, is_outside
from xbrlgen.rules.filing.document import SVG, XHTML, XLINK, Document
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.filing.requirements import Images
from xbrlgen.rules.filing.style_sheets import addresses
from xbrlgen.rules.package import Package
from xbrlgen.rules.wording import quoted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DATA = re.compile(r"data:(?:image(?:/([^,;]*))?)?((?:;[^,;]*)*),(.*)", re.DOTALL | re.IGNORECASE)
"""The data URL of an image: its format, its parameters, its content (RFC 2397)."""

_SIGNATURES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "gif": (b"GIF87a", b"GIF89a"),
    "jpeg": (b"\xff\xd8\xff",),
    "bmp": (b"BM",),
    "tiff": (b"II*\x00", b"MM\x00*"),
    "webp": (b"RIFF",),
}
_FORMATS = {"jpg": "jpeg", "svg": "svg+xml", "tif": "tiff"}
"""What file extensions call the formats that media types name otherwise."""


def images(filing: Filing) -> Iterator[Finding]:
    """Each image of a page, once for each place in which it is shown."""
    for document in filing.documents:
        for element, address in _shown(document):
            if address.lower().startswith("data:"):
                yield from _embedded(filing, document, element, address)
            elif not is_outside(address):
                yield from _file(filing, document, element, address)


def image_files(filing: Filing) -> Iterator[Finding]:
    """Images that are files: all of them or none, in one folder of the package."""
    if filing.requirements.images is Images.FREE or filing.requirements.images is Images.EMBEDDED:
        return
    for document in filing.documents:
        found = [(element, address) for element, address in _shown(document) if not is_outside(address)]
        files = [(element, each) for element, each in found if not each.lower().startswith("data:")]
        if filing.requirements.images is Images.UNIFORM and files and len(files) < len(found):
            told = f"{len(files):,} of {len(found):,} images are files, the others are in the page itself."
            yield filing.found("XG409", told, document, files[0][0], standard=case("mixed"))
        if filing.package is not None:
            yield from _places(filing, document, files, filing.package)


def _places(
    filing: Filing, document: Document, files: "list[tuple[Element, str]]", package: Package
) -> Iterator[Finding]:
    """Images that the package lacks, or has in several folders."""
    members = [(element, address, package.member(document.path, address)) for element, address in files]
    for element, address, member in members:
        if member not in package.members:
            told = f"The package has no file {quoted(address)}."
            yield filing.found("XG409", told, document, element, standard=case("missing"))
        else:
            content, kind = _read(package, member), _extension(address)
            actual = next((name for name, starts in _SIGNATURES.items() if content.startswith(starts)), "")
            if actual and actual != kind:
                told = f"The image {quoted(address)} is of the format {quoted(actual)}."
                yield filing.found("XG465", told, document, element, standard=case("file"))
    folders = dict.fromkeys(dirname(member) for _, _, member in members)
    if len(folders) > 1:
        told = f"Images lie in {len(folders)} folders of the package: {listed(map(quoted, folders))}."
        yield filing.found("XG409", told, document, members[0][0], standard=case("scattered"))


def _read(package: Package, member: str) -> bytes:
    try:
        return package.read(member)
    except OSError:
        return b""


def _shown(document: Document) -> "Iterator[tuple[Element, str]]":
    for element in document.root.iter(f"{XHTML}img", f"{SVG}image"):
        yield element, (element.get("src") or element.get("href") or element.get(f"{XLINK}href") or "").strip()
    for element, style in document.styled:
        yield from ((element, each) for each in addresses(style) if _is_image(each))
    for element in document.root.iter(f"{XHTML}style"):
        yield from ((element, each) for each in addresses(element.text or "") if _is_image(each))


def _is_image(address: str) -> bool:
    """Whether an address in a style sheet is one of an image rather than of a font."""
    return address.lower().startswith("data:image") or _extension(address) in {"png", "gif", "jpeg", "svg+xml"}


def _embedded(filing: Filing, document: Document, element: "Element", address: str) -> Iterator[Finding]:
    match = _DATA.match(address)
    kind = (match[1] or "").lower() if match else ""
    if filing.requirements.images is Images.FILES:
        yield filing.found("XG463", f"An image is in the page itself: {quoted(address[:40])}.", document, element)
    if not kind:
        yield filing.found("XG441", f"An image does not say its format: {quoted(address[:40])}.", document, element)
    elif kind not in filing.requirements.image_types:
        yield filing.found("XG464", f"An image is of the format {quoted(kind)}.", document, element)
    if match is None:
        return
    content = _content(match[2], match[3])
    if content is None or "base64" not in match[2].lower():
        what = "is not well-formed base64" if content is None else "is not written in base64"
        yield filing.found("XG466", f"An image {what}: {quoted(address[:40])}.", document, element)
    yield from _contradiction(filing, document, element, kind, content or b"")


def _file(filing: Filing, document: Document, element: "Element", address: str) -> Iterator[Finding]:
    if filing.requirements.images is Images.EMBEDDED:
        yield filing.found("XG462", f"The image {quoted(address)} is not in the page itself.", document, element)
    kind = _extension(address)
    if kind not in filing.requirements.image_types:
        yield filing.found("XG464", f"The image {quoted(address)} is of the format {quoted(kind)}.", document, element)


def _content(parameters: str, text: str) -> bytes | None:
    """The bytes of a data URL, None where its base64 is none."""
    data = unquote_to_bytes(text)
    if "base64" not in parameters.lower():
        return data
    try:
        return b64decode(b"".join(data.split()), validate=True)
    except binascii.Error:
        return None


def _contradiction(
    filing: Filing, document: Document, element: "Element", kind: str, content: bytes
) -> Iterator[Finding]:
    """An image that is of another format than its media type, or a drawing with code in it."""
    actual = next((name for name, starts in _SIGNATURES.items() if content.startswith(starts)), "")
    if actual and kind and actual != kind:
        told = f"An image says that it is of the format {quoted(kind)}, but it is of {quoted(actual)}."
        yield filing.found("XG465", told, document, element)
    if kind == "svg+xml" and (what := _code_in_drawing(content)):
        yield filing.found("XG458", f"A drawing has {what}.", document, element)


def _code_in_drawing(content: bytes) -> str:
    from lxml import etree

    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    return next((what for each in root.iter("*") if (what := code_in(each))), "")


def _extension(address: str) -> str:
    name = re.split(r"[?#]", address)[0].rpartition(".")[2].lower()
    return _FORMATS.get(name, name)
