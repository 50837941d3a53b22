import json
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from portal.exchange.practices import innokyla
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import (
    Application,
    ApplicationText,
    Practice,
    Use,
)
from tests.exchange.exported import DESK, WHOLE, make_desk
from tests.factories import make_practice


@pytest.fixture
def desk():
    return make_desk()


def document(client, address=f"{DESK}.docx"):
    answer = client.get(address)
    assert answer.status_code == 200
    return docx.Document(BytesIO(answer.data))


def headings(document):
    return [
        (int(paragraph.style.name[-1]), paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]


def spoken(paragraph):
    return [tag.get(qn("w:val")) for tag in paragraph._p.iter(qn("w:lang"))]


def test_document_has_the_headings_of_innokyla_and_then_ours(desk, client):
    found = headings(document(client))

    assert found[:5] == [
        (1, "Desk"),
        (2, "Basic facts"),
        (2, "Description of the model"),
        (3, "Core idea of the solution"),
        (3, "What it takes to work and to be taken in use"),
    ]
    assert found.index((2, "Path of development")) < found.index(
        (2, "What this library asks besides")
    )
    assert [text for level, text in found if level == 2][-3:] == [
        "Four marks",
        "Where it is applied",
        "References",
    ]


def test_document_holds_every_heading_once(desk, client):
    file = document(client)
    texts = [paragraph.text for paragraph in file.paragraphs]
    texts += [cell.text for table in file.tables for cell in table._cells]

    assert [texts.count(text) for text in WHOLE.values()] == [1] * len(WHOLE)
    under = {*FACTS, "summary", "authors", *innokyla.OWN}
    under |= {name for names in innokyla.PARTS.values() for name in names}
    assert under == {*FACTS, "summary", "authors", *HEADINGS}


def test_document_has_tables_of_facts_marks_and_applications(desk, client):
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in document(client).tables
    ]

    assert tables == [
        [
            ["Where it is carried out", "About place."],
            ["Funder", "About funder."],
            ["Whole that the model belongs to", "About whole."],
            ["Made by", "Office"],
            ["Stage", "In use"],
        ],
        [
            ["Description", "17 of 17 headings"],
            ["Evidence", "Some evidence, 31 January 2026"],
            ["Why", "One study"],
            ["People with lived experience", "Not asked yet"],
        ],
        [
            ["Where", "State", "When", "What was changed", "Result"],
            ["Harju", "In use", "1 May 2025", "Myös illalla", ""],
        ],
    ]


def test_mark_that_has_expired_is_told_to_be_old(desk, client):
    Practice.update(evidence_on=date(2020, 1, 31)).execute()

    told = [row.cells[1].text for row in document(client).tables[1].rows]
    found = json.loads(client.get(f"{DESK}.json").data)

    assert told[1] == (
        "Some evidence, 31 January 2020. Over three years old: to be set anew."
    )
    assert found["marks"]["evidence"]["expired"] is True


def test_document_says_which_language_its_words_are_in(desk, client):
    file = document(client, "/sv/practices/desk.docx")

    assert file.core_properties.language == "sv-FI"
    styles = {tag.get(qn("w:val")) for tag in file.styles.element.iter(qn("w:lang"))}
    assert styles == {"sv-FI"}
    name = next(p for p in file.paragraphs if p.style.name == "Heading 1")
    assert (name.text, spoken(name)) == ("Tiski", ["fi-FI"])
    assert file.paragraphs[1].text != ""
    assert spoken(file.paragraphs[1]) == ["sv-FI"]


def test_document_names_what_is_not_described(client):
    make_practice("Desk", slug="desk")

    file = document(client)

    assert headings(file)[-1] == (2, "Not described yet")
    listed = file.paragraphs[-2].text.split(", ")
    assert len(listed) == len(HEADINGS)


def test_document_tells_what_came_of_it_and_why_it_ended(desk, client):
    Application.update(state=Use.STOPPED, until=date(2026, 2, 1)).execute()
    ApplicationText.create(
        application=Application.get(), language="en", result="Fewer", stopped="No room."
    )

    last = [cell.text for cell in document(client).tables[-1].rows[1].cells]

    assert last[1:3] == ["Stopped", "1 May 2025–1 February 2026"]
    assert last[4] == "Fewer. No room"
