"""From bytes somebody sent to a file that we keep."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from portal.attachments import offices, pdfs, tables
from portal.attachments.kinds import (
    JPEG,
    KINDS,
    LARGEST_FILE,
    PDF,
    PNG,
    Kind,
    Reason,
    Unfit,
)
from portal.pictures import NotAPicture, TooLarge, drawn_anew, tells_nothing_else

LONGEST_NAME = 160
LONGEST_SIDE = 2400
"""Of a picture, in pixels: a poster's words can still be read."""
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOT_IN_NAMES = re.compile(r'["*:<>?|]+')


@dataclass(frozen=True)
class Attachment:
    name: str
    media_type: str
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


def checked(name: str, content: bytes) -> Attachment:
    """The file as we keep it, under a name that tells what it is. Pictures are drawn
    anew, text becomes UTF-8, all else stays as it was. Raises Unfit."""
    return _as_kept(name, content, _drawn)


def stored_before(name: str, content: bytes) -> Attachment:
    """The same for a file that this portal or another like it has kept: a picture that
    tells nothing but what it shows is not drawn again. Raises Unfit."""
    return _as_kept(name, content, _drawn_once)


def _as_kept(
    name: str, content: bytes, draw: Callable[[bytes], tuple[Kind, bytes]]
) -> Attachment:
    if not content:
        raise Unfit(Reason.EMPTY)
    if len(content) > LARGEST_FILE:
        raise Unfit(Reason.TOO_LARGE)
    kind, kept = _read(name, content, draw)
    return Attachment(fit_name(name, kind), kind.media_type, kept)


def _read(
    name: str, content: bytes, draw: Callable[[bytes], tuple[Kind, bytes]]
) -> tuple[Kind, bytes]:
    if content.startswith(PICTURES) or is_webp(content):
        try:
            return draw(content)
        except TooLarge:
            raise Unfit(Reason.TOO_MANY_PIXELS) from None
        except NotAPicture:
            raise Unfit(Reason.BROKEN) from None
    if content.startswith(b"%PDF-"):
        pdfs.need_quiet(content)
        return PDF, content
    if content.startswith(ZIP):
        return offices.kind_of(content), content
    if content.startswith(OLD_OFFICE):
        raise Unfit(Reason.OLD)
    return tables.read(name, content)


def is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _drawn(content: bytes) -> tuple[Kind, bytes]:
    picture = drawn_anew(BytesIO(content), longest_side=LONGEST_SIDE, sharp=True)
    return KINDS[picture.mimetype], picture.content


def _drawn_once(content: bytes) -> tuple[Kind, bytes]:
    if not is_webp(content) and tells_nothing_else(content):
        return JPEG if content.startswith(PICTURES[0]) else PNG, content
    return _drawn(content)


def fit_name(sent: str, kind: Kind) -> str:
    """A file's name without folders and signs that mislead, with the ending of what
    the file is."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", sent))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    tidy = " ".join(NOT_IN_NAMES.sub("-", seen).split())
    before, dot, _ending = tidy.rpartition(".")
    stem = before if dot else tidy
    room = LONGEST_NAME - len(kind.ending) - 1
    return f"{stem[:room].strip(' .') or 'file'}.{kind.ending}"
