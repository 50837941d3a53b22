"""Pictures that people send, drawn anew: of the file itself nothing is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Any, BinaryIO

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
TELLING_NOTHING = {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
"""With these below, what Pillow reads beside the picture that we draw ourselves."""
DRAWN_SO = {"progressive", "progression"}
ENDS = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82"}
MIMETYPE = "image/jpeg"
LARGEST_FILE = 5 * 1024 * 1024
"""Bytes."""
LONGEST_SIDE = 1280
MOST_PIXELS = 25_000_000
LONGEST_SENT = 30_000
"""A line of very many pixels takes far more memory than its pixels."""
QUALITY = 82
WHITE = (255, 255, 255)

_one_at_a_time = Lock()


@dataclass(frozen=True)
class Picture:
    """A picture as we show it."""

    content: bytes
    width: int
    height: int
    mimetype: str = MIMETYPE


class NotAPicture(ValueError):  # noqa: N818  said to whoever sent it
    """What was sent can't be read as a picture."""


class TooLarge(ValueError):  # noqa: N818  likewise
    """The file has too many bytes, or the picture in it too many pixels."""


def drawn_anew(
    file: BinaryIO, *, longest_side: int = LONGEST_SIDE, sharp: bool = False
) -> Picture:
    """The picture in a file, without all that the file told beside it: in JPEG, or if
    `sharp` a PNG as such. Raises NotAPicture or TooLarge. One is read at a time: each
    may need much memory."""
    content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise TooLarge
    with _reading():
        plain, kind = _read(BytesIO(content), longest_side)
        return _saved(plain, sharp=sharp and kind == "PNG")


def tells_nothing_else(content: bytes) -> bool:
    """Whether a picture is as we draw one: JPEG or PNG, with nothing told beside it.
    Raises NotAPicture or TooLarge."""
    from PIL import Image

    with _reading(), Image.open(BytesIO(content), formats=tuple(ENDS)) as sent:
        _need_bounds(sent)
        sent.load()
        known = DRAWN_SO | TELLING_NOTHING if sent.format == "JPEG" else set()
        return set(sent.info) <= known and content.endswith(ENDS[str(sent.format)])


@contextmanager
def _reading() -> Iterator[None]:
    from PIL import Image

    with _one_at_a_time:
        try:
            yield
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise TooLarge from error
        except TooLarge:
            raise
        except Exception as error:  # whatever a broken file makes the library say
            raise NotAPicture from error


def _read(content: BytesIO, longest_side: int) -> tuple[Any, str]:
    """What is shown, upright and on white, and the format it came in."""
    from PIL import Image, ImageOps

    with Image.open(content, formats=FORMATS) as sent:
        _need_bounds(sent)
        sent.draft("RGB", (longest_side, longest_side))
        upright = ImageOps.exif_transpose(sent)
        upright.thumbnail((longest_side, longest_side))
        plain = Image.new("RGB", upright.size, WHITE)
        coloured = upright.convert("RGBA")
        plain.paste(coloured, mask=coloured.getchannel("A"))
        return plain, str(sent.format)


def _need_bounds(sent: Any) -> None:
    if sent.width * sent.height > MOST_PIXELS or max(sent.size) > LONGEST_SENT:
        raise TooLarge


def _saved(plain: Any, *, sharp: bool) -> Picture:
    drawn = BytesIO()
    if sharp:
        plain.save(drawn, "PNG", optimize=True)
        if drawn.tell() <= LARGEST_FILE:
            return Picture(drawn.getvalue(), plain.width, plain.height, "image/png")
        drawn = BytesIO()
    plain.save(drawn, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Picture(drawn.getvalue(), *plain.size)
