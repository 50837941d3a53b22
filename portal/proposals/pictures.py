"""Pictures that people send, drawn anew: of the file itself nothing is kept."""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import BinaryIO

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MIMETYPE = "image/jpeg"
LARGEST_FILE = 5 * 1024 * 1024
"""Bytes."""
LONGEST_SIDE = 1280
MOST_PIXELS = 25_000_000
QUALITY = 82
WHITE = (255, 255, 255)

_one_at_a_time = Lock()


@dataclass(frozen=True)
class Picture:
    """A picture as we show it, in JPEG."""

    content: bytes
    width: int
    height: int


class NotAPicture(ValueError):  # noqa: N818  said to whoever sent it
    """What was sent can't be read as a picture."""


class TooLarge(ValueError):  # noqa: N818  likewise
    """The file has too many bytes, or the picture in it too many pixels."""


def drawn_anew(file: BinaryIO) -> Picture:
    """The picture in a file, without all that the file told beside it. Raises
    NotAPicture or TooLarge. One is read at a time: each may need much memory."""
    from PIL import Image

    content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise TooLarge
    with _one_at_a_time:
        try:
            return _drawn(BytesIO(content))
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise TooLarge from error
        except TooLarge:
            raise
        except Exception as error:  # whatever a broken file makes the library say
            raise NotAPicture from error


def _drawn(content: BytesIO) -> Picture:
    from PIL import Image, ImageOps

    with Image.open(content, formats=FORMATS) as sent:
        if sent.width * sent.height > MOST_PIXELS:
            raise TooLarge
        sent.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(sent)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        plain = Image.new("RGB", upright.size, WHITE)
        coloured = upright.convert("RGBA")
        plain.paste(coloured, mask=coloured.getchannel("A"))
    drawn = BytesIO()
    plain.save(drawn, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Picture(drawn.getvalue(), *plain.size)
