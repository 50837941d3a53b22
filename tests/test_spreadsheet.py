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
        ("a=1", "a=1"),
        (-5, "-5"),
        (0, "0"),
        (None, ""),
    ],
)
def test_cell_is_never_a_formula(value, written):
    assert cell(value) == written


def test_csv_file_is_utf8_that_spreadsheets_know(app):
    file = csv_file("names", ["Name"], [["Åsa, Örn"], ["="]])

    assert file.data.decode("utf-8-sig") == 'Name\r\n"Åsa, Örn"\r\n\'=\r\n'
    assert file.data.startswith(b"\xef\xbb\xbf")
    assert file.headers["Content-Disposition"] == 'attachment; filename="names.csv"'
