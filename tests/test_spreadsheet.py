from datetime import date
from decimal import Decimal

import pytest

from portal.spreadsheet import cell, csv_file

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+358", "'+358"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        ("a=1", "a=1"),
        ("Home @ work", "Home @ work"),
        (-5, "-5"),
        (0, "0"),
        (None, ""),
        (date(2026, 3, 1), "2026-03-01"),
    ],
)
def test_cell_is_never_a_formula(value, written):
    assert cell(value) == written


@pytest.mark.parametrize(
    ("language", "written"), [("fi", "-2,50"), ("sv", "-2,50"), ("en", "-2.50")]
)
def test_cell_has_the_decimal_sign_of_the_language(app, language, written):
    with app.test_request_context(f"/{language}/"):
        assert cell(Decimal("-2.50")) == written


def test_csv_file_is_utf8_that_spreadsheets_know(app):
    lines = [("a;b", 2), ('say "so"', None), ("=", "Åsa, Örn")]

    file = csv_file("names", ["Name", "n"], lines)

    assert file.data.decode("utf-8-sig") == (
        'Name;n\r\n"a;b";2\r\n"say ""so""";\r\n\'=;Åsa, Örn\r\n'
    )
    assert file.data.startswith(b"\xef\xbb\xbf")
    assert file.headers["Content-Disposition"] == 'attachment; filename="names.csv"'
