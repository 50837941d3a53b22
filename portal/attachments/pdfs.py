"""PDF files that do nothing by themselves."""

import re
import zlib
from collections.abc import Iterator

from portal.attachments.kinds import Reason, Unfit

MOST_INSIDE = 50 * 1024 * 1024
"""Bytes, of the packed objects that we read."""
LAST_PART = 2048
BEGINS, ENDS = re.compile(rb"\bstream\r?\n"), b"endstream"
HIDDEN_LETTER = re.compile(rb"#([0-9A-Fa-f]{2})")
AFTER = rb"(?![0-9A-Za-z])"
ACTS = re.compile(
    rb"/(?:JavaScript|JS|Launch|RichMedia|XFA|ImportData|SubmitForm|GoTo[ER])" + AFTER
)
SCRIPTS = re.compile(rb"/(?:JavaScript|Launch|SubmitForm)" + AFTER)
"""Names too long to stand by chance among packed bytes."""
HOLDS_FILES = re.compile(rb"/EmbeddedFiles?" + AFTER)
LOCKED = re.compile(rb"/Encrypt" + AFTER)
PACKED_OBJECTS = re.compile(rb"/ObjStm" + AFTER)
FILTER = re.compile(rb"/Filter" + AFTER)
PLAIN_FILTER = re.compile(
    rb"/Filter\s*+(?:/FlateDecode" + AFTER + rb"|\[\s*+/FlateDecode\s*+\])"
)


def need_quiet(content: bytes) -> None:
    """Refuse a PDF that runs scripts, starts programs, opens or sends things
    elsewhere, holds other files or is locked. The names of these are looked for in its
    bytes, also written with #-codes and in packed objects; a reader that takes bytes
    for objects which we take for a picture may still find more. So PDFs are only ever
    given as downloads."""
    if b"%%EOF" not in content[-LAST_PART:]:
        raise Unfit(Reason.BROKEN)
    pieces = [(readable(before), stream) for before, stream in pieces_of(content)]
    if any(LOCKED.search(before) for before, _stream in pieces):
        raise Unfit(Reason.LOCKED)
    if SCRIPTS.search(readable(content)):
        raise Unfit(Reason.ACTS)
    for objects in (*(before for before, _stream in pieces), *packed_objects(pieces)):
        if HOLDS_FILES.search(objects):
            raise Unfit(Reason.HOLDS_FILES)
        if ACTS.search(objects):
            raise Unfit(Reason.ACTS)


def pieces_of(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What stands between streams, each with the stream after it."""
    at = 0
    for begins in BEGINS.finditer(content):
        if begins.start() < at:
            continue
        ends = content.find(ENDS, begins.end())
        if ends < 0:
            break
        yield content[at : begins.start()], content[begins.end() : ends]
        at = ends + len(ENDS)
    yield content[at:], b""


def readable(objects: bytes) -> bytes:
    return HIDDEN_LETTER.sub(lambda code: bytes([int(code[1], 16)]), objects)


def packed_objects(pieces: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """The objects that a PDF keeps packed together, unpacked."""
    room = MOST_INSIDE
    for before, stream in pieces:
        if not PACKED_OBJECTS.search(before):
            continue
        if not FILTER.search(before):
            yield readable(stream)
            continue
        if len(FILTER.findall(before)) > len(PLAIN_FILTER.findall(before)):
            raise Unfit(Reason.BROKEN)
        if b"/DecodeParms" in before:
            raise Unfit(Reason.BROKEN)
        try:
            unpacked = zlib.decompressobj().decompress(stream, room)
        except zlib.error:
            raise Unfit(Reason.BROKEN) from None
        room -= len(unpacked)
        if room <= 0:
            raise Unfit(Reason.TOO_MUCH_INSIDE)
        yield readable(unpacked)
