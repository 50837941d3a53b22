from datetime import date

import pytest

from portal.agreement.sheets import cell, sheet


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+358", "'+358"),
        ("-1", "'-1"),
        ("@home", "'@home"),
        ("\t=1", "'\t=1"),
        ("Home @ work", "Home @ work"),
        (-1, "-1"),
        (0, "0"),
        (None, ""),
        ("", ""),
        (date(2026, 3, 1), "2026-03-01"),
    ],
)
def test_cell_is_never_a_formula(value, expected):
    assert cell(value) == expected


def test_sheet_is_read_by_a_spreadsheet(app):
    with app.app_context():
        answer = sheet("balance", ("Öky", "n"), [("a;b", 2), ('say "so"', None)])

    assert answer.get_data() == ('\ufeffÖky;n\r\n"a;b";2\r\n"say ""so""";\r\n'.encode())
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="balance.csv"'
    )
