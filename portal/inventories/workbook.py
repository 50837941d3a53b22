"""The grid as a workbook that a spreadsheet opens and never runs."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from flask_babel import gettext as _
from xlsxwriter import Workbook

from portal.inventories.shown import Reading
from portal.spreadsheet import cell

# What begins with a sign of formulas or of links stays text.
AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
QUESTION_WIDTH, AREA_WIDTH = 44, 18
LIST_WIDTHS = (44, 8, 8, 18, 24, 60, 12, 40)
A3, LANDSCAPE_PAGES = 8, 0


def book(
    title: str,
    seen: Reading,
    headings: Sequence[str],
    lines: Iterable[Sequence[object]],
) -> bytes:
    """Two sheets: the grid in short words, and every answer in full."""
    stream = BytesIO()
    made = Workbook(stream, AS_TEXT)
    made.set_properties({"title": title})
    head = made.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = made.add_format({"text_wrap": True, "valign": "top"})
    grid = [
        [row.text.words, *(told.label for told in row.cells)] for row in seen.rows()
    ]
    areas = [area.labels[seen.language] for area in seen.areas]
    widths = [QUESTION_WIDTH, *(AREA_WIDTH for _area in areas)]
    for name, first, rest, sizes in (
        (_("Grid"), [_("Question"), *areas], grid, widths),
        (_("Answers"), headings, lines, LIST_WIDTHS),
    ):
        sheet = made.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(A3)
        sheet.fit_to_pages(1, LANDSCAPE_PAGES)
        sheet.repeat_rows(0)
        for at, size in enumerate(sizes):
            sheet.set_column(at, at, size)
        for at, values in enumerate([first, *rest]):
            for column, value in enumerate(values):
                look = head if at == 0 or column == 0 else plain
                if isinstance(value, int):
                    sheet.write_number(at, column, value, look)
                else:
                    sheet.write_string(at, column, cell(value), look)
    made.close()
    return stream.getvalue()
