"""Decimal numbers as forms and files write them: without spaces or needless noughts."""

from decimal import Decimal

from portal.i18n import language


def plain(number: Decimal) -> str:
    """`1234.5`, whatever way the database keeps it."""
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def local(written: str) -> str:
    """A plain number with the decimal sign of the page's language: `1234,5`."""
    return written if language() == "en" else written.replace(".", ",")
