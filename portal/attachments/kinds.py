"""The kinds of file we take, and why one is not taken."""

from dataclasses import dataclass
from enum import StrEnum

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes."""


@dataclass(frozen=True)
class Kind:
    """`ending` is that of the file's name."""

    ending: str
    media_type: str


OPEN = "application/vnd.oasis.opendocument"
OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = Kind("pdf", "application/pdf")
DOCX = Kind("docx", f"{OFFICE}.wordprocessingml.document")
XLSX = Kind("xlsx", f"{OFFICE}.spreadsheetml.sheet")
PPTX = Kind("pptx", f"{OFFICE}.presentationml.presentation")
ODT = Kind("odt", f"{OPEN}.text")
ODS = Kind("ods", f"{OPEN}.spreadsheet")
PNG = Kind("png", "image/png")
JPEG = Kind("jpg", "image/jpeg")
CSV = Kind("csv", "text/csv")
TXT = Kind("txt", "text/plain")
KINDS = {
    kind.media_type: kind
    for kind in (PDF, DOCX, ODT, XLSX, PPTX, ODS, PNG, JPEG, TXT, CSV)
}


class Reason(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_MUCH_INSIDE = "too-much-inside"
    NOT_OURS = "not-ours"
    OLD = "old"
    BROKEN = "broken"
    LOCKED = "locked"
    MACROS = "macros"
    FETCHES = "fetches"
    HOLDS_FILES = "holds-files"
    ACTS = "acts"
    FORMULAS = "formulas"


class Unfit(ValueError):  # noqa: N818  said to whoever sent it
    """A file that we don't take, with the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
