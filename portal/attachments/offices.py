"""Files of office programs: archives of XML, in two families."""

import re
from collections.abc import Iterable
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from portal.attachments.kinds import (
    DOCX,
    ODS,
    ODT,
    PPTX,
    XLSX,
    Kind,
    Reason,
    Unfit,
)

MOST_MEMBERS = 2000
MOST_INSIDE = 60 * 1024 * 1024
HIGHEST_RATIO = 200
"""How many bytes one packed byte may hold, past the first of these:"""
FREE_OF_RATIO = 1024 * 1024
LARGEST_TABLE = 2 * 1024 * 1024
"""Bytes of those members that we read as XML."""
ENCRYPTED = 0x1
TYPES = "[Content_Types].xml"
MAIN = {f"{kind.media_type}.main+xml": kind for kind in (DOCX, XLSX, PPTX)}
OPEN_KINDS = {kind.media_type: kind for kind in (ODT, ODS)}
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LINK = "hyperlink"
HOLDING = {"oleobject": Reason.HOLDS_FILES, "vbaproject": Reason.MACROS}
"""What a relation to a part of this type makes of the file, whatever its name is."""
MACRO_PARTS = ("vbaproject", "vbadata", "activex/", "basic/", "scripts/")
MACRO_ENDINGS = (".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".pptm", ".ppsm", ".potm")
MACRO_TYPES = ("macroenabled", "vbaproject")
OBJECT = "/embeddings/oleobject"
LISTENER = b"script:event-listener"
TEXT, STYLES = "content.xml", "styles.xml"
ELEMENT_LEADING_OUT = re.compile(
    rb"""<([\w:-]+)\s[^<>]*?xlink:href\s*=\s*["'](?:[a-z+.-]+:|//|\\\\)""",
    re.IGNORECASE,
)
LINKS_OF_OPEN = {b"text:a", b"draw:a", b"form:button"}


def kind_of(content: bytes) -> Kind:
    """What an office file is. Refuses macros, what is fetched from elsewhere (links in
    the text may lead there), files inside, passwords, and archives that unpack to far
    more than they are."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _kind_of(archive, len(content))
    except Unfit:
        raise
    except Exception as error:  # whatever a broken archive makes the libraries say
        raise Unfit(Reason.BROKEN) from error


def _kind_of(archive: ZipFile, packed: int) -> Kind:
    need_bounds(archive.infolist(), packed)
    if archive.testzip() is not None:
        raise Unfit(Reason.BROKEN)
    names = set(archive.namelist())
    need_no_macros(names)
    if TYPES in names:
        return office_kind(archive)
    if "mimetype" in names:
        return open_kind(archive)
    raise Unfit(Reason.NOT_OURS)


def need_bounds(members: list[ZipInfo], packed: int) -> None:
    inside = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or inside > MOST_INSIDE:
        raise Unfit(Reason.TOO_MUCH_INSIDE)
    if inside > packed * HIGHEST_RATIO + FREE_OF_RATIO:
        raise Unfit(Reason.TOO_MUCH_INSIDE)
    if len({member.filename.casefold() for member in members}) < len(members):
        raise Unfit(Reason.BROKEN)
    for member in members:
        steps = member.filename.replace("\\", "/").split("/")
        if member.filename.startswith(("/", "\\")) or ".." in steps:
            raise Unfit(Reason.BROKEN)
        if member.flag_bits & ENCRYPTED:
            raise Unfit(Reason.LOCKED)
        if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise Unfit(Reason.BROKEN)


def need_no_macros(names: set[str]) -> None:
    for name in names:
        small = name.casefold()
        if any(part in small for part in MACRO_PARTS) or small.endswith(MACRO_ENDINGS):
            raise Unfit(Reason.MACROS)
        if OBJECT in small:
            raise Unfit(Reason.HOLDS_FILES)


def office_kind(archive: ZipFile) -> Kind:
    """The kind of a file in the family of Office Open XML."""
    types = {part.get("ContentType", "").strip() for part in parsed(archive, TYPES)}
    if any(sign in name.casefold() for name in types for sign in MACRO_TYPES):
        raise Unfit(Reason.MACROS)
    for name in archive.namelist():
        if name.casefold().endswith(".rels"):
            need_nothing_fetched(parsed(archive, name).iter(RELATION))
    for name in types & MAIN.keys():
        return MAIN[name]
    raise Unfit(Reason.NOT_OURS)


def need_nothing_fetched(relations: Iterable[Element]) -> None:
    for relation in relations:
        to = relation.get("Type", "").rpartition("/")[2].casefold()
        outside = relation.get("TargetMode", "").casefold() == "external"
        if outside and to != LINK:
            raise Unfit(Reason.FETCHES)
        if to in HOLDING:
            raise Unfit(HOLDING[to])


def open_kind(archive: ZipFile) -> Kind:
    """The kind of a file in the family of OpenDocument."""
    kind = OPEN_KINDS.get(archive.read("mimetype").decode("ascii").strip())
    if kind is None:
        raise Unfit(Reason.NOT_OURS)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Unfit(Reason.LOCKED)
    for name in (TEXT, *({STYLES} & set(archive.namelist()))):
        text = archive.read(name)
        if LISTENER in text:
            raise Unfit(Reason.MACROS)
        if set(ELEMENT_LEADING_OUT.findall(text)) - LINKS_OF_OPEN:
            raise Unfit(Reason.FETCHES)
    return kind


def parsed(archive: ZipFile, name: str) -> Element:
    """No part of an office file may define names of its own."""
    if archive.getinfo(name).file_size > LARGEST_TABLE:
        raise Unfit(Reason.TOO_MUCH_INSIDE)
    xml = archive.read(name)
    if b"<!" in xml.replace(b"<!--", b"").replace(b"<![CDATA[", b"") or b"\0" in xml:
        raise Unfit(Reason.BROKEN)
    return fromstring(xml)  # noqa: S314  without definitions it is safe
