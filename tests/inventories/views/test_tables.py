"""The answers as tables to take along."""

from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from tests.inventories.things import answer

NAMES = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def read(archive, name):
    return ET.fromstring(archive.read(f"xl/{name}"))  # noqa: S314  we made it


def cells(book, sheet):
    """The words of each row of a sheet."""
    with ZipFile(BytesIO(book)) as archive:
        shared = read(archive, "sharedStrings.xml")
        strings = ["".join(item.itertext()) for item in shared.findall("x:si", NAMES)]
        tree = read(archive, f"worksheets/sheet{sheet}.xml")
    rows = tree.findall(".//x:row", NAMES)
    return tree, [
        [
            strings[int(cell[0].text)] if cell.get("t") == "s" else cell[0].text
            for cell in row
            if len(cell)
        ]
        for row in rows
    ]


def test_workbook_holds_the_grid_and_never_runs_anything(client, row):
    answer(row, "yes", '=HYPERLINK("http://example.org")')
    answer(row, "?", area="niemi")

    book = client.get(f"/en/inventories/{row.slug}.xlsx").data
    tree, shown = cells(book, 1)

    assert shown == [
        ["Question", "Harju", "Niemi"],
        ["One worker?", "Yes", "They don't know"],
        ["How?", "Not answered", "Not answered"],
    ]
    pane = tree.find(".//x:pane", NAMES)
    assert (pane.get("state"), pane.get("topLeftCell")) == ("frozen", "B2")
    tree, shown = cells(book, 2)
    assert shown[1][5] == '\'=HYPERLINK("http://example.org")'
    assert tree.findall(".//x:f", NAMES) == []


def test_table_has_a_line_for_each_question_and_municipality(client, row):
    answer(row, "partly", "=1+1")

    lines = client.get(f"/en/inventories/{row.slug}.csv").text.splitlines()

    assert len(lines) == 5
    assert lines[1] == "One worker?;1;;Harju;Partly;'=1+1;;"
    assert lines[2] == "One worker?;1;;Niemi;Not answered;;;"
