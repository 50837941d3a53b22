"""What files are called, and why one is not taken, in words."""

from flask import Flask
from flask_babel import format_decimal
from flask_babel import lazy_gettext as _l

from portal.attachments.kinds import (
    CSV,
    DOCX,
    JPEG,
    ODS,
    ODT,
    PDF,
    PNG,
    PPTX,
    TXT,
    XLSX,
    Reason,
)

MEGABYTE, KILOBYTE = 1024 * 1024, 1024
FILE_KINDS = {
    PDF.media_type: "PDF",
    DOCX.media_type: "Word",
    ODT.media_type: "OpenDocument",
    XLSX.media_type: "Excel",
    PPTX.media_type: "PowerPoint",
    ODS.media_type: "OpenDocument",
    PNG.media_type: _l("Picture"),
    JPEG.media_type: _l("Picture"),
    TXT.media_type: _l("Text"),
    CSV.media_type: "CSV",
}
REASONS = {
    Reason.EMPTY: _l("This file is empty."),
    Reason.TOO_LARGE: _l("This file is too large. One of up to 5 megabytes will do."),
    Reason.TOO_MANY_PIXELS: _l(
        "This picture has too many pixels. Make it smaller and try again."
    ),
    Reason.TOO_MUCH_INSIDE: _l(
        "This file unpacks to far more than we can take. Send a smaller one."
    ),
    Reason.NOT_OURS: _l(
        "We can't take a file like this. Send a PDF, Word, Excel, PowerPoint or "
        "OpenDocument file, a picture, or plain text."
    ),
    Reason.OLD: _l(
        "This file is in an old form. Save it as DOCX, XLSX or PPTX and try again."
    ),
    Reason.BROKEN: _l(
        "We can't read this file. It may be broken: save it anew and try again."
    ),
    Reason.LOCKED: _l(
        "This file is locked with a password. Take the lock off and try again."
    ),
    Reason.MACROS: _l(
        "This file holds macros, that is programs. Save it without them and try again."
    ),
    Reason.FETCHES: _l(
        "This file fetches something from elsewhere when it is opened. Take that out "
        "and try again."
    ),
    Reason.HOLDS_FILES: _l(
        "This file has other files inside it. Take them out and try again."
    ),
    Reason.ACTS: _l(
        "This PDF does things by itself when it is opened. Print it as a new PDF and "
        "try again."
    ),
    Reason.FORMULAS: _l(
        "This table has cells that a spreadsheet would run as formulas. Save it with "
        "values only and try again."
    ),
}


def file_size(size: int) -> str:
    """`340 kB`, `1.2 MB`."""
    if size < MEGABYTE:
        return f"{max(size // KILOBYTE, 1)}\N{NO-BREAK SPACE}kB"
    return f"{format_decimal(round(size / MEGABYTE, 1))}\N{NO-BREAK SPACE}MB"


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(FILE_KINDS=FILE_KINDS, file_size=file_size)
