"""Plain text and tables of it."""

import re

from portal.attachments.kinds import CSV, TXT, Kind, Reason, Unfit

CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
MARK = "\ufeff"
WIDE = (b"\xff\xfe", b"\xfe\xff")
# A cell that a spreadsheet would run; -5 and +358 are numbers. A first line may tell
# that other signs stand between cells: such a table we can't read as it would.
RUNS = re.compile(
    r"""(?:^|[;,\t\r])[ "']*(?:[=@]|[+-][^;,\t\r\n]*[|(!])|\A[ "]*sep=[^;,\t]""",
    re.MULTILINE | re.IGNORECASE,
)


def read(name: str, content: bytes) -> tuple[Kind, bytes]:
    """Text as UTF-8. Whether it is a table its name tells. Raises Unfit."""
    text = decoded(content)
    if CONTROLS.search(text):
        raise Unfit(Reason.NOT_OURS)
    if not name.casefold().endswith(".csv"):
        return TXT, text.encode()
    if RUNS.search(text.lstrip(MARK)):
        raise Unfit(Reason.FORMULAS)
    return CSV, text.encode()


def decoded(content: bytes) -> str:
    """Spreadsheets write UTF-8, UTF-16 with its mark, or as Windows does here."""
    for encoding in ("utf-16",) if content.startswith(WIDE) else ("utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unfit(Reason.NOT_OURS)
